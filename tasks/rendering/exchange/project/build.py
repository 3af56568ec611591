"""The plan as a project file."""

from typing import Final

from tasks.model.plan import Plan
from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.project.tasks import project_tasks
from tasks.rendering.exchange.project.xml import Project, project_xml
from tasks.rendering.view.items import rows_of_plan

_SUFFIX: Final = ".xml"


def project_name(speak: Catalogue) -> str:
    """File name of the project."""
    return speak.text("document.project") + _SUFFIX


def project_file(plan: Plan, speak: Catalogue) -> bytes:
    """The bytes of the project: items as tasks, owners as resources, accepted links. The same plan, the same bytes."""
    tasks, items = project_tasks(rows_of_plan(plan), speak)
    owners = {owner: n for n, owner in enumerate(sorted({o for row in items.values() for o in parts(row["owners"])}))}
    assigned = [(uid, owners[o]) for uid, row in items.items() for o in dict.fromkeys(parts(row["owners"]))]
    name = speak.text("document.plan")
    if plan.meeting.name:
        name = speak.text("exchange.title", plan=name, meeting=plan.meeting.name)
    return project_xml(
        Project(name, plan.as_of, plan.meeting.currency, speak.text("project.calendar"), tasks, [*owners], assigned)
    )
