"""A table with a header, row by row: which rows are records, what became of the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.extraction.columns import columns_of
from tasks.extraction.draft import Draft, Fate, Reading, reason
from tasks.extraction.fields import RowWords, Setting, continuation, row_drafts, row_words, with_more
from tasks.extraction.grid import Grid
from tasks.extraction.header_words import money_unit
from tasks.extraction.headers import HeaderRows, find_header
from tasks.extraction.labels import label_line, sender
from tasks.extraction.recognise import Recognisers
from tasks.extraction.roles import Roles, roles_of
from tasks.extraction.rows import RECORD, Layout, Verdict, verdict
from tasks.extraction.texts import Line, blank, labelled
from tasks.extraction.trail import Trail
from tasks.extraction.vocabulary import Vocabulary
from tasks.model.problem import Code, Problem, problem

_SAMPLE = 25  # rows below a header that tell what its columns hold


@dataclass(frozen=True, slots=True)
class Tools:
    """What is known about words: the vocabulary of this meeting and the recognisers."""

    vocabulary: Vocabulary
    recognise: Recognisers


@dataclass(frozen=True, slots=True)
class Before:
    """What the table before this one leaves to it: its header, if this one goes on without any."""

    layout: Layout | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """A first row that goes on with the last record of the table before: its place and the fields it adds."""

    place: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MatrixReading:
    """What a table gave, the layout that a table going on below may use, what belongs to the table above."""

    reading: Reading
    before: Before
    carried: tuple[Carried, ...] = ()


class _State:
    """Where the walk down a table stands."""

    def __init__(self, grid: Grid, trail: Trail, tools: Tools, before: Before) -> None:
        self.grid, self.tools, self.trail = grid, tools, trail
        self.layout = _continued(grid, before, tools.vocabulary)
        self.unit = before.unit if self.layout else ""
        self.drafts: list[Draft] = []
        self.fates: list[Fate] = []
        self.problems: list[Problem] = []
        self.last: RowWords | None = None
        self.made = 0  # drafts that the last record row gave
        self.sender = ""
        self.carried: list[Carried] = []
        self.pending: list[Line] = []  # titles of groups since the last record


def read_matrix(grid: Grid, trail: Trail, tools: Tools, before: Before) -> MatrixReading:
    """The records of a table and the fates of its rows. `trail`: the titles above the table."""
    state = _State(grid, trail, tools, before)
    row = 0
    while row < grid.rows:
        row = _step(state, row)
    reading = Reading(tuple(state.drafts), tuple(state.fates), tuple(state.problems))
    return MatrixReading(reading, Before(state.layout, state.unit), tuple(state.carried))


def _continued(grid: Grid, before: Before, vocabulary: Vocabulary) -> Layout | None:
    """The layout of the table before, if this one has as many columns and no header of its own."""
    old = before.layout
    if old is None or not old.roles.has_action or old.grid.cols != grid.cols:
        return None
    headed = any(find_header(grid, row, vocabulary) for row in range(min(3, grid.rows)))
    return None if headed else Layout(grid, old.header, old.roles, continued=True)


def _step(state: _State, row: int) -> int:
    header = find_header(state.grid, row, state.tools.vocabulary, known=state.layout is not None)
    if header is not None and not (state.layout and state.layout.header.repeated(state.grid, row)):
        return _enter(state, header)
    if state.layout is None:
        _title(state, row)
    elif not state.layout.roles.has_action:
        _mark(state, row, _without_actions(state.grid, row, state.layout.roles))
    else:
        _data(state, state.layout, row)
    return row + 1


def _without_actions(grid: Grid, row: int, roles: Roles) -> Verdict:
    if grid.empty(row):
        return Verdict("empty")
    return (
        Verdict("remark", reason("attendance"))
        if roles.attendance
        else Verdict("not understood", reason("no-action-column"))
    )


def _enter(state: _State, header: HeaderRows) -> int:
    """A header begins: rows from here on are read by its columns."""
    grid = state.grid
    state.trail = state.trail.restarted(state.pending)
    title = " ".join(t for r in range(header.first) for _, t in grid.begun(r))
    columns = columns_of(header.paths, state.tools.vocabulary, title)
    rows = range(header.last + 1, min(header.last + 1 + _SAMPLE, grid.rows))
    roles = roles_of(columns, lambda col: [grid.texts[r][col] for r in rows])
    state.layout, state.last = Layout(grid, header, roles), None
    state.unit = money_unit(title)
    for row in range(header.first, header.last + 1):
        _mark(state, row, Verdict("header"))
    if not roles.has_action and not roles.attendance:
        state.problems.append(_not_understood(grid, header, roles))
    return header.last + 1


def _not_understood(grid: Grid, header: HeaderRows, roles: Roles) -> Problem:
    names = ", ".join(f"'{c.title}'" for c in roles.columns if c.path)
    return problem(Code.TABLE_NOT_UNDERSTOOD, "", grid.locator(header.first), columns=names)


def _title(state: _State, row: int) -> None:
    texts = [t for _, t in state.grid.begun(row) if not blank(t)]
    for text in [" ".join(texts)] if len(texts) == 2 else texts:
        found = label_line(text, state.tools.vocabulary)
        state.sender = (sender(found, state.tools.recognise) if found else "") or state.sender
    if len(texts) == 1:
        state.trail = state.trail.titled(texts[0])
    _mark(state, row, Verdict("heading", reason("title-row")) if texts else Verdict("empty"))


def _data(state: _State, layout: Layout, row: int) -> None:
    found = verdict(layout, row)
    if found == RECORD:
        _records(state, layout, row)
    elif found.fate == "heading":
        text = next(t for _, t in layout.grid.begun(row) if not blank(t))
        line = labelled(text)
        state.trail, state.last = state.trail.below(line), None
        state.pending.append(line)
        _mark(state, row, found)
    elif found.fate == "part of record":
        _continue(state, layout, row, found)
    else:
        _mark(state, row, found)


def _records(state: _State, layout: Layout, row: int) -> None:
    words = row_words(layout, row, state.last)
    setting = Setting(state.trail, state.unit, state.sender)
    drafts = row_drafts(layout, words, setting, state.tools.recognise)
    if not drafts:
        _mark(state, row, Verdict("remark", reason("no-action")))
        return
    state.last, state.made = words, len(drafts)
    state.pending.clear()
    state.drafts += drafts


def _continue(state: _State, layout: Layout, row: int, found: Verdict) -> None:
    """Words without an action of their own belong to the record above, be it that of the table before."""
    place = layout.grid.locator(row)
    added = continuation(layout, row_words(layout, row, None), state.tools.recognise)
    if state.last is not None and state.made:
        at = len(state.drafts) - state.made
        state.drafts[at:] = [with_more(d, added, place) for d in state.drafts[at:]]
    elif layout.continued and not state.drafts:
        state.carried.append(Carried(place, added))
    else:
        _mark(state, row, Verdict("remark", reason("no-action")))


def _mark(state: _State, row: int, found: Verdict) -> None:
    state.fates.append(Fate(state.grid.locator(row), found.fate, found.reason))


def marked_all(grid: Grid, fate: str, why: str) -> Reading:
    """A table that gives no records, row by row; empty rows stay empty."""
    rows: Iterator[Fate] = (
        Fate(grid.locator(r), "empty" if grid.empty(r) else fate, "" if grid.empty(r) else why)
        for r in range(grid.rows)
    )
    return Reading((), tuple(rows))


def relabelled(reading: Reading, fates: Sequence[str], fate: str, why: str) -> Reading:
    """A reading whose fates of these kinds are another one."""
    return replace(
        reading, fates=tuple(replace(f, fate=fate, reason=why) if f.fate in fates else f for f in reading.fates)
    )
