"""The sheet of the documents from which the plan was made."""

from typing import Final

from tasks.model.plan import Plan
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook import values
from tasks.rendering.sheets.cells import Sheet, Style
from tasks.rendering.view.items import rows_of
from tasks.rendering.view.origins import source_views

_COLUMNS: Final = (
    ("source-number", 8, Style.CENTRED), ("group", 34, Style.TEXT), ("file", 80, Style.TEXT),
    ("source-status", 22, Style.TEXT), ("blocks", 13, Style.NUMBER), ("records", 13, Style.NUMBER),
)  # fmt: skip


def sources_sheet(plan: Plan, speak: Catalogue) -> Sheet:
    """Every source document by group, with the number that the plan's annex gives it."""
    counts = {row["file"]: (row["blocks"], row["records"]) for row in rows_of(plan.sources)}
    lines = [
        (source.number, source.group, source.file, source.status, *map(values.number, counts[source.file]))
        for source in source_views(plan, speak)
    ]
    columns = [values.column(name, width, style, speak) for name, width, style in _COLUMNS]
    return values.sheet("sources", columns, lines, speak)
