"""The pairs of mentions that no veto parts, compared."""

from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints
from tasks.merging.matching.candidates import candidates
from tasks.merging.matching.comparison import levels, patterns
from tasks.merging.matching.contradictions import VETO, Reason, party_reasons, set_reasons, slot_reasons, time_reasons
from tasks.merging.matching.features import Features
from tasks.merging.matching.objects import Likeness, likeness, swapped


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, a below b. found: what one of the two leaves open; pattern: see `comparison`."""

    a: Ints
    b: Ints
    found: Ints
    like: Likeness
    pattern: Ints

    def __getitem__(self, rows: Ints | Bools) -> "Pairs":
        return Pairs(self.a[rows], self.b[rows], self.found[rows], self.like[rows], self.pattern[rows])


def compared(made: Features, weight: Floats, whole: int) -> Pairs:
    """All candidates without veto, by rising rows. weight, whole: see `candidates`."""
    parts = [_without_veto(made, a, b) for a, b in candidates(made, weight, whole)]
    size = max(len(made), 1)
    code = np.concatenate([np.zeros(0, np.int64), *(a * np.int64(size) + b for a, b, _ in parts)])
    found = np.concatenate([np.zeros(0, np.int64), *(found for *_, found in parts)])
    code, place = np.unique(code, return_index=True)
    a, b, found = code // size, code % size, found[place]
    like = likeness(made, weight, a, b)
    found = found | like.called * np.int64(Reason.NAMES_DIFFER)
    free = ~like.names
    a, b, found, like = a[free], b[free], found[free], like[free]
    like = replace(like, swapped=like.swapped | swapped(made, weight, a, b))
    return Pairs(a, b, found, like, patterns(levels(made, a, b, found, like)))


def _without_veto(made: Features, a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs without veto, and what they leave open; the quickest question first."""
    found = np.zeros(len(a), np.int64)
    for judge in (slot_reasons, time_reasons, party_reasons, set_reasons):
        found = found | judge(made, a, b)
        free = found & VETO == 0
        a, b, found = a[free], b[free], found[free]
    return a, b, found
