"""A workbook that people filled in: its rows, who saved it and when; damage is refused in words."""

import io
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.decisions import Review
from tasks.reading.folder.decisions_file import Row, read_filled
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import load
from tasks.rendering.decisions.sheets import decisions_file

OURS = decisions_file(Review(), load("id"), {})


def saved(data: bytes) -> bytes:
    """The same as somebody saves it, on a day of 2017, with a hidden row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.properties.lastModifiedBy = "Ani"
    book.worksheets[0].append(["1", "Menyusun", "  sama "])
    book.worksheets[0].row_dimensions[4].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_rows_are_read_with_their_numbers_hidden_ones_too() -> None:
    found = read_filled(saved(OURS))
    assert [sheet.name for sheet in found.sheets] == ["Pertanyaan", "Sudah diputuskan"]
    assert found.sheets[0].rows[-1] == (4, {1: "1", 2: "Menyusun", 3: "sama"})


def test_who_saved_it_and_when_is_told_where_the_file_says_so() -> None:
    found = read_filled(saved(OURS))
    assert found.saved_by == "Ani"
    assert datetime.fromisoformat(found.saved_on)
    assert (read_filled(OURS).saved_by, read_filled(OURS).saved_on) == ("", "")


@pytest.mark.parametrize(
    "data", [b"", b"no workbook", OURS[: len(OURS) // 2], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99]
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(CannotReadError):
        read_filled(data)


@given(st.lists(st.tuples(st.integers(0, len(OURS) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_damage_is_refused_or_harmless(damage: list[tuple[int, int]]) -> None:
    data = bytearray(OURS)
    for place, value in damage:
        data[place] = value
    causes, rows = tried(bytes(data))
    assert all(cause in load("id") for cause in causes)
    assert all(words for _, words in rows)


def tried(data: bytes) -> tuple[list[str], list[Row]]:
    """Why the bytes are refused, or their rows."""
    try:
        return [], [row for sheet in read_filled(data).sheets for row in sheet.rows]
    except CannotReadError as error:
        return [error.cause], []
