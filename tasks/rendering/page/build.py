"""The plan as one page for a browser."""

from pathlib import Path
from typing import Final

from tasks.model.plan import Plan
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import index_of
from tasks.rendering.page.cards import card_views
from tasks.rendering.page.charts import chart_views
from tasks.rendering.page.choices import facets
from tasks.rendering.page.data import page_data
from tasks.rendering.page.figures import breakdown_views, figure_views
from tasks.rendering.page.matters import concerns, matter_views
from tasks.rendering.page.shape import PageView
from tasks.rendering.page.statuses import statuses_of
from tasks.rendering.page.template import fill_page
from tasks.rendering.view.build import meeting_view
from tasks.rendering.view.items import rows_of_plan
from tasks.rendering.view.origins import source_views
from tasks.rendering.view.summary import summary_view

_SUFFIX: Final = ".html"


def page_name(speak: Catalogue) -> str:
    """File name of the page."""
    return speak.text("document.plan") + _SUFFIX


def page_file(plan: Plan, speak: Catalogue, templates: Path) -> bytes:
    """The page, complete in one file. The same plan and templates give the same bytes.

    Raises TemplateError if the template in `templates`/page is missing or broken.
    """
    return fill_page(page_view(plan, speak), templates, speak)


def page_view(plan: Plan, speak: Catalogue) -> PageView:
    """Everything that the page's template may write, in the language of `speak`."""
    index = index_of(plan, speak)
    rows = rows_of_plan(plan)
    summary = summary_view(rows, speak)
    statuses = statuses_of(index)
    missing, decide = matter_views(index, rows, speak)
    found = facets(index, rows, statuses, speak)
    return PageView(
        language=speak.language,
        title=speak.text("document.plan"),
        meeting=meeting_view(plan.meeting, speak),
        as_of=speak.day(plan.as_of),
        summary=summary,
        figures=figure_views(summary, speak),
        breakdowns=breakdown_views(summary, speak),
        filters=tuple(facet.filter for facet in found),
        cards=card_views(index, statuses, concerns(index, (*missing, *decide)), speak),
        charts=chart_views(rows, index.around.items, statuses, speak),
        missing=missing,
        decide=decide,
        sources=source_views(plan, speak),
        data=page_data(index, found, speak),
    )
