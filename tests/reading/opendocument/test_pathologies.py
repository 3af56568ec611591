"""Small OpenDocument files with one difficulty each, against the answers written down beside them."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from tasks.model.meeting import Source
from tasks.model.problem import Code
from tasks.reading.contents import Contents
from tasks.reading.opendocument.document import read_text_document
from tasks.reading.opendocument.slides import read_slides
from tasks.reading.opendocument.spreadsheet import read_spreadsheet
from tasks.reading.read import read_file
from tests.reading.packages import PATHOLOGIES, drawn

FOLDER = PATHOLOGIES / "odf"
TRUTH: dict[str, dict[str, Any]] = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
READERS = {"t": read_text_document, "s": read_spreadsheet, "p": read_slides}


def opened(name: str) -> Contents:
    return READERS[name[-1]]((FOLDER / name).read_bytes())


def with_key(key: str) -> list[str]:
    return [name for name in TRUTH if key in TRUTH[name]]


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def paragraphs(blocks: tuple[Block, ...]) -> list[list[str]]:
    return [[b.locator, b.text] for b in blocks if isinstance(b, Paragraph | Heading | ListItem)]


def notes(blocks: tuple[Block, ...]) -> list[Note]:
    return [block for block in blocks if isinstance(block, Note)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.*d[ost]*")), ids=lambda path: path.name)
def test_every_character_is_accounted_for(path: Path) -> None:
    document = read_file(Source(path, path.name, "0" * 64, "K1"))
    assert document.receipt is not None
    assert document.receipt.read > 0
    assert document.receipt.remainder == 0
    assert {problem.code for problem in document.problems} <= {Code.SHEET_HIDDEN}


@pytest.mark.parametrize("name", with_key("grid"))
def test_tables_have_the_right_grid(name: str) -> None:
    assert drawn(tables(opened(name).blocks)[0]) == TRUTH[name]["grid"]


@pytest.mark.parametrize("name", with_key("paragraphs"))
def test_paragraphs_stand_at_their_places(name: str) -> None:
    assert paragraphs(opened(name).blocks) == TRUTH[name]["paragraphs"]


@pytest.mark.parametrize("name", with_key("labels"))
def test_automatic_numbers(name: str) -> None:
    found = {b.text: b.label for b in opened(name).blocks if isinstance(b, ListItem | Heading)}
    labels = TRUTH[name]["labels"]
    assert {words: found.get(words) for words in labels} == labels


def test_the_view_before_tracked_changes() -> None:
    truth = TRUTH["D06_tracked.odt"]
    original = opened("D06_tracked.odt").original
    assert original is not None
    assert paragraphs(original) == truth["original"]
    assert drawn(tables(original)[0]) == truth["original_grid"]


def test_revisions_with_author_and_date() -> None:
    truth = TRUTH["D06_tracked.odt"]
    found = opened("D06_tracked.odt").revisions
    assert [[r.locator, r.change, r.unit, r.text] for r in found] == truth["revisions"]
    assert {(r.author, r.date) for r in found} == {(truth["author"], truth["date"])}


def test_comments_stand_behind_what_they_are_about() -> None:
    truth = TRUTH["D07_comments.odt"]
    blocks = opened("D07_comments.odt").blocks
    assert [block.kind for block in blocks] == ["paragraph", "note", "table", "note"]
    assert [[n.locator, n.text, n.anchor] for n in notes(blocks)] == truth["comments"]
    assert {(n.author, n.date) for n in notes(blocks)} == {(truth["author"], truth["date"])}


def test_a_coloured_cell_keeps_its_colour() -> None:
    (found,) = tables(opened("D16_symbols.odt").blocks)
    assert [cell.fill for cell in found.cells if cell.row == 4] == ["", "00B050", "00B050", ""]


def test_headers_come_first_and_footers_last() -> None:
    blocks = opened("D19_notes.odt").blocks
    first, last = blocks[0], blocks[-1]
    assert isinstance(first, Note)
    assert isinstance(last, Note)
    assert (first.locator, first.note, first.text) == ("header", "header", "HEADERTXT\nHDRTBL | ")
    assert (last.locator, last.note, last.text) == ("footer", "footer", "FOOTERTXT")


def test_hidden_rows_columns_and_sheets_are_flagged() -> None:
    book = opened("X03_hidden.ods")
    shown, *hidden = tables(book.blocks)
    assert {cell.text for cell in shown.cells if cell.hidden} == {"v13", "v23", "v33", "v43", "v31", "v32", "v34"}
    assert [(table.name, table.hidden) for table in hidden] == [("Tersembunyi", True), ("SangatTersembunyi", True)]
    assert [p.locator for p in book.problems] == ["sheet 'Tersembunyi'", "sheet 'SangatTersembunyi'"]


def test_a_filter_hides_rows_also_in_a_flat_file() -> None:
    (found,) = tables(opened("X10_filter.fods").blocks)
    assert {cell.row for cell in found.cells if cell.hidden} == {4}


def test_dates_and_durations_are_data() -> None:
    cells = [cell for cell in tables(opened("X06_dates.ods").blocks)[0].cells if cell.row == 2]
    assert [(cell.text, cell.value, cell.number_format) for cell in cells] == [
        ("12 March 2018", date(2018, 3, 12), "dd mmmm yyyy"),
        ("2018-04-05 13:30", datetime(2018, 4, 5, 13, 30), "yyyy-mm-dd hh:mm"),  # noqa: DTZ001
        ("12 Maret 2018", date(2018, 3, 12), "[$-421]dd mmmm yyyy"),
        ("30:00", 1.25, "[h]:mm"),
    ]


def test_numbers_are_data() -> None:
    cells = [cell for cell in tables(opened("X07_numbers.ods").blocks)[0].cells if cell.row == 2]
    assert [cell.value for cell in cells] == ["007", 0.25, 1_500_000, 0.3, "1.500.000"]


def test_months_that_only_a_colour_marks() -> None:
    (found,) = tables(opened("X09_marks.ods").blocks)
    assert [(c.col, c.fill) for c in found.cells if c.row == 4] == [(1, ""), (2, "00B050"), (3, "00B050")]


def test_comments_of_a_worksheet() -> None:
    (found,) = notes(opened("X11_comments.ods").blocks)
    assert (found.locator, found.text, found.anchor) == ("sheet 'Sheet', row 1, comment 1", "KOMENSEL", "isi")


def test_a_text_box_of_a_worksheet_has_the_place_of_its_row() -> None:
    assert paragraphs(opened("X17_textbox.ods").blocks) == [["sheet 'Sheet', row 2", "XLBOX"]]


def test_notes_of_the_speaker_and_hidden_slides() -> None:
    blocks = opened("P02_group.odp").blocks
    assert [(n.locator, n.note, n.text) for n in notes(blocks)] == [("slide 1, notes", "speaker", "NOTETXT")]
    assert [block.at.hidden for block in blocks] == [False, False, False, True]


def test_a_chart_is_a_table_with_places_of_its_own() -> None:
    (found,) = tables(opened("P05_chart.odp").blocks)
    assert found.row_locator(2) == "slide 1, chart 1, row 2"
