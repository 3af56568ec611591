"""What people decided about links: it wins over what the documents state and over what is inferred."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tasks.linking.claims import Claim
from tasks.linking.cycles import Link, rings, told
from tasks.linking.inferred import Proposal
from tasks.linking.resolver import Row
from tasks.model.decisions import LinkDecision
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import SEPARATOR

CERTAIN = "1.00"
"""How sure a link is that people accepted."""

ACCEPTED_MARK, REJECTED_MARK = "✓", "✗"
"""What stands in the evidence before who decided."""


class Rulings:
    """The decisions on links between these items, by pair; one on any other item says nothing."""

    def __init__(self, decisions: Iterable[LinkDecision], items: Collection[str]) -> None:
        known = set(items)
        self._by_pair = {(d.source, d.target): d for d in decisions if {d.source, d.target} <= known}
        self.accepted = tuple(pair for pair, one in self._by_pair.items() if one.accepted)
        self.rejected = tuple(pair for pair, one in self._by_pair.items() if not one.accepted)

    def open(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """The proposals that nobody has decided on."""
        return [one for one in proposals if (one.source, one.target) not in self._by_pair]

    def stated(self, best: Mapping[Link, Claim]) -> dict[Link, Claim]:
        """The links that the documents state, without the rejected ones; those that people accepted are certain."""
        without = frozenset(self.rejected)
        held = {pair: one for pair, one in best.items() if pair not in without}
        sure = [held[pair] for pair in self.accepted if pair in held]
        return held | {(one.source, one.target): self._agreed(one) for one in sure}

    def _agreed(self, one: Claim) -> Claim:
        evidence = self.evidence((one.source, one.target), one.evidence)
        return Claim(one.source, one.target, CERTAIN, evidence, one.lag)

    def evidence(self, pair: Link, words: str) -> str:
        """The evidence of a link that was decided on: what there was, then who decided."""
        one = self._by_pair[pair]
        mark = ACCEPTED_MARK if one.accepted else REJECTED_MARK
        return SEPARATOR.join(filter(None, [words, f"{mark} {one.told}".strip()]))


def cycles(confidence: Mapping[Link, str], agreed: Sequence[Link], rows: Sequence[Row]) -> Iterator[Problem]:
    """Each ring of these links once, with the weakest link to cut.

    agreed: the links that hold only because people accepted them; a ring with one of these is a contradiction. rows:
    the records, for the places.
    """
    firsts = {row["item_id"]: row for row in reversed(rows)}
    for ring, weakest in rings(confidence):
        place = (firsts[weakest[1]]["file"], firsts[weakest[1]]["locator"])
        details = {"ring": told(ring), "weakest": " → ".join(weakest)}
        steps = set(zip(ring, [*ring[1:], ring[0]], strict=True))
        closing = [" → ".join(pair) for pair in agreed if pair in steps]
        if closing:
            yield problem(Code.DECISION_CLOSES_RING, *place, **details, decided=SEPARATOR.join(closing))
        else:
            yield problem(Code.DEPENDENCY_CYCLE, *place, **details)
