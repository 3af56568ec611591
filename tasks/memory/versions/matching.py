"""Which record of one version is which of the next, also where it was reworded, moved or handed to another owner.

Records that say the same in action, owners and regions are the same, of several such the one with the same dates and in
the same place. Of those left over, one is taken for another if
enough of their words are common: how many is enough depends on what else they share (owners and regions, the place,
the neighbours), and the best pair is taken first.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from tasks.memory.versions.likeness import ALIKE_IN_PLACE, REST, Left, alike, said
from tasks.merging.entry import entries
from tasks.merging.reasons.doubts import fingerprints

_MANY: Final = 400
"""A word that so many leftover records have tells nothing."""

_ROUNDS: Final = 3
"""How often the rest is looked at again, with the neighbours that have been found by then."""

_PLACE: Final = ("file", "locator")
_DAYS: Final = ("start", "end", "period_text")
_MARKS: Final = 4
"""How many marks a record has by which it is told apart (`_marks`)."""

Rows = tuple[int, int]
"""A record of the earlier version and the one that it is in the later, by their rows."""


def same_records(before: pd.DataFrame, after: pd.DataFrame) -> dict[int, int]:
    """Row of each earlier record that is still there → its row among the later ones (schema RECORDS both)."""
    found = dict(_unchanged(before, after))
    gone = _left(before, found, {})
    new = _left(after, frozenset(found.values()), earlier_names(before, after, found))
    for _ in range(_ROUNDS):
        chosen = _best(gone, new, found, len(after))
        found |= chosen
        gone = [left for left in gone if left.row not in chosen]
        new = [left for left in new if left.row not in set(chosen.values())]
    return found


def _unchanged(before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Rows]:
    """Records that say the same; of several those with the same dates in the same place, and so on (`_marks`)."""
    had, has = _by_print(before), _by_print(after)
    for print_, rows in had.items():
        others = has.get(print_, [])
        if len(rows) == len(others) == 1:
            yield rows[0], others[0]
        else:
            yield from _several(before, rows, after, others)


def _several(before: pd.DataFrame, rows: Sequence[int], after: pd.DataFrame, others: Sequence[int]) -> Iterator[Rows]:
    had, has = ({row: _marks(table, row) for row in some} for table, some in ((before, rows), (after, others)))
    for mark in range(_MARKS):
        at: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for other, marks in has.items():
            at[marks[mark]].append(other)
        for row in [row for row, marks in had.items() if at[marks[mark]]]:
            if at[had[row][mark]]:
                other = at[had[row][mark]].pop(0)
                del had[row], has[other]
                yield row, other


def _by_print(records: pd.DataFrame) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, print_ in enumerate(fingerprints(records)):
        found.setdefault(print_, []).append(row)
    return found


def _marks(records: pd.DataFrame, row: int) -> tuple[tuple[str, ...], ...]:
    """What tells records apart that say the same, the surest first: dates and place, dates, place, nothing."""
    place, days = (tuple(str(records[name].iat[row]) for name in names) for names in (_PLACE, _DAYS))
    return (*place, *days), days, place, ()


def earlier_names(before: pd.DataFrame, after: pd.DataFrame, same: Mapping[int, int]) -> dict[str, str]:
    """The name that files had of which there was none before: that of one gone, of which they have most records."""
    had, has = before["file"].tolist(), after["file"].tolist()
    gone, new = set(had) - set(has), set(has) - set(had)
    moved: dict[str, Counter[str]] = {}
    for row, other in same.items():
        if had[row] in gone and has[other] in new:
            moved.setdefault(has[other], Counter())[had[row]] += 1
    return {file: names.most_common(1)[0][0] for file, names in moved.items()}


def _left(records: pd.DataFrame, matched: Mapping[int, int] | frozenset[int], names: Mapping[str, str]) -> list[Left]:
    rows = [row for row in range(len(records)) if row not in matched]
    some = records.iloc[rows]
    rest = zip(*(some[name].tolist() for name in REST), strict=True)
    told = zip(rows, entries(some), rest, strict=True)
    return [Left(row, names.get(entry.file, entry.file), entry, said(entry.text), cells) for row, entry, cells in told]


def _best(gone: Sequence[Left], new: Sequence[Left], found: Mapping[int, int], count: int) -> dict[int, int]:
    """The pairs that are enough alike, each record in one of them, the likest first."""
    back = {row: other for other, row in found.items()}
    pairs = sorted(
        (-score, one.row, other.row)
        for one, other in _likely(gone, new)
        if (score := alike(one, other, _between(one.row, other.row, found, back, count)))
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, other in pairs:
        if row not in chosen and other not in taken:
            chosen[row] = other
            taken.add(other)
    texts = {left.row: left.words for left in new}
    return {row: _first(one.words, chosen[row], texts, taken) for one in gone if (row := one.row) in chosen}


def _first(told: frozenset[str], row: int, texts: Mapping[int, frozenset[str]], taken: Collection[int]) -> int:
    """Of parts of a work that stand one behind the other and have as much in common with it, the first bears it on."""
    while row - 1 in texts and row - 1 not in taken and len(texts[row - 1] & told) >= len(texts[row] & told):
        row -= 1
    return row


def _likely(gone: Sequence[Left], new: Sequence[Left]) -> Iterator[tuple[Left, Left]]:
    """Pairs with enough words in common, of those that few records have; and those in the same place."""
    having: dict[str, list[int]] = defaultdict(list)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, other in enumerate(new):
        places[other.file, other.entry.locator].append(n)
        for word in other.words:
            having[word].append(n)
    for one in gone:
        telling = [rows for word in one.words if len(rows := having.get(word, [])) <= _MANY]
        common = Counter(n for rows in telling for n in rows)
        near = {n for n, many in common.items() if many >= ALIKE_IN_PLACE * len(telling)}
        near.update(places.get((one.file, one.entry.locator), ()))
        yield from ((one, new[n]) for n in sorted(near))


def _between(row: int, other: int, found: Mapping[int, int], back: Mapping[int, int], count: int) -> bool:
    """Whether both stand behind the same record, or before the same one."""
    behind = found.get(row - 1) == other - 1 if row and other else row == other == 0
    ahead = back.get(other + 1) == row + 1 if other + 1 < count else False
    return behind or ahead
