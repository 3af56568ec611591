"""A project as XML. Names and order of the elements are those of Microsoft's schema mspdi_pj14.xsd."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tasks.rendering.exchange.project.links import lag
from tasks.rendering.exchange.project.tasks import Task
from tasks.rendering.wording import RUPIAH
from tasks.rendering.xml_text import xml_text

_NAMESPACE: Final = "http://schemas.microsoft.com/project"
_LONGEST: Final = 255
"""Characters of a name (Microsoft, "Project specifications")."""
_NOT_A_NAME: Final = re.compile(r"\s*[,;]\s*")
"""What separates names of resources in Project, so that none may hold it."""

_HOURS: Final = 8
_MORNING: Final = "08:00:00"
_EVENING: Final = "17:00:00"
_SHIFTS: Final = ((_MORNING, "12:00:00"), ("13:00:00", _EVENING))
_CALENDAR: Final = 1
_MANUAL: Final = 1
_BEFORE_WITH_SPACE: Final = 2


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file holds. owners: the names of the resources; assigned: task and place in `owners`, from 0."""

    name: str
    made: date
    currency: str
    calendar: str
    tasks: Sequence[Task]
    owners: Sequence[str]
    assigned: Sequence[tuple[int, int]]


def project_xml(project: Project) -> bytes:
    """The bytes of the file. Every task has the days that the plan gives it: project software is not to move it."""
    pieces = [
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="{_NAMESPACE}">',
        *_head(project),
        *_calendar(project.calendar),
        *_wrapped("Tasks", (piece for n, task in enumerate(project.tasks, 1) for piece in _task(n, task))),
        *_wrapped("Resources", (piece for n, name in enumerate(project.owners, 1) for piece in _resource(n, name))),
        *_wrapped("Assignments", (piece for n, pair in enumerate(project.assigned, 1) for piece in _assigned(n, pair))),
        "</Project>",
    ]
    return "\n".join([*pieces, ""]).encode()


def _head(project: Project) -> Iterator[str]:
    starts = [task.start for task in project.tasks if task.start]
    ends = [task.finish for task in project.tasks if task.finish]
    yield from (_element("SaveVersion", 12), _element("Name", _name(project.name)), _element("Title", project.name))
    yield from (_element("CreationDate", f"{project.made}T{_MORNING}"), _element("ScheduleFromStart", 1))
    yield _element("StartDate", f"{min(starts, default=project.made)}T{_MORNING}")
    yield _element("FinishDate", f"{max(ends, default=project.made)}T{_EVENING}")
    yield from (_element("CurrencyDigits", 0), _element("CurrencySymbol", _symbol(project.currency)))
    yield from (_element("CurrencyCode", project.currency), _element("CurrencySymbolPosition", _BEFORE_WITH_SPACE))
    yield from (_element("CalendarUID", _CALENDAR), _element("DefaultStartTime", _MORNING))
    yield from (_element("DefaultFinishTime", _EVENING), _element("MinutesPerDay", _HOURS * 60))
    yield from (_element("MinutesPerWeek", 7 * _HOURS * 60), _element("DaysPerMonth", 30))
    yield _element("NewTasksAreManual", _MANUAL)


def _symbol(currency: str) -> str:
    return "Rp" if currency == RUPIAH else currency


def _calendar(name: str) -> Iterator[str]:
    """One calendar without days off: a plan's months and deadlines count every day."""
    yield "<Calendars><Calendar>"
    yield from (_element("UID", _CALENDAR), _element("Name", name), _element("IsBaseCalendar", 1), "<WeekDays>")
    shifts = "".join(
        f"<WorkingTime>{_element('FromTime', first)}{_element('ToTime', last)}</WorkingTime>" for first, last in _SHIFTS
    )
    for day in range(1, 8):
        yield f"<WeekDay>{_element('DayType', day)}{_element('DayWorking', 1)}<WorkingTimes>{shifts}</WorkingTimes>"
        yield "</WeekDay>"
    yield "</WeekDays></Calendar></Calendars>"


def _task(number: int, task: Task) -> Iterator[str]:
    summary = task.level == 1
    yield "<Task>"
    yield from (_element("UID", task.uid), _element("ID", number), _element("Name", _name(task.name)))
    yield from (_element("Active", 1), _element("Manual", 0 if summary else _MANUAL))
    yield from (_element("Type", 1), _element("IsNull", 0), _element("WBS", task.outline))
    yield from (_element("OutlineNumber", task.outline), _element("OutlineLevel", task.level), *_times(task, summary))
    yield from (_element("Milestone", int(task.milestone)), _element("Summary", int(summary)))
    if task.cost:
        yield _element("FixedCost", task.cost * 100)
    if task.milestone and task.finish:
        yield _element("Deadline", f"{task.finish}T{_EVENING}")
    if task.notes:
        yield _element("Notes", task.notes)
    yield from (_waits(uid, told) for uid, told in sorted(task.waits.items()))
    yield "</Task>"


def _times(task: Task, summary: bool) -> Iterator[str]:
    if task.start is None or task.finish is None:
        return
    start, finish = (f"{task.start}T{_EVENING if task.milestone else _MORNING}", f"{task.finish}T{_EVENING}")
    days = 0 if task.milestone else (task.finish - task.start).days + 1
    times = {"Start": start, "Finish": finish, "Duration": f"PT{days * _HOURS}H0M0S"}
    yield from (_element(name, value) for name, value in times.items())
    if not summary:
        yield from (_element(f"Manual{name}", value) for name, value in times.items())
    yield _element("DurationFormat", 7)


def _waits(uid: int, told: str) -> str:
    amount, unit = lag(told)
    return (
        f"<PredecessorLink>{_element('PredecessorUID', uid)}{_element('Type', 1)}{_element('CrossProject', 0)}"
        f"{_element('LinkLag', amount)}{_element('LagFormat', unit)}</PredecessorLink>"
    )


def _resource(number: int, name: str) -> Iterator[str]:
    yield "<Resource>"
    yield from (_element("UID", number), _element("ID", number), _element("Name", _resource_name(name)))
    yield from (_element("Type", 1), _element("IsNull", 0), _element("Notes", name), "</Resource>")


def _assigned(number: int, pair: tuple[int, int]) -> Iterator[str]:
    task, owner = pair
    yield "<Assignment>"
    yield from (_element("UID", number), _element("TaskUID", task), _element("ResourceUID", owner + 1))
    yield from (_element("Units", 1), "</Assignment>")


def _wrapped(name: str, pieces: Iterable[str]) -> Iterator[str]:
    yield from (f"<{name}>", *pieces, f"</{name}>")


def _element(name: str, value: str | int) -> str:
    return f"<{name}>{xml_text(str(value))}</{name}>"


def _name(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _resource_name(text: str) -> str:
    return _name(_NOT_A_NAME.sub(" – ", text).replace("[", "(").replace("]", ")"))
