"""Why two mentions are one work, are not, or may be: as values, from which sentences for people are made elsewhere."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from tasks.merging.matching.comparison import FIELDS, levels, patterns
from tasks.merging.matching.contradictions import VETO, Reason, reasons
from tasks.merging.matching.engine import Matched
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
    made, known = found.features, found.knowledge
    one, other = np.array([a]), np.array([b])
    like = likeness(made, known.weight(made), one, other)
    told = reasons(made, one, other) | np.where(like.names | like.called, np.int64(Reason.NAMES_DIFFER), 0)
    level = levels(made, one, other, told, like)
    weighed = [
        Weighed(field.name, field.levels[int(level[n][0])], round(float(known.model.bits(n)[int(level[n][0])]), 1))
        for n, field in enumerate(FIELDS)
    ]
    mine, yours = (frozenset(map(made.spelt, made.slots.objects.of(int(made.slots.objects.code[n])))) for n in (a, b))
    return Evidence(
        verdict=_verdict(found, a, b),
        vetoes=_names(int(told[0]) & VETO),
        open=_names(int(told[0]) & ~VETO),
        chance=round(float(known.model.chance(patterns(level))[0]), 3),
        weighed=tuple(sorted(weighed, key=lambda w: -abs(w.bits))),
        common=tuple(sorted(mine & yours)),
        only_a=tuple(sorted(mine - yours)),
        only_b=tuple(sorted(yours - mine)),
    )


def _verdict(found: Matched, a: int, b: int) -> Verdict:
    one, other = int(found.group[a]), int(found.group[b])
    if one == other:
        return Verdict.UNITED
    sides = {one, other}
    asked = zip(found.group[found.asked.a].tolist(), found.group[found.asked.b].tolist(), strict=True)
    return Verdict.ASKED if any({m, n} == sides for m, n in asked) else Verdict.APART


def _names(told: int) -> tuple[str, ...]:
    return tuple(str(reason.name).lower() for reason in Reason if told & reason)
