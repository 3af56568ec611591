"""The whole plan in words: what the template of the plan is filled with."""

from tasks.model.meeting import Meeting as PlanMeeting
from tasks.model.plan import Plan
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import item_views, matrix_views, rows_of_plan
from tasks.rendering.view.linked import direction_views, finding_views
from tasks.rendering.view.origins import origin_views, source_views
from tasks.rendering.view.schedule import critical_views, month_views
from tasks.rendering.view.settling import conflict_views, trouble_views
from tasks.rendering.view.shape import Meeting, PlanView
from tasks.rendering.view.summary import summary_view
from tasks.rendering.word.contents import PLACE


def plan_view(plan: Plan, speak: Catalogue) -> PlanView:
    """Everything that the plan's template may write, in the language of `speak`."""
    rows = rows_of_plan(plan)
    items = item_views(rows, speak)
    return PlanView(
        meeting=meeting_view(plan.meeting, speak),
        contents=PLACE,
        summary=summary_view(rows, speak),
        findings=finding_views(rows, items),
        matrices=matrix_views(rows, items, speak),
        directions=direction_views(rows, items, speak),
        critical=critical_views(rows, items, speak),
        months=month_views(rows, items, speak),
        to_settle=trouble_views(plan, items, speak),
        conflicts=conflict_views(rows, items, speak),
        sources=source_views(plan, speak),
        origins=origin_views(rows, items, speak),
    )


def meeting_view(meeting: PlanMeeting, speak: Catalogue) -> Meeting:
    """The meeting in words; a name that nobody gave is the plain word for a meeting."""
    return Meeting(
        name=meeting.name or speak.text("meeting.unnamed"),
        theme=meeting.theme,
        host=meeting.host,
        place=meeting.place,
        dates=wording.days(meeting.start, meeting.end, speak),
        year=str(meeting.year or ""),
    )
