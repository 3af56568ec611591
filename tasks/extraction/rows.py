"""What a row of a table is, when it is no record: header, group title, total, remark, example, history …"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extraction.action_words import starts_doing
from tasks.extraction.contents import Roles
from tasks.extraction.draft import Reason, reason
from tasks.extraction.grid import Grid
from tasks.extraction.header_words import column_numbers
from tasks.extraction.headers import HeaderRows
from tasks.extraction.phrases import equals, holds, starts
from tasks.extraction.texts import blank, fold, labelled, struck, unfilled
from tasks.model.blocks import Table

_AMOUNT = re.compile(r"[\d.,\s%()-]*\d[\d.,\s%()-]*|(?:rp|idr|usd)\W*[\d.,]+.*", re.IGNORECASE)
_LEGEND = re.compile(r"\S\s*=\s*\S")
_NUMBER = 4  # letters of a number at most ("VIII", "A")
_FEW = 6  # words of a remark that says no more than that a thing is done
_SENTENCE = 90  # letters from which a lone text is a remark rather than the title of a group


@dataclass(frozen=True, slots=True)
class Layout:
    """A table with its columns understood: grid, header, roles. `continued`: the header is that of the table before."""

    grid: Grid
    header: HeaderRows
    roles: Roles
    continued: bool = False

    def text(self, row: int, *fields: str) -> str:
        """The first words in a row under a column of one of these fields."""
        return next((t for c in self.roles.of(*fields) if not blank(t := self.grid.texts[row][c.index])), "")

    def begins(self, row: int, *fields: str) -> bool:
        """Whether a cell with words under one of these fields begins in this row."""
        return any(
            self.grid.owns(row, c.index) and not blank(self.grid.texts[row][c.index]) for c in self.roles.of(*fields)
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's fate (a word of FATES; "record" if it holds actions) and the reason."""

    fate: str
    reason: str = ""


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
    return _summary(layout, row, own) or (None if entered else _lone(layout, row, own)) or _record(layout, row)


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
    if starts("total", first) and not any(starts_doing(t) for t in words) and sum(map(_wordy, words)) <= 1:
        return Verdict("total", reason("total"))
    if not any(_wordy(t) for t in words) and not layout.text(row, "action"):
        return Verdict("empty", reason("unfilled"))
    return None


def _wordy(text: str) -> bool:
    formula = text.startswith("=")  # of a workbook that was never calculated
    return any(c.isalpha() for c in text) and not formula and _AMOUNT.fullmatch(text) is None


def _lone(layout: Layout, row: int, own: Sequence[tuple[int, str]]) -> Verdict | None:
    """A row in which a single cell has words: remark, legend, example, pointer, or the title of a group."""
    numbers = {c.index for c in layout.roles.of("no")}
    words = [(c, t) for c, t in own if _wordy(t) and (c not in numbers or len(fold(t)) > _NUMBER)]
    if len(words) != 1:
        return None
    col, text = words[0]
    remark = _no_action(text)
    if remark is not None:
        return remark
    cell = layout.grid.cells[row][col]
    wide = cell is not None and 2 * cell.colspan >= layout.grid.cols
    if wide or not any(c.index == col for c in layout.roles.of("action")):
        return _aside(layout, row, col, text, wide)
    return _lone_action(layout, row, text)


def _lone_action(layout: Layout, row: int, text: str) -> Verdict | None:
    """Words under the action alone: a group, a line that goes on, or (None) an action of which no more is said."""
    number = layout.text(row, "no") if layout.begins(row, "no") else ""
    if number:
        outer = not any(c.isdigit() for c in number) or _numbers_below(layout, row, number)
        if outer and (_digits_below(layout, row, number) or not starts_doing(text)):
            return _group(layout, row, text)
        return None
    if layout.roles.of("no") and text[:1].islower():
        return Verdict("part of record", reason("continued"))
    return None if starts_doing(text) else _group(layout, row, text)


def _digits_below(layout: Layout, row: int, number: str) -> bool:
    """Whether points with digits stand below a roman number or a letter."""
    later = range(row + 1, min(row + 3, layout.grid.rows))
    following = next((t for r in later if layout.begins(r, "no") and (t := layout.text(r, "no"))), "")
    return not any(c.isdigit() for c in number) and following.strip(" .)(").isdigit()


def _numbers_below(layout: Layout, row: int, number: str) -> bool:
    """Whether the next number belongs below this one ("2", then "2.1")."""
    bare = number.strip().rstrip(".)")
    later = range(row + 1, min(row + 6, layout.grid.rows))
    following = next((t for r in later if (t := layout.text(r, "no"))), "")
    return following.startswith(f"{bare}.") and following.rstrip(".") != bare


def _no_action(text: str) -> Verdict | None:
    """What a text is that speaks for itself as no action."""
    if text.startswith(("*", "¹", "†")) or (starts("remark", text) and (":" in text or _LEGEND.search(text))):
        return Verdict("remark", reason("legend" if _LEGEND.search(text) else "remark"))
    if starts("example", text) or unfilled(text) or equals("placeholder", text):
        return Verdict("example", reason("example"))
    if holds("pointer", text):
        return Verdict("remark", reason("pointer"))
    return None


def _aside(layout: Layout, row: int, col: int, text: str, wide: bool) -> Verdict | None:
    programme = any(c.index == col for c in layout.roles.of("programme", "no", "code"))
    if wide or programme or col == 0:
        return _group(layout, row, text)
    return Verdict("part of record", reason("continued"))


def _group(layout: Layout, row: int, text: str) -> Verdict:
    """A title holds for rows that follow; without such rows, or as long as a sentence, the text is a remark."""
    if len(text) > _SENTENCE or not _data_follows(layout, row):
        return Verdict("remark", reason("remark"))
    return Verdict("heading", reason("group-row"))


def _data_follows(layout: Layout, row: int) -> bool:
    for later in range(row + 1, min(row + 40, layout.grid.rows)):
        if layout.header.repeated(layout.grid, later):
            return True
        written = [t for _, t in layout.grid.begun(later) if not blank(t)]
        if len(written) > 1 and layout.text(later, "action"):
            return not starts("total", written[0])
    return False


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
        ("unfilled", "empty", not any(c.isalpha() for c in words)),
    )
    found = next(((why, fate) for why, fate, is_it in tests if is_it), None)
    if found is not None:
        return Verdict(found[1], reason(found[0]))
    if fold(words) == fold(layout.text(row, "number")):
        return Verdict("empty", reason("unfilled"))
    return RECORD


def _without_action(layout: Layout, row: int) -> Verdict:
    if layout.begins(row, "no", "programme") or layout.roles.of("timestamp"):
        return Verdict("remark", reason("no-action"))
    return Verdict("part of record", reason("continued"))


def _test(layout: Layout, row: int, action: str) -> bool:
    if not layout.roles.of("timestamp", "person", "proposer"):
        return False
    return equals("test", action) or equals("test", layout.text(row, "proposer"))


def _done(layout: Layout, row: int, action: str) -> bool:
    if starts("history", action):
        return True
    return any(_says_done(layout.text(row, field)) for field in ("status", "remarks"))


def _says_done(text: str) -> bool:
    return equals("done", text.rstrip(".! ")) or (starts("history", text) and len(text.split()) <= _FEW)


def _rejected(layout: Layout, row: int, action: str) -> bool:
    return any(holds("rejected", layout.text(row, f)) for f in ("status", "remarks")) or holds("rejected", action)
