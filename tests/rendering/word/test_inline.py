"""Text and links as WordprocessingML."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tasks.rendering.word import inline, ooxml

WRAP = '<w:p xmlns:w="{}">{}</w:p>'


def parsed(markup: str) -> etree._Element:
    return ooxml.parse(WRAP.format(ooxml.W_NS, markup).encode())


@given(st.text())
def test_any_text_becomes_well_formed_and_loses_only_what_xml_forbids(text: str) -> None:
    root = parsed(f"<w:r><w:t>{inline.words(text)}</w:t></w:r>")
    shown = "".join({ooxml.w("br"): "\n", ooxml.w("tab"): "\t"}.get(str(e.tag), e.text or "") for e in root.iter())
    kept = inline.clean(text).replace("\r\n", "\n").replace("\r", "\n")
    assert shown == kept


def test_control_characters_go_and_new_lines_become_breaks() -> None:
    assert inline.words("a\x07b\nc") == 'ab</w:t><w:br/><w:t xml:space="preserve">c'


def test_markup_in_text_is_text() -> None:
    assert inline.words('A & B <c> "d"') == 'A &amp; B &lt;c&gt; "d"'


def test_nothing_is_written_for_none() -> None:
    assert inline.words(None) == ""


@given(st.text(min_size=1))
def test_bookmark_names_are_such_as_word_allows(ident: str) -> None:
    assert re.fullmatch(r"RK_[A-Za-z0-9_]{0,37}", inline.bookmark_name(ident))


def test_long_codes_keep_names_of_their_own() -> None:
    assert inline.bookmark_name("RK-" + "x" * 60) != inline.bookmark_name("RK-" + "x" * 61)


def test_a_link_leads_to_the_anchor() -> None:
    name = inline.bookmark_name("RK-7Q2M")
    root = parsed(inline.anchor("A.1", name, 3) + inline.link("A.1", name))
    assert [mark.get(ooxml.w("name")) for mark in root.iter(ooxml.w("bookmarkStart"))] == [name]
    assert [link.get(ooxml.w("anchor")) for link in root.iter(ooxml.w("hyperlink"))] == [name]
    assert name == "RK_7Q2M"
    assert ooxml.text_of(root) == "A.1A.1"


def test_joined_pieces_have_commas_between_them() -> None:
    assert ooxml.text_of(parsed(inline.joined([inline.plain("A.1"), inline.plain("B<2")]))) == "A.1, B<2"
