"""Tables with a header that are no plan: risks, cost lines, indicators, photographs, contacts, agendas, past work."""

import re
from collections.abc import Sequence, Set

from tasks.extraction.column_contents import filled
from tasks.extraction.columns import Column
from tasks.extraction.contents import Roles, Samples
from tasks.extraction.draft import Reason
from tasks.extraction.phrases import after, equals, holds, starts
from tasks.extraction.texts import labelled

_WHEN = frozenset({"time", "start", "end", "month"})
_WHO = frozenset({"owner", "owner mark", "supporter"})
_HOW_FAR = frozenset({"progress", "status"})
_MORE = frozenset({"budget", "output", "target"})
_CLOCK = re.compile(r"(?:pukul\s*|pkl\.?\s*)?\d{1,2}[.:]\d{2}\b.{0,20}", re.IGNORECASE)
_HEADS = ("indicator", "recipient", "term", "photo", "risk")
"""Kinds of headers by which a table without actions is known."""
_POSTS = 2  # columns about people, as "Nama" and "Jabatan", from which a table is one of people
_KNOWN = 3  # rank of a header from which it names the action only where no other does


def other_than_plan(roles: Roles, samples: Samples, title: str) -> Reason | None:
    """What kind of table this is, if it is no plan, as its headers, cells and the title above it (`title`) say.

    Where somebody is to act some time, only hours of a day make it something else, or risks that nobody follows.
    """
    heads = [c.path[-1] for c in roles.columns if c.path]
    fields = {c.field for c in roles.columns}
    if roles.attendance or _people(roles, heads):
        return "attendance"
    who, when = bool(fields & _WHO), bool(fields & _WHEN)
    if (_risks(roles.columns, heads) and not (who and when and _followed(fields, heads))) or _by_the_clock(
        roles, samples
    ):
        return "other-table"
    if not (who and when) and not roles.has_action:
        return of_another_kind(heads, title)
    if not who and not when and _costs_or_pictures(heads, title):
        return "other-table"
    return "history" if not when and starts("past plan", _bare(title)) and not holds("ahead", title) else None


def of_another_kind(heads: Sequence[str], title: str) -> Reason | None:
    """What a table without actions is, as its headers and the title above it say; None if they do not."""
    if any(holds(kind, h) for kind in _HEADS for h in heads) or _titled(title):
        return "other-table"
    return "attendance" if any(starts("contact", h) for h in heads) else None


def _costs_or_pictures(heads: Sequence[str], title: str) -> bool:
    return _titled(title) or any(starts(kind, h) for kind in ("unit price", "photo") for h in heads)


def _titled(title: str) -> bool:
    """Whether a title names a table of another kind, and no plan."""
    bare = after("other table", _bare(title))
    return bare != _bare(title) and not holds("ahead", bare)


def _bare(title: str) -> str:
    return labelled(title).text or title


def _people(roles: Roles, heads: Sequence[str]) -> bool:
    """Names beside posts or telephone numbers, and nothing about time, money or output."""
    known = {c.field for c in roles.columns}
    people = len(roles.of("person")) >= _POSTS or any(holds("contact", h) for h in heads)
    named = any(c.rank < _KNOWN and c.sure and not _duty(c) for c in roles.of("action") if c.path)
    return people and not known & (_WHEN | _MORE) and not named


def _duty(column: Column) -> bool:
    """Whether a header names standing duties rather than actions."""
    return bool(column.path) and starts("duty", column.path[-1])


def _risks(columns: Sequence[Column], heads: Sequence[str]) -> bool:
    """A column of risks beside how likely or grave they are or how they are met, and none that is headed by actions."""
    named = [c for c in columns if c.field == "action" and c.path and c.sure and c.rank < _KNOWN]
    if any(not holds("risk answer", c.path[-1]) for c in named):
        return False
    graded = any(equals("risk grade", h) or holds("risk answer", h) for h in heads)
    return graded and any(holds("risk", h) and not holds("risk answer", h) for h in heads)


def _followed(fields: Set[str], heads: Sequence[str]) -> bool:
    """Whether columns say how a risk is met and how far that has come, as in a log of risks and issues."""
    return bool(fields & _HOW_FAR) and any(holds("risk answer", h) for h in heads)


def _by_the_clock(roles: Roles, samples: Samples) -> bool:
    """Whether the times are those of a day's programme: "08.30 - 09.00"."""
    texts = [t for c in roles.of("time", "start") for t in filled(samples(c.index))]
    return bool(texts) and 3 * sum(1 for t in texts if _CLOCK.match(t)) >= 2 * len(texts)
