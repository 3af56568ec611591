"""What pages consist of in reading order: tables, and running text between them, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.reading.layout.columns import in_columns
from tasks.reading.layout.labels import label_of
from tasks.reading.layout.laid import Laid
from tasks.reading.layout.lines import Line, wraps
from tasks.reading.layout.prose import Margins, paragraphs
from tasks.reading.layout.table import Found
from tasks.reading.layout.unruled import unruled_tables

_COLUMN: Final = 8  # lines of a column that shows how wide it is, at least
_SLACK: Final = 3.0
_SAME_SIZE: Final = 0.1
_ENDS: Final = frozenset(".:;!?")


@dataclass(slots=True)
class Prose:
    """The lines of each paragraph, and how wide they run. `begun`: the first one began on the page before."""

    page: int
    paragraphs: list[list[Line]]
    margins: Margins
    begun: bool = False


Part = Found | Prose


def parts_of(pages: Sequence[Laid]) -> list[list[Part]]:
    """The parts of each page. A paragraph that goes on in the next column or page is whole where it begins."""
    before: Sequence[float] = ()
    columns: list[Margins] = []
    out: list[list[Part]] = []
    for page in pages:
        out.append(list(_parts(page, before, columns)))
        last = out[-1][-1] if out[-1] else None
        before = last.columns if isinstance(last, Found) and not last.ruled else ()
    _make_whole([part for parts in out for part in parts])
    return out


def _parts(page: Laid, before: Sequence[float], columns: list[Margins]) -> Iterator[Part]:
    """Tables and groups of lines in reading order. `columns` are those of prose met so far, and grow."""
    rest = page.sheet.lines
    for table in page.tables:
        above = [line for line in rest if (line.top + line.bottom) / 2 < table.bottom]
        rest = [line for line in rest if (line.top + line.bottom) / 2 >= table.bottom]
        yield from _between(above, page, before, columns)
        before = ()
        yield table
    yield from _between(rest, page, before, columns)


def _between(lines: Sequence[Line], page: Laid, before: Sequence[float], columns: list[Margins]) -> Iterator[Part]:
    """Tables without rules and the lines between them, a column of the page after the other."""
    groups = in_columns(lines)
    for group in groups:
        own = Margins(min(line.x0 for line in group), max(line.x1 for line in group), page.margins.exact)
        margins = own if len(groups) > 1 else _as_before(own, columns) or page.margins
        if len(groups) > 1 and len(group) >= _COLUMN:
            columns.append(own)
        for part in unruled_tables(group, page.rules, before):
            yield part if isinstance(part, Found) else Prose(page.number, paragraphs(part, margins), margins)
        before = ()


def _as_before(own: Margins, columns: Sequence[Margins]) -> Margins | None:
    """The column of an earlier page in which a page's only lines stand, if they do: the last page may be half empty."""
    return next(
        (c for c in reversed(columns) if abs(c.left - own.left) < _SLACK and own.right < c.right + _SLACK), None
    )


def _make_whole(parts: Sequence[Part]) -> None:
    """Puts the rest of a paragraph, at the top of a page or column, where it began."""
    last: Prose | None = None
    for part in parts:
        if isinstance(part, Found):
            last = None
            continue
        if last is not None and _goes_on(last.paragraphs[-1][-1], part.paragraphs[0][0], last.margins):
            part.begun = part.page != last.page
            last.paragraphs[-1] += part.paragraphs.pop(0)
        if part.paragraphs:
            last = part


def _goes_on(line: Line, following: Line, margins: Margins) -> bool:
    """Whether a sentence was broken off for want of room: one word more would have been too many, and it is small."""
    same = abs(following.size - line.size) < _SAME_SIZE * line.size and following.bold == line.bold
    if not same or line.words[-1].turn or line.text[-1] in _ENDS:
        return False
    small = following.text[0].islower() and not label_of(following.text)[0]
    return small and wraps(line, following, margins.left, margins.right)
