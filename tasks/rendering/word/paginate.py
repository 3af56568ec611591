"""On which page every heading comes to stand, worked out as Word lays pages out, for the table of contents.

Runs of another size or weight than their paragraph's style are measured like it. Letters are not joined, as Word does
not by default; LibreOffice joins "ti" and "tt" in Calibri and so now and then fits one more word on a line. Where a
font is unknown nothing is foretold: contents without page numbers are better than wrong ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from types import MappingProxyType

from lxml import etree

from tasks.rendering.word import metrics, ooxml
from tasks.rendering.word.layout import Block, Grid, Ruler, Text, blocks
from tasks.rendering.word.ooxml import BODY, SECT, P, w
from tasks.rendering.word.styles import Styles

_TWIPS = 20
_SLACK = 0.05  # rounding in fonts and twips
_CLOSING = 0.5  # the line below a table
_LONE = 2  # lines that must stay together at either end of a parted paragraph


@dataclass(frozen=True, slots=True)
class Page:
    """The room for text on a page, in points."""

    width: float
    height: float


def heading_pages(
    root: etree._Element,
    styles: Styles,
    headings: Sequence[etree._Element],
    labels: Mapping[etree._Element, str] = MappingProxyType({}),
) -> Mapping[etree._Element, int]:
    """Page of each heading, counted from 1 through the whole document; nothing if a font is unknown.

    `labels`: the automatic numbers of headings, which take room on their lines.
    """
    wanted = set(headings)
    ruler = Ruler(styles, labels)
    flow = _Flow()
    try:
        for page, elements in sections(root):
            flow.section(page, list(blocks(elements, ruler, page.width)), wanted)
    except metrics.UnknownFontError:
        return {}
    return flow.found


def sections(root: etree._Element) -> Iterator[tuple[Page, list[etree._Element]]]:
    """The body's blocks by section; a section's settings stand in its last paragraph, or at the body's end."""
    held: list[etree._Element] = []
    for element in root.iterfind(f"{BODY}/*"):
        if element.tag == SECT:
            yield _page(element), held
            return
        held.append(element)
        settings = element.find(f"{w('pPr')}/{SECT}") if element.tag == P else None
        if settings is not None:
            yield _page(settings), held
            held = []


def _page(settings: etree._Element) -> Page:
    size, margin = settings.find(w("pgSz")), settings.find(w("pgMar"))

    def length(element: etree._Element | None, name: str) -> float:
        return int(ooxml.attribute(element, name) or 0) / _TWIPS

    width = length(size, "w") - length(margin, "left") - length(margin, "right")
    return Page(width, length(size, "h") - length(margin, "top") - length(margin, "bottom"))


class _Flow:
    """Where the next block will stand: the page, how far down, and whether the page was begun for want of room."""

    def __init__(self) -> None:
        self.found: dict[etree._Element, int] = {}
        self._page = 0
        self._room = 0.0
        self._down = 0.0
        self._overflowed = False
        self._gap = 0.0

    def section(self, page: Page, section: list[Block], wanted: set[etree._Element]) -> None:
        """Sets a section, which begins on a new page."""
        self._room = page.height
        self._next(overflowed=False)
        for block, together in zip(section, _together(section), strict=True):
            if isinstance(block, Grid):
                self._rows(block)
                continue
            if block.new_page and self._down > 0:
                self._next(overflowed=False)
            if not self._fits(together - self._spared(block)) and self._down > 0:
                self._next(overflowed=True)
            if block.element in wanted:
                self.found[block.element] = self._page
            self._lines(block)

    def _next(self, *, overflowed: bool) -> None:
        self._page += 1
        self._down = 0.0
        self._gap = 0.0
        self._overflowed = overflowed

    def _fits(self, height: float) -> bool:
        return self._down + height <= self._room + _SLACK

    def _spared(self, text: Text) -> float:
        """What the space above a paragraph gives up: all where a page begins for want of room, and else as much as

        the paragraph before has left below itself, for of the two spaces the larger counts.
        """
        return text.before if self._down == 0 and self._overflowed else min(text.before, self._gap)

    def _lines(self, text: Text) -> None:
        self._down += text.before - self._spared(text)
        left = text.lines
        while not self._fits(left * text.line) and not text.whole:
            here = min(floor((self._room - self._down + _SLACK) / text.line), left - _LONE)
            left -= max(here, 0)
            self._next(overflowed=True)
        self._down += left * text.line + text.after
        self._gap = text.after
        if text.ends_page:
            self._next(overflowed=False)

    def _rows(self, grid: Grid) -> None:
        first = grid.header + (grid.rows[0][0] if grid.rows else 0.0)
        if not self._fits(first) and self._down > 0:
            self._next(overflowed=True)
        self._down += grid.header
        self._gap = 0.0
        for height, parted in grid.rows:
            self._row(height, grid.header, parted=parted)
        self._down += _CLOSING

    def _row(self, height: float, header: float, *, parted: bool) -> None:
        if not self._fits(height) and not parted and self._down > header:
            self._next(overflowed=True)
            self._down = header
        while not self._fits(height) and self._room > header:
            height -= self._room - self._down
            self._next(overflowed=True)
            self._down = header
        self._down += height


def _together(section: list[Block]) -> list[float]:
    """For every block the height that must stand on one page with its beginning."""
    out: list[float] = []
    following = above = 0.0
    for block in reversed(section):
        if isinstance(block, Grid):
            height, above = block.header + (block.rows[0][0] if block.rows else 0.0), 0.0
        else:
            height = block.height if block.whole else block.before + _LONE * block.line
            if block.keep_next:
                height = block.height + max(block.after - above, 0.0) + following
            above = block.before
        out.append(height)
        following = height
    return out[::-1]
