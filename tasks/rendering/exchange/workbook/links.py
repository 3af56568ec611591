"""The sheet of what depends on what."""

from collections.abc import Iterator, Mapping
from typing import Final

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.sheets.cells import Cell, Sheet, Style
from tasks.rendering.view.items import Row, Rows, number_key
from tasks.rendering.view.linked import directed, reason, verdict
from tasks.rendering.view.shape_item import Item

_PRINTED: Final = 10
_COLUMNS: Final = (
    ("before", 13, Style.CENTRED), ("before-action", 40, Style.TEXT), ("before-end", 12, Style.DATE),
    ("after", 13, Style.CENTRED), ("after-action", 40, Style.TEXT), ("after-start", 12, Style.DATE),
    ("status", 12, Style.TEXT), ("basis", 14, Style.TEXT), ("evidence", 32, Style.TEXT), ("verdict", 32, Style.TEXT),
    ("before-owners", 26, Style.TEXT), ("after-owners", 26, Style.TEXT), ("direction", 22, Style.TEXT),
    ("lag", 12, Style.TEXT), ("confidence", 11, Style.SHARE),
)  # fmt: skip


def links_sheet(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> Sheet:
    """Every link between two items that nobody rejected, by the number of the prerequisite, then of what waits."""
    held = {row["item_id"]: row for row in rows.items}
    found = sorted(
        directed(rows),
        key=lambda pair: tuple(number_key(items[pair[1][end]].number) for end in ("from_item", "to_item")),
    )
    lines = [tuple(_cells(name, row, held, items, speak)) for name, row in found]
    columns = [values.column(name, width, style, speak) for name, width, style in _COLUMNS]
    return values.sheet("links", columns, lines, speak, printed=_PRINTED, last=columns[_PRINTED - 1].header)


def _cells(
    direction: str, row: Row, held: Mapping[str, Row], items: Mapping[str, Item], speak: Catalogue
) -> Iterator[Cell]:  # fmt: skip
    before, after = held[row["from_item"]], held[row["to_item"]]
    yield from (items[row["from_item"]].number, before["action"], values.day(before["end"]))
    yield from (items[row["to_item"]].number, after["action"], values.day(after["start"]))
    yield speak.text("link.accepted" if row["status"] == "accepted" else "link.proposed")
    yield speak.text("basis.explicit" if row["kind"] == "explicit" else "basis.inferred")
    yield from (reason(row, speak), verdict(row, speak))
    yield from (values.several(before["owners"]), values.several(after["owners"]))
    yield from (speak.text(f"direction.{direction}"), _lag(row["lag"], speak), values.number(row["confidence"]))


def _lag(cell: str, speak: Catalogue) -> str:
    """A duration in days, weeks or months, in words; any other as it is."""
    key = f"workbook.lag.{cell[-1:]}"
    return speak.text(key, count=cell[1:-1]) if key in speak else cell
