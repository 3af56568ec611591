"""tables/*.csv: the plan's tables for spreadsheets and programs, as the contract lays them down."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from tasks.model import locator, tables
from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.formulas import runs_as_formula
from tasks.rendering.messages import message, numbered, reason

NAMES = ("records", "items", "links", "conflicts", "problems", "accounting")
_GUARD = "'"


def csv_files(plan: Plan, speak: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every table: UTF-8, comma, header row, lines ended by a line feed alone."""
    frames = plan_tables(plan, speak)
    yield from ((f"tables/{name}.csv", _csv(frames[name])) for name in NAMES)


def plan_tables(plan: Plan, speak: Catalogue) -> dict[str, pd.DataFrame]:
    """The tables of the plan by name, problems and reasons in the words of the language."""
    return {
        "records": plan.records,
        "items": plan.items,
        "links": plan.links,
        "conflicts": plan.conflicts,
        "problems": problem_table(plan, speak),
        "accounting": plan.accounting.assign(reason=[reason(cell, speak) for cell in plan.accounting["reason"]]),
    }


def problem_table(plan: Plan, speak: Catalogue) -> pd.DataFrame:
    """The problems by file and place, those without a file first."""
    return table_of(plan.problems, numbered(plan.items), speak)


def table_of(problems: Sequence[Problem], names: Mapping[str, str], speak: Catalogue) -> pd.DataFrame:
    """These problems as a table (schema PROBLEMS), in the same order. names: what people call items, by their ids."""
    rows = [
        {
            "file": p.file,
            "locator": p.locator,
            "severity": p.severity,
            "code": str(p.code),
            "message": message(p, names, speak),
        }
        for p in problems
    ]
    rows.sort(key=lambda r: (r["file"], locator.sort_key(r["locator"]), r["severity"], r["code"], r["message"]))
    return tables.frame(tables.PROBLEMS, rows)


def _csv(frame: pd.DataFrame) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(frame.columns)
    columns = [[neutral(cell) for cell in frame[name]] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return lines.getvalue().encode()


def neutral(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, with `'` before it."""
    return _GUARD + cell if runs_as_formula(cell) else cell
