"""Comparing texts and taking lines apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.texts import Line, blank, block_line, cell_lines, cell_text, fold, labelled, struck, unfilled
from tasks.model.blocks import Cell, ListItem, Paragraph, Span
from tests.builders import table


@pytest.mark.parametrize(
    "text, label, rest",
    [
        ("1. Menyusun SOP", "1", "Menyusun SOP"),
        ("2) Melatih", "2", "Melatih"),
        ("(3) Menilai", "3", "Menilai"),
        ("b. Menguji", "b", "Menguji"),
        ("IV. Penutup", "IV", "Penutup"),
        ("(vi) Menata", "vi", "Menata"),
        ("- Menata", "-", "Menata"),
        ("• Menata", "•", "Menata"),
        ("1-2) Pustekkom", "1-2", "Pustekkom"),
        ("10.000 guru", "", "10.000 guru"),
        ("2017 dan 2018", "", "2017 dan 2018"),
        ("1.1 Umum", "1.1", "Umum"),
        ("B.3 Menata", "B.3", "Menata"),
        ("2.10.3. Menata", "2.10.3", "Menata"),
        ("1.5 juta orang", "", "1.5 juta orang"),
        ("3.5 km jalan", "", "3.5 km jalan"),
        ("10.30 Registrasi", "", "10.30 Registrasi"),
        ("08.00 Pembukaan", "", "08.00 Pembukaan"),
    ],
)
def test_label_of_a_line(text: str, label: str, rest: str) -> None:
    line = labelled(text)
    assert (line.label, line.text, line.raw) == (label, rest, text)


def test_a_dash_tells_nothing_apart() -> None:
    assert labelled("- x").dashed
    assert not labelled("1. x").dashed
    assert not labelled("x").dashed


@pytest.mark.parametrize("text, says_nothing", [("", True), ("-", True), ("…", True), ("___", True), ("a", False)])
def test_blank(text: str, says_nothing: bool) -> None:
    assert blank(text) is says_nothing


def test_dots_of_a_form_that_nobody_filled_in() -> None:
    assert unfilled("Pelatihan ..... bagi .....")
    assert not unfilled("Pelatihan guru, dst...")


def test_folding_ignores_case_marks_and_spaces() -> None:
    assert fold("Penanggung  Jawab:") == fold("PENANGGUNG-JAWAB") == "penanggung jawab"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="1a.)(- bc", max_size=20))
def test_a_line_loses_nothing_but_its_label(text: str) -> None:
    line = labelled(text)
    assert line.raw.endswith(line.text)
    assert line.label or line.text == line.raw


def test_an_automatic_number_counts_like_a_typed_one() -> None:
    assert block_line(ListItem("p", "Menyusun", 0, "a.")) == Line("a. Menyusun", "a", "Menyusun", 0)
    assert block_line(ListItem("p", "Menyusun", 1, "•")).dashed


def test_struck_words_are_not_read() -> None:
    block = Paragraph("p", "Juli Agustus 2017", spans=(Span(0, 4, "struck"),))
    assert block_line(block).text == "Agustus 2017"
    assert struck(Paragraph("p", "batal", spans=(Span(0, 5, "struck"),)))


def test_a_cell_gives_a_line_a_paragraph_and_none_if_hidden() -> None:
    cell = Cell(1, 1, (Paragraph("p", "1) satu"), Paragraph("p", ""), ListItem("p", "dua", 0, "2)")))
    assert [line.label for line in cell_lines(cell)] == ["1", "2"]
    assert cell_text(cell) == "1) satu\n2) dua"
    assert cell_text(Cell(1, 1, (Paragraph("p", "x"),), hidden=True)) == ""


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    assert cell_text(Cell(1, 1, (table("a | b\nc | d"),))) == "a | b\nc | d"


@pytest.mark.parametrize(
    "text, label, box, rest",
    [
        ("1. [x] Mendata desa", "1", "ticked", "Mendata desa"),
        ("☐ 2. Mendata desa", "2", "open", "Mendata desa"),
        ("• ☐ Mendata desa", "•", "open", "Mendata desa"),
        ("[ ] Mendata desa", "[]", "open", "Mendata desa"),
        ("a. 1) Mendata desa", "a", "", "1) Mendata desa"),
    ],
)
def test_boxes_beside_other_labels(text: str, label: str, box: str, rest: str) -> None:
    line = labelled(text)
    assert (line.label, line.box, line.text) == (label, box, rest)


def test_a_box_as_an_automatic_label() -> None:
    assert block_line(ListItem("p", "Mendata desa", 0, "☐")).box == "open"
    assert block_line(ListItem("p", "☑ Mendata desa", 0, "1.")) == Line(
        "1. ☑ Mendata desa", "1", "Mendata desa", 0, "☑"
    )
