"""What the parts of this stage hand to one another: records in the making, and what became of every block."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tasks.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """A record in the making. `fields`: columns of RAW without ids, group and file; `places`: blocks it was made of.

    The first place is the block that holds the action. `mark` tells drafts apart that share a locator.
    """

    locator: str
    fields: Mapping[str, str]
    places: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a block: a word of FATES and the reason as a key of the message catalogue ("" for a record)."""

    place: str
    fate: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a part of a document gave."""

    drafts: tuple[Draft, ...] = ()
    fates: tuple[Fate, ...] = ()
    problems: tuple[Problem, ...] = ()


def together(readings: Iterable[Reading]) -> Reading:
    """Several readings as one, order kept."""
    all_of = list(readings)
    return Reading(
        tuple(d for r in all_of for d in r.drafts),
        tuple(f for r in all_of for f in r.fates),
        tuple(p for r in all_of for p in r.problems),
    )


Reason = Literal[
    "abbreviations", "addressee", "attendance", "card-title", "closed-section", "closing", "column-numbers", "comment",
    "continued", "example", "group-row", "head", "header-repeated", "hidden-row", "hidden-sheet", "history",
    "holiday", "housekeeping", "lead-in", "legend", "newer-inside", "newer-name", "no-action", "no-action-column",
    "no-header", "no-request", "no-section", "other-table", "page-edge", "pointer", "question", "quoted",
    "rejected", "remark", "replaced", "signature", "speaker", "struck-out", "summary", "test-entry", "title-row",
    "total", "unfilled",
]  # fmt: skip
"""Why a block is no record; each has a sentence in the message catalogues."""


def reason(name: Reason) -> str:
    """A reason as accounting.csv holds it: a key that rendering looks up."""
    return f"@extraction.{name}"
