"""Mentions become groups: candidates, vetoes, weights of evidence, one dial, groups without contradiction."""

from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints
from tasks.merging.matching.blocks import BATCH
from tasks.merging.matching.candidates import turn
from tasks.merging.matching.comparison import sum_confirms
from tasks.merging.matching.contradictions import STRICT, VETO, reasons
from tasks.merging.matching.decision import ASK, DIAL, united
from tasks.merging.matching.features import Features, features
from tasks.merging.matching.groups import NOTHING, Decided, groups
from tasks.merging.matching.knowledge import Knowledge, seen
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.model import fitted
from tasks.merging.matching.objects import likeness
from tasks.merging.matching.pairs import Pairs, compared
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
    return replace(known, model=fitted(compared(made, turn(made), known.weight(made), known.rows).pattern))


def matched(
    mentions: Mentions, known: Knowledge | None = None, dial: float = DIAL, decided: Decided = NOTHING
) -> Matched:
    """Groups of mentions.

    known: learnt from a larger whole, of which these must hold all mentions of every office that they hold (see
    `parts`); learnt from these if it is not given. dial: from which chance on mentions are united without asking.
    """
    if known is None:
        made, before = seen(mentions)
        place = turn(made)
        pairs = compared(made, place, before.weight(made), before.rows)
        known = replace(before, model=fitted(pairs.pattern))
    else:
        made = features(mentions, known.words)
        place = turn(made)
        pairs = compared(made, place, known.weight(made), known.rows)
    chance, weight = known.model.chance(pairs.pattern), known.weight(made)
    sure = pairs[_surest(pairs, chance, place, _united(made, pairs, chance, dial))]
    group = groups(len(made), sure.a, sure.b, lambda a, b: forbidden(made, weight, a, b), decided)
    asked = _surest(pairs, chance, place, (chance >= ASK) & (group[pairs.a] != group[pairs.b]))
    return Matched(made, known, group, pairs[asked], chance[asked])


def forbidden(made: Features, weight: Floats, a: Ints, b: Ints) -> Bools:
    """Whether rows must not be in one group: a veto, or a silence that only people may decide on."""
    like = likeness(made, weight, a, b)
    told: Bools = ((reasons(made, a, b) & (VETO | STRICT)) != 0) | like.names | like.called
    open_ = np.flatnonzero(~told & like.more_a & like.more_b & ~sum_confirms(made.mentions, a, b))
    told[open_] = rivals(made, a[open_], b[open_])
    return told


def _united(made: Features, pairs: Pairs, chance: Floats, dial: float) -> Bools:
    """As `united`, a batch at a time."""
    some = (slice(first, first + BATCH) for first in range(0, len(chance), BATCH))
    return np.concatenate([np.zeros(0, np.bool_), *(united(made, pairs[n], chance[n], dial) for n in some)])


def _surest(pairs: Pairs, chance: Floats, place: Ints, some: Bools) -> Ints:
    """Where some pairs stand, by falling chance and likeness, then by content (`place` of each row)."""
    chosen = np.flatnonzero(some)
    one, other = place[pairs.a[chosen]], place[pairs.b[chosen]]
    like = pairs.like.like[chosen]
    return chosen[np.lexsort((np.maximum(one, other), np.minimum(one, other), -like, -chance[chosen]))]
