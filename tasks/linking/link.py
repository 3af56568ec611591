"""The dependency graph: what the records themselves say of one another, and what follows from the stages of work."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.linking import rows
from tasks.linking.checks.findings import findings
from tasks.linking.claims import Claim
from tasks.linking.competent import Competent
from tasks.linking.decided import CERTAIN as DECIDED
from tasks.linking.decided import Rulings, cycles
from tasks.linking.fingerprints import fingerprinted
from tasks.linking.graph import fitting
from tasks.linking.inferred import inferred
from tasks.linking.lags import longest
from tasks.linking.related import related
from tasks.linking.resolver import Resolver
from tasks.linking.uncollected import uncollected
from tasks.merging.checks import place_items
from tasks.model.decisions import LinkDecision
from tasks.model.meeting import Group
from tasks.model.problem import Problem
from tasks.model.tables import LINKS, frame
from tasks.model.values import SEPARATOR


@dataclass(frozen=True)
class Linked:
    """What linking makes: a frame with the schema LINKS, and what could not be resolved."""

    links: pd.DataFrame
    problems: tuple[Problem, ...]


@uncollected()
def link(
    items: pd.DataFrame,
    records: pd.DataFrame,
    groups: Sequence[Group],
    country: str = "ID",
    decisions: Sequence[LinkDecision] = (),
) -> Linked:
    """The links between items, and what the records (schemas ITEMS, RECORDS with item_id) name in vain.

    Those that the records state are accepted, and the surest of those that the stages of government work suggest; the
    others of these are proposed. A link leads from the prerequisite to the dependent, one of relation "related" from
    what is pointed to. Links of a ring stay in the table; each ring is a problem. country: whose plan it is, by its
    two letters, "" if nobody knows; no law of another one is held against it. decisions: of people on links between
    these items; what they accept holds, what they reject stays in the table as rejected.
    """
    resolver = Resolver(items, records, groups)
    found = [thing for place in range(len(resolver.rows)) for thing in resolver.of_record(place)]
    best = _best([thing for thing in found if isinstance(thing, Claim)])
    lost = [thing for thing in found if isinstance(thing, Problem)]
    problems = Competent(resolver.rows, resolver.targets, country).named(dict.fromkeys(lost))
    rulings = Rulings(decisions, items["item_id"].tolist())
    stated, likely = rulings.stated(best), inferred(resolver.targets)
    agreed = {pair: DECIDED for pair in rulings.accepted if pair not in best}
    proposed = fitting(rulings.open(likely), [*stated, *agreed])
    told = [*rows.stated(stated), *rows.offered(proposed, items), *rows.decided(rulings, best, likely, items)]
    pointed = rows.pointing(related(resolver.rows, resolver.printed, best))
    links = fingerprinted(frame(LINKS, [*told, *pointed]), items)
    rings = cycles({pair: one.confidence for pair, one in stated.items()} | agreed, tuple(agreed), resolver.rows)
    checked = place_items(tuple(findings(items, records, links, country)), records)
    return Linked(links, (*problems, *rings, *checked))


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
