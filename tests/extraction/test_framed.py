"""Tables within tables."""

from dataclasses import replace

from tasks.model.blocks import Cell, Document, Paragraph, Table
from tests.builders import table
from tests.extraction.helpers import extracted

PLAN = "No | Kegiatan | PJ | Waktu\n1 | Menata data | BPS | Mei 2026\n2 | Melatih kader | BPS | Juni 2026"


def nested(inner: str, place: str) -> Table:
    """A table within the cell of a row."""
    return table(inner, place)


def with_nested(outer: str, row: int, col: int, inner: str) -> Document:
    """A document with one table, in one cell of which another one stands below the words."""
    plain = table(outer)
    place = plain.row_locator(row)
    cells = (
        replace(c, blocks=(*c.blocks, nested(inner, place))) if (c.row, c.col) == (row, col) else c for c in plain.cells
    )
    return Document("hasil.docx", "docx", (replace(plain, cells=tuple(cells)),))


def test_a_table_beside_words_belongs_to_their_row() -> None:
    found = extracted(with_nested(PLAN, 2, 2, "Menyusun desain | BNPB\nMembeli alat | BIG")).raw
    assert list(found["action"]) == ["Menata data", "Melatih kader"]
    assert list(found["remarks"]) == ["Menyusun desain | BNPB; Membeli alat | BIG", ""]
    assert list(found["owners_text"]) == ["BPS", "BPS"]


def test_a_frame_around_a_table_counts_for_nothing() -> None:
    found = extracted(with_nested("RENCANA AKSI", 1, 1, PLAN))
    assert list(found.raw["action"]) == ["Menata data", "Melatih kader"]
    assert list(found.raw["heading"]) == ["RENCANA AKSI", "RENCANA AKSI"]
    assert list(found.raw["locator"]) == ["table 1, row 1, item 1", "table 1, row 1, item 2"]
    assert list(found.accounting["fate"]) == ["record"]


def test_a_frame_with_titles_in_cells_of_their_own() -> None:
    document = with_nested("A. Data |\n |", 2, 1, PLAN)
    assert list(extracted(document).raw["heading"]) == ["A. Data", "A. Data"]
    assert list(extracted(document).accounting["fate"]) == ["heading", "record"]


def test_a_single_action_in_a_frame_is_found_in_its_row() -> None:
    inner = nested("Kegiatan | PJ\nMenata data | BPS", "table 1, row 1")
    frame = Table("table 1, row {}", (Cell(1, 1, (Paragraph("table 1, row 1", ""), inner)),), 1, 1)
    assert list(extracted(Document("a.docx", "docx", (frame,))).raw["locator"]) == ["table 1, row 1"]
