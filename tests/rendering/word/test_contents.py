"""Contents, numbers of headings and captions."""

import pytest
from lxml import etree

from tasks.rendering.word import contents, ooxml
from tasks.rendering.word.fields import number_captions
from tasks.rendering.word.numbering import Labels, letters, roman, shown
from tasks.rendering.word.ooxml import W_NS
from tasks.rendering.word.styles import Styles

STYLES = f"""<w:styles xmlns:w="{W_NS}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:ilvl w:val="0"/>
<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/>
<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Judul2"/></w:style>
<w:style w:type="paragraph" w:styleId="Depan"><w:name w:val="Depan"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Isi1"><w:name w:val="toc 1"/></w:style>
</w:styles>""".encode()
NUMBERING = f"""<w:numbering xmlns:w="{W_NS}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="BAB %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>""".encode()


def body(*paragraphs: tuple[str, str]) -> etree._Element:
    """A document of paragraphs, each a style and words."""
    made = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    return ooxml.parse(f'<w:document xmlns:w="{W_NS}"><w:body>{made}<w:sectPr/></w:body></w:document>'.encode())


def lines(root: etree._Element) -> list[str]:
    """The words of every paragraph, tabs written out."""
    signs = {ooxml.w("tab"): "|", ooxml.T: ""}
    found = root.iter(ooxml.P)
    return ["".join(signs[str(e.tag)] + (e.text or "") for e in p.iter(*signs)) for p in found]


DOCUMENT = (
    ("Isi1", contents.PLACE),
    ("Judul1", "Ringkasan"),
    ("Normal", "teks"),
    ("Judul1", "Rencana &amp; kerja"),
    ("Judul2", "Kebijakan"),
    ("Sub", "Infrastruktur"),
    ("Judul1", "Sumber"),
    ("Judul2", "Berkas"),
)


def written(paragraphs: tuple[tuple[str, str], ...] = DOCUMENT) -> tuple[etree._Element, list[contents.Entry]]:
    root, styles = body(*paragraphs), Styles(STYLES)
    return root, contents.write_contents(root, styles, Labels(NUMBERING, styles))


def test_every_heading_has_an_entry_with_its_number() -> None:
    root, entries = written()
    contents.number_pages(entries, {entry.heading: n for n, entry in enumerate(entries, 3)})
    assert lines(root)[:6] == [
        "BAB I|Ringkasan|3",
        "BAB II|Rencana & kerja|4",
        "A.|Kebijakan|5",
        "B.|Infrastruktur|6",
        "BAB III|Sumber|7",
        "A.|Berkas|8",
    ]


def test_a_title_without_a_number_stands_under_those_that_have_one() -> None:
    root, entries = written((("Isi1", contents.PLACE), ("Depan", "Prakata"), ("Judul1", "Ringkasan")))
    contents.number_pages(entries, {entry.heading: 2 for entry in entries})
    assert lines(root)[:2] == ["|Prakata|2", "BAB I|Ringkasan|2"]
    root, _ = written((("Isi1", contents.PLACE), ("Depan", "Prakata")))
    assert lines(root)[0] == "Prakata|\u00a0"


def test_entries_lead_to_bookmarks_around_the_headings() -> None:
    root, entries = written()
    targets = [link.get(ooxml.w("anchor")) for link in root.iter(ooxml.w("hyperlink"))]
    marks = [next(entry.heading.iter(ooxml.w("bookmarkStart"))).get(ooxml.w("name")) for entry in entries]
    assert targets == marks
    assert len(set(marks)) == len(entries) == 6


def test_without_pages_there_are_links_but_no_numbers() -> None:
    root, entries = written()
    contents.number_pages(entries, {})
    assert lines(root)[0] == "BAB I|Ringkasan"
    assert not [c for c in root.iter(ooxml.w("instrText")) if "PAGEREF" in (c.text or "")]


def test_the_contents_are_one_field_that_word_can_renew() -> None:
    root, _ = written()
    codes = [c.text.split()[0] for c in root.iter(ooxml.w("instrText")) if c.text]
    kinds = [mark.get(ooxml.w("fldCharType")) for mark in root.iter(ooxml.w("fldChar"))]
    assert codes == ["TOC", *["PAGEREF"] * 6]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 7


def test_a_template_without_the_tag_has_no_contents() -> None:
    root, entries = written(DOCUMENT[1:])
    assert entries == []
    assert lines(root)[0] == "Ringkasan"


def test_a_page_break_behind_the_contents_stays() -> None:
    root, styles = body(*DOCUMENT), Styles(STYLES)
    place = next(root.iter(ooxml.P))
    etree.SubElement(etree.SubElement(place, ooxml.R), ooxml.w("br"), {ooxml.w("type"): "page"})
    contents.write_contents(root, styles, Labels(NUMBERING, styles))
    last = list(root.iter(ooxml.P))[5]
    assert len(ooxml.page_breaks(last)) == 1


@pytest.mark.parametrize("number, figures", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV")])
def test_roman_figures(number: int, figures: str) -> None:
    assert roman(number) == figures


@pytest.mark.parametrize("number, sign", [(1, "A"), (26, "Z"), (27, "AA"), (28, "BB"), (53, "AAA")])
def test_letters_as_word_counts(number: int, sign: str) -> None:
    assert letters(number) == sign


def test_forms_of_numbers() -> None:
    assert [shown(3, f) for f in ("decimal", "lowerLetter", "lowerRoman", "none")] == ["3", "c", "iii", ""]


def caption(name: str, shown_number: str) -> str:
    return (
        f'<w:p><w:r><w:t>{name} </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> SEQ </w:instrText></w:r><w:r><w:instrText>{name} \\* ARABIC</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown_number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def test_captions_count_by_their_kind_whatever_the_template_showed() -> None:
    simple = '<w:p><w:fldSimple w:instr=" SEQ Tabel "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
    text = caption("Tabel", "1") + caption("Gambar", "1") + caption("Tabel", "1") + simple
    root = ooxml.parse(f'<w:body xmlns:w="{W_NS}">{text}</w:body>'.encode())
    number_captions(root)
    assert [ooxml.text_of(p) for p in root] == ["Tabel 1", "Gambar 1", "Tabel 2", "3"]


def test_other_fields_keep_what_they_show() -> None:
    text = caption("Tabel", "8").replace("SEQ", "REF")
    root = ooxml.parse(f'<w:body xmlns:w="{W_NS}">{text}</w:body>'.encode())
    number_captions(root)
    assert ooxml.text_of(root) == "Tabel 8"
