"""The versions of a plan in its database.

A version is there before its documents are; only when these stand in the output folder is it issued. One that never
was gives its number to the next. A run that changes nothing in the plan makes no version.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

import pandas as pd
import sqlalchemy as sa

from tasks.memory.database import Scope
from tasks.memory.decisions.store import told_rows
from tasks.memory.schema import CONTENT, ISSUED, VERSION
from tasks.memory.versions.packing import packed, unpacked
from tasks.model.decisions import Answers
from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.model.tables import RECORDS, frame

TABLES: Final = ("records", "items", "links", "conflicts", "sources", "problems", "decisions", "withdrawn")
"""problems: code, severity, file, locator, details as JSON; decisions: kind, told, as in the table of decisions;
withdrawn: records (RECORDS) that people took out of the plan."""

_FIELDS: Final = ("number", "made", "mark", "language", "as_of", "digest", "issued")


@dataclass(frozen=True, slots=True)
class Run:
    """A run that made a plan. made: when (ISO); mark: the hash of all that its outcome depends on."""

    made: str
    mark: str
    language: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan, its tables apart. digest: of their contents; the other fields as in the database."""

    number: int
    made: str
    mark: str
    language: str
    as_of: str
    digest: str
    issued: bool


def versions(scope: Scope) -> list[Version]:
    """All versions, the oldest first."""
    return [Version(*row) for row in scope.rows(VERSION, *_FIELDS)]


def issued(scope: Scope) -> list[Version]:
    """Those whose documents were put in their place."""
    return [version for version in versions(scope) if version.issued]


def tables(scope: Scope, number: int) -> dict[str, pd.DataFrame]:
    """The tables of a version, by name. Raises KeyError if there is no such version."""
    rows = scope.connection.execute(
        sa.select(CONTENT.c.name, CONTENT.c.packed).where(CONTENT.c.plan == scope.plan, CONTENT.c.number == number)
    )
    found = {name: unpacked(bytes(data)) for name, data in rows}
    found.setdefault("withdrawn", frame(RECORDS, []))  # of versions that an earlier release made
    return {name: found[name] for name in TABLES}


def add(scope: Scope, plan: Plan, run: Run, least: int = 1) -> Version:
    """Keep a plan; its version: the last one if nothing in the plan has changed since, else a new one.

    least: the number of a new one, unless there is such a version already.
    """
    contents = {name: packed(table) for name, table in _tables(plan).items()}
    digest = sha256(b"".join(sha256(contents[name]).digest() for name in TABLES)).hexdigest()
    before = issued(scope)
    scope.clear(VERSION, VERSION.c.issued.is_(False))
    for table in (CONTENT, ISSUED):
        scope.clear(table, table.c.number > (before[-1].number if before else 0))
    if before and before[-1].digest == digest:
        return before[-1]
    number = max(least, before[-1].number + 1 if before else 1)
    made = Version(number, run.made, run.mark, run.language, plan.as_of.isoformat(), digest, issued=False)
    scope.add(VERSION, [{name: getattr(made, name) for name in _FIELDS}])
    scope.add(CONTENT, [{"number": number, "name": name, "packed": data} for name, data in contents.items()])
    return made


def issue(scope: Scope, number: int, mark: str) -> Version | None:
    """Mark the last version as issued if it is this one, made under this mark; it, or None if it is not or was."""
    last = next(reversed(versions(scope)), None)
    if last is None or last.issued or (last.number, last.mark) != (number, mark):
        return None
    here = (VERSION.c.plan == scope.plan) & (VERSION.c.number == last.number)
    scope.connection.execute(sa.update(VERSION).where(here).values(issued=True))
    return replace(last, issued=True)


def _tables(plan: Plan) -> Mapping[str, pd.DataFrame]:
    review = plan.review
    told = told_rows(Answers(review.answers, review.synonyms, links=review.link_answers, sources=review.sources))
    return {
        "records": plan.records,
        "items": plan.items,
        "links": plan.links,
        "conflicts": plan.conflicts,
        "sources": plan.sources,
        "problems": _problems(plan.problems),
        "decisions": pd.DataFrame(told, columns=["kind", "told"], dtype="str"),
        "withdrawn": plan.withdrawn,
    }


def _problems(problems: tuple[Problem, ...]) -> pd.DataFrame:
    names = ("code", "severity", "file", "locator")
    rows = [{name: str(getattr(found, name)) for name in names} | {"details": _details(found)} for found in problems]
    return pd.DataFrame(rows, columns=[*names, "details"], dtype="str")


def _details(found: Problem) -> str:
    return json.dumps(dict(found.details), ensure_ascii=False, sort_keys=True)
