"""Seeded defects: each makes Word repair or refuse a file, and each must be caught."""

from collections.abc import Callable
from functools import cache

import pytest

from tasks.rendering.word import check, package
from tests.rendering.plans import item, link, plan, plan_file, record

DOCUMENT = "word/document.xml"
Parts = dict[str, bytes]


@cache
def sound() -> tuple[tuple[str, bytes], ...]:
    data = plan_file(plan([item("A.1"), item("A.2")], [record("A.1")], [link("A.1", "A.2")]))
    return tuple(package.read(data).items())


def found(parts: Parts) -> set[str]:
    return {defect.rule for defect in check.defects(parts)}


def replaced(old: str, new: str, part: str = DOCUMENT, times: int = 1) -> Parts:
    parts = dict(sound())
    text = parts[part].decode()
    assert old in text, old
    return parts | {part: text.replace(old, new, times).encode()}


def inserted(xml: str) -> Parts:
    """The sound document with something more at the beginning of its body."""
    return replaced("<w:body>", f"<w:body>{xml}")


RUN = "<w:r><w:t>x</w:t></w:r>"
FIELD = '<w:p><w:r><w:fldChar w:fldCharType="{}"/></w:r></w:p>'
MARK = '<w:p><w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/></w:p>'
TABLE = "<w:tbl><w:tblPr/>{}</w:tbl>"
GRID = '<w:tblGrid><w:gridCol w:w="10"/></w:tblGrid>'
CELL = "<w:tc><w:p/></w:tc>"
ROW = f"<w:tr>{CELL}</w:tr>"
NESTED = f"<w:tr><w:tc><w:p/>{TABLE.format(GRID + ROW)}</w:tc></w:tr>"
WIDE = '<w:tr><w:tc><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc></w:tr>'
LOST = f'<w:p><w:hyperlink r:id="rX">{RUN}</w:hyperlink></w:p>'
LATE = f'<w:p><w:ins w:id="1" w:date="kemarin">{RUN}</w:ins></w:p>'
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"

SEEDED: dict[str, tuple[str, Callable[[], Parts]]] = {
    "ampersand": ("not-well-formed", lambda: replaced("Menyusun", "&")),
    "control character": ("not-well-formed", lambda: replaced("Menyusun", "\x07")),
    "no paragraph": ("cell-without-paragraph", lambda: inserted(TABLE.format(GRID + "<w:tr><w:tc/></w:tr>"))),
    "row without cell": ("row-without-cell", lambda: inserted(TABLE.format(GRID + "<w:tr/>"))),
    "table without row": ("table-without-row", lambda: inserted(TABLE.format(GRID))),
    "table without grid": ("table-without-grid", lambda: inserted(TABLE.format(f"<w:tr>{CELL}</w:tr>"))),
    "nested table last in a cell": ("cell-not-closed-by-paragraph", lambda: inserted(TABLE.format(GRID + NESTED))),
    "too many cells": ("row-does-not-fill-columns", lambda: inserted(TABLE.format(GRID + f"<w:tr>{CELL * 2}</w:tr>"))),
    "span beyond the grid": ("row-does-not-fill-columns", lambda: inserted(TABLE.format(GRID + WIDE))),
    "stray text": ("stray-text", lambda: inserted("<w:p>bebas</w:p>")),
    "paragraph in paragraph": ("misplaced-element", lambda: inserted("<w:p><w:p/></w:p>")),
    "run outside paragraph": ("misplaced-element", lambda: inserted(RUN)),
    "table in a change": ("misplaced-element", lambda: inserted(f"<w:ins>{TABLE.format('')}</w:ins>")),
    "paragraph settings late": ("properties-not-first", lambda: inserted(f"<w:p>{RUN}<w:pPr/></w:p>")),
    "run settings late": ("properties-not-first", lambda: inserted("<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>")),
    "table settings late": (
        "table-properties-not-first",
        lambda: inserted(f"<w:tbl>{GRID}<w:tr>{CELL}</w:tr><w:tblPr/></w:tbl>"),
    ),
    "grid late": ("grid-after-row", lambda: inserted(f"<w:tbl><w:tblPr/><w:tr>{CELL}</w:tr>{GRID}</w:tbl>")),
    "section before the end": ("section-not-last", lambda: replaced("</w:body>", "<w:p/></w:body>")),
    "double bookmark name": ("double-bookmark-name", lambda: inserted(MARK.format(77777, "RK_A1"))),
    "double bookmark id": ("double-bookmark-id", lambda: inserted(MARK.format(10000, "lain"))),
    "bookmark of 41 characters": ("bad-bookmark-name", lambda: inserted(MARK.format(77777, "x" * 41))),
    "bookmark with a hyphen": ("bad-bookmark-name", lambda: inserted(MARK.format(77777, "a-b"))),
    "bookmark never ended": (
        "unpaired-bookmark",
        lambda: inserted('<w:p><w:bookmarkStart w:id="77777" w:name="x"/></w:p>'),
    ),
    "link to nowhere": ("link-to-nowhere", lambda: replaced('w:anchor="RK_A1"', 'w:anchor="RK_Z9"')),
    "field never ended": ("unbalanced-field", lambda: inserted(FIELD.format("begin"))),
    "field ended twice": ("unbalanced-field", lambda: inserted(FIELD.format("end"))),
    "unknown relationship": ("unknown-relation", lambda: inserted(LOST)),
    "unknown style": ("unknown-style", lambda: inserted('<w:p><w:pPr><w:pStyle w:val="Asing"/></w:pPr></w:p>')),
    "unknown list": (
        "unknown-list",
        lambda: inserted('<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>'),
    ),
    "bad alignment": ("bad-value", lambda: inserted('<w:p><w:pPr><w:jc w:val="middle"/></w:pPr></w:p>')),
    "broken width": ("bad-value", lambda: replaced('<w:gridCol w:w="', '<w:gridCol w:w="0.')),
    "plain text deleted": ("plain-text-deleted", lambda: inserted(f'<w:p><w:del w:id="1">{RUN}</w:del></w:p>')),
    "change without time": ("bad-date", lambda: inserted(LATE)),
    "control without content": ("control-without-content", lambda: inserted("<w:sdt><w:sdtPr/></w:sdt>")),
    "empty header": ("header-without-paragraph", lambda: dict(sound()) | {
        "word/header1.xml": b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    }),
    "undeclared prefix": ("undeclared-prefix", lambda: replaced(
        "<w:document ",
        '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99" ',
    )),
    "missing part": ("missing-part", lambda: {n: p for n, p in sound() if n != "word/footer1.xml"}),
    "no content types": ("missing-part", lambda: {n: p for n, p in sound() if n != "[Content_Types].xml"}),
    "part without type": ("no-content-type", lambda: dict(sound()) | {"word/media/a.gif": b"x"}),
    "document as plain XML": ("no-content-type", lambda: replaced("/word/document.xml", "/word/x.xml", TYPES)),
    "double relationship": ("double-relation", lambda: replaced('Id="rIdS"', 'Id="rIdN"', RELATIONS)),
    "bad date in the properties": ("bad-date", lambda: replaced("2017-02-11T", "11 Februari ", "docProps/core.xml")),
    "double picture number": ("double-picture-id", lambda: inserted(
        '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<w:r><w:drawing><wp:docPr id="5"/><wp:docPr id="5"/></w:drawing></w:r></w:p>'
    )),
}  # fmt: skip


def test_what_we_write_is_sound() -> None:
    assert list(check.defects(dict(sound()))) == []


@pytest.mark.parametrize("name", SEEDED)
def test_a_seeded_defect_is_caught(name: str) -> None:
    rule, seed = SEEDED[name]
    assert rule in found(seed())


def test_parts_that_were_checked_are_not_checked_again() -> None:
    parts = dict(sound())
    fixed = {name: part for name, part in parts.items() if name != DOCUMENT}
    known = check.sound_parts(fixed)
    assert list(check.defects(parts, sound=known)) == []
    assert found(inserted(RUN)) == {d.rule for d in check.defects(inserted(RUN), sound=known)}
    broken = fixed["word/styles.xml"].replace(b"<w:jc w:val=", b'<w:jc w:val="askew" w:was=')
    with pytest.raises(check.DefectError, match="bad-value"):
        check.sound_parts(fixed | {"word/styles.xml": broken})
    with pytest.raises(check.DefectError, match="not-well-formed"):
        check.sound_parts(fixed | {"word/styles.xml": broken[:-9]})


def test_a_merged_row_that_fills_its_columns_is_sound() -> None:
    grid = GRID.replace("<w:gridCol", '<w:gridCol w:w="10"/><w:gridCol', 1)
    merged = '<w:tc><w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    assert found(inserted(TABLE.format(f"{grid}<w:tr>{merged}</w:tr><w:tr>{CELL * 2}</w:tr>"))) == set()


def test_the_error_names_what_is_broken() -> None:
    error = check.DefectError(list(check.defects(inserted(RUN))))
    assert "misplaced-element in word/document.xml" in str(error)
