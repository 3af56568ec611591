"""The dependency graph: what the records themselves say of one another, resolved to items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.linking.cycles import rings, told
from tasks.linking.mentions import Mention, mentions
from tasks.linking.names import Found, choose, covered, find
from tasks.linking.numbers import Reference, bare, cites_law, references, says_see
from tasks.linking.printed import Printed
from tasks.linking.targets import Targets
from tasks.linking.wanted import Wanted, wanted
from tasks.model.meeting import Group
from tasks.model.problem import Code, Problem, problem
from tasks.model.tables import LINKS, frame
from tasks.model.values import SEPARATOR

FIELDS = ("action", "depends_text", "remarks", "period_text", "solution", "obstacle")
"""Where records speak of one another; of obstacles and solutions only the strongest words count."""

NEAR = 6
"""How many records back "that guideline" may lie."""

Row = Mapping[str, str]
_CONFIDENCE = {"number": "0.95", "hard": "0.90", "medium": "0.85", "weak": "0.80"}


@dataclass(frozen=True)
class Linked:
    """What linking makes: a frame with the schema LINKS, and what could not be resolved."""

    links: pd.DataFrame
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    source: str
    target: str
    confidence: str
    evidence: str


class _Linker:
    """The plan while its mentions are resolved."""

    def __init__(self, items: pd.DataFrame, records: pd.DataFrame, groups: Sequence[Group]) -> None:
        self.rows: list[Row] = [{str(k): str(v) for k, v in row.items()} for row in records.to_dict("records")]
        self.targets = Targets(items, records)
        self.printed = Printed(self.rows, groups)

    def of_record(self, place: int) -> Iterator[_Link | Problem]:
        """Links and problems from what a record says."""
        for mention in _said(self.rows[place]):
            found = list(self._resolved(mention, place))
            if not any(isinstance(thing, _Link) for thing in found):
                inner = (thing for part in _inside(mention) for thing in self._resolved(part, place))
                found = [thing for thing in inner if isinstance(thing, _Link)] or found
            yield from found

    def _resolved(self, mention: Mention, place: int) -> Iterator[_Link | Problem]:
        asked = wanted(mention.phrase, self.targets)
        numbered = references(mention.phrase) or self._bare(mention)
        for said in numbered:
            yield from self._by_number(mention, asked, said, place)
        if not numbered and not cites_law(mention.phrase):
            yield from self._by_name(mention, asked, place)

    def _bare(self, mention: Mention) -> list[Reference]:
        """Numbers alone in a cell for prerequisites; with letters only if such numbers are printed ("A3", not "Q3")."""
        found = bare(mention.phrase) if mention.phrase == mention.evidence else []
        return [said for said in found if all(n.isdigit() or self.printed.bears(n) for n in said.numbers)]

    def _by_number(self, mention: Mention, asked: Wanted, said: Reference, place: int) -> Iterator[_Link | Problem]:
        row = self.rows[place]
        own = self.targets.all[row["item_id"]]
        for one in said.numbers:
            single = Reference((one,), said.group, said.part, said.source, said.text)
            hits = [self.rows[n]["item_id"] for n in self.printed.find(single, place)]
            others = [item for item in hits if item != own.item_id]
            found = choose(asked, own, others, self.targets)
            if not hits:
                named = find(mention, asked, own, self.printed.code(asked.group, ""), self.targets)
                lost = _problem(Code.REFERENCE_NOT_FOUND, row, text=said.text)
                yield from [lost] if named.doubtful or not named.items else _links(mention, named, own.item_id, "weak")
            elif found.doubtful:
                yield _problem(Code.REFERENCE_AMBIGUOUS, row, text=said.text, candidates=", ".join(found.items))
            else:
                yield from _links(mention, found, own.item_id, "number")

    def _by_name(self, mention: Mention, asked: Wanted, place: int) -> Iterator[_Link | Problem]:
        row = self.rows[place]
        own = self.targets.all[row["item_id"]]
        if asked.said:
            yield from _links(mention, self._said_before(asked, place), own.item_id, mention.strength)
            return
        code = self.printed.code(asked.group, "")
        found = find(mention, asked, own, code, self.targets)
        if found.doubtful:
            if mention.strength != "weak":
                listed = ", ".join(found.items)
                yield _problem(Code.REFERENCE_AMBIGUOUS, row, text=mention.phrase, candidates=listed)
        elif found.items:
            yield from _links(mention, found, own.item_id, mention.strength)
        elif _is_missing(mention, asked):
            yield _problem(Code.PREREQUISITE_MISSING, row, text=mention.phrase)

    def _said_before(self, asked: Wanted, place: int) -> Found:
        """The nearest item before this record, in its file, that has all that is said of "that one"."""
        file, own = self.rows[place]["file"], self.rows[place]["item_id"]
        for n in range(place - 1, max(place - 1 - NEAR, -1), -1):
            row = self.rows[n]
            target = self.targets.all[row["item_id"]]
            made = not asked.product or asked.product in target.products
            if row["file"] == file and row["item_id"] != own and made and covered(asked, target, self.targets) >= 1:
                return Found((row["item_id"],))
        return Found(())


def link(items: pd.DataFrame, records: pd.DataFrame, groups: Sequence[Group]) -> Linked:
    """The links that the records state (schemas ITEMS, RECORDS with item_id), and what they name in vain.

    A link leads from the prerequisite to the dependent. Links of a ring stay in the table; each ring is a problem.
    """
    linker = _Linker(items, records, groups)
    found = [thing for place in range(len(linker.rows)) for thing in linker.of_record(place)]
    best = _best([thing for thing in found if isinstance(thing, _Link)])
    problems = [thing for thing in found if isinstance(thing, Problem)]
    return Linked(_table(best), (*dict.fromkeys(problems), *_cycles(best, linker.rows)))


def _said(row: Row) -> Iterator[Mention]:
    for field in FIELDS:
        for mention in mentions(row[field], prerequisite=field == "depends_text"):
            strong = mention.strength == "hard" or (field == "solution" and mention.strength == "weak")
            if says_see(mention.evidence) or (field in ("solution", "obstacle") and not strong):
                continue
            yield mention


def _inside(mention: Mention) -> list[Mention]:
    """The weaker mentions in the words of a strong one, in the same direction."""
    if mention.strength == "weak":
        return []
    return [part for part in mentions(mention.phrase) if part.direction == mention.direction]


def _links(mention: Mention, found: Found, own: str, sure: str) -> Iterator[_Link]:
    for item in found.items:
        if item != own:
            ends = (item, own) if mention.direction == "after" else (own, item)
            yield _Link(*ends, _CONFIDENCE[sure], mention.evidence)


def _is_missing(mention: Mention, asked: Wanted) -> bool:
    """A product that is waited for without doubt, said with more than its kind."""
    certain = mention.direction == "after" and mention.strength == "hard"
    return certain and bool(asked.product) and bool(asked.names or len(asked.words) > 1)


def _best(found: Sequence[_Link]) -> dict[tuple[str, str], _Link]:
    """One link a pair, the surest, with the evidence of all."""
    best: dict[tuple[str, str], _Link] = {}
    for one in found:
        pair = (one.source, one.target)
        had = best.get(pair)
        if had is None:
            best[pair] = one
        else:
            evidence = SEPARATOR.join(dict.fromkeys([*had.evidence.split(SEPARATOR), one.evidence]))
            best[pair] = _Link(*pair, max(had.confidence, one.confidence), evidence)
    return best


def _table(best: Mapping[tuple[str, str], _Link]) -> pd.DataFrame:
    fixed = {"kind": "explicit", "relation": "finish-start", "status": "accepted"}
    return frame(
        LINKS,
        [
            {"from_item": a, "to_item": b, "confidence": one.confidence, "evidence": one.evidence} | fixed
            for (a, b), one in best.items()
        ],
    )


def _cycles(best: Mapping[tuple[str, str], _Link], rows: Sequence[Row]) -> Iterator[Problem]:
    firsts = {row["item_id"]: row for row in reversed(rows)}
    for ring, weakest in rings({pair: one.confidence for pair, one in best.items()}):
        row = firsts[weakest[1]]
        yield problem(Code.DEPENDENCY_CYCLE, row["file"], row["locator"], ring=told(ring), weakest=" → ".join(weakest))


def _problem(code: Code, row: Row, **details: str) -> Problem:
    return problem(code, row["file"], row["locator"], item=row["item_id"], **details)
