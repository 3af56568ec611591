"""The tasks of a project: a summary task for every matrix of the plan, its items below it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tasks.model.values import Sense
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.exchange.notes import notes
from tasks.rendering.exchange.project.links import binding, predecessors, rings
from tasks.rendering.view.items import Row, Rows, group_name


@dataclass(frozen=True, slots=True)
class Task:
    """A task. level: of the outline, 1 a summary; a milestone has one day and no length; waits: lag by uid.

    cost: in whole units of the meeting's currency, 0 if none is stated.
    """

    uid: int
    level: int
    outline: str
    name: str
    start: date | None
    finish: date | None
    milestone: bool = False
    cost: int = 0
    notes: str = ""
    waits: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the tasks have in common; uids, waits (lag by prerequisite) and told (of rings) by item."""

    uids: Mapping[str, int]
    waits: Mapping[str, Mapping[str, str]]
    told: Mapping[str, str]
    currency: str


def project_tasks(rows: Rows, speak: Catalogue) -> tuple[list[Task], dict[int, Row]]:
    """The tasks in the order of the plan, and the item behind each that is no summary."""
    held: dict[str, list[Row]] = {}
    for row in rows.items:
        held.setdefault(group_name(row, rows, speak), []).append(row)
    ordered = [row for part in held.values() for row in part]
    heads = {row["item_id"]: n for n, part in enumerate(held.values(), 1) for row in part}
    uids = {row["item_id"]: n + heads[row["item_id"]] for n, row in enumerate(ordered, 1)}
    links = binding(rows.links, uids)
    within = rings(links)
    told = _rings_told(rows, within, speak)
    around = _Around(uids, predecessors(links, within), told, rows.plan.meeting.currency)
    tasks: list[Task] = []
    for n, (title, part) in enumerate(held.items(), 1):
        own = [_task(row, around, f"{n}.{k}", speak) for k, row in enumerate(part, 1)]
        tasks += [_summary(own, uids[part[0]["item_id"]] - 1, str(n), title), *own]
    return tasks, {uids[row["item_id"]]: row for row in ordered}


def _summary(own: Sequence[Task], uid: int, outline: str, title: str) -> Task:
    starts = [task.start for task in own if task.start]
    ends = [task.finish for task in own if task.finish]
    return Task(uid, 1, outline, title, min(starts, default=None), max(ends, default=None))


def _task(row: Row, around: _Around, outline: str, speak: Catalogue) -> Task:
    """An item. Of one with a deadline alone, or a beginning alone, nobody said how long it takes: a milestone."""
    start, end = _days(row)
    item = row["item_id"]
    return Task(
        uid=around.uids[item],
        level=2,
        outline=outline,
        name=f"{row['number'] or item} {row['action']}",
        start=start or end,
        finish=end or start,
        milestone=(start is None) != (end is None),
        cost=wording.amounts(row["budget"])[around.currency],
        notes=notes(row, dict(_shown(row, around.told.get(item, ""), speak)), speak),
        waits={around.uids[before]: lag for before, lag in around.waits.get(item, {}).items()},
    )


def _days(row: Row) -> tuple[date | None, date | None]:
    start, end = wording.iso(row["start"]), wording.iso(row["end"])
    if end and (row["period_sense"] == Sense.BY or (start and start > end)):
        return None, end
    return start, end


def _shown(row: Row, ring: str, speak: Catalogue) -> Iterator[tuple[str, str]]:
    yield "action", row["action"]
    yield "period", wording.period(row["start"], row["end"], row["period_sense"], row["period_text"], speak)
    yield "budget", wording.budget(row["budget"], speak).replace("\n", "; ")
    yield "depends", ring


def _rings_told(rows: Rows, within: Mapping[str, int], speak: Catalogue) -> dict[str, str]:
    """What an item is told whose links are left out because they run in a ring."""
    members: dict[int, list[str]] = {}
    for row in rows.items:
        if row["item_id"] in within:
            members.setdefault(within[row["item_id"]], []).append(row["number"] or row["item_id"])
    return {item: speak.text("project.ring", numbers=", ".join(members[ring])) for item, ring in within.items()}
