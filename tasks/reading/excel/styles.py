"""How the cells of a workbook look: number format, fill, bold, strike-through, font."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from lxml import etree

from tasks.reading.excel.names import S
from tasks.reading.notation.number_formats import BUILT_IN
from tasks.reading.worksheets.colours import indexed_colours, tinted, visible
from tasks.reading.xml import number

_T = TypeVar("_T")

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF: Final = frozenset({"0", "false"})
_THEME_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. `fill`: six hex digits, empty where a person sees no colour."""

    number_format: str = ""
    fill: str = ""
    bold: bool = False
    struck: bool = False
    font: str = ""


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Font:
    """The part of a font that changes what is read."""

    bold: bool
    struck: bool
    name: str


def read_looks(styles: etree._Element | None, theme: etree._Element | None) -> tuple[Look, ...]:
    """The looks of a workbook, by the number that cells refer to."""
    if styles is None:
        return ()
    formats = {number(f.get("numFmtId")): f.get("formatCode", "") for f in styles.iterfind(f"{S}numFmts/{S}numFmt")}
    fonts = [read_font(font) for font in styles.iterfind(f"{S}fonts/{S}font")]
    colours = _theme(theme)
    fills = [_fill(fill, colours) for fill in styles.iterfind(f"{S}fills/{S}fill")]
    return tuple(_look(xf, formats, fonts, fills) for xf in styles.iterfind(f"{S}cellXfs/{S}xf"))


def read_font(element: etree._Element | None) -> Font:
    """A font of a cell, or the properties of a run of rich text."""
    if element is None:
        return Font(False, False, "")
    name = element.find(S + "name")
    name = element.find(S + "rFont") if name is None else name
    return Font(_on(element, "b"), _on(element, "strike"), "" if name is None else name.get("val", ""))


def _on(parent: etree._Element, name: str) -> bool:
    child = parent.find(S + name)
    return child is not None and child.get("val", "1") not in _OFF


def _look(xf: etree._Element, formats: Mapping[int, str], fonts: list[Font], fills: list[str]) -> Look:
    code = number(xf.get("numFmtId"))
    font = _at(fonts, number(xf.get("fontId")), Font(False, False, ""))
    fill = _at(fills, number(xf.get("fillId")), "")
    return Look(formats.get(code, BUILT_IN.get(code, "")), fill, font.bold, font.struck, font.name)


def _at(items: Sequence[_T], index: int, default: _T) -> _T:
    return items[index] if 0 <= index < len(items) else default


def _fill(element: etree._Element, theme: Mapping[int, str]) -> str:
    pattern = element.find(S + "patternFill")
    if pattern is None:
        stop = next(element.iter(S + "color"), None)
        return "" if stop is None else _colour(stop, theme)
    if pattern.get("patternType", "none") == "none":
        return ""
    colour = pattern.find(S + "fgColor")
    return "" if colour is None else _colour(colour, theme)


def _colour(element: etree._Element, theme: Mapping[int, str]) -> str:
    rgb = element.get("rgb", "")
    index = element.get("indexed")
    if element.get("theme") is not None:
        found = theme.get(number(element.get("theme")), "")
    elif rgb:
        found = rgb[-6:].upper()
    else:
        found = indexed_colours().get(number(index, -1), "")
    return visible(_tinted(found, element.get("tint", ""))) if found else ""


def _tinted(colour: str, tint: str) -> str:
    """Lighter (tint > 0) or darker (tint < 0) by its share of the luminance, 18.8.19."""
    try:
        share = max(-1.0, min(1.0, float(tint or 0)))
        return tinted(colour, share)
    except ValueError:
        return ""


def _theme(theme: etree._Element | None) -> dict[int, str]:
    scheme = None if theme is None else next(theme.iter(A + "clrScheme"), None)
    if scheme is None:
        return {}
    colours = {}
    for index, name in enumerate(_THEME_ORDER):
        entry = scheme.find(A + name)
        inner = None if entry is None else next(iter(entry), None)
        if inner is not None:
            colours[index] = (inner.get("lastClr") or inner.get("val") or "").upper()
    return colours
