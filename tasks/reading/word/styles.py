"""What the styles of a Word document say about a paragraph or a run, resolved along their basedOn chain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tasks.reading.ooxml.names import RUN_PROPERTIES, W
from tasks.reading.word.elements import on, value
from tasks.reading.xml import number

_BUILT_IN_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BODY_TEXT: Final = 9
_DEPTH: Final = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None = not said here, so that what it is based on decides."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    font: str = ""

    def over(self, base: "Look") -> "Look":
        """This look where it says something, the base elsewhere."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
            self.font or base.font,
        )


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, outline level from 0 (None = body text), numbering and look.

    `level` None means that the numbering definition says which of its levels this style stands for.
    """

    name: str = ""
    outline: int | None = None
    numbering: str = ""
    level: int | None = None
    look: Look = PLAIN
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles of paragraphs and looks of character styles by id; `default` is the paragraph style of no name.

    `bold_heads` are the table styles that make the first row bold.
    """

    paragraphs: Mapping[str, Style] = field(default_factory=dict)
    characters: Mapping[str, Look] = field(default_factory=dict)
    numberings: Mapping[str, str] = field(default_factory=dict)
    bold_heads: frozenset[str] = frozenset()
    default: Style = Style()


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of word/styles.xml; none if there is no such part."""
    if root is None:
        return Styles()
    raw = {style.get(W + "styleId", ""): style for style in root.iterfind(W + "style")}
    paragraphs: dict[str, Style] = {}
    for name, style in raw.items():
        if style.get(W + "type", "paragraph") == "paragraph":
            paragraphs[name] = _resolved(name, raw)
    characters = {
        name: _resolved(name, raw).look for name, style in raw.items() if style.get(W + "type") == "character"
    }
    numberings = {
        name: value(style.find(f"{W}pPr/{W}numPr"), "numId") or ""
        for name, style in raw.items()
        if style.get(W + "type") == "numbering"
    }
    default = next((n for n, s in raw.items() if n in paragraphs and s.get(W + "default") in {"1", "true", "on"}), "")
    heads = frozenset(name for name, s in raw.items() if s.get(W + "type") == "table" and _bold_head(name, raw))
    return Styles(paragraphs, characters, numberings, heads, paragraphs.get(default, Style()))


def _bold_head(name: str, raw: Mapping[str, etree._Element]) -> bool:
    """Whether a table style, or the nearest one it is based on that says so, makes the first row bold (17.7.6)."""
    for ancestor in _chain(name, raw):
        for part in raw[ancestor].iterfind(W + "tblStylePr"):
            look = run_look(part.find(RUN_PROPERTIES))
            if part.get(W + "type") == "firstRow" and look.bold is not None:
                return look.bold
    return False


def run_look(properties: etree._Element | None) -> Look:
    """What run properties say themselves, without any style."""
    if properties is None:
        return PLAIN
    found = {child.tag: child for child in properties}
    struck = [on(found[name]) for name in (W + "strike", W + "dstrike") if name in found]
    return Look(
        on(found[W + "b"]) if W + "b" in found else None,
        any(struck) if struck else None,
        on(found[W + "vanish"]) if W + "vanish" in found else None,
        _font(found.get(W + "rFonts")),
    )


def _font(fonts: etree._Element | None) -> str:
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""


def _resolved(name: str, raw: Mapping[str, etree._Element]) -> Style:
    chain = _chain(name, raw)
    style = Style()
    for ancestor in reversed(chain):
        style = _derived(raw[ancestor], style)
    return replace(style, chain=tuple(chain))


def _chain(name: str, raw: Mapping[str, etree._Element]) -> list[str]:
    """A style and those it is based on, nearest first."""
    chain: list[str] = []
    while name in raw and name not in chain and len(chain) < _DEPTH:
        chain.append(name)
        name = value(raw[name], "basedOn") or ""
    return chain


def _derived(element: etree._Element, base: Style) -> Style:
    name = value(element, "name") or ""
    properties = element.find(W + "pPr")
    numbering = None if properties is None else properties.find(W + "numPr")
    level = value(numbering, "ilvl")
    return Style(
        name,
        _outline(name, value(properties, "outlineLvl"), base.outline),
        value(numbering, "numId") or base.numbering,
        base.level if level is None else number(level),
        run_look(element.find(RUN_PROPERTIES)).over(base.look),
    )


def _outline(name: str, said: str | None, base: int | None) -> int | None:
    if said is not None:
        level = number(said, _BODY_TEXT)
        return level if 0 <= level < _BODY_TEXT else None
    heading = _BUILT_IN_HEADING.fullmatch(name)
    return int(heading[1]) - 1 if heading else base
