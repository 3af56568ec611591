"""What the decisions file of a run asks about links, and what it says of the answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from tasks.linking.cycles import rings
from tasks.memory.decisions.link_answers import Link, LinkAnswers
from tasks.memory.decisions.link_sides import link_sides
from tasks.model.decisions import LinkAnswer, LinkQuestion, LinkRuling, Remark, Review, Side, Standing
from tasks.scheduling.network import FOLLOWS
from tasks.scheduling.verdicts import Verdict

MOST: Final = 300
"""How many questions are put at a time; the next ones follow as these are answered."""

MOST_HANGS: Final = 99
"""How many items that wait are counted at most."""

_BROKEN: Final = (Verdict.IMPOSSIBLE, Verdict.OVERPROMISED)
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a link stands in a ring."""

    ring: tuple[str, ...] = ()
    weakest: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A link to ask about, its row of LINKS, and how many items wait for its dependent."""

    link: Link
    row: Cells
    at: _Place
    hangs: int


def with_links(
    review: Review, links: pd.DataFrame, items: pd.DataFrame, records: pd.DataFrame, resolved: LinkAnswers
) -> Review:
    """The review with the questions on links (schema LINKS, judged) between these items, and the decided answers.

    Asked about are the links of rings, then what is proposed and what holds though nobody stated it: first what could
    not be kept, then that for which most waits, then the most doubtful.
    """
    rows = {(row["from_item"], row["to_item"]): row for row in _binding(links)}
    ringed = _ringed(rows)
    waiting = _waiting(rows)
    asked = [
        _Asked(link, row, ringed.get(link, _Place()), _hangs(link[1], waiting))
        for link, row in rows.items()
        if link not in resolved.decided and (link in ringed or row["kind"] == "inferred")
    ]
    chosen = sorted(asked, key=_order)[:MOST]
    sides = link_sides({item for one in chosen for item in one.link}, items, records)
    questions = tuple(_question(one, sides, resolved.unread.get(one.link)) for one in chosen)
    return replace(review, links=questions, link_answers=tuple(_answered(rows, ringed, resolved)))


def _question(one: _Asked, sides: Mapping[str, Side], noted: LinkAnswer | None) -> LinkQuestion:
    """noted: what people wrote beside it without deciding."""
    before, after = (sides[item] for item in one.link)
    return LinkQuestion(
        before,
        after,
        kind=one.row["kind"],
        status=one.row["status"],
        evidence=one.row["evidence"],
        verdict=one.row["verdict"],
        chance=float(one.row["confidence"] or 0),
        hangs=one.hangs,
        ring=one.at.ring,
        weakest=one.at.weakest,
        word=noted.word if noted else "",
        remark=noted.remark if noted else Remark(),
    )


def _answered(rows: Mapping[Link, Cells], ringed: Mapping[Link, _Place], resolved: LinkAnswers) -> Iterator[LinkAnswer]:
    for link, answer in resolved.decided.items():
        row = rows.get(link, {})
        if link in ringed and answer.ruling == LinkRuling.ACCEPTED:
            yield replace(answer, standing=Standing.RINGED)
        else:
            yield replace(answer, standing=Standing.SUSPECT) if row.get("suspect") else answer
    yield from resolved.absent


def _binding(links: pd.DataFrame) -> Iterator[Cells]:
    names = ("from_item", "to_item", "kind", "status", "confidence", "evidence", "verdict", "suspect")
    rows = zip(*(links[name].tolist() for name in (*names, "relation")), strict=True)
    return (dict(zip(names, row, strict=False)) for row in rows if row[-1] == FOLLOWS)


def _ringed(rows: Mapping[Link, Cells]) -> dict[Link, _Place]:
    """The links of rings, each in the first ring that it is on."""
    found: dict[Link, _Place] = {}
    for ring, weakest in rings({link: row["confidence"] for link, row in rows.items() if row["status"] == "accepted"}):
        for n, item in enumerate(ring):
            link = (ring[n - 1], item)
            found.setdefault(link, _Place((*ring[n:], *ring[:n]), link == weakest))
    return found


def _waiting(rows: Mapping[Link, Cells]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {}
    for (before, item), row in rows.items():
        if row["status"] == "accepted":
            after.setdefault(before, []).append(item)
    return after


def _hangs(item: str, after: Mapping[str, Sequence[str]]) -> int:
    """How many items wait for one, directly or not, as far as they are counted."""
    seen, found = {item}, [item]
    for at in found:
        for other in after.get(at, ()):
            if other not in seen and len(found) <= MOST_HANGS:
                seen.add(other)
                found.append(other)
    return len(found) - 1


def _order(one: _Asked) -> tuple[bool, str, bool, bool, bool, int, float, Link]:
    """What comes first."""
    ring, row = one.at.ring, one.row
    broken, doubtful = row["verdict"] in _BROKEN, abs(float(row["confidence"] or 0) - 0.5)
    of_ring = (not ring, " ".join(sorted(ring)), not one.at.weakest)
    return (*of_ring, row["status"] == "accepted", not broken, -one.hangs, doubtful, one.link)
