"""Tables that lie on their side: names of fields down the first column, an action in each further one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.cards import Entry, card_draft
from tasks.extraction.contents import like_actions
from tasks.extraction.draft import Fate, Reading, reason
from tasks.extraction.grid import Grid
from tasks.extraction.setting import Setting, TableReading, Tools
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import Word

_LABELS = 3  # different labels from which a column is one of labels
_ACTIONS = 2  # columns of actions at least; a single one is a card
_NUMBER = re.compile(r"\d+(?=\D*$)")
_TELLING = frozenset({"owner", "supporter", "time", "start", "end", "budget", "output", "target"})


def read_transposed(grid: Grid, setting: Setting, tools: Tools) -> TableReading | None:
    """The records of a table of this kind, None if it is none."""
    if grid.rows < 2 or grid.cols < 1 + _ACTIONS:
        return None
    side = next((col for col in (0, 1) if _labels(grid, col, tools)), None)
    if side is None:
        return None
    labels, columns = _labels(grid, side, tools), _columns(grid, side)
    action = _action_row(grid, columns, labels)
    if action is None or len(columns) < _ACTIONS or _across(grid, side, columns, tools):
        return None
    labels = _settled(grid, side, columns, labels, action)
    drafts = [d for col in columns for d in card_draft(grid, _entries(grid, side, col, labels), setting, tools)]
    own = [replace(d, locator=f"{d.locator}, column {int(d.mark.split('.')[1]) + 1}") for d in drafts]
    return TableReading(Reading(tuple(own), tuple(_fates(grid, labels)))) if len(own) >= _ACTIONS else None


def _labels(grid: Grid, col: int, tools: Tools) -> dict[int, Word]:
    """The rows whose cell in a column is a known header; none, unless most are, and they name different things."""
    found: dict[int, Word] = {}
    for row in range(grid.rows):
        text = grid.texts[row][col].rstrip(" :")
        word = tools.vocabulary.look(text) if grid.owns(row, col) and not blank(text) else None
        if word is not None and word.sure and word.field not in {"meta", "person"}:
            found[row] = word
    fields = {word.field for word in found.values()}
    filled = sum(1 for row in range(grid.rows) if not grid.empty(row))
    least = min(_LABELS, max(2, filled - 1))
    return found if len(fields) >= least and 2 * len(found) > filled and fields & _TELLING else {}


def _columns(grid: Grid, side: int) -> list[int]:
    """The columns right of the labels in which something is written."""
    written = {col for row in range(grid.rows) for col, text in grid.begun(row) if not blank(text)}
    return sorted(col for col in written if col > side and not _colons(grid, col))


def _colons(grid: Grid, col: int) -> bool:
    return all(grid.texts[row][col].strip() in {"", ":"} for row in range(grid.rows))


def _across(grid: Grid, side: int, columns: Sequence[int], tools: Tools) -> bool:
    """Whether names of fields stand elsewhere as well: across the first row, or beside other values."""
    first = [w for col in columns if (w := tools.vocabulary.look(grid.texts[0][col])) and w.sure]
    return len({w.field for w in first}) > 1 or any(_labels(grid, col, tools) for col in columns)


def _settled(grid: Grid, side: int, columns: Sequence[int], labels: dict[int, Word], action: int) -> dict[int, Word]:
    """What each row holds: one the actions, a first one without a known name their titles, others what is left."""
    out = {row: Word("") for row in range(grid.rows) if not blank(grid.texts[row][side])}
    out |= {row: word for row, word in labels.items() if word.field != "action"}
    out |= {0: Word("programme")} if 0 not in labels or labels[0].field == "action" else {}
    out |= {row: Word("no") for row in out if out[row].field in {"", "programme"} and _counts(grid, row, columns)}
    return {**out, action: Word("action")}


def _action_row(grid: Grid, columns: Sequence[int], labels: dict[int, Word]) -> int | None:
    """The row that says what is to be done: named so and read like it, else read like it under no known name."""
    named = sorted((word.rank, row) for row, word in labels.items() if word.field == "action")
    unnamed = [row for row in range(grid.rows) if row not in labels]
    reads = [row for row in [*(row for _, row in named), *unnamed] if _reads(grid, row, columns)]
    last = [row for _, row in named if _differs(grid, row, columns)]
    return next(iter([*reads, *reversed(last)]), None)


def _reads(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    return like_actions([grid.texts[row][col] for col in columns])


def _differs(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row says something of its own in most columns, rather than "Kegiatan 1", "Kegiatan 2"."""
    texts = [t.rstrip("0123456789 .") for col in columns if not blank(t := grid.texts[row][col])]
    return len(set(texts)) > 1 and 2 * len(texts) > len(columns)


def _counts(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row numbers the columns: "1", "2", or "Kegiatan 1", "Kegiatan 2"."""
    texts = [grid.texts[row][col] for col in columns]
    return len(set(texts)) == len(texts) and all(map(_NUMBER.search, texts)) and not _differs(grid, row, columns)


def _entries(grid: Grid, side: int, col: int, labels: dict[int, Word]) -> list[Entry]:
    """What one column says, label by label; a cell merged over several columns speaks of each of them."""
    out = []
    for row, word in sorted(labels.items()):
        text = grid.texts[row][col]
        number = _NUMBER.search(text) if word.field == "no" else None
        out.append(Entry(row, col, grid.texts[row][side], word, number.group() if number else text))
    return out


def _fates(grid: Grid, labels: dict[int, Word]) -> list[Fate]:
    made = [row for row, word in labels.items() if word.field != "no"]
    rest = [row for row in range(grid.rows) if row not in made]
    return [Fate(grid.locator(r), *(("empty", "") if grid.empty(r) else ("header", reason("title-row")))) for r in rest]
