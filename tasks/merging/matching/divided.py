"""Matching in parts, wherever each is worked on: what the parts find together is what the whole gives, to the bit.

Words are learnt here, from all mentions; the parts count how often each pattern of agreement occurs, the weights of
evidence are fitted to the sums, and the parts are matched with them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol, TypeVar

import numpy as np

from tasks.merging.arrays import Floats, Ints
from tasks.merging.matching.candidates import turn
from tasks.merging.matching.engine import Matched, by_chance, matched
from tasks.merging.matching.features import features
from tasks.merging.matching.groups import NOTHING, Decided
from tasks.merging.matching.knowledge import Knowledge, seen
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.model import fitted_to
from tasks.merging.matching.objects import Likeness
from tasks.merging.matching.pairs import Pairs, compared, near
from tasks.merging.matching.parts import parts

Shared = TypeVar("Shared")
Piece = TypeVar("Piece")
Done = TypeVar("Done")


class Each(Protocol):
    """Does work that is divided."""

    def __call__(
        self, work: Callable[[Shared, Piece], Done], shared: Shared, pieces: Sequence[Piece], /
    ) -> Sequence[Done]:
        """What is made of each piece with what all of them share, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """Mentions that no pair leaves, and what people decided on them, by their rows here."""

    mentions: Mentions
    decided: Decided


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a part, by its rows: see `Matched`."""

    group: Ints
    asked: Pairs
    chance: Floats


def matched_in_parts(mentions: Mentions, each: Each, number: int, decided: Decided = NOTHING) -> Matched:
    """As `matched`, in at most `number` parts."""
    made, before = seen(mentions)
    rows = parts(mentions, number, (*decided.together, *decided.apart))
    if len(rows) < 2:
        return matched(mentions, decided=decided)
    some = [mentions.some(these) for these in rows]
    known = replace(before, model=fitted_to(*_summed(each(counted, before, some))))
    pieces = [Part(part, _within(decided, these)) for part, these in zip(some, rows, strict=True)]
    found = each(found_in, known, pieces)
    group = np.empty(len(mentions), np.int64)
    for these, one in zip(rows, found, strict=True):
        group[these] = these[one.group]
    asked = _joined([_moved(one.asked, these) for these, one in zip(rows, found, strict=True)])
    chance = np.concatenate([one.chance for one in found])
    order = by_chance(asked, chance, turn(made))
    return Matched(made, known, group, asked[order], chance[order])


def counted(known: Knowledge, mentions: Mentions) -> tuple[Ints, Ints]:
    """The distinct patterns of the pairs of a part, ascending, and how many pairs have each."""
    made = features(mentions, known.words)
    distinct, counts = np.unique(compared(near(made, known.weight(made)), known.rows).pattern, return_counts=True)
    return distinct, counts


def found_in(known: Knowledge, part: Part) -> Found:
    """Groups and questions of a part."""
    found = matched(part.mentions, known, decided=part.decided)
    return Found(found.group, found.asked, found.chance)


def _summed(counts: Sequence[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    patterns = np.concatenate([these for these, _ in counts])
    distinct, place = np.unique(patterns, return_inverse=True)
    sums = np.zeros(len(distinct), np.int64)
    np.add.at(sums, place, np.concatenate([many for _, many in counts]))
    return distinct, sums


def _within(decided: Decided, rows: Ints) -> Decided:
    """What was decided on these rows, by their place among them; no decision is on rows of two parts."""
    place = {row: n for n, row in enumerate(rows.tolist())}
    sides = ([(place[a], place[b]) for a, b in pairs if a in place] for pairs in (decided.together, decided.apart))
    return Decided(*map(tuple, sides))


def _moved(pairs: Pairs, rows: Ints) -> Pairs:
    """Pairs of a part as pairs of rows of the whole, whose order is the same."""
    return replace(pairs, a=rows[pairs.a], b=rows[pairs.b])


def _joined(some: Sequence[Pairs]) -> Pairs:
    like = {
        field.name: np.concatenate([getattr(pairs.like, field.name) for pairs in some]) for field in fields(Likeness)
    }
    a, b, found, pattern = (
        np.concatenate([getattr(pairs, name) for pairs in some]) for name in ("a", "b", "found", "pattern")
    )
    return Pairs(a, b, found, Likeness(**like), pattern)
