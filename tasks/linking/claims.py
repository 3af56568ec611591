"""What resolving a record's words gives: a link that the record claims, with the words that claim it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.linking.mentions import Mention
from tasks.linking.names import Found

CERTAIN = "0.95"
"""How sure a link by number is."""

_CONFIDENCE = {"number": CERTAIN, "hard": "0.90", "medium": "0.85", "weak": "0.80"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A link from the prerequisite `source` to the dependent `target`; `evidence`: the record's words.

    lag: the least time between them, a duration of ISO 8601, empty if none is said.
    """

    source: str
    target: str
    confidence: str
    evidence: str
    lag: str = ""


def claims(mention: Mention, found: Found, own: str, sure: str) -> Iterator[Claim]:
    """The links between the item that speaks and those that it means. sure: "number" or the signal's strength."""
    for item in found.items:
        if item != own:
            ends = (item, own) if mention.direction == "after" else (own, item)
            yield Claim(*ends, _CONFIDENCE[sure], mention.evidence, mention.lag)
