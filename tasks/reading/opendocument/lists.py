"""Automatic numbers of OpenDocument lists and headings: what a person sees before a paragraph.

A list counts by its levels; what goes on counting from another list says so (ODF 1.3 part 3, 5.3 and 16.30). As in
LibreOffice, the numbers of a deeper level begin anew behind each item of a higher one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from tasks.reading.notation.numerals import numeral
from tasks.reading.notation.symbols import glyphs
from tasks.reading.opendocument.names import EXTENDED, STYLE, STYLE_NAME, TEXT, XML_ID
from tasks.reading.opendocument.styles import Styles
from tasks.reading.xml import number

MAX_LEVEL: Final = 10
_FORMATS: Final = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "01, 02, 03, ...": "decimalZero"}
_LETTERS: Final = {"a": "lowerLetter", "A": "upperLetter"}
_BULLET: Final = "•"
_PLACEHOLDER: Final = re.compile(r"%(\d{1,2})%")

Counts = dict[int, int]
"""The last number of each level, levels counted from 1."""


class Level(NamedTuple):
    """One level of a list style. `pattern`: the label with %1%, %2% for the numbers, "" if parts make it up."""

    kind: str = "none"
    format: str = ""
    doubled: bool = False
    pattern: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""


class Run(NamedTuple):
    """A list that is open: its numbers, the name of its style, the level of its items."""

    counts: Counts
    style: str
    level: int


class Item(NamedTuple):
    """An item of a list: the number that it is told to have, the style that it has instead of the list's."""

    run: Run
    start: str | None = None
    style: str = ""

    @classmethod
    def of(cls, element: etree._Element, run: Run) -> "Item":
        """The item that a text:list-item or text:numbered-paragraph stands for."""
        return cls(run, element.get(TEXT + "start-value"), element.get(TEXT + "style-override", ""))


@dataclass(slots=True)
class Numbering:
    """Counts through one document, in its order.

    `together`: the lists of a text body on a slide are one, as Impress shows them. A number goes on from the item
    before it at the same level if both have the same kind of number, and begins anew behind a plain paragraph.
    """

    styles: Styles
    together: bool = False
    _kinds: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _all: Counts = field(default_factory=dict)
    _levels: dict[str, Mapping[int, Level]] = field(default_factory=dict)
    _by_id: dict[str, Counts] = field(default_factory=dict)
    _by_style: dict[str, Counts] = field(default_factory=dict)
    _outline: Counts = field(default_factory=dict)

    def enter(self, element: etree._Element, around: Run | None) -> Run:
        """A text:list begins, inside of another one or not."""
        style = element.get(STYLE_NAME) or ("" if around is None else around.style)
        if around is not None:
            return Run(around.counts, style, min(around.level + 1, MAX_LEVEL))
        if self.together:
            return Run(self._all, style, 1)
        earlier = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if earlier is None and element.get(TEXT + "continue-numbering") == "true":
            earlier = self._by_style.get(style)
        return self._begin(element.get(XML_ID, ""), style, {} if earlier is None else earlier, 1)

    def numbered_paragraph(self, element: etree._Element) -> Run:
        """A text:numbered-paragraph: an item that stands alone and names its list."""
        name = element.get(TEXT + "list-id", "")
        level = min(max(number(element.get(TEXT + "level"), 1), 1), MAX_LEVEL)
        return self._begin(name, element.get(STYLE_NAME, ""), self._by_id.get(name, {}), level)

    def _begin(self, name: str, style: str, counts: Counts, level: int) -> Run:
        if name:
            self._by_id[name] = counts
        self._by_style[style] = counts
        return Run(counts, style, level)

    def label(self, item: Item, style: str) -> str:
        """The label of the next item of a list; `style` is that of its paragraph, for lists that name none."""
        run = item.run
        if self.together:
            level = self._of(item.style or run.style or style).get(run.level, Level())
            kind = level.kind, level.format, level.prefix, level.suffix
            if self._kinds.get(run.level) != kind:
                run.counts.pop(run.level, None)
            self._kinds[run.level] = kind
        return _next(self._of(item.style or run.style or style), run.counts, run.level, item.start)

    def plain(self) -> None:
        """A paragraph without number: in a body on a slide numbers begin anew behind it."""
        self._all.clear()

    def heading(self, level: int, start: str | None) -> str:
        """The label of the next heading of that level, if headings are numbered."""
        if "" not in self._levels:
            self._levels[""] = {} if self.styles.outline is None else _levels(self.styles.outline, self.styles)
        return _next(self._levels[""], self._outline, level, start)

    def _of(self, style: str) -> Mapping[int, Level]:
        if style not in self._levels:
            element = self.styles.lists.get(style)
            self._levels[style] = {} if element is None else _levels(element, self.styles)
        return self._levels[style]


def _next(levels: Mapping[int, Level], counts: Counts, index: int, start: str | None) -> str:
    level = levels.get(index, Level())
    said = None if start is None else number(start, -1)
    counts[index] = said if said is not None and said >= 0 else counts.get(index, level.start - 1) + 1
    for deeper in [other for other in counts if other > index]:
        del counts[deeper]
    return level.bullet if level.kind != "number" else _label(levels, counts, index)


def _label(levels: Mapping[int, Level], counts: Counts, index: int) -> str:
    level = levels[index]
    if level.pattern:
        return _PLACEHOLDER.sub(lambda match: _numeral(levels, counts, int(match[1])), level.pattern).strip()
    first = max(index - level.shown + 1, 1)
    numbers = [_numeral(levels, counts, n) for n in range(first, index + 1)]
    return (level.prefix + ".".join(filter(None, numbers)) + level.suffix).strip()


def _numeral(levels: Mapping[int, Level], counts: Counts, index: int) -> str:
    level = levels.get(index, Level())
    count = counts.get(index, level.start)
    if level.format in _LETTERS:
        return numeral(count, _LETTERS[level.format]) if level.doubled else _letters(count, level.format)
    return numeral(count, _FORMATS.get(level.format, "decimal")) if level.format else ""


def _letters(count: int, first: str) -> str:
    """Letters as the columns of a worksheet have them: after z comes aa, ab, …"""
    words = ""
    while count > 0:
        count, letter = divmod(count - 1, 26)
        words = chr(ord(first) + letter) + words
    return words


def _levels(style: etree._Element, styles: Styles) -> Mapping[int, Level]:
    return {number(e.get(TEXT + "level"), 1): _level(e, styles) for e in style if e.get(TEXT + "level")}


def _level(element: etree._Element, styles: Styles) -> Level:
    kind = str(element.tag).rpartition("-")[2]
    if kind == "image":
        return Level("bullet", bullet=_BULLET)
    if kind == "bullet":
        return Level("bullet", bullet=_bullet(element, styles))
    form = element.get(STYLE + "num-format", "")
    return Level(
        "number" if form else "none",
        form,
        element.get(STYLE + "num-letter-sync") == "true",
        element.get(STYLE + "num-list-format") or element.get(EXTENDED + "num-list-format") or "",
        element.get(STYLE + "num-prefix", ""),
        element.get(STYLE + "num-suffix", ""),
        min(max(number(element.get(TEXT + "display-levels"), 1), 1), MAX_LEVEL),
        max(number(element.get(TEXT + "start-value"), 1), 0),
    )


def _bullet(element: etree._Element, styles: Styles) -> str:
    character = element.get(TEXT + "bullet-char", "")
    return glyphs(character, styles.said(element).font or "").strip() or _BULLET * bool(character)
