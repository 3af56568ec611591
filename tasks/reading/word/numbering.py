"""Automatic numbers of Word: what a person sees before a paragraph, computed from word/numbering.xml.

Counters belong to the abstract definition, so lists that share one go on counting; a start override counts anew
when its list is used for the first time (ISO/IEC 29500-1, 17.9; checked against Word's own behaviour).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.reading.notation.numerals import numeral
from tasks.reading.notation.symbols import glyphs
from tasks.reading.ooxml.names import W
from tasks.reading.word.elements import on, value
from tasks.reading.word.styles import Styles
from tasks.reading.xml import number

LEVELS: Final = 9
_PLACEHOLDER: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the level (from 1) whose number makes this one start again, 0 = never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    font: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A numbering instance: its abstract definition's id, its levels, and where levels are told to start anew."""

    abstract: str
    levels: Mapping[int, Level]
    overrides: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, chain: tuple[str, ...]) -> int:
        """The level that is linked to the first of these styles; 0 if none is."""
        for style in chain:
            for index, level in self.levels.items():
                if level.style == style:
                    return index
        return 0


class Counters:
    """Counts through one document, in its order."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def list(self, name: str) -> List | None:
        """The list with this numId."""
        return self._lists.get(name)

    def label(self, name: str, index: int) -> str:
        """The label of the next paragraph of list `name` at level `index` (from 0); empty if it shows none."""
        found = self._lists[name]
        level = found.levels.get(index)
        if level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        self._step(found, name, index, level, counts)
        if level.format == "bullet":
            return glyphs(level.text, level.font) if level.text.strip() else "•" * bool(level.text)
        return _PLACEHOLDER.sub(lambda m: _number(found, int(m[1]) - 1, level, counts), level.text).strip()

    def _step(self, found: List, name: str, index: int, level: Level, counts: dict[int, int]) -> None:
        if index in found.overrides and (name, index) not in self._begun:
            counts[index] = found.overrides[index]
        else:
            counts[index] = counts.get(index, level.start - 1) + 1
        self._begun.add((name, index))
        for deeper in [i for i in counts if i > index]:
            below = found.levels.get(deeper, Level())
            if below.restart is None or 0 < index + 1 <= below.restart:
                del counts[deeper]


def _number(found: List, index: int, shown_at: Level, counts: Mapping[int, int]) -> str:
    level = found.levels.get(index, Level())
    return numeral(counts.get(index, level.start), "decimal" if shown_at.legal else level.format)


def read_numbering(root: etree._Element | None, styles: Styles) -> dict[str, List]:
    """The lists of word/numbering.xml by numId; none if there is no such part."""
    if root is None:
        return {}
    abstracts = {a.get(W + "abstractNumId", ""): a for a in root.iterfind(W + "abstractNum")}
    targets = {n.get(W + "numId", ""): value(n, "abstractNumId") or "" for n in root.iterfind(W + "num")}
    lists = {}
    for num in root.iterfind(W + "num"):
        abstract = _linked(value(num, "abstractNumId") or "", abstracts, targets, styles)
        if abstract in abstracts:
            lists[num.get(W + "numId", "")] = _list(num, abstract, abstracts[abstract])
    return lists


def _linked(abstract: str, abstracts: Mapping[str, etree._Element], targets: Mapping[str, str], styles: Styles) -> str:
    """Follows a numStyleLink to the definition that holds the levels (17.9.21)."""
    style = value(abstracts.get(abstract), "numStyleLink")
    target = targets.get(styles.numberings.get(style or "", ""), "")
    return target if target in abstracts else abstract


def _list(num: etree._Element, abstract: str, definition: etree._Element) -> List:
    levels = dict(_level(level) for level in definition.iterfind(W + "lvl"))
    overrides = {}
    for override in num.iterfind(W + "lvlOverride"):
        index = number(override.get(W + "ilvl"))
        own = override.find(W + "lvl")
        start = value(override, "startOverride")
        if own is not None:
            levels[index] = _level(own)[1]
        if start is not None:
            overrides[index] = number(start, 1)
    return List(abstract, levels, overrides)


def _level(element: etree._Element) -> tuple[int, Level]:
    restart = value(element, "lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return number(element.get(W + "ilvl")), Level(
        number(value(element, "start"), 1 if element.find(W + "start") is not None else 0),
        value(element, "numFmt") or _custom(element) or "decimal",
        value(element, "lvlText") or "",
        None if restart is None else number(restart),
        on(element.find(W + "isLgl")),
        "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "",
        value(element, "pStyle") or "",
    )


def _custom(element: etree._Element) -> str:
    """The format inside an alternate content, where Word keeps those it added later."""
    inner = next(element.iter(W + "numFmt"), None)
    return "" if inner is None else inner.get(W + "val", "")
