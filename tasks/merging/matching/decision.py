"""Which pairs are united without asking: what is sure enough, says enough, and leaves nothing open that matters."""

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, holds
from tasks.merging.matching.comparison import FIELDS, sums_confirm, unpacked
from tasks.merging.matching.contradictions import SILENT, STRICT, Reason
from tasks.merging.matching.features import Features
from tasks.merging.matching.objects import shared
from tasks.merging.matching.pairs import Pairs
from tasks.merging.matching.rivals import rivals, slight

DIAL = 0.8
"""From which chance on two mentions are united."""

ASK = 0.05
"""From which chance on people are asked."""

LIKE, LIKE_SILENT, LIKE_VAGUE, LIKE_ALMOST = 0.45, 0.8, 0.9, 0.95
"""Likeness of objects that uniting takes: in general; if one does not say who, where, for whom or which subject; if
one does not say what is done; if one names no office and no period or number confirms that it is the same."""

LIKE_CONFIRMED, LIKE_TWICE = 0.6, 0.3
"""The same if one office is named and period, sum or number confirm what one does not say; if two of these do."""

LIKE_NEAR = 0.72
"""The same if the acts are not one, but bring about one thing."""

LIKE_NAMED = 0.3
"""The same if a rare name is common, one says no more than the other, and nothing is left open."""

CORE = 0.4
"""Likeness of what is peculiar to the objects that uniting takes, unless one holds the whole of the other."""


def united(made: Features, pairs: Pairs, chance: Floats, dial: float = DIAL) -> Bools:
    """Which pairs are united. chance: of each pair."""
    open_ = (pairs.found & STRICT) != 0
    told: Bools = ((chance >= dial) & _enough(made, pairs) | _identical(made, pairs)) & ~open_
    both = pairs.like.more_a & pairs.like.more_b
    doubtful = np.flatnonzero(told & both & ~sums_confirm(pairs.pattern))
    told[doubtful] = ~rivals(made, pairs.a[doubtful], pairs.b[doubtful])
    return told


def _enough(made: Features, pairs: Pairs) -> Bools:
    """Whether the objects are alike enough for what the pair leaves open."""
    found, like = pairs.found, pairs.like
    vague, silent, likely, part, unsaid, near = (
        found & some != 0
        for some in (
            Reason.ACT_SILENT, SILENT, Reason.OWNER_LIKELY, Reason.ACT_PART, Reason.OWNER_SILENT, Reason.ACT_NEAR
        )
    )  # fmt: skip
    same, undated, many = _confirmed(pairs)
    floor = np.where(vague, LIKE_VAGUE, np.where(silent | part, LIKE_SILENT, LIKE))
    floor = np.where(same & ~unsaid & ~likely, np.minimum(floor, LIKE_CONFIRMED), floor)
    floor = np.where((many > 1) & ~unsaid & ~likely, LIKE_TWICE, floor)
    within = ~(like.more_a & like.more_b) & (like.few > 1)
    floor = np.where(within & like.rare & (floor == LIKE), LIKE_NAMED, floor)
    floor = np.where(near, np.maximum(floor, LIKE_NEAR), floor)
    peculiar = (like.core >= CORE) | (within & ~vague & ~silent) | (many > 1)
    kinds = made.slots.products[pairs.a] == made.slots.products[pairs.b]
    sure = (~likely | same | (undated & (like.like >= LIKE_ALMOST))) & (~vague | kinds | same) & (~part | same)
    sure &= ~near | kinds
    sure &= ~like.other & (~_swapped(made, pairs) | (many > 1)) & ~_unnamed(made, pairs, same)
    told: Bools = (like.like >= floor) & peculiar & sure
    return told


def _swapped(made: Features, pairs: Pairs) -> Bools:
    """Whether a few words are equal but one on each side, and these do not say one thing ("families", "households")."""
    told = pairs.like.swapped.copy()
    own = made.slots.own.sizes()[made.slots.own.code] == 0
    some = np.flatnonzero(told & own[pairs.a] & own[pairs.b])
    told[some] = rivals(made, pairs.a[some], pairs.b[some])
    return told


def _unnamed(made: Features, pairs: Pairs, same: Bools) -> Bools:
    """Whether a word that one alone has may name its act, or its kind of product, in a way no list knows.

    same: whether something confirms that the two are one; then slight words ("RKAS elektronik") name no kind.
    """
    a, b, like, head = pairs.a, pairs.b, pairs.like, made.slots.head
    act = (pairs.found & Reason.ACT_SILENT) != 0
    silent = np.where(made.vague[a], like.more_a, like.more_b) & _opens_alone(made, a, b)
    kind = ((head[a] >= 0) != (head[b] >= 0)) & ((made.slots.products[a] & made.slots.products[b]) == 0)
    kind &= like.more_a & like.more_b
    some = np.flatnonzero(kind & same)
    one, other = (np.where((head[a] < 0) == first, a, b)[some] for first in (True, False))
    kind[some] = _weighty(made, one, other)
    told: Bools = act & silent | kind
    return told


def _opens_alone(made: Features, a: Ints, b: Ints) -> Bools:
    """Whether the object that stands without an act begins with a word that the other lacks, its act perhaps."""
    order, objects = made.slots.order, made.slots.objects
    one, other = np.where(made.vague[a], a, b), np.where(made.vague[a], b, a)
    told = np.diff(order.bounds)[one] > 0
    first = order.values[np.minimum(order.bounds[one], max(len(order.values) - 1, 0))] if len(order.values) else one
    held = np.repeat(np.arange(len(objects)), objects.sizes()) * np.int64(made.size) + objects.values
    there = holds(held, objects.code[other] * np.int64(made.size) + first)
    alone: Bools = told & ~there
    return alone


def _weighty(made: Features, one: Ints, other: Ints) -> Bools:
    """Whether the objects of rows have words, other than slight ones, that those of others lack."""
    objects = made.slots.objects
    (owner, words, there), _ = shared(objects, objects.code[one], objects.code[other], made.size)
    alone = np.flatnonzero(~there)
    told: Bools = np.bincount(owner[alone], ~slight(made, words[alone]), len(one)) > 0
    return told


def _identical(made: Features, pairs: Pairs) -> Bools:
    """Whether two rows of one file say the same of the same."""
    told, a, b = made.mentions, pairs.a, pairs.b
    here = (told.file[a] == told.file[b]) & (told.file[a] >= 0)
    same: Bools = here & (made.said[a] == made.said[b]) & (told.party[a] == told.party[b])
    return same


def _confirmed(pairs: Pairs) -> tuple[Bools, Bools, Ints]:
    """Whether period, number or sum confirm that it is the same; whether one has no period; how many confirm it."""
    levels = dict(zip((field.name for field in FIELDS), unpacked(pairs.pattern), strict=True))
    told = [levels["period"] <= 1, levels["quantity"] == 0, levels["budget"] <= 1]
    many: Ints = np.sum(told, axis=0)
    return many > 0, levels["period"] == 3, many
