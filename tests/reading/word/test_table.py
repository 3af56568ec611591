"""Word tables: merges, broken merges, hair-thin columns, limits."""

import pytest

import tasks.reading.word.table as word_table
from tasks.model.problem import Code
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import drawn, p, read, table, tbl, tc

RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def test_merges_in_both_directions() -> None:
    found = table(
        read(
            tbl(
                tc("No", RESTART) + tc("Waktu", span(2)),
                tc("", CONTINUE) + tc("Mulai") + tc("Selesai"),
            )
        )
    )
    assert drawn(found) == [["No", "Waktu", "<"], ["^", "Mulai", "Selesai"]]


def test_a_continuation_without_beginning_is_a_cell() -> None:
    assert drawn(table(read(tbl(tc("a", CONTINUE), tc("b"))))) == [["a"], ["b"]]


def test_words_in_a_continued_cell_are_kept_with_it() -> None:
    assert drawn(table(read(tbl(tc("a", RESTART), tc("hilang?", CONTINUE))))) == [["a\nhilang?"], ["^"]]


def test_a_continuation_of_other_width_is_a_cell_of_its_own() -> None:
    rows = tbl(tc("a", RESTART) + tc("b"), tc("c", span(2) + CONTINUE))
    assert drawn(table(read(rows))) == [["a", "b"], ["c", "<"]]


def test_rows_may_start_late_and_end_early() -> None:
    late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("b")
    early = '<w:trPr><w:gridAfter w:val="1"/></w:trPr>' + tc("a")
    assert drawn(table(read(tbl(late, early)))) == [["", "b"], ["a", ""]]


def test_absurd_spans_are_cut_to_the_limit_of_word() -> None:
    assert table(read(tbl(tc("a", span(2_000_000_000))))).cols == word_table.MAX_SPAN


def test_a_table_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_table, "MAX_CELLS", 3)
    with pytest.raises(CannotReadError) as error:
        read(tbl(tc("a") + tc("b"), tc("c") + tc("d")))
    assert error.value.code is Code.FILE_REFUSED


def test_a_hidden_row_is_flagged() -> None:
    hidden = "<w:trPr><w:hidden/></w:trPr>" + tc("x")
    assert [cell.hidden for cell in table(read(tbl(tc("a"), hidden))).cells] == [False, True]


@pytest.mark.parametrize(
    ("shade", "fill"),
    [
        ('<w:shd w:val="clear" w:fill="92d050"/>', "92D050"),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "FF0000"),
        ('<w:shd w:val="clear" w:fill="auto"/>', ""),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', ""),
    ],
)
def test_the_colour_that_a_person_sees(shade: str, fill: str) -> None:
    assert table(read(tbl(tc("", shade)))).cells[0].fill == fill


def grid(*widths: int) -> str:
    return "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)


def test_a_border_dragged_a_little_leaves_no_column() -> None:
    rows = (
        tc("No") + tc("Kegiatan", span(2)) + tc("Waktu"),
        tc("1", span(2)) + tc("Menyusun") + tc("Mei"),
    )
    found = table(read(tbl(*rows, grid=grid(600, 40, 3000, 1500))))
    assert drawn(found) == [["No", "Kegiatan", "Waktu"], ["1", "Menyusun", "Mei"]]


def test_narrow_columns_with_cells_of_their_own_stay() -> None:
    weeks = tc("a") + tc("b") + tc("c")
    assert table(read(tbl(weeks, tc("judul", span(3)), grid=grid(90, 90, 90)))).cols == 3


def test_a_cell_that_covers_only_thin_columns_keeps_one() -> None:
    found = table(read(tbl(tc("a", span(2)) + tc("b"), tc("c", span(3)), grid=grid(60, 60, 3000))))
    assert drawn(found) == [["a", "b"], ["c", "<"]]


def test_a_paragraph_between_tables_does_not_join_them() -> None:
    assert len([b for b in read(tbl(tc("a")) + p("") + tbl(tc("b"))) if b.kind == "table"]) == 2


HEADS = (
    '<w:style w:type="table" w:styleId="dasar"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="turunan"><w:basedOn w:val="dasar"/></w:style>'
    '<w:style w:type="table" w:styleId="polos"><w:basedOn w:val="dasar"/><w:tblStylePr w:type="firstRow"><w:rPr>'
    '<w:b w:val="0"/></w:rPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize(
    ("style", "look", "bold"),
    [
        ("dasar", 'w:firstRow="1"', True),
        ("turunan", 'w:val="04A0"', True),
        ("turunan", 'w:val="0480"', False),
        ("dasar", 'w:firstRow="0" w:val="04A0"', False),
        ("polos", 'w:firstRow="1"', False),
        ("lain", 'w:firstRow="1"', False),
        ("dasar", 'w:val="zz"', False),
    ],
)
def test_a_table_style_may_make_the_first_row_bold(style: str, look: str, bold: bool) -> None:
    properties = f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblLook {look}/></w:tblPr>'
    rows = tbl(tc("No") + tc("a", '<w:gridSpan w:val="2"/>') + tc(""), tc("1") + tc("b") + tc("c") + tc("d"))
    found = table(read(rows.replace("<w:tblGrid>", f"{properties}<w:tblGrid>", 1), styles=HEADS))
    assert [cell.bold for cell in found.cells if cell.row == 1] == [bold, bold, False]
    assert not any(cell.bold for cell in found.cells if cell.row == 2)
