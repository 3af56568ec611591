"""What is compared: mentions of work, each from one place, as columns of equal length."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from tasks.merging.arrays import Ints
from tasks.merging.matching.offices import held
from tasks.merging.words import fold
from tasks.model.values import Level, parts

OPEN = np.iinfo(np.int32).min
"""A side of a period that is not stated, a sum that is not stated."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who and where: folded names, ascending. regional: whether one of them is an office below the centre.

    held: other owners' names that may mean an owner of these, see `offices.held`.
    """

    owners: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    regional: bool = False
    held: tuple[str, ...] = ()

    @property
    def involved(self) -> frozenset[str]:
        """Owners and supporters."""
        return frozenset((*self.owners, *self.supporters))


@dataclass(frozen=True, slots=True)
class Mentions:
    """texts: the actions as written; party: number in `parties`, which are distinct and ascending.

    file: number of the file, smaller for names that come first, -1 for a file of its own; start, end: days since
    1970, OPEN if not stated; budget: OPEN if not stated. Nothing here depends on where a row stands.
    """

    texts: Sequence[str]
    party: Ints
    parties: tuple[Party, ...]
    file: Ints
    start: Ints
    end: Ints
    budget: Ints

    def __len__(self) -> int:
        return len(self.party)

    def some(self, rows: Ints) -> "Mentions":
        """These rows alone; parties keep their numbers."""
        texts = np.empty(len(self), np.object_)
        texts[:] = self.texts
        return replace(self.columns(rows), texts=texts[rows].tolist())

    def columns(self, rows: Ints) -> "Mentions":
        """As `some`, without texts: what compares pairs looks at none."""
        columns = {name: getattr(self, name)[rows] for name in ("party", "file", "start", "end", "budget")}
        return replace(self, texts=(), **columns)


def mentions(records: pd.DataFrame) -> Mentions:
    """The records of a frame (schema RECORDS), in its order."""
    cells = [records[c] for c in ("owners", "supporters", "regions", "levels")]
    party, parties = numbered([_party(*row) for row in zip(*cells, strict=True)])
    names = held({name for some in parties for name in some.owners})
    return Mentions(
        texts=records["action"].tolist(),
        party=party,
        parties=tuple(
            replace(p, held=_distinct(other for n in p.owners for other in names.get(n, ()))) for p in parties
        ),
        file=_ranks(records["file"].tolist()),
        start=np.array([day(cell) for cell in records["start"]], np.int64),
        end=np.array([day(cell) for cell in records["end"]], np.int64),
        budget=np.array([_sum(cell) for cell in records["budget"]], np.int64),
    )


def numbered(parties: Sequence[Party]) -> tuple[Ints, tuple[Party, ...]]:
    """The number of each party, and the distinct ones in order."""
    distinct = sorted(set(parties))
    number = {party: n for n, party in enumerate(distinct)}
    return np.fromiter((number[party] for party in parties), np.int64, len(parties)), tuple(distinct)


@cache
def day(iso: str) -> int:
    """An ISO day as days since 1970, OPEN if empty."""
    return date.fromisoformat(iso).toordinal() - date(1970, 1, 1).toordinal() if iso else OPEN


@cache
def _sum(cell: str) -> int:
    """A sum without its currency, OPEN if none is stated."""
    digits = cell.rpartition(" ")[2]
    return int(digits) if digits.isdecimal() else OPEN


@cache
def _party(owners: str, supporters: str, regions: str, levels: str) -> Party:
    regional = bool(regions) or any(level not in (Level.CENTRAL, Level.OTHER) for level in parts(levels))
    return Party(_names(owners), _names(supporters), _names(regions), regional)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _names(cell: str) -> tuple[str, ...]:
    return _distinct(map(fold, parts(cell)))


def _ranks(names: Sequence[str]) -> Ints:
    rank: Mapping[str, int] = {name: n for n, name in enumerate(sorted(set(names)))}
    return np.array([rank[name] for name in names], np.int64)
