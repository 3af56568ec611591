"""The pairs of mentions that no veto parts, compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, distinct
from tasks.merging.matching.blocks import BATCH
from tasks.merging.matching.candidates import candidates
from tasks.merging.matching.comparison import levels, patterns
from tasks.merging.matching.contradictions import VETO, Reason, party_reasons, set_reasons, slot_reasons, time_reasons
from tasks.merging.matching.features import Features
from tasks.merging.matching.objects import Likeness, likeness, swapped
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


def compared(made: Features, place: Ints, weight: Floats, whole: int) -> Pairs:
    """All candidates without veto, each once. place, weight, whole: see `candidates`."""
    order = np.lexsort((place, made.mentions.party))
    near = reordered(made, order)
    a, b, found = _each_once(near, candidates(near, place[order], weight, whole))
    like = likeness(near, weight, a, b)
    found |= (like.names | like.called) * np.int64(Reason.NAMES_DIFFER)
    like = replace(like, swapped=like.swapped | swapped(near, weight, a, b))
    return _placed(order, Pairs(a, b, found, like, _patterns(near, a, b, found, like)))


def _each_once(made: Features, looked_at: Iterable[tuple[Ints, Ints]]) -> tuple[Ints, Ints, Ints]:
    """The pairs without veto by rising rows, and what they leave open."""
    size = np.int64(max(len(made), 1))
    nothing: Ints = np.zeros(0, np.int64)
    codes, found = [nothing], [nothing]
    for some in _gathered(one * size + other for one, other in looked_at):
        code = distinct(some)
        a, b, open_ = _without_veto(made, code // size, code % size)
        codes.append(a * size + b)
        found.append(open_)
    code = np.concatenate(codes)
    first = np.argsort(code)
    first = first[np.diff(code[first], prepend=-1) != 0]
    return code[first] // size, code[first] % size, np.concatenate(found)[first]


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


def _placed(order: Ints, pairs: Pairs) -> Pairs:
    """Pairs of rows in another order as pairs of those rows that stand there."""
    one, other = order[pairs.a], order[pairs.b]
    like = pairs.like.turned(one > other)
    return Pairs(np.minimum(one, other), np.maximum(one, other), pairs.found, like, pairs.pattern)


def _without_veto(made: Features, a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs without veto, and what they leave open; the quickest question first."""
    found = np.zeros(len(a), np.int64)
    for judge in (slot_reasons, time_reasons, party_reasons, set_reasons):
        found = found | judge(made, a, b)
        free = found & VETO == 0
        a, b, found = a[free], b[free], found[free]
    return a, b, found
