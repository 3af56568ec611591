"""Findings that the secretariat has waived: waivers.csv beside the documents, one row a finding.

Columns: rule (the code of the finding), item (code or number of the item, the institution, or "file, place"), reason,
expiry (ISO day, may be empty).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tasks.model.problem import Code, Problem, problem

WAIVABLE = frozenset(
    {
        Code.SCHEDULE_INFEASIBLE,
        Code.SCHEDULE_INFEASIBLE_IF,
        Code.SCHEDULE_UNDECIDED,
        Code.DEPENDENCY_CYCLE,
        Code.PREREQUISITE_MISSING,
        Code.AUTHORITY_MISMATCH,
        Code.GRANT_UNANSWERED,
        Code.BUDGET_TOO_LATE,
        Code.INSTITUTION_OVERLOADED,
    }
)
_FILE = "waivers.csv"


@dataclass(frozen=True, slots=True)
class _Waiver:
    row: int
    rule: str
    item: str
    reason: str
    expiry: str


def waived(
    problems: Iterable[Problem], table: Sequence[Mapping[str, str]], items: pd.DataFrame, as_of: date
) -> Iterator[Problem]:
    """The problems, those that a valid waiver fits as waived with its reason; then the waivers without effect.

    table: the rows of waivers.csv; items: with the schema ITEMS, for their numbers; as_of: the day of the plan.
    """
    waivers = [
        _Waiver(n, *(row.get(k, "") for k in ("rule", "item", "reason", "expiry"))) for n, row in enumerate(table, 2)
    ]
    idle = {waiver: _cause(waiver, as_of) for waiver in waivers}
    valid = {(waiver.rule, waiver.item.casefold()): waiver for waiver in waivers if not idle[waiver]}
    numbers = dict(zip(items["item_id"].tolist(), items["number"].tolist(), strict=True))
    used: set[_Waiver] = set()
    for found in problems:
        names = _names(found, numbers) if found.code in WAIVABLE else ()
        fit = next((valid[found.code, name] for name in names if (found.code, name) in valid), None)
        used |= {fit} if fit else set()
        yield _waived(found, fit) if fit else found
    for waiver in waivers:
        if waiver not in used:
            yield _idle(waiver, idle[waiver] or "linking.waiver.unused")


def _cause(waiver: _Waiver, as_of: date) -> str:
    """Why a waiver cannot hold, a key of the catalogue; empty if it can."""
    if not waiver.reason:
        return "linking.waiver.no-reason"
    try:
        expired = bool(waiver.expiry) and date.fromisoformat(waiver.expiry) < as_of
    except ValueError:
        return "linking.waiver.no-day"
    return "linking.waiver.expired" if expired else ""


def _names(found: Problem, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """What a waiver may call the subject of a finding, in small letters."""
    details = dict(found.details)
    item = details.get("item", "")
    names = (item, numbers.get(item, ""), details.get("owner", ""), f"{found.file}, {found.locator}")
    return tuple(name.casefold() for name in names if name)


def _waived(found: Problem, waiver: _Waiver) -> Problem:
    until = "@linking.waiver.until" if waiver.expiry else ""
    told = {"rule": waiver.rule, "item": waiver.item, "reason": waiver.reason, "until": until, "expiry": waiver.expiry}
    return problem(Code.FINDING_WAIVED, found.file, found.locator, **told)


def _idle(waiver: _Waiver, cause: str) -> Problem:
    told = {"rule": waiver.rule, "item": waiver.item, "row": str(waiver.row), "expiry": waiver.expiry}
    return problem(Code.WAIVER_IDLE, _FILE, "", file_name=_FILE, cause=f"@{cause}", **told)
