"""The lists of tables and figures."""

from lxml import etree

from tasks.rendering.word import captions, contents, ooxml
from tasks.rendering.word.ooxml import W_NS, w
from tasks.rendering.word.styles import Styles
from tests.rendering.word.test_contents import STYLES, lines


def caption(name: str, number: int, title: str) -> str:
    field = f'<w:fldSimple w:instr=" SEQ {name} \\* ARABIC "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>'
    return f"<w:p><w:r><w:t>{name} </w:t></w:r>{field}<w:r><w:t>. {title}</w:t></w:r></w:p>"


def document(*blocks: str) -> etree._Element:
    made = "".join(b if b.startswith("<") else f"<w:p><w:r><w:t>{b}</w:t></w:r></w:p>" for b in blocks)
    return ooxml.parse(f'<w:document xmlns:w="{W_NS}"><w:body>{made}<w:sectPr/></w:body></w:document>'.encode())


def test_each_list_holds_the_captions_of_its_kind_with_pages_and_links() -> None:
    root = document(
        "Daftar Tabel", captions.TABLES, "Daftar Gambar", captions.FIGURES,
        caption("Tabel", 1, "Satu"), caption("Gambar", 1, "Peta"), caption("Tabel", 2, "Dua"),
    )  # fmt: skip
    entries = captions.write_lists(root, Styles(STYLES))
    contents.number_pages(entries, {entry.heading: n for n, entry in enumerate(entries, 5)})
    assert lines(root)[:5] == ["Daftar Tabel", "Tabel 1. Satu|5", "Tabel 2. Dua|6", "Daftar Gambar", "Gambar 1. Peta|7"]
    marks = {mark.get(w("name")) for mark in root.iter(w("bookmarkStart"))}
    assert {link.get(w("anchor")) for link in root.iter(w("hyperlink"))} == marks
    codes = [code.text for code in root.iter(w("instrText")) if "TOC" in (code.text or "")]
    assert codes == [' TOC \\h \\z \\c "Tabel" ', ' TOC \\h \\z \\c "Gambar" ']


def test_a_list_of_nothing_falls_away_with_its_heading() -> None:
    root = document("Daftar Tabel", captions.TABLES, "Daftar Gambar", captions.FIGURES, caption("Table", 1, "One"))
    captions.write_lists(root, Styles(STYLES))
    assert lines(root) == ["Daftar Tabel", "Table 1. One|\u00a0", "Table 1. One"]
