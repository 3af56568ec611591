"""The sheet of all activities."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tasks.linking.related import RELATED
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.view.inferred import inferred_words
from tasks.rendering.view.items import Row, Rows, group_name, number_key
from tasks.rendering.view.linked import directed
from tasks.rendering.view.schedule import CRITICAL
from tasks.rendering.view.shape_item import Item

_KEPT: Final = 2
_FRONT: Final = (
    ("number", 8, Style.CENTRED), ("action", 44, Style.TEXT), ("output", 26, Style.TEXT), ("owners", 26, Style.TEXT),
    ("levels", 15, Style.TEXT), ("regions", 18, Style.TEXT), ("start", 12, Style.DATE), ("end", 12, Style.DATE),
)  # fmt: skip
_MIDDLE: Final = (("fund_sources", 14, Style.TEXT), ("waits", 13, Style.TEXT))
_BACK: Final = (
    ("programme", 22, Style.TEXT), ("theme", 18, Style.TEXT), ("targets", 18, Style.TEXT), ("media", 18, Style.TEXT),
    ("group", 24, Style.TEXT), ("period", 24, Style.TEXT), ("supporters", 26, Style.TEXT),
    ("earliest", 13, Style.DATE), ("latest", 13, Style.DATE), ("slack", 11, Style.NUMBER),
    ("critical", 9, Style.CENTRED), ("progress", 46, Style.TEXT), ("obstacle", 46, Style.TEXT),
    ("solution", 46, Style.TEXT), ("inferred", 46, Style.QUIET), ("source", 80, Style.QUIET), ("code", 11, Style.QUIET),
)  # fmt: skip


def activities_sheet(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> Sheet:
    """Every item of the plan, in the order of the numbers."""
    found = values.currencies(rows)
    front, middle, back = (_columns(part, speak) for part in (_FRONT, _MIDDLE, _BACK))
    columns = [*front, *values.sum_columns(found, speak), *middle, *back]
    printed = len(columns) - len(back)
    records, waits = _by_item(rows), _waits(rows, items)
    lines = [
        tuple(_cells(row, items[row["item_id"]], records.get(row["item_id"], []), waits, found, rows, speak))
        for row in rows.items
    ]
    return values.sheet(
        "activities", columns, lines, speak, kept=_KEPT, printed=printed, last=columns[printed - 1].header,
        count=speak.number(len(lines)), day=speak.day(rows.plan.as_of),
    )  # fmt: skip


def _columns(told: Sequence[tuple[str, int, Style]], speak: Catalogue) -> list[Column]:
    return [values.column(name, width, style, speak) for name, width, style in told]


def _by_item(rows: Rows) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for record in rows.records:
        found.setdefault(record["item_id"], []).append(record)
    return found


def _waits(rows: Rows, items: Mapping[str, Item]) -> dict[str, str]:
    """The numbers of what each item waits for, proposed ones in brackets."""
    found: dict[str, set[tuple[str, str]]] = {}
    for direction, row in directed(rows):
        if direction != RELATED:
            number = items[row["from_item"]].number
            shown = number if row["status"] == "accepted" else f"({number})"
            found.setdefault(row["to_item"], set()).add((number, shown))
    return {
        item: ", ".join(shown for _, shown in sorted(held, key=lambda pair: number_key(pair[0])))
        for item, held in found.items()
    }


def _cells(
    row: Row, item: Item, records: Sequence[Row], waits: Row, found: Sequence[str], rows: Rows, speak: Catalogue
) -> Iterator[Cell]:  # fmt: skip
    levels = sorted(set(parts(row["levels"])), key=wording.level_rank)
    yield from (item.number, row["action"], row["output"], values.several(row["owners"]))
    yield ", ".join(wording.level(level, speak) for level in levels)
    yield from (values.several(row["regions"]), values.day(row["start"]), values.day(row["end"]))
    yield from values.sums(row["budget"], found)
    yield from (values.several(row["fund_sources"]), waits.get(row["item_id"], ""))
    yield from (values.several(row[name]) for name in ("programme", "theme", "targets", "media"))
    yield from (group_name(row, rows, speak), item.time, values.several(row["supporters"]))
    yield from (values.day(row["earliest_start"]), values.day(row["latest_finish"]), values.number(row["slack_months"]))
    yield speak.text("workbook.yes") if row["on_critical_path"].lower() in CRITICAL else ""
    yield from (row["progress"], row["obstacle"], row["solution"])
    yield "\n".join(dict.fromkeys(filter(None, (inferred_words(record["inferred"], speak) for record in records))))
    yield "\n".join(f"{record['file']}, {localise_locator(record['locator'], speak.language)}" for record in records)
    yield row["item_id"]
