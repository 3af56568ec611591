"""Rows in which a single cell has words: remark, legend, example, pointer, or the title of a group."""

import re
from collections.abc import Sequence

from tasks.extraction.action_words import starts_doing
from tasks.extraction.draft import reason
from tasks.extraction.layout import Layout, Verdict
from tasks.extraction.phrases import equals, holds, starts
from tasks.extraction.texts import blank, fold, unfilled

_AMOUNT = re.compile(r"[\d.,\s%()-]*\d[\d.,\s%()-]*|(?:rp|idr|usd)\W*[\d.,]+.*", re.IGNORECASE)
_LEGEND = re.compile(r"\S\s*=\s*\S")
_NUMBER = 4  # letters of a number at most ("VIII", "A")
_SENTENCE = 90  # letters from which a lone text is a remark rather than the title of a group


def lone(layout: Layout, row: int, own: Sequence[tuple[int, str]]) -> Verdict | None:
    """A row in which a single cell has words: remark, legend, example, pointer, or the title of a group."""
    numbers = {c.index for c in layout.roles.of("no")}
    words = [(c, t) for c, t in own if wordy(t) and (c not in numbers or len(fold(t)) > _NUMBER)]
    if len(words) != 1:
        return None
    col, text = words[0]
    remark = _no_action(text)
    if remark is not None:
        return remark
    cell = layout.grid.cells[row][col]
    wide = cell is not None and cell.colspan > 1 and 2 * cell.colspan >= layout.grid.cols
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
    if layout.begins(row, "no"):
        return Verdict("remark", reason("no-action"))
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


def wordy(text: str) -> bool:
    """Whether a cell has words, rather than a number or a sum of money."""
    formula = text.startswith("=")  # of a workbook that was never calculated
    return any(c.isalpha() for c in text) and not formula and _AMOUNT.fullmatch(text) is None
