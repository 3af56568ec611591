"""What the styles of an OpenDocument file say, resolved along their chain of parents."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tasks.reading.opendocument.names import DRAW, EXTENDED, FO, OFFICE, PRESENTATION, STYLE, SVG, TABLE, TEXT

_DEPTH: Final = 20
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_COLOUR: Final = re.compile(r"#([0-9A-Fa-f]{6})")
_ESCAPED: Final = re.compile(r"_([0-9a-f]{1,4})_")
_TEXT: Final = STYLE + "text-properties"
_PARAGRAPH: Final = STYLE + "paragraph-properties"
_TABLE: Final = STYLE + "table-properties"
_COLUMN: Final = STYLE + "table-column-properties"
_SLIDE: Final = STYLE + "drawing-page-properties"
_FILLED: Final = (
    _TABLE,
    STYLE + "table-row-properties",
    STYLE + "table-cell-properties",
    STYLE + "graphic-properties",
    EXTENDED + "graphic-properties",
)
GROUPS: Final = tuple(OFFICE + name for name in ("styles", "automatic-styles", "font-face-decls"))


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; None = not said here, so that what is around it decides."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, the base elsewhere."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
            base.font if self.font is None else self.font,
        )


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """A style of any family. `name` is that of the common style that people chose.

    `fill` is six hex digits, "" where nothing or white is seen, None where the style says nothing. `list_style` None
    means that the style names none, "" that it turns lists off. `break_before` and `break_after`: a page ends there;
    `master` names the page style that begins here. `width` is in twentieths of a point. `shown`: sheets and slides.
    """

    name: str = ""
    look: Look = PLAIN
    fill: str | None = None
    list_style: str | None = None
    break_before: bool = False
    break_after: bool = False
    master: str = ""
    data_style: str = ""
    width: int = 0
    shown: bool = True


@dataclass(slots=True)
class Styles:
    """The styles in reach of a part: the common ones and its own automatic ones, which go first."""

    _elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    lists: dict[str, etree._Element] = field(default_factory=dict)
    data: dict[str, etree._Element] = field(default_factory=dict)
    outline: etree._Element | None = None
    _fonts: dict[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], Style] = field(default_factory=dict)
    _automatic: set[tuple[str, str]] = field(default_factory=set)

    def add(self, group: etree._Element) -> None:
        """Takes in the styles of office:styles, office:automatic-styles, or fonts of office:font-face-decls."""
        self._known.clear()
        for element in group:
            name = element.get(STYLE + "name", "")
            if element.tag == STYLE + "style":
                key = element.get(STYLE + "family", ""), name
                self._elements[key] = element
                (self._automatic.add if group.tag == OFFICE + "automatic-styles" else self._automatic.discard)(key)
            elif element.tag == TEXT + "list-style":
                self.lists[name] = element
            elif element.tag == TEXT + "outline-style":
                self.outline = element
            elif element.tag == STYLE + "font-face":
                self._fonts[name] = element.get(SVG + "font-family", name).strip("'\"")
            elif str(element.tag).endswith("-style"):
                self.data[name] = element

    def get(self, family: str, name: str | None) -> Style:
        """The style of that family and name; a plain one if there is none."""
        if not name:
            return _NONE
        found = self._known.get((family, name))
        if found is None:
            found = self._known[family, name] = self._resolved(family, name)
        return found

    def look(self, name: str | None) -> Look:
        """How a stretch of text with this style looks."""
        return self.get("text", name).look

    def break_pages(self) -> bool:
        """Whether the author had any style begin or end a page."""
        return any(self.get(*key).break_before or self.get(*key).break_after for key in self._elements)

    def masters(self) -> list[str]:
        """The page styles to which automatic styles change: those exist because the text uses them."""
        return [self.get(*key).master for key in self._elements if key in self._automatic]

    def _resolved(self, family: str, name: str) -> Style:
        chain: list[tuple[str, str]] = []
        key = family, name
        while key in self._elements and key not in chain and len(chain) < _DEPTH:
            chain.append(key)
            key = family, self._elements[key].get(STYLE + "parent-style-name", "")
        style = _NONE if chain else Style(name=_shown_name(name))
        for key in reversed(chain):
            style = self._derived(key, style)
        return style

    def _derived(self, key: tuple[str, str], base: Style) -> Style:
        element = self._elements[key]
        own = _shown_name(element.get(STYLE + "display-name") or str(element.get(STYLE + "name", "")))
        properties = _properties(element, _PARAGRAPH, _TABLE)
        page = properties.get(FO + "break-before"), properties.get(FO + "break-after")
        return replace(
            base,
            name=base.name if key in self._automatic else own,
            look=self.said(element).over(base.look),
            fill=_fill(_properties(element, *_FILLED), base.fill),
            list_style=element.get(STYLE + "list-style-name", base.list_style),
            break_before=base.break_before if page[0] is None else page[0] == "page",
            break_after=base.break_after if page[1] is None else page[1] == "page",
            master=element.get(STYLE + "master-page-name", base.master),
            data_style=element.get(STYLE + "data-style-name", base.data_style),
            width=twips(_properties(element, _COLUMN).get(STYLE + "column-width", "")) or base.width,
            shown=properties.get(TABLE + "display") != "false"
            and _properties(element, _SLIDE).get(PRESENTATION + "visibility") != "hidden",
        )

    def said(self, element: etree._Element) -> Look:
        """What a style or a level of a list says itself about text, without any parent."""
        properties = _properties(element, _TEXT)
        weight = properties.get(FO + "font-weight")
        line = properties.get(STYLE + "text-line-through-style") or properties.get(STYLE + "text-line-through-type")
        display = properties.get(TEXT + "display")
        name = properties.get(STYLE + "font-name")
        font = properties.get(FO + "font-family", "").strip("'\"") or None
        return Look(
            None if weight is None else weight in _BOLD,
            None if line is None else line != "none",
            None if display is None else display == "none",
            font if name is None else self._fonts.get(name, name),
        )


_NONE: Final = Style()


def read_styles(*roots: etree._Element | None) -> Styles:
    """The styles of these roots, those of later ones winning."""
    styles = Styles()
    for root in roots:
        for tag in () if root is None else GROUPS:
            for group in root.iterfind(tag):  # type: ignore[union-attr]
                styles.add(group)
    return styles


def twips(measure: str) -> int:
    """A length such as "2.5cm" in twentieths of a point; 0 if it is none."""
    match = _MEASURE.fullmatch(measure)
    return 0 if match is None else round(float(match[1]) * _UNITS[match[2]])


_MEASURE: Final = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)")
_UNITS: Final = {"cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}


def _shown_name(name: str) -> str:
    """The name of a style as people see it: "Heading 1" for "Heading_20_1"."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)


def _properties(element: etree._Element, *tags: str) -> dict[str, str]:
    return {str(name): str(value) for tag in tags for found in element.iterfind(tag) for name, value in found.items()}


def _fill(properties: dict[str, str], base: str | None) -> str | None:
    """The colour behind the contents. Slides say how a cell is filled apart from with which colour."""
    kind = properties.get(DRAW + "fill")
    colour = properties.get(DRAW + "fill-color") if kind == "solid" else properties.get(FO + "background-color")
    if kind == "none":
        return ""
    if colour is None:
        return base
    match = _COLOUR.fullmatch(colour)
    return "" if match is None or match[1].upper() == "FFFFFF" else match[1].upper()
