"""Links as rows of the table of links."""

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from tasks.linking.claims import CERTAIN, Claim
from tasks.linking.cycles import Link
from tasks.linking.decided import CERTAIN as DECIDED
from tasks.linking.decided import Rulings
from tasks.linking.inferred import ACCEPTED, Proposal
from tasks.linking.related import RELATED
from tasks.linking.shown_words import as_written

Row = dict[str, str]


def stated(best: Mapping[Link, Claim]) -> Iterator[Row]:
    """What the documents state."""
    for (a, b), one in best.items():
        yield _row(a, b, one.confidence, one.evidence, ("explicit", "accepted")) | {"lag": one.lag}


def offered(proposed: Iterable[Proposal], items: pd.DataFrame) -> Iterator[Row]:
    """What is inferred; items: with the schema ITEMS, for the words that both ends share."""
    actions = dict(zip(items["item_id"], items["action"], strict=True))
    for one in proposed:
        told = _reason(one, actions[one.target], actions[one.source])
        yield _row(one.source, one.target, f"{one.confidence:.2f}", told, ("inferred", _status(one)))


def pointing(pointed: Mapping[Link, str]) -> Iterator[Row]:
    """What only points to another."""
    for (a, b), words in pointed.items():
        yield _row(a, b, CERTAIN, words, ("explicit", "accepted")) | {"relation": RELATED}


def decided(rulings: Rulings, best: Mapping[Link, Claim], likely: Iterable[Proposal], items: pd.DataFrame) -> list[Row]:
    """What people accepted though no document states it (`best`), and what they rejected, with what else is known."""
    pairs = [*(pair for pair in rulings.accepted if pair not in best), *rulings.rejected]
    wanted = frozenset(pairs)
    known = {(row["from_item"], row["to_item"]): row for row in stated({p: best[p] for p in wanted if p in best})}
    found = offered((one for one in likely if (one.source, one.target) in wanted - known.keys()), items)
    known |= {(row["from_item"], row["to_item"]): row for row in found}
    without = len(pairs) - len(rulings.rejected)
    return [_decided(pair, known, rulings, accepted=n < without) for n, pair in enumerate(pairs)]


def _decided(pair: Link, known: Mapping[Link, Row], rulings: Rulings, *, accepted: bool) -> Row:
    row = known.get(pair) or _row(*pair, "", "", ("inferred", ""))
    status, sure = ("accepted", DECIDED) if accepted else ("rejected", row["confidence"])
    return row | {"status": status, "confidence": sure, "evidence": rulings.evidence(pair, row["evidence"])}


def _row(source: str, target: str, confidence: str, evidence: str, sort: tuple[str, str]) -> Row:
    kind, status = sort
    return {
        "from_item": source,
        "to_item": target,
        "kind": kind,
        "relation": "finish-start",
        "status": status,
        "confidence": confidence,
        "evidence": evidence,
    }


def _status(one: Proposal) -> str:
    return "accepted" if one.confidence >= ACCEPTED and not one.late else "proposed"


def _reason(one: Proposal, *actions: str) -> str:
    """Why a link is proposed: the two stages, and the words that both objects share, as the actions write them."""
    return f"{' → '.join(one.stages)}: {' '.join(as_written(one.words, *actions))}"
