"""A table with a header, row by row: which rows are records, what became of the others."""

from dataclasses import replace

from tasks.extraction.attendance import commitments
from tasks.extraction.columns import columns_of
from tasks.extraction.contents import Roles
from tasks.extraction.continued import any_header, continued
from tasks.extraction.draft import Draft, Fate, Reading, reason
from tasks.extraction.fields import continuation, row_drafts, with_more
from tasks.extraction.finished import told_as_finished
from tasks.extraction.grid import Grid
from tasks.extraction.guessed import guess_header
from tasks.extraction.header_words import money_unit, years_in
from tasks.extraction.headers import HeaderRows, find_header
from tasks.extraction.labels import label_line, sender
from tasks.extraction.layout import Layout, Verdict
from tasks.extraction.offices import of_places
from tasks.extraction.other_tables import other_than_plan
from tasks.extraction.roles import roles_of
from tasks.extraction.row_words import RowWords, row_words
from tasks.extraction.rows import RECORD, verdict, without_actions
from tasks.extraction.setting import Before, Carried, Setting, TableReading, Tools, addressee
from tasks.extraction.texts import Line, blank, labelled
from tasks.extraction.titles import office_of
from tasks.extraction.trail import telling
from tasks.model.problem import Code, Problem, problem

_SAMPLE = 25  # rows below a header that tell what its columns hold


class _State:
    """Where the walk down a table stands."""

    def __init__(self, grid: Grid, setting: Setting, tools: Tools, before: Before) -> None:
        self.grid, self.tools, self.setting = grid, tools, setting
        self.layout = continued(grid, before, tools.vocabulary)
        if self.layout and not setting.unit:
            self.setting = replace(setting, unit=before.unit)
        self.drafts: list[Draft] = []
        self.fates: list[Fate] = []
        self.problems: list[Problem] = []
        self.last: RowWords | None = None
        self.made = 0  # drafts that the last record row gave
        self.carried: list[Carried] = []
        self.titled = False
        self.pending: list[Line] = []  # titles of groups since the last record
        self.guess = None if self.layout or any_header(grid, tools.vocabulary) else guess_header(grid, tools.recognise)


def read_matrix(grid: Grid, setting: Setting, tools: Tools, before: Before) -> TableReading:
    """The records of a table and the fates of its rows. `setting`: what the text above says of all of them."""
    state = _State(grid, setting, tools, before)
    row = 0
    while row < grid.rows:
        row = _step(state, row)
    reading = Reading(tuple(state.drafts), tuple(state.fates), tuple(state.problems))
    return TableReading(reading, Before(state.layout, state.setting.unit), tuple(state.carried), state.setting.sender)


def _step(state: _State, row: int) -> int:
    link = state.grid.table.continues if state.layout is not None and state.layout.continued else None
    if link is not None and row < link.repeated_rows:
        _mark(state, row, Verdict("header", reason("header-repeated")))
        return row + 1
    if link is not None and link.row_goes_on and row == link.repeated_rows and state.layout is not None:
        _continue(state, state.layout, row, Verdict("part of record", reason("continued")))
        return row + 1
    header = find_header(state.grid, row, state.tools.vocabulary, known=state.layout is not None)
    if state.guess is not None and state.layout is None and row == state.guess.first:
        header = state.guess
    if header is not None and not (state.layout and state.layout.header.repeated(state.grid, row)):
        return _enter(state, header)
    if state.layout is None:
        _title(state, row)
    elif not state.layout.roles.has_action:
        noted = commitments(state.layout, row, state.setting, state.tools)
        state.drafts += noted
        if not noted:
            _mark(state, row, without_actions(state.layout, row))
    else:
        _data(state, state.layout, row)
    return row + 1


def _enter(state: _State, header: HeaderRows) -> int:
    """A header begins: rows from here on are read by its columns."""
    grid = state.grid
    titles = [*state.setting.trail.titles, *(t for r in range(header.first) for _, t in grid.begun(r))]
    columns = columns_of(header.paths, state.tools.vocabulary, next((t for t in reversed(titles) if years_in(t)), ""))
    rows = grid.texts[header.last + 1 : header.last + 1 + _SAMPLE]
    unit = next((u for t in reversed(titles) if (u := money_unit(t))), "") or state.setting.unit
    roles = roles_of(columns, lambda col: [row[col] for row in rows], state.tools.recognise, unit)
    roles = replace(roles, aside=other_than_plan(roles, lambda col: [row[col] for row in rows], (titles or [""])[-1]))
    office = "" if roles.of("owner", "owner mark") else _office(state, header.first)
    trail = state.setting.trail.restarted(state.pending)
    state.setting = replace(state.setting, trail=trail, unit=unit, office=office)
    state.layout, state.last = Layout(grid, header, roles), None
    for row in range(header.first, header.last + 1):
        _mark(state, row, Verdict("header"))
    if not roles.has_action and not roles.aside:
        state.problems.append(_not_understood(grid, header, roles))
    return header.last + 1


def _office(state: _State, first: int) -> str:
    """Whose table this is, as the titles right above its header say, or else those over the table."""
    grid = state.grid
    titles: list[str] = []
    for row in range(first - 1, -1, -1):
        written = [t for _, t in grid.begun(row) if not blank(t)]
        if len(written) > 1:
            break
        titles = written + titles
    recognise = state.tools.recognise
    office = office_of(titles, recognise) or state.setting.office
    return of_places(office, grid.table.name, recognise) or office


def _not_understood(grid: Grid, header: HeaderRows, roles: Roles) -> Problem:
    names = ", ".join(f"'{c.title}'" for c in roles.columns if c.path)
    return problem(Code.TABLE_NOT_UNDERSTOOD, "", grid.locator(header.first), columns=names)


def _title(state: _State, row: int) -> None:
    texts = [t for _, t in state.grid.begun(row) if not blank(t)]
    for text in [" ".join(texts)] if len(texts) == 2 else texts:
        found = label_line(text, state.tools.vocabulary)
        who = sender(found, state.tools.recognise) if found else ""
        state.setting = replace(state.setting, sender=who or state.setting.sender)
    if len(texts) == 1 and telling(texts[0]):
        _titled(state, labelled(texts[0]))
    _mark(state, row, Verdict("heading", reason("title-row")) if texts else Verdict("empty"))


def _titled(state: _State, line: Line) -> None:
    """The first title holds for all tables of the sheet, further ones until the next of their kind."""
    trail = state.setting.trail
    if state.titled:
        trail = trail.below(line, stacked=bool(state.pending))
        state.pending.append(line)
    else:
        trail = trail.titled(line.raw)
    state.titled = True
    state.setting = replace(state.setting, trail=trail)


def _data(state: _State, layout: Layout, row: int) -> None:
    found = verdict(layout, row)
    if found == RECORD and told_as_finished(layout.text(row, "action"), state.tools.recognise):
        _mark(state, row, Verdict("history", reason("history")))
    elif found == RECORD:
        _records(state, layout, row)
    elif found.fate == "part of record":
        _continue(state, layout, row, found)
    else:
        if found.fate == "heading":
            _group(state, _group_title(layout, row))
        _mark(state, row, found)


def _group_title(layout: Layout, row: int) -> Line:
    """The title of a group, the number in its own cell before it."""
    numbers = {c.index for c in layout.roles.of("no")}
    words = [(c, t) for c, t in layout.grid.begun(row) if not blank(t)]
    (first, number), *rest = words
    return labelled(f"{number.rstrip('.)')}. {rest[0][1]}" if first in numbers and rest else number)


def _group(state: _State, line: Line) -> None:
    """A title within the table: it holds, and so does whom it addresses, until the next one of its kind."""
    who = addressee(line.text, state.tools.recognise)
    trail = state.setting.trail.below(line, stacked=bool(state.pending))
    state.setting = replace(state.setting, trail=trail, addressee=who)
    state.last = None
    state.pending.append(line)


def _records(state: _State, layout: Layout, row: int) -> None:
    words = row_words(layout, row, state.last)
    drafts = row_drafts(layout, words, state.setting, state.tools)
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
