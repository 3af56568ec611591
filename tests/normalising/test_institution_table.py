"""Written forms of institutions by the table institutions.txt, written from usage; properties of what is read."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tasks.model.values import Level
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer


@dataclass(frozen=True)
class Cell:
    """A cell, whose meeting it is of ("year | language | host"), and what it says: name, level, region, role."""

    meeting: str
    text: str
    meant: tuple[tuple[str, ...], ...]


def table() -> list[Cell]:
    """The cells of institutions.txt."""
    cells: list[Cell] = []
    meeting = ""
    for line in (Path(__file__).parent / "institutions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            meeting = line[1:].strip()
        elif line and not line.startswith("#"):
            text, *meant = (part.strip() for part in line.split("|"))
            if text:
                cells.append(Cell(meeting, text, ()))
            said = cells[-1]
            row = (said.text if meant[0] == "=" else meant[0], *meant[1:])
            cells[-1] = Cell(said.meeting, said.text, (*said.meant, row))
    return cells


@cache
def directory(meeting: str) -> Directory:
    year, language, host = (part.strip() for part in meeting.split("|"))
    return Directory.load(Gazetteer.load(int(year), language=language), language=language, host=host)


TABLE = table()


def test_the_table_is_large_and_its_levels_exist() -> None:
    assert len(TABLE) >= 350
    assert {level for cell in TABLE for _, level, *_ in cell.meant} <= set(Level)


@pytest.mark.parametrize("cell", TABLE, ids=[cell.text for cell in TABLE])
def test_written_form(cell: Cell) -> None:
    found = directory(cell.meeting).split(cell.text)
    read = [(m.institution.name, m.institution.level, m.institution.region, m.role) for m in found]
    assert read == list(cell.meant)


SINGLE = [cell for cell in TABLE if len(cell.meant) == 1]


@given(st.sampled_from(SINGLE))
def test_a_canonical_name_stands_for_itself(cell: Cell) -> None:
    (found,) = directory(cell.meeting).split(cell.text)
    (again,) = directory(cell.meeting).split(found.institution.name)
    assert again.institution.level == found.institution.level
    assert again.institution.name == found.institution.name


@given(st.sampled_from(SINGLE), st.sampled_from(SINGLE))
def test_a_line_for_each_keeps_both(one: Cell, other: Cell) -> None:
    if one.meeting != other.meeting or one.meant == other.meant:
        return
    found = directory(one.meeting).split(f"{one.text}\n{other.text}")
    assert [m.institution.name for m in found] == [one.meant[0][0], other.meant[0][0]]


@given(st.sampled_from(SINGLE), st.sampled_from(["didukung", "supported by", "Pendukung:"]))
def test_who_is_said_to_support_does(cell: Cell, words: str) -> None:
    assume(cell.text != "LKPP")
    found = directory(cell.meeting).split(f"LKPP {words} {cell.text}")
    assert [m.role for m in found][-1] == "support"


PLACES = ["Blue Hills", "Kasama", "Nyeri", "Green Valley"]


@given(st.sampled_from(PLACES))
def test_an_office_and_a_short_form_of_it_are_of_the_same_place(place: str) -> None:
    spellings = [
        f"District Health Office of {place}",
        f"DHO {place}",
        f"DHO {place} District",
        f"{place} District Health Office",
    ]
    read = [directory("2021 | en | Ministry of Health").split(text) for text in spellings]
    assert {(m.institution.level, m.institution.region) for (m,) in read} == {("district", f"{place} District")}
