"""Mentions become groups: candidates, vetoes, weights of evidence, one dial, groups without contradiction."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints
from tasks.merging.matching.blocks import BATCH, packed
from tasks.merging.matching.comparison import sum_confirms
from tasks.merging.matching.contradictions import STRICT, VETO
from tasks.merging.matching.decision import ASK, DIAL, united
from tasks.merging.matching.features import Features, features
from tasks.merging.matching.groups import NOTHING, Decided, groups
from tasks.merging.matching.knowledge import Knowledge, seen
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.model import fitted
from tasks.merging.matching.pairs import Near, Pairs, compared, near
from tasks.merging.matching.rivals import rivals


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found.

    group: of each row, named by its lowest row; asked: pairs that people should decide, the likeliest first, and their
    chance.
    """

    features: Features
    knowledge: Knowledge
    group: Ints
    asked: Pairs
    chance: Floats


def learnt(mentions: Mentions) -> Knowledge:
    """Vocabulary, weights of words and weights of evidence of all mentions."""
    made, known = seen(mentions)
    return replace(known, model=fitted(compared(near(made, known.weight(made)), known.rows).pattern))


def matched(
    mentions: Mentions, known: Knowledge | None = None, dial: float = DIAL, decided: Decided = NOTHING
) -> Matched:
    """Groups of mentions.

    known: learnt from a larger whole, of which these must hold all mentions of every office that they hold (see
    `parts`); learnt from these if it is not given. dial: from which chance on mentions are united without asking.
    """
    made, before = seen(mentions) if known is None else (features(mentions, known.words), known)
    rows = near(made, before.weight(made))
    pairs = compared(rows, before.rows)
    known = known or replace(before, model=fitted(pairs.pattern))
    chance = known.model.chance(pairs.pattern)
    sure = pairs[_surest(pairs, chance, rows.place, _united(rows.features, pairs, chance, dial))]
    group = groups(len(rows), sure.a, sure.b, partial(forbidden, rows), _decided(rows, decided))
    asked = _surest(pairs, chance, rows.place, (chance >= ASK) & (group[pairs.a] != group[pairs.b]))
    return Matched(made, known, _named(rows, group), rows.those(pairs[asked]), chance[asked])


def forbidden(rows: Near, a: Ints, b: Ints) -> Bools:
    """Whether rows must not be in one group: a veto, or a silence that only people may decide on."""
    made, like = rows.features, rows.objects.likeness(a, b)
    told: Bools = like.names | like.called
    for judge in rows.asked:
        told |= (judge(a, b) & (VETO | STRICT)) != 0
    open_ = np.flatnonzero(~told & like.more_a & like.more_b & ~sum_confirms(made.mentions, a, b))
    told[open_] = rivals(made, a[open_], b[open_])
    return told


def _decided(rows: Near, decided: Decided) -> Decided:
    """What people decided on rows of the mentions, by the rows as they stand here."""
    at = np.argsort(rows.row)
    sides = ([(int(at[a]), int(at[b])) for a, b in pairs] for pairs in (decided.together, decided.apart))
    return Decided(*map(tuple, sides))


def _named(rows: Near, group: Ints) -> Ints:
    """The lowest row of the mentions in the group of each of them."""
    lowest, named = np.full(len(rows), len(rows)), np.empty(len(rows), np.int64)
    np.minimum.at(lowest, group, rows.row)
    named[rows.row] = lowest[group]
    return named


def _united(made: Features, pairs: Pairs, chance: Floats, dial: float) -> Bools:
    """As `united`, a batch at a time."""
    some = (slice(first, first + BATCH) for first in range(0, len(chance), BATCH))
    return np.concatenate([np.zeros(0, np.bool_), *(united(made, pairs[n], chance[n], dial) for n in some)])


def _surest(pairs: Pairs, chance: Floats, place: Ints, some: Bools) -> Ints:
    """Where some pairs stand, by falling chance and likeness, then by content (`place` of each row)."""
    chosen = np.flatnonzero(some)
    return chosen[by_chance(pairs[chosen], chance[chosen], place)]


def by_chance(pairs: Pairs, chance: Floats, place: Ints) -> Ints:
    """The order of pairs by falling chance and likeness, then by content (`place` of each row)."""
    one, other = place[pairs.a], place[pairs.b]
    turn = np.argsort(packed(np.minimum(one, other), np.maximum(one, other)))
    likely, like = chance[turn], pairs.like.like[turn]
    return turn[np.argsort(packed(_falling(likely), _falling(like), np.arange(len(turn))))]


def _falling(numbers: Floats) -> Ints:
    """The rank of each number among the distinct ones, the highest first."""
    return np.unique(-numbers, return_inverse=True)[1]
