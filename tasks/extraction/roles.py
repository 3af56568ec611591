"""Which of several columns holds the action, who is the owner, what is left over: ambiguities of a header settled."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.column_contents import contradicted, filled, issues, sums, targets
from tasks.extraction.column_times import ends, form_times, years
from tasks.extraction.columns import Column
from tasks.extraction.contents import Roles, Samples, by_content, like_action, like_actions
from tasks.extraction.phrases import equals, holds
from tasks.extraction.recognise import Recognisers
from tasks.extraction.repeated import parted
from tasks.extraction.role_letters import are_roles
from tasks.extraction.shared_cells import apart
from tasks.extraction.texts import blank
from tasks.extraction.ticks import boxes

_MARK = re.compile(r"\W|[vVxX]")
_LONGEST_ROLE = 5  # letters of the roles in a cell: "R/A"
_STAND_INS = ("solution", "programme", "output", "objective")
"""Fields whose column holds the action when no column is headed by one, surest first."""

_WHO = frozenset({"owner", "owner mark", "supporter"})
_WHEN = frozenset({"time", "start", "end", "month"})
_SIGNS_OF_A_PLAN = _WHO | _WHEN
_WORDS = 2  # words of what somebody is to do at least
_LEAST = 2  # rows that say so


def roles_of(columns: Sequence[Column], samples: Samples, recognise: Recognisers, unit: str = "") -> Roles:
    """Columns with every ambiguity settled; columns that nobody understands keep the field "".

    unit: words of a title that scale sums of money; bare numbers below an unknown header are sums then.
    """
    letters = _in_letters(columns, samples, recognise)
    settled = _levels([_marked(c, samples, recognise, c.index in letters) for c in columns], samples, recognise)
    settled = [_done(_without_buttons(c, samples), samples) for c in settled]
    settled = contradicted(_numbered(form_times(years(settled, samples), samples), samples), samples, recognise)
    settled = parted(settled)
    settled = _sources(apart(_owners(settled)))
    settled = ends(settled)
    settled = issues(settled, samples)
    settled = targets(settled, samples, recognise)
    settled = [_fund(c, samples, recognise) for c in settled]
    settled = _one_action(settled, samples)
    guessed = by_content(sums(settled, samples, unit), samples, recognise)
    if any(c.field == "action" for c in settled):
        return guessed
    return _action_inferred(guessed, samples)


def _in_letters(columns: Sequence[Column], samples: Samples, recognise: Recognisers) -> frozenset[int]:
    """The columns headed by institutions whose cells hold letters of roles ("R", "C"), which all of them share."""
    named = {
        c.index: filled(samples(c.index))
        for c in columns
        if not c.field and c.path and recognise.only_institutions(c.path[-1])
    }
    short = {i: cells for i, cells in named.items() if cells and all(len(t) <= _LONGEST_ROLE for t in cells)}
    return frozenset(short) if are_roles(t for cells in short.values() for t in cells) else frozenset()


def _marked(column: Column, samples: Samples, recognise: Recognisers, in_letters: bool) -> Column:
    """A column headed by a level below "Pelaku", or by an institution, that holds nothing but marks: who is to act."""
    owners = bool(column.level) and column.field in {"owner", "supporter"}
    named = not column.field and bool(column.path) and recognise.only_institutions(column.path[-1])
    written = filled(samples(column.index)) if owners or named else []
    if not written or not (all(_MARK.fullmatch(t) for t in written) or (named and in_letters)):
        return column
    return replace(column, field="supporter mark" if column.field == "supporter" else "owner mark")


def _levels(columns: list[Column], samples: Samples, recognise: Recognisers) -> list[Column]:
    """Columns headed by a level alone hold marks, places, actions, or owners if actions stand elsewhere."""
    plain = [c for c in columns if c.level and not c.field]
    if not plain:
        return columns
    written = [t for c in plain for t in filled(samples(c.index))]
    if written and all(_MARK.fullmatch(t) for t in written):
        field = "owner mark"
    elif written and 2 * sum(map(recognise.only_regions, written)) > len(written):
        return [replace(c, field="place", level="") if c in plain else c for c in columns]
    else:
        field = "owner" if any(c.field == "action" and c.rank < 3 for c in columns) else "action"
    return [replace(c, field=field) if c in plain else c for c in columns]


def _without_buttons(column: Column, samples: Samples) -> Column:
    """In lists printed from a system "Aksi" heads a column of buttons."""
    if column.field != "action":
        return column
    texts = [t for t in samples(column.index) if not blank(t)]
    buttons = texts and all(all(equals("button", w) for w in re.split(r"[\s|/]+", t)) for t in texts)
    return replace(column, field="ignore") if buttons else column


def _done(column: Column, samples: Samples) -> Column:
    """A column of ticks that say what is done: by its header, or by boxes of both kinds in its cells."""
    texts = samples(column.index)
    if boxes(texts):
        return replace(column, field="done mark")
    title = column.path[-1].rstrip("? ") if column.path else ""
    named = equals("done", title) or equals("tick", title)
    marks = filled(texts)
    return replace(column, field="done mark") if named and marks and all(map(_MARK.fullmatch, marks)) else column


def _numbered(columns: list[Column], samples: Samples) -> list[Column]:
    """Of several columns below "Kegiatan" one may hold the numbers of the actions."""
    named = [c for c in columns if c.field == "action"]
    numbers = [c for c in named if _numbers(samples(c.index))]
    if len(numbers) == len(named):
        return columns
    return [replace(c, field="no") if c in numbers else c for c in columns]


def _numbers(texts: Sequence[str]) -> bool:
    """Whether all that is written has a digit, and no word."""
    written = filled(texts)
    return bool(written) and all(re.search(r"\d", t) and not re.search(r"[^\W\d_]{2}", t) for t in written)


def _owners(columns: list[Column]) -> list[Column]:
    """In the export of a form "Instansi" is who filled it in; "Unit" is an owner where nothing is counted."""
    fields = {c.field for c in columns}
    if not fields & {"volume", "target", "owner"}:
        columns = [replace(c, field="owner", rank=2) if c.field == "unit" else c for c in columns]
    sure = any(c.field == "owner" and c.rank == 1 for c in columns)
    form = "timestamp" in fields or ("person" in fields and "ignore" not in fields)
    if form and "proposer" not in fields:
        return [
            replace(c, field="proposer") if c.field == "owner" and c.rank > 1 and not c.level else c for c in columns
        ]
    if sure and form:
        return [replace(c, field="proposer") if c.field == "owner" and c.rank > 1 else c for c in columns]
    return columns


def _sources(columns: list[Column]) -> list[Column]:
    """Beside a column of sums, "Source" heads that of the funds, elsewhere who proposed the action."""
    if not any(c.field == "budget" for c in columns):
        return columns
    named = [c for c in columns if c.field == "proposer" and c.path and holds("source", c.path[-1])]
    return [replace(c, field="fund") if c in named else c for c in columns]


def _fund(column: Column, samples: Samples, recognise: Recognisers) -> Column:
    """A column headed by a fund may hold marks instead of sums."""
    if column.field not in {"budget", "fund"} or not column.path or not recognise.only_fund(column.path[-1]):
        return column
    written = filled(samples(column.index))
    return replace(column, field="fund mark") if written and all(_MARK.fullmatch(t) for t in written) else column


def _one_action(columns: list[Column], samples: Samples) -> list[Column]:
    """The surest action column wins, unless another alone holds what reads like actions.

    What stands left of it names the programme, a lesser one right of it is kept.
    """
    rivals = [c for c in columns if c.field == "action"]
    if len(rivals) < 2:
        return columns
    reads = {c.index: like_actions(samples(c.index)) for c in rivals}
    best = min(rivals, key=lambda c: (not c.sure, c.rank, c.index))
    if not reads[best.index] and any(reads.values()) and not any(map(like_action, samples(best.index))):
        best = min((c for c in rivals if reads[c.index]), key=lambda c: (not c.sure, c.rank, c.index))
    winners = {c.index for c in rivals if (best.level and c.level) or (best.block and c.block)} | {best.index}
    return [_loser(c, best) if c in rivals and c.index not in winners else c for c in columns]


def _loser(column: Column, best: Column) -> Column:
    if column.rank == 3 and column.sure:
        return replace(column, field="solution" if column.index < best.index else "")
    return replace(column, field="programme" if column.index < best.index and not column.block else "")


def _action_inferred(roles: Roles, samples: Samples) -> Roles:
    """No header names actions: a stand-in whose cells read like actions, else the column that does so most."""
    known = {c.field for c in roles.columns}
    if not known & _SIGNS_OF_A_PLAN:
        return roles
    headed = any(c.path for c in roles.columns)
    for field in (*_STAND_INS, ""):
        columns = [c for c in roles.columns if c.field == field and (c.path or not headed)]
        stands = [c for c in columns if like_actions(samples(c.index))]
        if stands:
            return _taken(roles, stands[0])
    what = _unnamed(roles.columns, samples) if known & _WHO and known & _WHEN else None
    return _taken(roles, what) if what is not None else roles


def _unnamed(columns: Sequence[Column], samples: Samples) -> Column | None:
    """The first column under an unknown header that says in words, and each time in others, what somebody is to do."""
    return next((c for c in columns if not c.field and c.path and _in_words(filled(samples(c.index)))), None)


def _in_words(written: Sequence[str]) -> bool:
    """Whether most of what is written is of several words, and most of it is said once."""
    long = [t for t in written if len(re.findall(r"[^\W\d_]{2,}", t)) >= _WORDS]
    return len(long) >= _LEAST and 5 * len(set(long)) >= 4 * len(written)


def _taken(roles: Roles, chosen: Column) -> Roles:
    after = tuple(replace(c, field="action") if c is chosen else c for c in roles.columns)
    return Roles(after, (*roles.inferred, ("action", f"column '{chosen.title or chosen.index + 1}'")))
