"""Changes as people read them: what happened to an item, and what caused it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from tasks.model.changes import Brief, Cause, Change, Kind, Reason
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.wording import iso


def change_lines(changes: Sequence[Change], names: Mapping[str, str], speak: Catalogue) -> Iterator[str]:
    """A line a change. names: what each item is called."""
    for change in changes:
        yield speak.text(
            "versions.line",
            item=names.get(change.item, change.item),
            action=change.action,
            what=what(change, names, speak),
            cause=cause(change.cause, speak),
        )


def brief_line(brief: Brief, speak: Catalogue) -> str:
    """A version in one line: when it was made, what it holds, what changed with it."""
    rows = ", ".join(speak.text(f"versions.rows.{name}", count=speak.number(count)) for name, count in brief.rows)
    told = ", ".join(speak.text(f"versions.count.{kind}", count=speak.number(count)) for kind, count in brief.changes)
    told = told or speak.text("versions.first" if brief.number == 1 else "versions.no-change")
    for event, count in brief.decisions:
        told += f", {speak.text(f'versions.decisions.{event}', count=speak.number(count))}"
    return speak.text("versions.brief", number=str(brief.number), when=moment(brief.made, speak), rows=rows, told=told)


def moment(made: str, speak: Catalogue) -> str:
    """A moment (ISO) as people write it: 11 Februari 2017 16:30."""
    when = datetime.fromisoformat(made)
    return f"{speak.day(when.date())} {when:%H:%M}"


def what(change: Change, names: Mapping[str, str], speak: Catalogue) -> str:
    """What happened, without the item's own name."""
    if change.kind == Kind.MOVED:
        key = "later" if (change.months or 0) > 0 else "earlier" if change.months else "dates"
        details = {"months": str(abs(change.months or 0))}
    else:
        key, details = str(change.kind), {}
    field = speak.text(f"field.{change.field}") if change.field else ""
    return speak.text(
        f"versions.change.{key}",
        old=_said(change, change.old, speak),
        new=_said(change, change.new, speak),
        other=names.get(change.other, change.other),
        field=field,
        **details,
    )


def cause(told: Cause, speak: Catalogue) -> str:
    """What caused a change."""
    if told.reason == Reason.DECISION and told.who:
        return speak.text("versions.cause.decision-of", who=", ".join(told.who))
    return speak.text(f"versions.cause.{told.reason}", files=", ".join(told.files), who=", ".join(told.who))


def _said(change: Change, cell: str, speak: Catalogue) -> str:
    """A cell in words."""
    if not cell:
        return speak.text("versions.nothing")
    if change.kind == Kind.MOVED:
        start, _, end = cell.partition("/")
        return wording.days(iso(start), iso(end), speak)
    return wording.budget(cell, speak).replace("\n", "; ") if change.kind == Kind.BUDGET else cell
