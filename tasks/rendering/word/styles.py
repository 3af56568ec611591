"""The styles of a document: what a paragraph looks like once style, parent styles and defaults are put together."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import VAL, w

_OFF = frozenset({"0", "false", "off"})
_TWIPS = 20
_LINK_COLOUR = "1F4E9E"
_BODY_TEXT = 9  # the outline level of what is no heading
_SETTINGS, _STYLE = w("pPr"), w("pStyle")


@dataclass(frozen=True, slots=True)
class Look:
    """Everything on which the height of a paragraph depends. Lengths in points; None = not stated here."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    new_page: bool | None = None

    def under(self, other: "Look") -> "Look":
        """This look where the other one says nothing."""
        stated = {f.name: getattr(other, f.name) for f in fields(other) if getattr(other, f.name) is not None}
        return replace(self, **stated)


_PLAIN = Look("Times New Roman", 10.0, False, 0.0, 0.0, 12.0, "auto", 0.0, 0.0, 0.0, False, False, False)


class Styles:
    """styles.xml, with every look computed once."""

    def __init__(self, part: bytes | None) -> None:
        root = None if part is None else ooxml.parse(part)
        self._styles: Mapping[str, etree._Element] = (
            {} if root is None else {s.get(w("styleId"), ""): s for s in root.iterchildren(w("style"))}
        )
        self._defaults = _PLAIN if root is None else _PLAIN.under(_defaults(root))
        self._looks: dict[str, Look] = {}

    def ids(self) -> frozenset[str]:
        """All style ids."""
        return frozenset(self._styles)

    def named(self, name: str) -> str:
        """The id of the style with this name, empty if there is none."""
        return self._names.get(name.lower(), "")

    @cached_property
    def _names(self) -> dict[str, str]:
        return {ooxml.attribute(s.find(w("name"))).lower(): ident for ident, s in self._styles.items()}

    @cached_property
    def _default(self) -> str:
        kinds = ((i, s) for i, s in self._styles.items() if s.get(w("type")) == "paragraph")
        return next((ident for ident, s in kinds if s.get(w("default")) == "1"), "")

    def look(self, paragraph: etree._Element) -> Look:
        """The look of a paragraph, its own settings on top of its style's."""
        own = paragraph[0] if len(paragraph) and paragraph[0].tag == _SETTINGS else None
        if own is None or not len(own):
            return self.style_look("")
        named = own[0].tag == _STYLE
        base = self.style_look(own[0].get(VAL, "") if named else "")
        return base if named and len(own) == 1 else base.under(_paragraph(own))

    def own_style(self, paragraph: etree._Element) -> str:
        """The style that a paragraph names, empty if it names none."""
        return ooxml.attribute(paragraph.find(f"{_SETTINGS}/{_STYLE}"))

    def only_style(self, paragraph: etree._Element) -> str | None:
        """The style of a paragraph that has no settings of its own, None if it has."""
        first = paragraph[0] if len(paragraph) else None
        if first is None or first.tag != _SETTINGS:
            return ""
        return str(first[0].get(VAL, "")) if len(first) == 1 and first[0].tag == _STYLE else None

    def style_look(self, ident: str) -> Look:
        """The look of a style, the default one for an empty or unknown id."""
        known = self._looks.get(ident)
        if known is not None:
            return known
        key = ident if ident in self._styles else self._default
        if key not in self._looks:
            look = self._defaults
            for style in reversed(list(self._chain(key))):
                look = look.under(_stated(style))
            self._looks[key] = look
        self._looks[ident] = self._looks[key]
        return self._looks[key]

    def _chain(self, ident: str) -> "list[etree._Element]":
        """The style and those on which it is based; a ring of styles ends where it began."""
        chain: list[etree._Element] = []
        while ident in self._styles and self._styles[ident] not in chain:
            chain.append(self._styles[ident])
            ident = ooxml.attribute(self._styles[ident].find(w("basedOn")))
        return chain

    def outline(self, paragraph: etree._Element) -> int | None:
        """Outline level from 0 of a heading, None for other paragraphs."""
        level = self._first(paragraph, "outlineLvl")
        return int(level) if level.isdigit() and int(level) < _BODY_TEXT else None

    def list_level(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """List and level (from 0) of a numbered paragraph."""
        ident = self._first(paragraph, "numPr/numId")
        level = self._first(paragraph, "numPr/ilvl")
        return (ident, int(level or 0)) if ident not in {"", "0"} else None

    def cell_margins(self, table_style: str) -> tuple[float, float, float, float] | None:
        """Top, left, bottom and right margin of the cells of a table style; None if it states none."""
        margins = (style.find(f"{w('tblPr')}/{w('tblCellMar')}") for style in self._chain(table_style))
        stated = next((m for m in margins if m is not None), None)
        if stated is None:
            return None
        top, left, bottom, right = (_length(stated.find(w(s)), "w") or 0.0 for s in ("top", "left", "bottom", "right"))
        return top, left, bottom, right

    def _first(self, paragraph: etree._Element, path: str) -> str:
        """A paragraph setting from the paragraph itself or the nearest style that states it."""
        own = paragraph.find(w("pPr"))
        ident = "" if own is None else ooxml.attribute(own.find(w("pStyle")))
        steps = "/".join(w(step) for step in path.split("/"))
        settings = [own, *(style.find(w("pPr")) for style in self._chain(ident))]
        found = (s.find(steps) for s in settings if s is not None)
        return next((ooxml.attribute(f) for f in found if f is not None), "")


def with_link_style(part: bytes, ident: str) -> bytes:
    """The styles with a character style for links, should the template lack one under this id."""
    root = ooxml.parse(part)
    if any(style.get(w("styleId")) == ident for style in root.iterchildren(w("style"))):
        return part
    style = etree.SubElement(root, w("style"), {w("type"): "character", w("styleId"): ident})
    etree.SubElement(style, w("name"), {VAL: ident})
    look = etree.SubElement(style, w("rPr"))
    etree.SubElement(look, w("color"), {VAL: _LINK_COLOUR})
    return ooxml.serialise(root)


def _defaults(root: etree._Element) -> Look:
    run = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    paragraph = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
    look = Look() if paragraph is None else _paragraph(paragraph)
    return look if run is None else look.under(_letters(run))


def _stated(style: etree._Element) -> Look:
    paragraph, run = style.find(w("pPr")), style.find(w("rPr"))
    look = Look() if paragraph is None else _paragraph(paragraph)
    return look if run is None else look.under(_letters(run))


def _letters(run: etree._Element) -> Look:
    fonts = run.find(w("rFonts"))
    size = ooxml.attribute(run.find(w("sz")))
    return Look(
        font=ooxml.attribute(fonts, "ascii") or None,
        size=int(size) / 2 if size.isdigit() else None,
        bold=_switch(run, "b"),
    )


def _paragraph(settings: etree._Element) -> Look:
    spacing, indent = settings.find(w("spacing")), settings.find(w("ind"))
    hanging = _length(indent, "hanging")
    return Look(
        before=_length(spacing, "before"),
        after=_length(spacing, "after"),
        line=_length(spacing, "line"),
        rule=ooxml.attribute(spacing, "lineRule") or None,
        left=_length(indent, "left"),
        right=_length(indent, "right"),
        first=-hanging if hanging is not None else _length(indent, "firstLine"),
        keep_next=_switch(settings, "keepNext"),
        keep_lines=_switch(settings, "keepLines"),
        new_page=_switch(settings, "pageBreakBefore"),
    )


def _length(element: etree._Element | None, name: str) -> float | None:
    value = ooxml.attribute(element, name)
    return int(value) / _TWIPS if value.lstrip("-").isdigit() else None


def _switch(settings: etree._Element, name: str) -> bool | None:
    element = settings.find(w(name))
    return None if element is None else element.get(VAL, "1") not in _OFF
