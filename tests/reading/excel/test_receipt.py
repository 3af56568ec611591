"""Nothing of a workbook is lost, and no damage to it does more than make it unreadable."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

import tasks.reading.excel.shapes as shapes
from tasks.model.blocks import Table
from tasks.reading.excel.workbook import read_workbook
from tasks.reading.refusal import CannotReadError
from tests.reading.excel.test_boxes import charts
from tests.reading.packages import PATHOLOGIES, package, sheet

FILES = sorted((PATHOLOGIES / "xlsx").glob("*.xlsx"))
SNIPPETS = (
    b'<c r="A1" t="s"><v>99</v></c>', b"<![CDATA[x]]>", b"<!-- c -->", b"&#13;", b"&lt;", b"</row>", b'<row r="5"/>',
    b'"', b"<", b' hidden="1"', b' r="XFE1"', b"<f>A1</f>", b"<v/>", b' t="inlineStr"', b"\xff", b"\0", b"9" * 20,
    b"nan", b"_x000D_", b"\xef\x80\xbc", b' xmlns="a"', b'<mergeCell ref="A1:XFD1048576"/>', b' s="99999"', b"</c>",
)  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_character_is_accounted_for(path: Path) -> None:
    receipt = read_workbook(path.read_bytes()).receipt
    assert receipt.read > 0
    assert receipt.remainder == 0


def test_so_it_is_in_the_samples(sample: Path) -> None:
    paths = [path for path in sorted(sample.parent.rglob("*.xlsx")) if not path.name.startswith("~$")]
    assert len(paths) >= 5
    for path in paths:
        assert read_workbook(path.read_bytes()).receipt.remainder == 0, path


def test_what_becomes_of_each_kind_of_text() -> None:
    rows = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><f>A2*2</f><v>44</v></c><c r="C1" t="str"><v> </v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>isi</t><rPh><t>bunyi</t></rPh></is></c>'
        '<c r="XFE2"><v>777</v></c></row>'
    )
    after = '<dataValidations><dataValidation sqref="A1"><formula1>B1:B3</formula1></dataValidation></dataValidations>'
    found = read_workbook(sheet(rows, after, shared="<si><t>tak terpakai</t></si><si><t>pakai &amp; lagi</t></si>"))
    assert found.receipt.emitted == len("pakai & lagi" + "44" + "isi")
    assert dict(found.receipt.skipped) == {
        "reference": 1, "not shown": 12, "field code": len("A2*2B1:B3"), "white space": 1, "phonetic": 5, "cut": 3,
    }  # fmt: skip
    assert found.receipt.remainder == 0


def test_a_text_that_only_covered_cells_refer_to_is_not_shown() -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    rows += '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>'
    found = read_workbook(sheet(rows, merged, shared="<si><t>satu</t></si><si><t>tertutup</t></si>"))
    assert (found.receipt.emitted, dict(found.receipt.skipped)) == (4, {"not shown": 8, "reference": 3})


def rich() -> bytes:
    """What openpyxl writes: fonts, comments, links, formulas, filters, a hidden row."""
    book = Workbook()
    page = book.worksheets[0]
    for row in range(1, 40):
        page.append([row, f"kegiatan {row}", row / 7, None, f"=A{row}*2"])
        page.cell(row, 4).font = Font(strike=True, name="Wingdings")
    page.row_dimensions[5].hidden = True
    page["B2"].hyperlink = "https://contoh.go.id"
    page.merge_cells("A10:B12")
    if page.oddHeader is not None:
        page.oddHeader.center.text = "Rencana"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_what_openpyxl_makes_is_read_as_it_reads_it() -> None:
    found = read_workbook(rich())
    assert found.receipt.remainder == 0
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    page = load_workbook(io.BytesIO(rich())).worksheets[0]
    mine = {(cell.row, cell.col): cell.value if cell.value is not None else cell.text for cell in table.cells}
    theirs = {(c.row, c.column): c.value for line in page.iter_rows() for c in line if c.value is not None}
    assert mine == theirs


def damaged(parts: dict[str, bytes], rng: random.Random) -> bytes:
    """A workbook with a few bytes of its XML changed, lost, doubled or slipped in."""
    parts = dict(parts)
    for _ in range(rng.choice([1, 1, 2])):
        name = rng.choice([n for n in parts if n.endswith((".xml", ".rels")) and "theme" not in n])
        data = bytearray(parts[name])
        at, other = rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)
        damage = rng.randrange(5)
        if damage == 0:
            data[at:at] = rng.choice(SNIPPETS)
        elif damage == 1:
            del data[at : at + rng.randint(1, 30)]
        elif damage == 2:
            data[at:at] = data[other : other + 99]
        elif damage == 3:
            del data[at:]
        else:
            end = data.find(b">", at) + 1
            data[end:end] = rng.choice(SNIPPETS)
        parts[name] = bytes(data)
    return package(dict(parts))


def test_damage_inside_parts_makes_a_workbook_unreadable_at_worst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "FEWEST_ROWS", 2)
    rng = random.Random(1)  # noqa: S311 - a test, not a secret
    read = 0
    for data in (rich(), charts(), *(path.read_bytes() for path in FILES)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for _ in range(25):
            try:
                blocks = read_workbook(damaged(parts, rng)).blocks
            except CannotReadError:
                continue
            read += 1
            assert all(len(list(block.words())) == len(block.cells) for block in blocks if isinstance(block, Table))
    assert read > 50
