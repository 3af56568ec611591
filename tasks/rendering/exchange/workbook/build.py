"""The plan as a workbook."""

from typing import Final

from tasks.model.plan import Plan
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.workbook.activities import activities_sheet
from tasks.rendering.exchange.workbook.budget import budget_sheet
from tasks.rendering.exchange.workbook.links import links_sheet
from tasks.rendering.exchange.workbook.matters import matters_sheet
from tasks.rendering.exchange.workbook.sources import sources_sheet
from tasks.rendering.sheets.workbook import workbook
from tasks.rendering.view.items import item_views, rows_of_plan

_SUFFIX: Final = ".xlsx"


def workbook_name(speak: Catalogue) -> str:
    """File name of the workbook."""
    return speak.text("document.plan") + _SUFFIX


def workbook_file(plan: Plan, speak: Catalogue) -> bytes:
    """The workbook: activities, links, what has to be settled, sums, sources. The same plan gives the same bytes."""
    rows = rows_of_plan(plan)
    items = item_views(rows, speak)
    sheets = [
        activities_sheet(rows, items, speak),
        links_sheet(rows, items, speak),
        matters_sheet(rows, items, speak),
        budget_sheet(rows, speak),
        sources_sheet(plan, speak),
    ]
    return workbook(sheets, speak.text("decisions.page"))
