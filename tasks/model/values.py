"""Values of the domain, each with the words it came from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SEPARATOR = "; "
"""Between several values in one cell of a table."""


class Level(StrEnum):
    """Level of government of an institution."""

    CENTRAL = "central"
    CENTRAL_UNIT = "central-unit"
    PROVINCE = "province"
    DISTRICT = "district"
    SCHOOL = "school"
    OTHER = "other"


class Sense(StrEnum):
    """How a stated period binds: all of it, some time within it, not after it, not before it …"""

    WITHIN = "within"
    WHOLE = "whole"
    BY = "by"
    FROM = "from"
    RECURRING = "recurring"
    RELATIVE = "relative"
    NONE = "none"


class Grain(StrEnum):
    """How finely a period is stated, the finest first; a decade is a third of a month, a third four months."""

    DAY = "day"
    WEEK = "week"
    DECADE = "decade"
    MONTH = "month"
    QUARTER = "quarter"
    THIRD = "third"
    SEMESTER = "semester"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included; None on a side that is open or not stated. `text`: the words.

    grain: of the coarsest part that is stated, of a recurrence its interval, of a distance its unit.
    """

    start: date | None
    end: date | None
    sense: Sense
    text: str
    grain: Grain | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of its currency (ISO 4217)."""

    amount: int
    text: str
    currency: str = "IDR"

    def cell(self) -> str:
        """As a table holds it: rupiah in digits, others as code and number."""
        return str(self.amount) if self.currency == "IDR" else f"{self.currency} {self.amount}"


@dataclass(frozen=True, slots=True)
class Region:
    """A province or district by its official code; `parent` is the province's code."""

    code: str
    name: str
    level: Level
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Institution:
    """An office by its canonical name; `region` is the canonical name of the region it serves, empty if none."""

    name: str
    level: Level
    region: str = ""


def joined(values: "list[str] | tuple[str, ...]") -> str:
    """Several values as one cell of a table, doubles left out, order kept."""
    return SEPARATOR.join(dict.fromkeys(v for v in values if v))


def parts(cell: str) -> list[str]:
    """The values of a cell with several."""
    return [value.strip() for value in cell.split(";") if value.strip()]
