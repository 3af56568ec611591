"""A record made comparable: what it is about, who, where and when, each computed once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from tasks.merging.essence import Essence, essence
from tasks.merging.words import fold
from tasks.model.values import Level, parts

FOREVER = 12 * 10_000
"""A month after all others; its negative is one before all others."""

_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, comparable. place: its position in the frame; involved: owners and supporters; start, end: months.

    Months count from year 0; a side of a period that is open reaches to FOREVER, both do if none is stated.
    """

    place: int
    file: str
    locator: str
    text: str
    about: Essence
    acronyms: frozenset[str]
    owners: frozenset[str]
    involved: frozenset[str]
    regions: frozenset[str]
    regional: bool
    start: int
    end: int

    @property
    def name(self) -> tuple[str, str, str]:
        """What sets this record apart, wherever it stands in the frame."""
        return self.text, self.file, self.locator

    def years(self) -> set[str]:
        """The years of the period, as far as its sides are stated."""
        first = self.start if self.start > -FOREVER else self.end
        last = self.end if self.end < FOREVER else self.start
        return {str(year) for year in range(first // 12, last // 12 + 1)} if abs(first) < FOREVER else set()


def entries(records: pd.DataFrame) -> Iterator[Entry]:
    """The records of a frame (schema RECORDS), in its order, each taken apart when its turn comes."""
    columns = ("file", "locator", "action", "owners", "levels", "supporters", "regions", "start", "end")
    return (_entry(n, *cells) for n, cells in enumerate(zip(*(records[c].tolist() for c in columns), strict=True)))


def month(day: str) -> int | None:
    """An ISO day as a count of months, None if empty."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1 if day else None


def _entry(
    place: int,
    file: str,
    locator: str,
    action: str,
    owners: str,
    levels: str,
    supporters: str,
    regions: str,
    start: str,
    end: str,
) -> Entry:
    first, last = month(start), month(end)
    return Entry(
        place=place,
        file=file,
        locator=locator,
        text=fold(action),
        about=essence(action, (*parts(owners), *parts(regions))),
        acronyms=_acronyms(action),
        owners=_names(owners),
        involved=_names(owners) | _names(supporters),
        regions=_names(regions),
        regional=bool(regions) or any(level not in (Level.CENTRAL, Level.OTHER) for level in parts(levels)),
        start=-FOREVER if first is None else first,
        end=FOREVER if last is None else last,
    )


@lru_cache(maxsize=65536)
def _names(cell: str) -> frozenset[str]:
    return frozenset(fold(name) for name in parts(cell))


def _acronyms(action: str) -> frozenset[str]:
    """Words in capitals, unless the whole action is written so."""
    return frozenset() if action.isupper() else frozenset(fold(word) for word in _ACRONYM.findall(action))
