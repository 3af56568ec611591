"""Colours of DrawingML: named, of the theme, lightened and darkened; always six hex digits, empty for none."""

import colorsys
import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from tasks.reading.drawing.names import A

Rgb = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""
_WHOLE: Final = 100_000
_TURN: Final = 21_600_000
_PLAIN: Final = A + "srgbClr"
_HEX: Final = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by name ("accent1"), and which of them the master gives another name ("bg1" → "lt1")."""

    theme: Mapping[str, etree._Element] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def fill(self, properties: etree._Element | None) -> str:
        """The colour that fills what these properties describe; white is none, as a person sees none."""
        for child in () if properties is None else properties.iterchildren(*_COLOURS_OF_FILL):
            colour = next(child.iter(*_COLOURS), None)
            found = "" if colour is None else self.colour(colour)
            return "" if found == "FFFFFF" else found
        return ""

    def colour(self, element: etree._Element) -> str:
        """The colour that an element such as a:schemeClr means."""
        if element.tag == _PLAIN and not len(element):
            value = element.get("val", "")
            return value.upper() if _HEX.fullmatch(value) else ""
        found = self._base(element, 0)
        for change in element:
            if change.tag == A + "alpha" and _share(change) == 0:
                return ""
            if found is not None and change.tag in _CHANGES:
                found = _CHANGES[change.tag](found, _share(change))
        return "" if found is None else "".join(f"{round(_in_range(part) * 255):02X}" for part in found)

    def _base(self, element: etree._Element, depth: int) -> Rgb | None:
        value = element.get("val", "")
        if element.tag == A + "schemeClr":
            inner = self.theme.get(self.names.get(value, value))
            return None if inner is None or depth else self._base(inner, depth + 1)
        if element.tag == A + "hslClr":
            hue, bright = _percent(element.get("hue"), _TURN), _percent(element.get("lum"))
            return colorsys.hls_to_rgb(hue, bright, _percent(element.get("sat")))
        if element.tag == A + "scrgbClr":
            red, green, blue = (_to_screen(_percent(element.get(name))) for name in "rgb")
            return red, green, blue
        return _rgb(element.get("lastClr") or _presets().get(value, value))


_COLOURS_OF_FILL: Final = (A + "solidFill", A + "gradFill", A + "pattFill")
_COLOURS: Final = tuple(A + f"{name}Clr" for name in ("srgb", "scheme", "sys", "prst", "hsl", "scrgb"))


def read_palette(theme: etree._Element | None, names: etree._Element | None) -> Palette:
    """The colours of a theme part under the names of a colour map (p:clrMap)."""
    scheme = None if theme is None else next(theme.iter(A + "clrScheme"), None)
    colours = {} if scheme is None else {etree.QName(c).localname: c[0] for c in scheme if len(c)}
    return Palette(colours, {} if names is None else {str(k): str(v) for k, v in names.attrib.items()})


@cache
def _presets() -> Mapping[str, str]:
    """The colours that DrawingML names (ISO/IEC 29500-1, 20.1.10.48)."""
    with (Path(__file__).parent / "preset_colours.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["colour"] for row in csv.DictReader(lines)}


def _rgb(words: str) -> Rgb | None:
    if not _HEX.fullmatch(words):
        return None
    red, green, blue = (int(words[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _share(change: etree._Element) -> float:
    return _percent(change.get("val"))


def _percent(words: str | None, whole: int = _WHOLE) -> float:
    """A share: in thousandths of a per cent, or with a per cent sign as in strict files."""
    try:
        return float(words[:-1]) / 100 if words and words.endswith("%") else int(words or 0) / whole
    except ValueError:
        return 0.0


def _in_range(part: float) -> float:
    return min(max(part, 0.0), 1.0)


def _to_screen(linear: float) -> float:
    """The sRGB value of a linear light."""
    linear = _in_range(linear)
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _to_light(screen: float) -> float:
    return screen / 12.92 if screen <= 0.04045 else ((screen + 0.055) / 1.055) ** 2.4


def _each(change: Callable[[float, float], float]) -> Callable[[Rgb, float], Rgb]:
    """A change of each component's linear light."""

    def changed(colour: Rgb, share: float) -> Rgb:
        red, green, blue = (_to_screen(change(_to_light(_in_range(part)), share)) for part in colour)
        return red, green, blue

    return changed


def _hls(change: Callable[[float, float, float], tuple[float, float]]) -> Callable[[Rgb, float], Rgb]:
    """A change of luminance and saturation."""

    def changed(colour: Rgb, share: float) -> Rgb:
        red, green, blue = colour
        hue, bright, strong = colorsys.rgb_to_hls(_in_range(red), _in_range(green), _in_range(blue))
        bright, strong = change(bright, strong, share)
        return colorsys.hls_to_rgb(hue, _in_range(bright), _in_range(strong))

    return changed


_CHANGES: Final[Mapping[str, Callable[[Rgb, float], Rgb]]] = {
    A + "lumMod": _hls(lambda bright, strong, share: (bright * share, strong)),
    A + "lumOff": _hls(lambda bright, strong, share: (bright + share, strong)),
    A + "satMod": _hls(lambda bright, strong, share: (bright, strong * share)),
    A + "satOff": _hls(lambda bright, strong, share: (bright, strong + share)),
    A + "tint": _each(lambda part, share: 1 - (1 - part) * share),
    A + "shade": _each(lambda part, share: part * share),
}
