"""What stands at the edges of page after page: headers, footers, page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tasks.reading.layout.lines import Line, chunks

_EDGE: Final = 0.13
_SAME_HEIGHT: Final = 5.0
_SHARE: Final = 0.4
_APART: Final = 0.8
_NUMBER: Final = re.compile(r"\d+")
_ONLY_NUMBER: Final = re.compile(
    r"\W*(?:(?:halaman|hal\.?|page)\s*)?(\d{1,4})(?:\s*(?:/|dari|of)\s*\d{1,4})?\W*", re.IGNORECASE
)
_SHAPE = tuple[bool, str, int]


@dataclass(slots=True)
class Sheet:
    """The lines of a page outside of ruled tables; `tables` are where these begin and end."""

    number: int
    height: float
    lines: list[Line]
    tables: list[tuple[float, float]] = field(default_factory=list)
    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)


def set_apart(sheets: Sequence[Sheet]) -> None:
    """Moves the lines that repeat at the edge of most pages to `headers` and `footers`."""
    seen: dict[_SHAPE, set[int]] = defaultdict(set)
    edges = {sheet.number: (_edge(sheet, upper=True), _edge(sheet, upper=False)) for sheet in sheets}
    for sheet in sheets:
        for upper, lines in zip((True, False), edges[sheet.number], strict=True):
            for line in lines:
                for shape in _shapes(line, upper):
                    seen[shape].add(sheet.number)
    least = max(2, _SHARE * len(sheets))
    for sheet in sheets:
        top, foot = edges[sheet.number]
        sheet.headers = _repeated(sheet, top, True, seen, least)
        sheet.footers = _repeated(sheet, foot, False, seen, least)[::-1]
        gone = {id(line) for line in (*sheet.headers, *sheet.footers)}
        sheet.lines = [line for line in sheet.lines if id(line) not in gone]


def _edge(sheet: Sheet, upper: bool) -> list[Line]:
    """The lines in the outermost strip of a page, from the edge inwards."""
    strip = _EDGE * sheet.height
    lines = sorted(sheet.lines, key=lambda line: line.top)
    if upper:
        return [line for line in lines if line.bottom < strip]
    return [line for line in reversed(lines) if line.top > sheet.height - strip]


def _shapes(line: Line, upper: bool) -> list[_SHAPE]:
    """Its words with all numbers alike, and its height in steps, twice, so that near heights share one."""
    text = _NUMBER.sub("#", line.text)
    step = line.bottom / _SAME_HEIGHT
    return [(upper, text, int(step)), (upper, text, int(step + 0.5) + 100_000)]


def _repeated(
    sheet: Sheet, lines: Sequence[Line], upper: bool, seen: dict[_SHAPE, set[int]], least: float
) -> list[Line]:
    """The lines from the edge inwards, as long as they repeat or number the page."""
    out: list[Line] = []
    for number, line in enumerate(lines):
        often = max(len(seen[shape]) for shape in _shapes(line, upper)) >= least
        if not often and not (number == 0 and _is_page_number(line, sheet.number)):
            break
        if upper and _heads_table(line, sheet):
            break
        out.append(line)
    while out and not _stands_apart(out[-1], upper, sheet):
        out.pop()
    return out


def _is_page_number(line: Line, page: int) -> bool:
    found = _ONLY_NUMBER.fullmatch(line.text)
    return found is not None and int(found[1]) == page


def _stands_apart(line: Line, upper: bool, sheet: Sheet) -> bool:
    """Whether white space parts a line from the text."""
    places = [(other.top, other.bottom) for other in sheet.lines if other is not line] + sheet.tables
    if upper:
        gaps = [top - line.bottom for top, _ in places if top > line.top]
    else:
        gaps = [line.top - bottom for _, bottom in places if bottom < line.bottom]
    return min(gaps, default=line.size) >= _APART * line.size


def _heads_table(line: Line, sheet: Sheet) -> bool:
    """Whether a line has pieces that begin where those of the next line do, as rows of a table without rules have."""
    following = [other for other in sheet.lines if other.top > line.top]
    if not following:
        return False
    below = min(following, key=lambda other: other.top)
    starts = [piece[0].x0 for piece in chunks(below, below.size)]
    aligned = [p for p in chunks(line, line.size) if any(abs(p[0].x0 - start) < 3 for start in starts)]
    return len(aligned) > 1
