"""The heads of offices that are named after a scheme ("Dinas Pendidikan", "Ditjen"), from institution_patterns.csv."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tasks.model.values import Institution, Level
from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, key


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of institution_patterns.csv: what the head is called, what may follow it, at which level it stands."""

    canonical: str
    slots: frozenset[str]
    level: Level | None
    office: str
    in_cells_only: bool


class Named(NamedTuple):
    """An institution read from words up to `end`; `office`: the kind of office of which a region has one.

    unit: part of a ministry or agency ("Direktorat X"); house: the one that the words behind name, "" if none.
    """

    institution: Institution
    end: int
    office: str = ""
    unit: bool = False
    house: str = ""


@cache
def patterns() -> Phrases[tuple[Pattern, ...]]:
    """All patterns by their heads, those of one head in the order of the file."""
    grouped: dict[tuple[str, ...], tuple[str, list[Pattern]]] = {}
    for row in rows("institution_patterns"):
        level = Level(row["level"]) if row["level"] else None
        made = Pattern(row["canonical"], frozenset(row["slots"].split()), level, row["office"], row["where"] == "cell")
        for head in row["heads"].split(";"):
            grouped.setdefault(key(head), (head, []))[1].append(made)
    return Phrases((head, tuple(found)) for head, found in grouped.values())
