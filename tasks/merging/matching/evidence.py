"""Why two mentions are one work, are not, or may be: as values, from which sentences for people are made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.comparison import FIELDS, levels, patterns
from tasks.merging.matching.contradictions import VETO, Reason, reasons
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.features import Features
from tasks.merging.matching.objects import likeness


class Verdict(StrEnum):
    """What became of two mentions."""

    UNITED = "united"
    ASKED = "asked"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A field that was compared: its name, how far the two agree (see `comparison.FIELDS`), and the bits it gives.

    Bits are the binary logarithm of how much likelier this is for one work than for two; negative ones speak for two.
    """

    field: str
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against one work.

    vetoes: names of reasons (`Reason`) that forbid it, whatever the chance; open: names of what one of the two does not
    say; chance: 0 to 1, that without vetoes it is one work; weighed: the strongest first; common, only_a, only_b: words
    of the two objects, in one form, a class of acts in angle brackets, alphabetically.
    """

    verdict: Verdict
    vetoes: tuple[str, ...]
    open: tuple[str, ...]
    chance: float
    weighed: tuple[Weighed, ...]
    common: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def explain(found: Matched, a: int, b: int) -> Evidence:
    """The evidence on two rows, whether or not they were ever compared."""
    return explained(found, [a], [b])[0]


def explained(found: Matched, a: Sequence[int], b: Sequence[int]) -> list[Evidence]:
    """The evidence on each of these pairs of rows; what all of them are looked at with is made once."""
    made, known = found.features, found.knowledge
    one, other = np.array(a, np.int64), np.array(b, np.int64)
    like = likeness(made, known.weight(made), one, other)
    told = reasons(made, one, other) | np.where(like.names | like.called, np.int64(Reason.NAMES_DIFFER), 0)
    level = levels(made, one, other, told, like)
    chance, verdicts = known.model.chance(patterns(level)).tolist(), _verdicts(found, one, other)
    weights = [known.model.bits(n).tolist() for n in range(len(FIELDS))]
    return [
        _evidence(verdicts[n], int(told[n]), chance[n], _weighed(weights, [int(told[n]) for told in level]),
                  _words(made, one[n]), _words(made, other[n]))
        for n in range(len(one))
    ]  # fmt: skip


def _evidence(
    verdict: Verdict,
    told: int,
    chance: float,
    weighed: tuple[Weighed, ...],
    mine: frozenset[str],
    yours: frozenset[str],
) -> Evidence:
    return Evidence(
        verdict=verdict,
        vetoes=_names(told & VETO),
        open=_names(told & ~VETO),
        chance=round(chance, 3),
        weighed=weighed,
        common=tuple(sorted(mine & yours)),
        only_a=tuple(sorted(mine - yours)),
        only_b=tuple(sorted(yours - mine)),
    )


def _weighed(weights: Sequence[Sequence[float]], level: Sequence[int]) -> tuple[Weighed, ...]:
    told = zip(FIELDS, weights, level, strict=True)
    weighed = [Weighed(field.name, field.levels[at], round(bits[at], 1)) for field, bits, at in told]
    return tuple(sorted(weighed, key=lambda w: -abs(w.bits)))


def _words(made: Features, row: int) -> frozenset[str]:
    return frozenset(map(made.spelt, made.slots.objects.of(int(made.slots.objects.code[row]))))


def _verdicts(found: Matched, a: Ints, b: Ints) -> list[Verdict]:
    asked = zip(found.group[found.asked.a].tolist(), found.group[found.asked.b].tolist(), strict=True)
    open_ = {frozenset(sides) for sides in asked}
    pairs = zip(found.group[a].tolist(), found.group[b].tolist(), strict=True)
    return [
        Verdict.UNITED if m == n else Verdict.ASKED if frozenset((m, n)) in open_ else Verdict.APART for m, n in pairs
    ]


def _names(told: int) -> tuple[str, ...]:
    return tuple(str(reason.name).lower() for reason in Reason if told & reason)
