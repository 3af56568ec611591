"""What people have to settle: errors and warnings by kind, and sources that disagree."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import pandas as pd

from tasks.model import locator
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem, code_list
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.messages import codes_in, message
from tasks.rendering.view.items import Row, Rows, number_key, rows_of
from tasks.rendering.view.shape_item import Item
from tasks.rendering.view.shape_settling import Claim, Conflict, Trouble, TroubleKind
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline

_DAYS = frozenset({"start", "end"})
_SEVERAL = frozenset({"owners", "supporters", "regions", "fund_sources"})


_RANKS = ("error", "warning", "info")
_ALSO_TOLD = frozenset({Code.GRANT_UNANSWERED, Code.INSTITUTION_OVERLOADED, Code.FINDING_WAIVED})
"""What is mere information and yet for people to look at: what checks found, and what was waived for which reason."""


def trouble_views(plan: Plan, items: Mapping[str, Item], speak: Catalogue) -> tuple[TroubleKind, ...]:
    """Errors first, then warnings, then what else checks found; conflicts of fields have a table of their own."""
    numbers = {code: item.number for code, item in items.items()}
    kinds = groupby(to_settle(plan, items), key=lambda problem: (str(problem.code), problem.severity))
    return tuple(_kind(*kind, problems, items, numbers, speak) for kind, problems in kinds)


def to_settle(plan: Plan, items: Mapping[str, Item]) -> list[Problem]:
    """The problems that people have to settle, in the order in which they are told; without conflicts of fields."""
    ranks = {row["code"]: (_RANKS.index(row["severity"]), n) for n, row in enumerate(code_list())}
    asked = (
        problem
        for problem in plan.problems
        if (problem.severity != "info" or problem.code in _ALSO_TOLD)
        and not (problem.code == Code.FIELDS_CONFLICT and len(plan.conflicts))
    )
    return sorted(asked, key=lambda problem: (ranks[str(problem.code)], _order(problem, items)))


def _kind(
    code: str, severity: str, problems: Iterable[Problem], items: Mapping[str, Item], numbers: Mapping[str, str],
    speak: Catalogue,
) -> TroubleKind:  # fmt: skip
    troubles = tuple(_trouble(problem, items, numbers, speak) for problem in problems)
    return TroubleKind(
        title=speak.text(f"kind.{code}"),
        severity=speak.text(f"severity.{severity}"),
        count=speak.number(len(troubles)),
        troubles=troubles,
    )


def _order(problem: Problem, items: Mapping[str, Item]) -> tuple[Any, ...]:
    numbers = [number_key(items[item].number) for item in concerned(problem, items)]
    return problem.file, locator.sort_key(problem.locator), numbers, problem.details


def concerned(problem: Problem, items: Mapping[str, Item]) -> list[str]:
    """The items that a problem is about: its detail `item`, otherwise all that its details name."""
    details = dict(problem.details)
    texts = [details["item"]] if "item" in details else list(details.values())
    return list(dict.fromkeys(code for text in texts for code in codes_in(text, items)))


def _trouble(
    problem: Problem, items: Mapping[str, Item], numbers: Mapping[str, str], speak: Catalogue
) -> Trouble:  # fmt: skip
    named = concerned(problem, items)
    subject = inline.joined(items[item].link for item in named) if named else _place(problem, speak)
    return Trouble(subject, trouble_text(problem, items, numbers, speak))


def trouble_text(
    problem: Problem, items: Mapping[str, Item], numbers: Mapping[str, str], speak: Catalogue
) -> str:  # fmt: skip
    """What is to be settled, without the numbers that stand beside it, and the actions that it names by number."""
    text = message(problem, numbers, speak)
    for item in concerned(problem, items):
        text = text.removeprefix(f"{items[item].number}: ")
    return "\n".join([text[:1].upper() + text[1:], *_actions(problem, items, text)])


def _actions(problem: Problem, items: Mapping[str, Item], text: str) -> list[str]:
    """What the items in a message are about, a line each, where the message does not say it already."""
    told = dict.fromkeys(code for _, value in problem.details for code in codes_in(value, items))
    return [f"{items[c].number}: {items[c].action}" for c in told if items[c].action not in text]


def _place(problem: Problem, speak: Catalogue) -> Inline:
    where = [problem.file.rsplit("/", 1)[-1], localise_locator(problem.locator, speak.language)]
    return inline.plain(", ".join(filter(None, where)) or "–")


def conflict_views(data: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Conflict, ...]:
    """Fields on which the sources of one item disagree, what each source says side by side.

    What two items would disagree on if they are one work stands with the question whether they are.
    """
    records: dict[str, list[Row]] = {}
    for row in data.records:
        records.setdefault(row["item_id"], []).append(row)
    rows = [row for row in rows_of(data.plan.conflicts) if row["item_id"] in items and not row["same_as"]]
    rows.sort(key=lambda row: (number_key(items[row["item_id"]].number), row["field"]))
    return tuple(
        Conflict(
            item=items[row["item_id"]],
            field=field_name(row["field"], speak),
            claims=(*_claims(row, records.get(row["item_id"], []), speak), *_chosen(row, speak)),
        )
        for row in rows
    )


def open_conflicts(conflicts: pd.DataFrame) -> pd.DataFrame:
    """The rows of CONFLICTS on single items in which nobody has chosen a value yet."""
    return conflicts[(conflicts["same_as"] == "") & (conflicts["settled_by"] + conflicts["settled_why"] == "")]


def _chosen(row: Row, speak: Catalogue) -> Iterator[Claim]:
    """What people chose, with who, when and why."""
    if row["settled_by"] or row["settled_why"]:
        day = wording.spoken_days(row["settled_on"], speak)
        told = ", ".join(filter(None, [row["settled_by"], day, row["settled_why"]]))
        value = field_value(row["field"], row["chosen"], speak) or "–"
        yield Claim(speak.text("conflict.settled", value=value), told)


def field_name(name: str, speak: Catalogue) -> str:
    """What people call a column; one without a name of its own stands as it is."""
    key = f"field.{name}"
    return speak.text(key) if key in speak else name


def _claims(row: Row, records: Iterable[Row], speak: Catalogue) -> tuple[Claim, ...]:
    """Each value once with all places that state it; the words of the conflict itself where records tell none."""
    held: dict[str, list[str]] = {}
    for record in records:
        value = record.get(row["field"], "")
        if value:
            place = localise_locator(record["locator"], speak.language)
            held.setdefault(value, []).append(f"{record['file'].rsplit('/', 1)[-1]}, {place}")
    if len(held) <= 1:
        return tuple(Claim(wording.spoken_days(part, speak), "") for part in parts(row["values"]))
    return tuple(Claim(field_value(row["field"], value, speak), "; ".join(held[value])) for value in held)


def field_value(field: str, value: str, speak: Catalogue) -> str:
    """The cell of a field as people read it."""
    if field in _DAYS:
        return wording.spoken_days(value, speak)
    if field == "budget":
        return wording.budget(value, speak)
    if field == "levels":
        return ", ".join(wording.level(code, speak) for code in parts(value))
    return wording.lines(value) if field in _SEVERAL else value
