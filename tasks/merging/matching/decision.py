"""Which pairs are united without asking: what is sure enough, says enough, and leaves nothing open that matters."""

import numpy as np

from tasks.merging.arrays import Bools, Floats
from tasks.merging.matching.comparison import FIELDS, unpacked
from tasks.merging.matching.contradictions import SILENT, STRICT, Reason
from tasks.merging.matching.features import Features
from tasks.merging.matching.pairs import Pairs

DIAL = 0.9
"""From which chance on two mentions are united."""

ASK = 0.05
"""From which chance on people are asked."""

LIKE, LIKE_SILENT, LIKE_VAGUE, LIKE_ALMOST = 0.45, 0.8, 0.9, 0.95
"""Likeness of objects that uniting takes: in general; if one does not say who, for whom or which subject; if one does
not say what is done; if one names no office and no period or number confirms that it is the same."""

CORE = 0.4
"""Likeness of what is peculiar to the objects that uniting takes, unless one holds the whole of the other."""


def united(made: Features, pairs: Pairs, chance: Floats, dial: float = DIAL) -> Bools:
    """Which pairs are united. chance: of each pair."""
    open_ = (pairs.found & STRICT) != 0
    told: Bools = ((chance >= dial) & _enough(made, pairs) | _identical(made, pairs)) & ~open_
    return told


def _enough(made: Features, pairs: Pairs) -> Bools:
    """Whether the objects are alike enough for what the pair leaves open."""
    found, like = pairs.found, pairs.like
    vague, silent, likely = (found & some != 0 for some in (Reason.ACT_SILENT, SILENT, Reason.OWNER_LIKELY))
    floor = np.where(vague, LIKE_VAGUE, np.where(silent, LIKE_SILENT, LIKE))
    within = ~(like.more_a & like.more_b) & (like.few > 1)
    peculiar = (like.core >= CORE) | (within & ~vague & ~silent)
    kinds = made.slots.products[pairs.a] == made.slots.products[pairs.b]
    same, undated = _confirmed(pairs)
    sure = (~likely | same | (undated & (like.like >= LIKE_ALMOST))) & (~vague | kinds)
    told: Bools = (like.like >= floor) & peculiar & sure
    return told


def _identical(made: Features, pairs: Pairs) -> Bools:
    """Whether two rows of one file say the same of the same."""
    told, a, b = made.mentions, pairs.a, pairs.b
    here = (told.file[a] == told.file[b]) & (told.file[a] >= 0)
    same: Bools = here & (made.said[a] == made.said[b]) & (told.party[a] == told.party[b])
    return same


def _confirmed(pairs: Pairs) -> tuple[Bools, Bools]:
    """Whether the periods are the same, or almost, or the same number is named; and whether one has no period."""
    levels = dict(zip((field.name for field in FIELDS), unpacked(pairs.pattern), strict=True))
    same: Bools = (levels["period"] <= 1) | (levels["quantity"] == 0) | (levels["budget"] <= 1)
    return same, levels["period"] == 3
