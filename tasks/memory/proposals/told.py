"""What is told of accepted proposals: that they hold, with their origin, or why they do not."""

from typing import Final

from tasks.memory.proposals.accepted import Accepted, Choice
from tasks.memory.proposals.values import COLUMNS
from tasks.model.problem import Code, Problem, problem
from tasks.model.proposals import GROUP

_NAMED: Final = frozenset(COLUMNS) | {
    "correction", "answer", "number", "remarks", "depends", "partners", "priority", GROUP,
}  # fmt: skip
"""Fields that have a name in the catalogues; others are called by their headers."""

_LONGEST: Final = 300
"""Characters of a text that is told."""


def holds_now(choice: Choice) -> Problem:
    """A field that was set."""
    told = _told(choice.accepted, choice.field, choice.old, choice.new)
    return problem(Code.PROPOSAL_APPLIED, item=choice.item, **told)


def added(a: Accepted, item: str, action: str) -> Problem:
    """A row that became an item."""
    return problem(Code.ITEM_ADDED, a.proposal.file, a.proposal.place, item=item, action=_cut(action), who=a.by or "–")


def joined(a: Accepted, item: str, action: str) -> Problem:
    """A row that tells of work which the plan has already."""
    told = _told(a, "", "", action)
    return problem(Code.PROPOSAL_NOT_APPLIED, cause="@memory.proposal.same-work", **told | {"item": item})


def withdrawn(a: Accepted, item: str, action: str) -> Problem:
    """An item that left the plan."""
    return problem(Code.ITEM_WITHDRAWN, item=item, action=_cut(action), who=a.by or "–")


def stepped_back(a: Accepted, old: str, new: str) -> Problem:
    """An item of which an institution is no longer in charge, while others still are."""
    return problem(Code.PROPOSAL_APPLIED, item=a.proposal.item, **_told(a, "owners", old, new))


def transferred(a: Accepted, old: str, new: str) -> Problem:
    """An item that stands among those of another group."""
    return problem(Code.PROPOSAL_APPLIED, item=a.proposal.item, **_told(a, GROUP, old, new))


def not_set(choice: Choice, cause: str) -> Problem:
    """A field that could not be set."""
    return _open(choice.accepted, cause, _told(choice.accepted, choice.field, choice.old, choice.new))


def not_done(a: Accepted, cause: str) -> Problem:
    """A proposal that could not be carried out."""
    return _open(a, cause, _told(a, a.proposal.field, a.proposal.old, a.proposal.new))


def _open(a: Accepted, cause: str, told: dict[str, str]) -> Problem:
    item = a.proposal.item or "–"
    return problem(Code.PROPOSAL_NOT_APPLIED, cause=f"@memory.proposal.{cause}", item=item, **told)


def _told(a: Accepted, field: str, old: str, new: str) -> dict[str, str]:
    column = field.partition("-")[0]
    name = f"@reviewing.field.{column}" if column in _NAMED else field
    shown = name or f"@reviewing.change.{a.proposal.change}"
    return {"field": shown, "old": _cut(old), "new": _cut(new), "who": a.by or "–"}


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
