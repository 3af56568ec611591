"""Tables cut in two are linked again, others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import Block, Cell, Continuation, Heading, Note, Paragraph, Table
from tasks.model.provenance import Provenance
from tasks.reading.continuation import linked
from tasks.reading.word.document import read_word
from tests.builders import table
from tests.reading.packages import PATHOLOGIES

HEAD = "No | Kegiatan | PJ"


def made(text: str, number: int = 1) -> Table:
    found = table(text)
    return Table(f"table {number}, row {{}}", found.cells, found.rows, found.cols)


def link(first: str, second: str, *between: Block) -> Continuation | None:
    last = linked([made(first), *between, made(second, 2)])[-1]
    assert isinstance(last, Table)
    return last.continues


def pathology(name: str) -> list[Continuation | None]:
    found = linked(read_word((PATHOLOGIES / "docx" / f"{name}.docx").read_bytes()).blocks)
    return [block.continues for block in found if isinstance(block, Table)]


def test_a_split_table_without_a_second_header() -> None:
    assert pathology("D12_split") == [None, Continuation("table 1, row 1", 0.9, "numbering-goes-on")]


def test_a_split_table_with_repeated_header_whose_last_cell_goes_on() -> None:
    expected = Continuation("table 1, row 1", 0.9, "repeated-header", repeated_rows=1, row_goes_on=True)
    assert pathology("D13_splithdr") == [None, expected]


@pytest.mark.parametrize("caption", ["Tabel 2 (lanjutan)", "Lanjutan Matriks", "Table 3 (cont'd)", "sambungan"])
def test_a_caption_may_say_so(caption: str) -> None:
    found = link(f"{HEAD}\n1 | a | b", "5 | c | d", Paragraph("paragraph 1", caption))
    assert found is not None
    assert (found.reason, found.confidence) == ("said-so", 0.95)


@pytest.mark.parametrize("words", ["Matriks Komisi B", "Kegiatan lanjutan ini akan dibahas panjang lebar " * 3])
def test_other_words_between_part_them(words: str) -> None:
    assert link(f"{HEAD}\n1 | a | b", "2 | c | d", Paragraph("paragraph 1", words)) is None


def test_empty_lines_and_edges_of_pages_do_not() -> None:
    between = Paragraph("paragraph 1", " "), Note("footer", "footer", (Paragraph("footer", "hal. 3"),))
    found = link(f"{HEAD}\n1 | a | b", "2 | c | d", *between)
    assert found is not None
    assert found.reason == "numbering-goes-on"


def test_a_slide_repeats_its_title() -> None:
    title = Heading("slide 1, title", "Matriks", 2)
    found = linked([title, made(f"{HEAD}\n1 | a | b"), title, made("9 | c | d", 2)])[-1]
    assert isinstance(found, Table)
    assert found.continues is not None


def test_tables_of_one_form_are_linked_with_doubt() -> None:
    found = link(f"{HEAD}\n1 | a | b\n2 | c | d", f"{HEAD}\n1 | e | f")
    assert found is not None
    assert found.confidence == 0.5


@pytest.mark.parametrize(
    ("header", "repeated"),
    [
        ("No | Kegiatan | PJ | Waktu | Keterangan", 1),
        ("No | Kegialan | PJ | Waktu | Ket", 1),
        ("No | Kegiatan | PJ | Waktu | Anggaran", 0),
        ("No | Kegiatan | Lokasi | Unit | Ket", 0),
    ],
)
def test_a_repeated_header_may_differ_by_accident(header: str, repeated: int) -> None:
    found = link("No | Kegiatan | PJ | Waktu | Ket\n1 | a | b | c | d", f"{header}\n2 | e | f | g | h")
    assert found is not None
    assert found.repeated_rows == repeated


def test_rows_alike_are_no_header() -> None:
    found = link("1 | Rapat | Dinas | Mei | daring", "2 | Rapat | Dinas | Mei | daring")
    assert found is not None
    assert found.repeated_rows == 0


def test_other_columns_part_them() -> None:
    assert link(f"{HEAD}\n1 | a | b", "2 | c") is None


def test_a_header_of_its_own_parts_them() -> None:
    assert link(f"{HEAD}\n1 | a | b\n2 | c | d", "No | Nama | Jabatan\n1 | e | f") is None


def test_worksheets_stand_alone() -> None:
    at = Provenance(sheet="A")
    tables = [Table("x {}", made(f"{HEAD}\n1 | a | b").cells, 2, 3, at=at), made(f"{HEAD}\n2 | c | d", 2)]
    assert linked(tables) == tuple(tables)


CELLS = st.lists(st.sampled_from(["", "1", "2", "a", "No"]), min_size=2, max_size=2)


@given(st.lists(st.one_of(st.lists(CELLS, min_size=1, max_size=3), st.sampled_from(["", "x", "lanjutan"])), max_size=5))
def test_rows_are_never_touched(parts: list[list[list[str]] | str]) -> None:
    blocks: list[Block] = []
    for n, part in enumerate(parts):
        if isinstance(part, str):
            blocks.append(Paragraph(f"paragraph {n}", part))
            continue
        cells = [Cell(r, c, (Paragraph("", word),)) for r, row in enumerate(part, 1) for c, word in enumerate(row, 1)]
        blocks.append(Table(f"table {n}, row {{}}", tuple(cells), len(part), 2))
    for before, after in zip(blocks, linked(blocks), strict=True):
        if isinstance(before, Table):
            assert isinstance(after, Table)
            assert before.cells == after.cells
            if after.continues is not None:
                assert after.continues.repeated_rows <= after.rows
        else:
            assert before == after
