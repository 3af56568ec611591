"""The dependency graph: what the records themselves say of one another, and what follows from the stages of work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.linking.checks.findings import findings
from tasks.linking.claims import CERTAIN, Claim
from tasks.linking.competent import Competent
from tasks.linking.cycles import rings, told
from tasks.linking.fingerprints import fingerprinted
from tasks.linking.graph import fitting
from tasks.linking.inferred import ACCEPTED, Proposal, inferred
from tasks.linking.lags import longest
from tasks.linking.related import RELATED, related
from tasks.linking.resolver import Resolver, Row
from tasks.linking.shown_words import as_written
from tasks.linking.uncollected import uncollected
from tasks.merging.checks import place_items
from tasks.model.meeting import Group
from tasks.model.problem import Code, Problem, problem
from tasks.model.tables import LINKS, frame
from tasks.model.values import SEPARATOR


@dataclass(frozen=True)
class Linked:
    """What linking makes: a frame with the schema LINKS, and what could not be resolved."""

    links: pd.DataFrame
    problems: tuple[Problem, ...]


@uncollected()
def link(items: pd.DataFrame, records: pd.DataFrame, groups: Sequence[Group], country: str = "ID") -> Linked:
    """The links between items, and what the records (schemas ITEMS, RECORDS with item_id) name in vain.

    Those that the records state are accepted, and the surest of those that the stages of government work suggest; the
    others of these are proposed. A link leads from the prerequisite to the dependent, one of relation "related" from
    what is pointed to. Links of a ring stay in the table; each ring is a problem. country: whose plan it is, by its
    two letters, "" if nobody knows; no law of another one is held against it.
    """
    resolver = Resolver(items, records, groups)
    found = [thing for place in range(len(resolver.rows)) for thing in resolver.of_record(place)]
    best = _best([thing for thing in found if isinstance(thing, Claim)])
    lost = [thing for thing in found if isinstance(thing, Problem)]
    problems = Competent(resolver.rows, resolver.targets, country).named(dict.fromkeys(lost))
    proposed = fitting(inferred(resolver.targets), best)
    pointed = related(resolver.rows, resolver.printed, best)
    rows = [*_stated(best), *_offered(proposed, items), *_pointing(pointed)]
    links = fingerprinted(frame(LINKS, rows), items)
    checked = place_items(tuple(findings(items, records, links, country)), records)
    return Linked(links, (*problems, *_cycles(best, resolver.rows), *checked))


def _best(found: Sequence[Claim]) -> dict[tuple[str, str], Claim]:
    """One link a pair, the surest, with the evidence of all and the longest lag."""
    best: dict[tuple[str, str], Claim] = {}
    for one in found:
        pair = (one.source, one.target)
        had = best.get(pair)
        if had is None:
            best[pair] = one
        else:
            evidence = SEPARATOR.join(dict.fromkeys([*had.evidence.split(SEPARATOR), one.evidence]))
            sure = max(had.confidence, one.confidence)
            best[pair] = Claim(*pair, sure, evidence, longest(had.lag, one.lag))
    return best


def _stated(best: Mapping[tuple[str, str], Claim]) -> Iterator[dict[str, str]]:
    for (a, b), one in best.items():
        yield _row(a, b, one.confidence, one.evidence, ("explicit", "accepted")) | {"lag": one.lag}


def _offered(proposed: Sequence[Proposal], items: pd.DataFrame) -> Iterator[dict[str, str]]:
    actions = dict(zip(items["item_id"], items["action"], strict=True))
    for one in proposed:
        told = _reason(one, actions[one.target], actions[one.source])
        yield _row(one.source, one.target, f"{one.confidence:.2f}", told, ("inferred", _status(one)))


def _pointing(pointed: Mapping[tuple[str, str], str]) -> Iterator[dict[str, str]]:
    for (a, b), words in pointed.items():
        yield _row(a, b, CERTAIN, words, ("explicit", "accepted")) | {"relation": RELATED}


def _row(source: str, target: str, confidence: str, evidence: str, sort: tuple[str, str]) -> dict[str, str]:
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


def _cycles(best: Mapping[tuple[str, str], Claim], rows: Sequence[Row]) -> Iterator[Problem]:
    firsts = {row["item_id"]: row for row in reversed(rows)}
    for ring, weakest in rings({pair: one.confidence for pair, one in best.items()}):
        row = firsts[weakest[1]]
        yield problem(Code.DEPENDENCY_CYCLE, row["file"], row["locator"], ring=told(ring), weakest=" → ".join(weakest))
