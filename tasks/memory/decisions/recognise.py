"""Finds in the records of a run the texts that people decided on, also when they have been reworded since.

A text is known by its fingerprint (action, owners, regions; not by file, place or number), else by that which its
record has by now, if that was reworded since the last run, else by those of a record that was one work with it.
Failing that, a record of which no earlier run knew is taken for it, reworded, if it has the same owners and regions, or
the same place, if most of its words are the same, all numbers are, nothing forbids that the two are one work, and no
other record comes near it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Final

import pandas as pd

from tasks.merging.entry import Entry, entries
from tasks.merging.reasons.doubts import fingerprints
from tasks.merging.vetoes import vetoes
from tasks.merging.words import words
from tasks.model.decisions import Side
from tasks.model.tables import RECORDS, frame

ALIKE: Final = 0.6
ALIKE_IN_PLACE: Final = 0.75
"""Shares of common words from which on a text counts as reworded: with the same owners and regions, or in its place."""

CLEAR: Final = 0.1
"""By how much the best must be ahead of the next."""

_CELLS: Final = tuple(f.name for f in fields(Side) if f.name != "prints")


@dataclass(frozen=True)
class Earlier:
    """What earlier runs knew.

    known: all fingerprints that records had; heirs: those of this run by that which a record had in the last one.
    """

    known: Collection[str] = ()
    heirs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A text in the records of a run: as it stands there, in which of them, and whether it was reworded."""

    side: Side
    row: int
    reworded: bool = False

    @property
    def print(self) -> str:
        """Its fingerprint."""
        return self.side.prints[0]


class Recogniser:
    """The records of a run (schema RECORDS)."""

    def __init__(self, records: pd.DataFrame, earlier: Earlier) -> None:
        self._records, self._earlier = records, earlier
        self._prints = fingerprints(records)
        self._rows: dict[str, list[int]] = {}
        for row, name in enumerate(self._prints):
            self._rows.setdefault(name, []).append(row)

    def __contains__(self, name: str) -> bool:
        """Whether a record has this fingerprint."""
        return name in self._rows

    def find(self, side: Side, other: Side) -> Found | None:
        """A side in the records; a record of the other side is not taken for a rewording of it."""
        for print_ in side.prints:
            for name in (print_, *self._earlier.heirs.get(print_, ())):
                if name in self._rows and (name == print_ or name not in other.prints):
                    row = self._at_home(self._rows[name], side)
                    return Found(self._side(row, side), row, reworded=name not in side.prints)
        new = self._reworded(side, frozenset(other.prints))
        return None if new is None else Found(self._side(new, side), new, reworded=True)

    def present(self, side: Side) -> list[str]:
        """The fingerprints of a side that records have."""
        return [name for name in side.prints if name in self._rows]

    def _at_home(self, rows: Sequence[int], side: Side) -> int:
        """Of several records that say the same the one in the place of before, else the first."""
        if len(rows) == 1:
            return rows[0]
        places = (self._records["file"], self._records["locator"])
        return next((row for row in rows if tuple(c.iloc[row] for c in places) == (side.file, side.locator)), rows[0])

    def _side(self, row: int, before: Side) -> Side:
        cells = {name: str(self._records[name].iloc[row]) for name in _CELLS}
        twins = (name for print_ in before.prints[:1] for name in self._earlier.heirs.get(print_, ()))
        return Side(**cells, prints=tuple(dict.fromkeys((self._prints[row], *before.prints, *twins))))

    def _reworded(self, side: Side, others: frozenset[str]) -> int | None:
        told = _entry(side)
        near = {row for key in _keys(told) for row in self._new.get(key, ()) if self._prints[row] not in others}
        likely = sorted(((_alike(told, self._entries[row]), -row) for row in near), reverse=True)
        best = next(((like, -row) for like, row in likely if like), None)
        if best is None:
            return None
        next_best = next((like for like, row in likely if self._prints[-row] != self._prints[best[1]]), 0.0)
        return best[1] if best[0] - next_best >= CLEAR else None

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        """The records that no earlier run had."""
        rows = [row for row, name in enumerate(self._prints) if name not in self._earlier.known]
        return dict(zip(rows, entries(self._records.iloc[rows]), strict=True))

    @cached_property
    def _new(self) -> dict[tuple[object, object], list[int]]:
        """The same by what a rewording leaves as it was."""
        found: dict[tuple[object, object], list[int]] = {}
        for row, entry in self._entries.items():
            for key in _keys(entry):
                found.setdefault(key, []).append(row)
        return found


def _keys(entry: Entry) -> tuple[tuple[object, object], tuple[object, object]]:
    """Whose and where a text is, and where it stands."""
    return (entry.owners, entry.regions), (entry.file, entry.locator)


def _entry(side: Side) -> Entry:
    return next(iter(entries(frame(RECORDS, [{name: getattr(side, name) for name in _CELLS}]))))


def _alike(before: Entry, now: Entry) -> float:
    """Share of common words if the second may be the first, reworded; else 0."""
    in_place = (before.file, before.locator) == (now.file, now.locator)
    if not in_place and (before.owners, before.regions) != (now.owners, now.regions):
        return 0.0
    mine, yours = frozenset(words(before.text)), frozenset(words(now.text))
    like = len(mine & yours) / max(len(mine | yours), 1)
    least = ALIKE_IN_PLACE if (before.owners, before.regions) != (now.owners, now.regions) else ALIKE
    numbers = {word for word in mine ^ yours if any(letter.isdigit() for letter in word)}
    return 0.0 if like < least or numbers or any(vetoes(before, now)) else like
