"""The sheet of sums: by level, fund, programme and group.

What several share is a part of its own, so nothing is counted twice.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.sheets.cells import Cell, Sheet, Style
from tasks.rendering.view.items import Row, Rows, group_name
from tasks.rendering.view.summary import fund_name, level_name, level_order

_COLUMNS: Final = (
    ("division", 24, Style.TEXT), ("part", 56, Style.TEXT), ("count", 12, Style.NUMBER),
    ("institutions", 12, Style.NUMBER), ("with-budget", 14, Style.NUMBER),
)  # fmt: skip


def budget_sheet(rows: Rows, speak: Catalogue) -> Sheet:
    """A row for every part of each division, each division's sums equal to the total in the last row."""
    found = values.currencies(rows)
    order: dict[str, Callable[[str], Any]] = {"levels": level_order(speak)}
    lines = [
        (values.header(division, speak), part, *_figures(held, found))
        for division, shares in _divisions(rows, speak).items()
        for part, held in sorted(shares.items(), key=lambda pair: order.get(division, _as_met)(pair[0]))
    ]
    columns = [values.column(name, width, style, speak) for name, width, style in _COLUMNS]
    total: Sequence[Cell] = (speak.text("summary.total"), "", *_figures(rows.items, found))
    return values.sheet("budget", [*columns, *values.sum_columns(found, speak)], lines, speak, total=total)


def _as_met(_: str) -> int:
    return 0


def _divisions(rows: Rows, speak: Catalogue) -> dict[str, dict[str, list[Row]]]:
    funded = [row for row in rows.items if row["budget"] or row["fund_sources"]]
    none = speak.text("programme.none")
    return {
        "levels": _parts(rows.items, lambda row: level_name(row, speak)),
        "fund_sources": _parts(funded, lambda row: fund_name(row, speak)),
        "programme": _parts(rows.items, lambda row: row["programme"] or none),
        "group": _parts(rows.items, lambda row: group_name(row, rows, speak)),
    }


def _parts(rows: Sequence[Mapping[str, str]], name: Callable[[Row], str]) -> dict[str, list[Row]]:
    held: dict[str, list[Row]] = {}
    for row in rows:
        held.setdefault(name(row), []).append(row)
    return held


def _figures(rows: Sequence[Row], found: Sequence[str]) -> Iterator[Cell]:
    stated = [row["budget"] for row in rows if row["budget"]]
    sums: Counter[str] = Counter()
    for budget in stated:
        sums.update(wording.amounts(budget))
    yield from (len(rows), len({owner for row in rows for owner in parts(row["owners"])}), len(stated))
    yield from (sums.get(one, "") for one in found)
