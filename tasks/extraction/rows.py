"""What a row of a table is, when it is no record: header, group title, total, remark, example, history …"""

import re
from collections.abc import Sequence

from tasks.extraction.action_words import starts_doing
from tasks.extraction.actors import ARTICLE
from tasks.extraction.draft import Reason, reason
from tasks.extraction.grid import Grid
from tasks.extraction.header_words import column_numbers
from tasks.extraction.layout import NOT_MARKS, Layout, Verdict
from tasks.extraction.lone import lone, wordy
from tasks.extraction.phrases import after, equals, holds, starts
from tasks.extraction.texts import blank, fold, labelled, struck, unfilled
from tasks.extraction.ticks import chosen, open_box
from tasks.model.blocks import Table
from tasks.normalising.periods import find_periods

_OF_A_PLAN = ("supporter", "time", "start", "end", "budget", "fund", "output", "target", "place", "depends")
"""Fields that show an entry of a form to be about work; who is to act may be who filled it in."""
_CLAUSE = re.compile(r"[,;.]\s")
_FEW = 6  # words of a remark that says no more than that a thing is done


RECORD = Verdict("record")


def verdict(layout: Layout, row: int) -> Verdict:
    """What a row below the header is."""
    grid = layout.grid
    if grid.hidden(row):
        return Verdict("remark", reason("hidden-row"))
    if grid.empty(row):
        return _empty(grid, row)
    if layout.header.repeated(grid, row):
        return Verdict("header", reason("header-repeated"))
    own = grid.begun(row)
    if column_numbers([t for _, t in own]):
        return Verdict("header", reason("column-numbers"))
    entered = layout.begins(row, "timestamp")  # an entry of a form stands for itself, however little it says
    return _summary(layout, row, own) or (None if entered else lone(layout, row, own)) or _record(layout, row)


def without_actions(layout: Layout, row: int) -> Verdict:
    """What a row of a table is that is no plan, or of which no column holds actions."""
    aside = layout.roles.aside
    if layout.grid.empty(row):
        return Verdict("empty")
    if aside is None:
        return Verdict("not understood", reason("no-action-column"))
    return Verdict("history" if aside == "history" else "remark", reason(aside))


def _empty(grid: Grid, row: int) -> Verdict:
    written = [c for c in grid.cells[row] if c is not None and c.row == row + 1]
    words = [b for c in written for b in c.blocks if not isinstance(b, Table)]
    if any(struck(b) for b in words):
        return Verdict("superseded", reason("struck-out"))
    return Verdict("empty")


def _summary(layout: Layout, row: int, own: Sequence[tuple[int, str]]) -> Verdict | None:
    """Totals, and rows that are blank but for a number."""
    words = [t for _, t in own if not blank(t)]
    first = labelled(words[0]).text or words[0]
    if starts("total", first) and not any(starts_doing(t) for t in words) and sum(map(wordy, words)) <= 1:
        return Verdict("total", reason("total"))
    if not any(wordy(t) for t in words) and not layout.text(row, "action"):
        return Verdict("empty", reason("unfilled"))
    return None


def _record(layout: Layout, row: int) -> Verdict:
    action = layout.text(row, "action") if layout.begins(row, "action") else ""
    if not action:
        return _without_action(layout, row)
    words = labelled(action).text or action
    tests: tuple[tuple[Reason, str, bool], ...] = (
        ("example", "example", starts("example", action) or unfilled(action) or equals("placeholder", words)),
        ("test-entry", "example", _test(layout, row, words)),
        ("question", "remark", words.rstrip().endswith("?")),
        ("history", "history", _done(layout, row, words)),
        ("rejected", "remark", _rejected(layout, row, words)),
        ("holiday", "remark", starts("holiday", words)),
        ("housekeeping", "remark", _about_the_venue(layout, row, words)),
        ("unfilled", "empty", not any(c.isalpha() for c in words) or equals("none", words.rstrip(". "))),
    )
    found = next(((why, fate) for why, fate, is_it in tests if is_it), None)
    if found is not None:
        return Verdict(found[1], reason(found[0]))
    if fold(words) == fold(layout.text(row, "number")):
        return Verdict("empty", reason("unfilled"))
    return RECORD


def _without_action(layout: Layout, row: int) -> Verdict:
    if layout.begins(row, "no", "programme") or layout.roles.of("timestamp") or _of_another(layout, row):
        return Verdict("remark", reason("no-action"))
    return Verdict("part of record", reason("continued"))


def _of_another(layout: Layout, row: int) -> bool:
    """Whether a row of a list of people, which says nothing of time, money or output, names another one's office."""
    told = layout.roles.of("supporter", "time", "start", "end", "month", "budget", "output", "target")
    return not told and layout.begins(row, "person") and layout.begins(row, "owner", "proposer")


def _test(layout: Layout, row: int, action: str) -> bool:
    if not layout.roles.of("timestamp", "person", "proposer"):
        return False
    return equals("test", action) or equals("test", layout.text(row, "proposer"))


def _about_the_venue(layout: Layout, row: int, action: str) -> bool:
    """Whether an entry of a form says no more than what somebody thinks of the room or the food."""
    if not layout.roles.of("timestamp") or not holds("venue", action):
        return False
    told = any(not blank(layout.text(row, field)) for field in _OF_A_PLAN)
    subject = after("plea", ARTICLE.sub("", after("courtesy", action).lstrip(" ,.!")))
    return not told and (starts("venue", subject) or holds("plea", action))


def _done(layout: Layout, row: int, action: str) -> bool:
    if starts("history", action):
        return True
    marks = [layout.grid.texts[row][c.index].strip() for c in layout.roles.of("done mark")]
    ticked = any(mark not in NOT_MARKS and not open_box(mark) for mark in marks)
    words = [chosen(layout.text(row, field)) for field in ("status", "remarks", "depends")]
    asked = [c.index for c in layout.roles.of("status") if c.path and holds("asks", c.path[-1])]
    ticked = ticked or any(equals("yes", layout.grid.texts[row][col]) for col in asked)
    progress = layout.text(row, "progress")
    return ticked or any(map(_says_done, words)) or equals("done", progress.rstrip(".! ")) or _finished(progress)


def _finished(progress: str) -> bool:
    """Whether progress begins with "completed" and the day of it, and nothing else is said to be left."""
    first = _CLAUSE.split(progress, maxsplit=1)[0]
    days = find_periods(first)
    return (
        bool(days)
        and days[0].start > 0
        and equals("done", first[: days[0].start].rstrip(" :-–("))
        and "%" not in progress
    )


def _says_done(text: str) -> bool:
    return equals("done", text.rstrip(".! ")) or (starts("history", text) and len(text.split()) <= _FEW)


def _rejected(layout: Layout, row: int, action: str) -> bool:
    words = [layout.text(row, f) for f in ("status", "remarks")]
    words += [t for c in layout.roles.of("") if len((t := layout.grid.texts[row][c.index]).split()) <= _FEW]
    return any(holds("rejected", text) for text in (*words, action))
