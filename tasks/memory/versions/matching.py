"""Which record of one version is which of the next, also where it was reworded, moved or handed to another owner.

Records that say the same in action, owners and regions are the same. Of those left over, one is taken for another if
enough of their words are common: how many is enough depends on what else they share (owners and regions, the place,
the neighbours), and the best pair is taken first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tasks.merging.entry import Entry, entries
from tasks.merging.reasons.doubts import fingerprints
from tasks.merging.vetoes import vetoes
from tasks.merging.words import words

ALIKE: Final = 0.55
ALIKE_IN_PLACE: Final = 0.4
ALIKE_ELSEWHERE: Final = 0.8
"""Shares of common words from which on a text counts as the same work: whose owners and regions are the same; which
has these and stands in the same place or between the same neighbours; of which neither is so."""

_MANY: Final = 400
"""A word that so many leftover records have tells nothing."""

_ROUNDS: Final = 3
"""How often the rest is looked at again, with the neighbours that have been found by then."""

_OTHER_WORK: Final = frozenset({"act", "product"})
_OTHER_WORK_HERE: Final = frozenset({"act"})
"""Vetoes of merging that also tell two works from two versions of one, whose owners and dates may be changed."""

Rows = tuple[int, int]
"""A record of the earlier version and the one that it is in the later, by their rows."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A record that says what no record of the other version says."""

    row: int
    entry: Entry
    words: frozenset[str]


def same_records(before: pd.DataFrame, after: pd.DataFrame) -> dict[int, int]:
    """Row of each earlier record that is still there → its row among the later ones (schema RECORDS both)."""
    found = dict(_unchanged(before, after))
    gone = _left(before, found)
    new = _left(after, frozenset(found.values()))
    for _ in range(_ROUNDS):
        chosen = _best(gone, new, found, len(after))
        found |= chosen
        gone = [left for left in gone if left.row not in chosen]
        new = [left for left in new if left.row not in set(chosen.values())]
    return found


def _unchanged(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Rows]:
    """Records that say the same; of several those in the same place, then one after the other."""
    had, has = _by_print(before), _by_print(after)
    for print_, rows in had.items():
        others = dict.fromkeys(has.get(print_, ()))
        if len(rows) == len(others) == 1:
            yield rows[0], next(iter(others))
            continue
        at = {_place(after, other): other for other in reversed(others)}
        rest = []
        for row in rows:
            other = at.get(_place(before, row))
            if other in others:
                del others[other]
                yield row, other
            else:
                rest.append(row)
        yield from zip(rest, others, strict=False)


def _by_print(records: pd.DataFrame) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, print_ in enumerate(fingerprints(records)):
        found.setdefault(print_, []).append(row)
    return found


def _place(records: pd.DataFrame, row: int) -> tuple[str, str]:
    return str(records["file"].iat[row]), str(records["locator"].iat[row])


def _left(records: pd.DataFrame, matched: Mapping[int, int] | frozenset[int]) -> list[_Left]:
    rows = [row for row in range(len(records)) if row not in matched]
    told = zip(rows, entries(records.iloc[rows]), strict=True)
    return [_Left(row, entry, frozenset(words(entry.text))) for row, entry in told]


def _best(gone: Sequence[_Left], new: Sequence[_Left], found: Mapping[int, int], count: int) -> dict[int, int]:
    """The pairs that are enough alike, each record in one of them, the likest first."""
    back = {row: other for other, row in found.items()}
    pairs = sorted(
        (-score, one.row, other.row)
        for one, other in _likely(gone, new)
        if (score := _alike(one, other, _between(one.row, other.row, found, back, count)))
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, other in pairs:
        if row not in chosen and other not in taken:
            chosen[row] = other
            taken.add(other)
    return chosen


def _likely(gone: Sequence[_Left], new: Sequence[_Left]) -> Iterator[tuple[_Left, _Left]]:
    """Pairs with enough words in common, of those that few records have; and those in the same place."""
    having: dict[str, list[int]] = defaultdict(list)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, other in enumerate(new):
        places[other.entry.file, other.entry.locator].append(n)
        for word in other.words:
            having[word].append(n)
    for one in gone:
        telling = [rows for word in one.words if len(rows := having.get(word, [])) <= _MANY]
        common = Counter(n for rows in telling for n in rows)
        near = {n for n, many in common.items() if many >= ALIKE_IN_PLACE * len(telling)}
        near.update(places.get((one.entry.file, one.entry.locator), ()))
        yield from ((one, new[n]) for n in sorted(near))


def _between(row: int, other: int, found: Mapping[int, int], back: Mapping[int, int], count: int) -> bool:
    """Whether both stand behind the same record, or before the same one."""
    behind = found.get(row - 1) == other - 1 if row and other else row == other == 0
    ahead = back.get(other + 1) == row + 1 if other + 1 < count else False
    return behind or ahead


def _alike(one: _Left, other: _Left, between: bool) -> float:
    """How alike two records are that may be one work, else 0."""
    a, b = one.entry, other.entry
    theirs = (a.owners, a.regions) == (b.owners, b.regions)
    here = between or (a.file, a.locator) == (b.file, b.locator)
    common = len(one.words & other.words) / max(len(one.words | other.words), 1)
    least = ALIKE_IN_PLACE if theirs and here else ALIKE if theirs or here else ALIKE_ELSEWHERE
    numbers = any(letter.isdigit() for word in one.words ^ other.words for letter in word)
    if common < least or (numbers and not (theirs and here)):
        return 0.0
    if common < 1 and not (_OTHER_WORK if not here else _OTHER_WORK_HERE).isdisjoint(vetoes(a, b)):
        return 0.0
    return common + 0.2 * theirs + 0.1 * here
