"""Bullets and automatic numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Block, ListItem
from tasks.reading.drawing.lists import Bullet, Counters, numbered
from tests.reading.powerpoint.decks import p, read, sp

NUMBER = '<a:buAutoNum type="arabicPeriod"/>'
LETTER = '<a:buAutoNum type="alphaLcParenR"/>'


def labels(blocks: tuple[Block, ...]) -> list[str]:
    return [getattr(block, "label", "") for block in blocks]


def listed(*rows: str, style: str = "") -> list[str]:
    return labels(read(sp("".join(rows), style=style)))


@pytest.mark.parametrize(
    "scheme, count, label",
    [
        ("arabicPeriod", 3, "3."), ("arabicParenR", 3, "3)"), ("arabicParenBoth", 3, "(3)"), ("arabicPlain", 3, "3"),
        ("alphaLcPeriod", 28, "bb."), ("alphaUcParenBoth", 2, "(B)"), ("romanLcPeriod", 4, "iv."),
        ("romanUcParenR", 9, "IX)"), ("circleNumDbPlain", 2, "②"), ("circleNumWdBlackPlain", 1, "❶"),
        ("circleNumWdWhitePlain", 21, "21"), ("arabicDbPeriod", 12, "１２．"), ("thaiNumPeriod", 2, "2."),
        ("", 2, "2."),
    ],
)  # fmt: skip
def test_schemes(scheme: str, count: int, label: str) -> None:
    assert numbered(scheme, count) == label


def test_numbers_go_on_over_deeper_levels_and_begin_anew_below_each() -> None:
    found = listed(
        p("a", NUMBER), p("b", LETTER, 1), p("c", LETTER, 1), p("d", NUMBER), p("e", LETTER, 1), p("f", NUMBER)
    )
    assert found == ["1.", "a)", "b)", "2.", "a)", "3."]


def test_another_kind_at_the_same_level_ends_a_numbering() -> None:
    assert listed(p("a", NUMBER), p("b"), p("c", NUMBER), p("d", LETTER), p("e", NUMBER)) == [
        "1.",
        "",
        "1.",
        "a)",
        "1.",
    ]


def test_a_numbering_may_start_at_any_number_and_one_with_another_start_is_another() -> None:
    start = '<a:buAutoNum type="arabicPeriod" startAt="5"/>'
    assert listed(p("a", start), p("b", start), p("c", NUMBER), p("d", start)) == ["5.", "6.", "1.", "5."]


def test_paragraphs_without_words_take_no_number() -> None:
    empty = f"<a:p><a:pPr>{NUMBER}</a:pPr></a:p>"
    assert listed(p("a", NUMBER), empty, p("b", NUMBER)) == ["1.", "2."]


def test_every_text_body_counts_for_itself() -> None:
    assert labels(read(sp(p("a", NUMBER)) + sp(p("b", NUMBER)))) == ["1.", "1."]


def test_characters_of_symbol_fonts_are_shown_as_drawn() -> None:
    tick = '<a:buFont typeface="Wingdings"/><a:buChar char="ü"/>'
    assert listed(p("a", tick), p("b", '<a:buChar char="-"/>'), p("c", "<a:buBlip/>")) == ["✓", "-", "•"]


def test_a_bullet_is_inherited_from_the_shape_and_may_be_turned_off() -> None:
    style = '<a:lvl1pPr><a:buFont typeface="Wingdings"/><a:buChar char="§"/></a:lvl1pPr>'
    assert listed(p("a"), p("b", "<a:buNone/>"), p("c", "", 1), style=style) == ["▪", "", ""]
    # The font alone may be changed; the character stays.
    assert listed(p("a", '<a:buFont typeface="Arial"/>'), style=style) == ["§"]


def test_bullets_come_down_from_master_over_layout_to_slide() -> None:
    body = '<p:ph type="body" idx="1"/>'
    master = (
        "<p:cSld><p:spTree>"
        + sp("<a:p/>", holder=body, style='<a:lvl2pPr><a:buChar char="+"/></a:lvl2pPr>')
        + "</p:spTree></p:cSld><p:txStyles><p:bodyStyle>"
        + '<a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr>'
        + "</p:bodyStyle><p:titleStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></p:titleStyle></p:txStyles>"
    )
    shapes = sp(p("judul"), holder='<p:ph type="title"/>') + sp(p("a") + p("b", "", 1), holder='<p:ph idx="1"/>')
    found = read(shapes + sp(p("bebas")), template=master)
    assert labels(found) == ["", "•", "+", ""]
    assert [block.level for block in found if isinstance(block, ListItem)] == [0, 1]


def test_free_text_inherits_from_the_presentation_alone() -> None:
    main = f"<p:defaultTextStyle><a:lvl1pPr>{NUMBER}</a:lvl1pPr></p:defaultTextStyle>"
    assert labels(read(sp(p("a") + p("b")), main=main)) == ["1.", "2."]


bullets = st.sampled_from(
    [
        Bullet(),
        Bullet("none"),
        Bullet("character", "•"),
        Bullet("number", "arabicPeriod"),
        Bullet("number", "romanLcPeriod"),
    ]
)


@given(st.lists(st.tuples(st.integers(0, 8), bullets), max_size=20))
def test_a_number_is_one_more_than_that_of_the_paragraph_it_goes_on(rows: list[tuple[int, Bullet]]) -> None:
    counters = Counters()
    found = [(level, bullet, counters.label(level, bullet, True)) for level, bullet in rows]
    for at, (level, bullet, label) in enumerate(found):
        if bullet.kind != "number":
            continue
        before = next((row for row in reversed(found[:at]) if row[0] <= level), None)
        goes_on = before is not None and before[:2] == (level, bullet)
        expected = int(before[2][:-1]) + 1 if goes_on and bullet.text == "arabicPeriod" and before else 1
        if bullet.text == "arabicPeriod":
            assert label == f"{expected}."
        else:
            assert (label == "i.") == (not goes_on)
