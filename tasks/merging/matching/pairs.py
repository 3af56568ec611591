"""The pairs of mentions that no veto parts, compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, distinct
from tasks.merging.matching.blocks import BATCH, packed
from tasks.merging.matching.candidates import candidates, turn
from tasks.merging.matching.comparison import levels, patterns
from tasks.merging.matching.contradictions import VETO, Reason, judges
from tasks.merging.matching.features import Features
from tasks.merging.matching.kinds import Judge
from tasks.merging.matching.objects import Likeness, Objects, swapped
from tasks.merging.matching.order import reordered


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, a below b. found: what one of the two leaves open; pattern: see `comparison`."""

    a: Ints
    b: Ints
    found: Ints
    like: Likeness
    pattern: Ints

    def __getitem__(self, rows: Ints | Bools | slice) -> "Pairs":
        return Pairs(self.a[rows], self.b[rows], self.found[rows], self.like[rows], self.pattern[rows])


@dataclass(frozen=True, slots=True)
class Near:
    """Rows in an order in which a party's stand together, ready for comparison.

    row: which row of the mentions each is; place, weight: see `candidates`; asked: see `judges`.
    """

    features: Features
    row: Ints
    place: Ints
    weight: Floats
    objects: Objects
    asked: tuple[Judge, ...]

    def __len__(self) -> int:
        return len(self.row)

    def those(self, pairs: Pairs) -> Pairs:
        """These pairs as pairs of rows of the mentions."""
        one, other = self.row[pairs.a], self.row[pairs.b]
        like = pairs.like.turned(one > other)
        return Pairs(np.minimum(one, other), np.maximum(one, other), pairs.found, like, pairs.pattern)


def near(made: Features, weight: Floats) -> Near:
    """These rows in an order by party and content, which does not depend on where they stand."""
    place = turn(made)
    row = np.argsort(packed(made.mentions.party, place))
    features = reordered(made, row)
    return Near(features, row, place[row], weight, Objects(features, weight), judges(features))


def compared(rows: Near, whole: int) -> Pairs:
    """All candidates without veto, each once. whole: see `candidates`."""
    made = rows.features
    a, b, found = _each_once(rows, candidates(made, rows.place, rows.weight, whole))
    like = rows.objects.likeness(a, b)
    found |= (like.names | like.called) * np.int64(Reason.NAMES_DIFFER)
    like = replace(like, swapped=like.swapped | swapped(made, rows.weight, a, b))
    return Pairs(a, b, found, like, _patterns(made, a, b, found, like))


def _each_once(rows: Near, looked_at: Iterable[tuple[Ints, Ints]]) -> tuple[Ints, Ints, Ints]:
    """The pairs without veto by rising rows, and what they leave open."""
    size = np.int64(max(len(rows), 1))
    nothing: Ints = np.zeros(0, np.int64)
    codes, found = [nothing], [nothing]
    for some in _gathered(one * size + other for one, other in looked_at):
        code = distinct(some)
        a, b, open_ = _without_veto(rows.asked, code // size, code % size)
        codes.append(a * size + b)
        found.append(open_)
    code = np.concatenate(codes)
    order = np.argsort(code)
    code = code[order]
    first = np.diff(code, prepend=-1) != 0
    code = code[first]
    return code // size, code % size, np.concatenate(found)[order[first]]


def _gathered(parts: Iterable[Ints]) -> Iterator[Ints]:
    """Small arrays joined until they are about as large as a batch."""
    waiting: list[Ints] = []
    for part in parts:
        waiting.append(part)
        if sum(map(len, waiting)) >= BATCH:
            yield np.concatenate(waiting)
            waiting = []
    if waiting:
        yield np.concatenate(waiting)


def _patterns(made: Features, a: Ints, b: Ints, found: Ints, like: Likeness) -> Ints:
    whole = np.zeros(len(a), np.int64)
    for first in range(0, len(a), BATCH):
        some = slice(first, first + BATCH)
        whole[some] = patterns(levels(made, a[some], b[some], found[some], like[some]))
    return whole


def _without_veto(asked: Sequence[Judge], a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs without veto, and what they leave open."""
    found = np.zeros(len(a), np.int64)
    for judge in asked:
        found = found | judge(a, b)
        free = found & VETO == 0
        a, b, found = a[free], b[free], found[free]
    return a, b, found
