"""What people should decide: one question for each two groups that may be one work, the weightiest first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.contradictions import VETO, reasons
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.evidence import explain
from tasks.merging.matching.groups import Decided


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two groups are one work.

    a, b: the rows of the two that are likeliest the same; chance: that they are; hangs: how many mentions the answer
    moves. A "yes" goes into `Decided.together`, a "no" into `Decided.apart`, as (a, b).
    """

    a: int
    b: int
    chance: float
    hangs: int


@dataclass(frozen=True, slots=True)
class Overruled:
    """A decision of people that something speaks against; it holds all the same, unless `by` names other decisions.

    verdict: "together" or "apart"; by: reasons (names of `Reason`), or "together" for an "apart" that others undo.
    """

    a: int
    b: int
    verdict: str
    by: tuple[str, ...]


def questions(found: Matched, settled: Sequence[tuple[int, int]] = ()) -> tuple[Question, ...]:
    """The questions, those on which most hangs first, then the likeliest.

    Two groups that a veto parts are not asked about, nor two that follow from likelier questions answered "yes", nor
    two that hold a pair of rows on which people have decided (`settled`).
    """
    size = np.bincount(found.group, minlength=len(found.group))
    asked: list[Question] = []
    joined = _Joined()
    done = {frozenset((int(found.group[a]), int(found.group[b]))) for a, b in settled}
    for a, b, chance in _pairs(found):
        one, other = int(found.group[a]), int(found.group[b])
        if frozenset((one, other)) not in done and joined.join(one, other):
            asked.append(Question(a, b, chance, int(size[one] + size[other])))
    return tuple(sorted(asked, key=lambda q: (-q.hangs, -q.chance)))


def overruled(found: Matched, decided: Decided) -> tuple[Overruled, ...]:
    """The decisions that the rules, or other decisions, speak against."""
    vetoes = [(a, b, explain(found, a, b).vetoes) for a, b in decided.together]
    told = [Overruled(a, b, "together", by) for a, b, by in vetoes if by]
    undone = [(a, b) for a, b in decided.apart if found.group[a] == found.group[b]]
    return (*told, *(Overruled(a, b, "apart", ("together",)) for a, b in undone))


def _pairs(found: Matched) -> list[tuple[int, int, float]]:
    """The pairs asked about whose groups no veto parts, the likeliest first."""
    one, other = found.group[found.asked.a], found.group[found.asked.b]
    parted = _parted(found, one, other)
    rows = zip(found.asked.a.tolist(), found.asked.b.tolist(), found.chance.tolist(), parted, strict=True)
    return [(a, b, round(chance, 3)) for a, b, chance, apart in rows if not apart]


def _parted(found: Matched, one: Ints, other: Ints) -> Sequence[bool]:
    """Whether a veto parts any two members of each two groups."""
    members: dict[int, list[int]] = {}
    wanted = set(one.tolist()) | set(other.tolist())
    for row, group in enumerate(found.group.tolist()):
        if group in wanted:
            members.setdefault(group, []).append(row)
    sides = list(zip(one.tolist(), other.tolist(), strict=True))
    crossed = [(n, a, b) for n, (g, h) in enumerate(sides) for a in members[g] for b in members[h]]
    pair, a, b = (np.array(column, np.int64) for column in (zip(*crossed, strict=True) if crossed else ((), (), ())))
    against = reasons(found.features, a, b) & VETO != 0
    told = np.bincount(pair[against], minlength=len(sides)) > 0
    return [bool(apart) for apart in told]


class _Joined:
    """Groups that questions answered "yes" would make one."""

    def __init__(self) -> None:
        self._over: dict[int, int] = {}

    def join(self, a: int, b: int) -> bool:
        """Whether the two were apart before."""
        one, other = self._root(a), self._root(b)
        self._over[max(one, other)] = min(one, other)
        return one != other

    def _root(self, n: int) -> int:
        while self._over.get(n, n) != n:
            n = self._over[n]
        return n
