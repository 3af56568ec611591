"""The whole plan in words: what the template of the plan is filled with."""

from collections import Counter
from dataclasses import fields

from tasks.model.meeting import Meeting as PlanMeeting
from tasks.model.plan import Plan
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.abbreviations import abbreviation_views
from tasks.rendering.view.coordination import crossing_views, follow_views, quarter_views
from tasks.rendering.view.doubtful import doubt_views
from tasks.rendering.view.findings import obstacle_views, progress_views
from tasks.rendering.view.formulations import formulation_views
from tasks.rendering.view.handed_in import fate_views
from tasks.rendering.view.items import item_views, matrix_views, rows_of_plan
from tasks.rendering.view.kindred import family_views
from tasks.rendering.view.linked import direction_views
from tasks.rendering.view.origins import source_views
from tasks.rendering.view.plan_pictures import NONE as NO_PICTURES
from tasks.rendering.view.plan_pictures import plan_pictures
from tasks.rendering.view.regions import region_views
from tasks.rendering.view.roles import office_views, role_views, tagged_views
from tasks.rendering.view.schedule import critical_views, month_views
from tasks.rendering.view.settling import conflict_views, trouble_views
from tasks.rendering.view.shape import Chapters, Meeting, PlanView, Signatory
from tasks.rendering.view.summary import summary_view
from tasks.rendering.view.timeline import timeline_views
from tasks.rendering.word.captions import FIGURES, TABLES
from tasks.rendering.word.contents import PLACE


def plan_view(plan: Plan, speak: Catalogue) -> PlanView:
    """Everything that the plan's template may write, in the language of `speak`."""
    rows = rows_of_plan(plan)
    items = item_views(rows, speak)
    shown = NO_PICTURES if "pictures" in plan.meeting.without else plan_pictures(rows, speak)
    accounted = zip(plan.accounting["fate"], plan.accounting["reason"], strict=True)
    return PlanView(
        meeting=meeting_view(plan.meeting, speak),
        chapters=_chapters(plan.meeting),
        as_of=speak.day(plan.as_of),
        legal_basis=plan.meeting.legal_basis,
        signatories=_signatories(plan.meeting, speak),
        contents=PLACE,
        tables=TABLES,
        figures=FIGURES,
        abbreviations=abbreviation_views(rows, speak),
        summary=summary_view(rows, speak),
        fates=fate_views(Counter(accounted), speak),
        progress=progress_views(rows, items, speak),
        obstacles=obstacle_views(rows, items, speak),
        tagged=tagged_views(rows, items, speak),
        roles=role_views(rows, speak),
        families=family_views(rows, items, speak),
        directions=direction_views(rows, items, speak),
        critical=critical_views(rows, items, speak),
        months=month_views(rows, items, speak),
        quarters=quarter_views(rows, items, speak),
        crossings=crossing_views(rows, items, speak),
        follow=follow_views(rows, items, speak),
        to_settle=trouble_views(plan, items, speak),
        conflicts=conflict_views(rows, items, speak),
        doubts=doubt_views(plan.review, speak),
        matrices=matrix_views(rows, items, speak),
        timelines=timeline_views(rows, items, speak),
        regions=region_views(rows, items, speak),
        offices=office_views(rows, items, speak),
        formulations=formulation_views(rows, items, speak),
        sources=source_views(plan, speak),
        overview_pictures=shown.overview.pictures,
        overview_note=shown.overview.note,
        link_pictures=shown.links.pictures,
        link_pictures_note=shown.links.note,
        schedule_pictures=shown.schedule.pictures,
        schedule_pictures_note=shown.schedule.note,
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


def _chapters(meeting: PlanMeeting) -> Chapters:
    return Chapters(**{field.name: field.name not in meeting.without for field in fields(Chapters)})


def _signatories(meeting: PlanMeeting, speak: Catalogue) -> tuple[Signatory, ...]:
    """Who signs: as meeting.yaml says, else the host and the head of every group, their names left open."""
    if meeting.signatories:
        return tuple(Signatory(one.position, one.name) for one in meeting.signatories)
    host = speak.text("signatory.host", host=meeting.host) if meeting.host else speak.text("signatory.unnamed")
    heads = (speak.text("signatory.group", group=group.name) for group in meeting.groups)
    return tuple(Signatory(position, "") for position in (host, *heads))
