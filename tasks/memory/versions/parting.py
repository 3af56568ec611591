"""Works that were divided, and works that were put together, in the documents themselves.

Of a divided work one part is the same record as before (`matching`); the others are new records that say all that the
old one said and more (its phases), or a part of it that the first no longer says. Putting together is the same, seen
from the later version. Where such a record has neither more nor less than this in common, it is a work of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tasks.memory.versions.likeness import said as words_of

WHOLE: Final = 0.9
"""Share of a text's words that must stand in the other one, so that it counts as contained in it."""

_FEWEST: Final = 3
"""Texts of fewer words are contained in too many others."""

_MANY: Final = 400
"""A word that so many changed records have tells nothing."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Changed:
    """A record that has other words now: its row in the version where it is one, its words there, and in the other."""

    row: int
    whole: Words
    part: Words


def divided(before: pd.DataFrame, after: pd.DataFrame, same: Mapping[int, int]) -> dict[int, int]:
    """Row of each new record that is a part of an earlier one → row of that one (schema RECORDS both).

    same: row of each earlier record that is still there → its row among the later ones.
    """
    return dict(_parts(before, after, same))


def gathered(before: pd.DataFrame, after: pd.DataFrame, same: Mapping[int, int]) -> dict[int, int]:
    """Row of each earlier record that has gone into one that is still there → row of that one among the later ones."""
    return dict(_parts(after, before, {new: old for old, new in same.items()}))


def _parts(one: pd.DataFrame, many: pd.DataFrame, same: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Records of the version with the parts that have none in the other → the record there that they are a part of."""
    back = {there: here for here, there in same.items()}
    loose = [row for row in range(len(many)) if row not in back]
    if not loose:
        return
    said, whole = many["action"].tolist(), one["action"].tolist()
    changed = {
        there: _Changed(here, words_of(whole[here]), words_of(said[there]))
        for there, here in back.items()
        if whole[here] != said[there]
    }
    near = _Near(changed, many["file"].tolist(), loose)
    for row in loose:
        told = words_of(said[row])
        if len(told) >= _FEWEST:
            found = next((c.row for c in near.to(row, told) if _is_part(told, c)), None)
            if found is not None:
                yield row, found


class _Near:
    """The changed records of the version with the parts, by where they stand and what is in one version alone."""

    def __init__(self, changed: Mapping[int, _Changed], files: Sequence[str], loose: Collection[int]) -> None:
        self._changed, self._files, self._loose = changed, files, frozenset(loose)
        self._having: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row, told in changed.items():
            for word in told.whole - told.part:
                self._having[files[row], word].append(row)

    def to(self, row: int, told: Words) -> Iterator[_Changed]:
        """Those beside a record first, then those of its document that lack most of its words."""
        for step in (-1, 1):
            at = row + step
            while at in self._loose:
                at += step
            if at in self._changed and self._files[at] == self._files[row]:
                yield self._changed[at]
        telling = [rows for word in told if len(rows := self._having.get((self._files[row], word), ())) <= _MANY]
        lacking = Counter(other for rows in telling for other in rows)
        yield from (self._changed[other] for other, _ in sorted(lacking.items(), key=lambda pair: (-pair[1], pair[0])))


def _is_part(told: Words, of: _Changed) -> bool:
    """Whether a text is a phase of the whole, or what another part leaves of it."""
    common = len(told & of.whole)
    if common >= WHOLE * len(of.whole) and len(of.whole) >= _FEWEST:
        return len(of.part & of.whole) >= WHOLE * len(of.whole)
    left = of.whole - of.part
    return common >= WHOLE * len(told) and bool(left) and 2 * len(left & told) >= len(left)
