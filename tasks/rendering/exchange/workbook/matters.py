"""The sheet of what people have to settle: problems, and sources that disagree."""

from collections.abc import Iterator, Mapping
from typing import Final

from tasks.model.problem import Code, Problem, code_list
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Sheet, Style
from tasks.rendering.view.items import Rows
from tasks.rendering.view.settling import concerned, conflict_views, to_settle, trouble_text
from tasks.rendering.view.shape_item import Item
from tasks.rendering.view.shape_settling import Claim

_COLUMNS: Final = (
    ("severity", 14, Style.TEXT), ("kind", 26, Style.TEXT), ("items", 11, Style.TEXT), ("action", 40, Style.TEXT),
    ("matter", 70, Style.TEXT), ("source", 36, Style.QUIET),
)  # fmt: skip


def matters_sheet(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> Sheet:
    """Errors first, then warnings, each kind by itself; then every field on which sources disagree."""
    numbers = {code: item.number for code, item in items.items()}
    lines = [_problem(problem, items, numbers, speak) for problem in to_settle(rows.plan, items)]
    lines += _conflicts(rows, items, speak)
    columns = [values.column(name, width, style, speak) for name, width, style in _COLUMNS]
    decisions = speak.text("document.decisions") + ".xlsx"
    return values.sheet("matters", columns, lines, speak, decisions=decisions)


def _problem(
    problem: Problem, items: Mapping[str, Item], numbers: Mapping[str, str], speak: Catalogue
) -> tuple[Cell, ...]:  # fmt: skip
    named = [items[code] for code in concerned(problem, items)]
    return (
        speak.text(f"severity.{problem.severity}"),
        speak.text(f"kind.{problem.code}"),
        ", ".join(item.number for item in named),
        "\n".join(item.action for item in named),
        trouble_text(problem, items, numbers, speak),
        ", ".join(filter(None, [problem.file, localise_locator(problem.locator, speak.language)])),
    )


def _conflicts(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> Iterator[tuple[Cell, ...]]:
    severity = next(row["severity"] for row in code_list() if row["code"] == Code.FIELDS_CONFLICT)
    for conflict in conflict_views(rows, items, speak):
        claims = "\n".join(map(_claim, conflict.claims))
        yield (
            speak.text(f"severity.{severity}"),
            speak.text(f"kind.{Code.FIELDS_CONFLICT}"),
            conflict.item.number,
            conflict.item.action,
            f"{conflict.field}:\n{claims}",
            "",
        )


def _claim(claim: Claim) -> str:
    return f"•\u00a0{claim.value} ({claim.source})" if claim.source else f"•\u00a0{claim.value}"
