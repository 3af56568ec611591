"""How the cells of a binary workbook look: number format, fill, font."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tasks.reading.legacy.sheet import Font, Look
from tasks.reading.legacy.xlsb import records
from tasks.reading.legacy.xlsb.records import read_records, wide_string
from tasks.reading.notation.number_formats import BUILT_IN
from tasks.reading.worksheets.colours import indexed_colours, tinted, visible

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_BOLD_FROM: Final = 600
_INDEXED: Final = 1
_THEMED: Final = 3
_FULL_TINT: Final = 32_767


class Styles:
    """The fonts of a workbook, and the looks of its cells by the number of their format."""

    def __init__(self, part: bytes, theme: etree._Element | None) -> None:
        self.fonts: list[Font] = []
        self.looks: list[Look] = []
        formats, fills = dict(BUILT_IN), list[str]()
        colours = _theme(theme)
        of_cells = False
        for kind, data in read_records(part):
            if kind == records.FONT:
                weight = int.from_bytes(data[4:6], "little")
                self.fonts.append(Font(wide_string(data, 21)[0], weight >= _BOLD_FROM, bool(data[2] & 0x08)))
            elif kind == records.FORMAT:
                formats[int.from_bytes(data[:2], "little")] = wide_string(data, 2)[0]
            elif kind == records.FILL:
                fills.append(_colour(data[4:12], colours) if any(data[:4]) else "")
            elif kind == records.XF and of_cells:
                self.looks.append(self._look(data, formats, fills))
            elif kind in (records.BEGIN_CELL_XFS, records.END_CELL_XFS):
                of_cells = kind == records.BEGIN_CELL_XFS

    def font(self, number: int) -> Font:
        """A font by its number."""
        return self.fonts[number] if number < len(self.fonts) else Font()

    def _look(self, data: bytes, formats: Mapping[int, str], fills: list[str]) -> Look:
        code, font, fill = (int.from_bytes(data[at : at + 2], "little") for at in (2, 4, 6))
        words = formats.get(code, "")
        return Look(
            "" if words.lower() == "general" else words, fills[fill] if fill < len(fills) else "", self.font(font)
        )


def _colour(data: bytes, theme: Mapping[int, str]) -> str:
    """A colour ([MS-XLSB] 2.5.14): by number, of the theme, or as red, green and blue."""
    if len(data) < 8:
        return ""
    kind = data[0] >> 1
    if kind == _INDEXED:
        found = indexed_colours().get(data[1], "")
    elif kind == _THEMED:
        found = theme.get(data[1], data[4:7].hex().upper() if data[0] & 1 else "")
    else:
        found = data[4:7].hex().upper() if data[0] & 1 else ""
    share = int.from_bytes(data[2:4], "little", signed=True) / _FULL_TINT
    return visible(tinted(found, max(share, -1.0)) if found and share else found)


def _theme(theme: etree._Element | None) -> dict[int, str]:
    scheme = None if theme is None else next(theme.iter(_A + "clrScheme"), None)
    colours = {}
    for index, name in enumerate(_THEME_ORDER if scheme is not None else ()):
        entry = None if scheme is None else scheme.find(_A + name)
        inner = None if entry is None else next(iter(entry), None)
        found = "" if inner is None else (inner.get("lastClr") or inner.get("val") or "").upper()
        if len(found) == 6 and set(found) <= set("0123456789ABCDEF"):
            colours[index] = found
    return colours
