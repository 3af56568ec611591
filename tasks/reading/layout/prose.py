"""Lines of running text to headings, paragraphs and items of lists."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tasks.model.blocks import Heading, ListItem, Paragraph, Span, Text
from tasks.model.provenance import Provenance
from tasks.reading.layout.labels import is_bullet, is_chapter, label_of
from tasks.reading.layout.lexicon import Lexicon
from tasks.reading.layout.lines import Line, centred, joined, wraps
from tasks.reading.layout.text import Flow, text_of

_LARGER: Final = 1.12
_APART: Final = 0.12
_APART_IN_PICTURE: Final = 0.4
_INDENT: Final = 1.2
_LONGEST_HEADING: Final = 25
_TOO_MANY: Final = 200  # letters that are more than a title
_DEEPEST_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Style:
    """The usual look of a document's text, and the sizes of its titles, largest first."""

    size: float
    bold: bool
    sizes: tuple[float, ...]


def style_of(running: Sequence[Line], lines: Iterable[Line]) -> Style:
    """The size and weight of most letters: of running text if it is told from titles, else of all lines.

    Tables often have smaller letters, and what is said beside them is no title for that.
    """
    looks = _looks(lines)
    if not looks:
        return Style(10.0, False, ())
    size, bold = _usual(_looks(running)) or max(looks, key=lambda look: (looks[look], look))
    larger = sorted({look[0] for look in looks if look[0] > _LARGER * size}, reverse=True)
    return Style(size, bold, tuple(larger))


_Look = tuple[float, bool]


def _looks(lines: Iterable[Line]) -> Counter[_Look]:
    """How many letters have which size and weight."""
    looks: Counter[_Look] = Counter()
    for line in lines:
        looks[(_rounded(line.size), line.bold)] += len(line.text)
    return looks


def _usual(running: Counter[_Look]) -> _Look | None:
    """How most letters outside of tables look, if they are no title: lighter and smaller than one, or many."""
    if not running:
        return None
    size, bold = usual = max(running, key=lambda look: (running[look], look))
    titled = any(other > _LARGER * size for other, _ in running)
    return usual if not bold and (titled or running[usual] >= _TOO_MANY) else None


def _rounded(size: float) -> float:
    return round(size * 2) / 2


@dataclass(frozen=True, slots=True)
class Margins:
    """Where text begins and ends at most. `exact`: lines of one paragraph are equally far apart, as in print."""

    left: float
    right: float
    exact: bool = True


def paragraphs(lines: Sequence[Line], margins: Margins) -> list[list[Line]]:
    """The lines of each paragraph."""
    usual = _usual_gap(lines)
    return joined(lines, lambda before, line: _goes_on(before, line, margins, usual))


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white space between lines of one paragraph, in sizes of the font: that of the nearer half."""
    gaps = sorted((b.top - a.bottom) / b.size for a, b in itertools.pairwise(lines) if b.top > a.top)
    return median(gaps[: len(gaps) // 2 + 1]) if gaps else 0.0


def _goes_on(paragraph: Sequence[Line], line: Line, margins: Margins, usual: float) -> bool:
    last = paragraph[-1]
    if abs(line.size - last.size) > 0.1 * last.size or line.bold != last.bold:
        return False
    if (line.top - last.bottom) / line.size > usual + (
        _APART if margins.exact else _APART_IN_PICTURE
    ) or line.top < last.top:
        return False
    if not wraps(last, line, margins.left, margins.right):
        return False
    shift = line.x0 - last.x0
    if abs(shift) <= _INDENT * line.size or centred(line, margins.left, margins.right):
        return True
    # The second line of an item hangs below its text; the second line of a paragraph may stand left of the first.
    first = len(paragraph) == 1
    return first and (shift < 0 or bool(label_of(last.text)[0]))


class Writer:
    """Makes blocks of paragraphs, counting levels of lists; the lexicon helps to join words that were cut.

    `left` is where the column begins that is being read.
    """

    def __init__(self, style: Style, lexicon: Lexicon) -> None:
        self._style = style
        self._lexicon = lexicon
        self._indents: list[float] = []
        self.left = 0.0
        self.dropped = 0

    def flow(self, lines: Sequence[Line], right: float | None = None) -> Flow:
        """The text of a paragraph's lines; `right` is where that of a cell ends."""
        flow = text_of(lines, self._lexicon, right)
        self.dropped += flow.dropped
        return flow

    def block(self, lines: Sequence[Line], locator: str, at: Provenance) -> Text:
        """The block of a paragraph's lines."""
        flow = self.flow(lines)
        label, text = label_of(flow.text)
        level = 0 if is_bullet(label) else self._heading(lines, flow.text)
        spans = tuple(_moved(flow.spans, len(text) - len(flow.text)))
        if level:
            self._indents = []
            return Heading(locator, text, level, label, spans, at=at)
        if label:
            return ListItem(locator, text, self._level(lines[0]), label, spans=spans, at=at)
        return Paragraph(locator, flow.text, spans=flow.spans, at=at)

    def _heading(self, lines: Sequence[Line], text: str) -> int:
        """The level of a heading, 0 for other text: larger letters, or bold ones among others that are not."""
        words = len(text.split())
        if words > _LONGEST_HEADING or not any(map(str.isalpha, text)):
            return 0
        size = _rounded(max(line.size for line in lines))
        if size in self._style.sizes:
            return min(self._style.sizes.index(size) + 1, _DEEPEST_LEVEL)
        bold = all(line.bold for line in lines) and not self._style.bold
        if (bold and not (text.endswith(".") and words > 8)) or (is_chapter(text) and words < 15):
            return min(len(self._style.sizes) + 1, _DEEPEST_LEVEL)
        return 0

    def _level(self, line: Line) -> int:
        """How deep an item stands: the number of lesser indents among the items above it."""
        slack, indent = 0.5 * line.size, line.x0 - self.left
        self._indents = [x for x in self._indents if x < indent - slack]
        self._indents.append(indent)
        return len(self._indents) - 1


def _moved(spans: Iterable[Span], by: int) -> Iterator[Span]:
    """Spans of a text that lost characters at its beginning."""
    for span in spans:
        if span.end + by > 0:
            yield Span(max(span.start + by, 0), span.end + by, span.kind, target=span.target)
