"""Lists of who took part whose notes hold what somebody commits to: "menyusun SOP, Mei 2026" beside a name."""

from tasks.extraction.action_words import starts_doing
from tasks.extraction.clauses import read_point
from tasks.extraction.columns import Column
from tasks.extraction.draft import Draft
from tasks.extraction.layout import Layout
from tasks.extraction.phrases import after, holds, starts
from tasks.extraction.setting import Setting, Tools
from tasks.extraction.texts import blank, labelled, tidy
from tasks.extraction.undertakings import evident, past
from tasks.extraction.values import Cells, completed

_NOTES = frozenset({"remarks", ""})
_OFFICES = ("owner", "proposer", "place")
"""Fields of the column that says for whom somebody is there, surest first."""


def commitments(layout: Layout, row: int, setting: Setting, tools: Tools) -> list[Draft]:
    """What the notes in a row of such a list commit the office in it to; none if nobody is to act some time or sum.

    A row of any other table, or a hidden one, commits nobody. What was done, is asked of others or is only wished for,
    and notes about the coming and going are none.
    """
    if layout.roles.aside != "attendance" or layout.grid.hidden(row):
        return []
    office = _office(layout, row, tools)
    place = layout.grid.locator(row)
    out: list[Draft] = []
    for column in layout.roles.columns if office else ():
        note = _note(layout, row, column)
        ahead = after("modal", note)
        said = read_point(ahead, tools.recognise) if _commits(ahead, firm=ahead != note) else {}
        if evident(said):
            cells: Cells = {} if said.get("owners_text") else {"owner": [(column, office)]}
            fields = completed({"heading": setting.trail.text()}, said, cells, setting, tools.recognise)
            out.append(Draft(place, fields, (place,), f"{column.index}.0"))
    return out


def _office(layout: Layout, row: int, tools: Tools) -> str:
    texts = [tidy(layout.grid.texts[row][c.index]) for field in _OFFICES for c in layout.roles.of(field)]
    return next((t for t in texts if not blank(t) and tools.recognise.institutions(t)), "")


def _note(layout: Layout, row: int, column: Column) -> str:
    """The words of a note, without a number before them."""
    if column.field not in _NOTES or not column.path or not layout.grid.owns(row, column.index):
        return ""
    text = tidy(layout.grid.texts[row][column.index])
    return labelled(text).text or text


def _commits(note: str, firm: bool) -> bool:
    """Whether a note says what is to be done; `firm`: words that say that it lies ahead ("will", "akan") led it in."""
    told = (
        past(note)
        or starts("about attending", note)
        or (starts("no undertaking", note) and not firm)
        or starts("telling", note)
    )
    refused = holds("rejected", note) or holds("wish", note) or note.endswith("?")
    return bool(note) and starts_doing(note) and not told and not refused
