"""Symbol fonts (Wingdings and its like) draw letters as pictures: what a person sees, as characters."""

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
_UNKNOWN: Final = "•"
_BREAKS: Final = frozenset(map(ord, "\t\n\r"))


@cache
def _table() -> Mapping[str, Mapping[int, str]]:
    fonts: dict[str, dict[int, str]] = {}
    with (Path(__file__).parent / "symbols.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            fonts.setdefault(row["font"].lower(), {})[int(row["code"], 16)] = row["character"]
    return fonts


@lru_cache(maxsize=1024)
def is_symbol_font(font: str) -> bool:
    """Whether this font draws pictures in place of letters."""
    return bool(font) and font.lower() in _table()


def glyph(code: int, font: str) -> str:
    """The character that a symbol font draws for a code; private codes of unknown fonts are taken as Wingdings.

    Tabs and line breaks are none of a font's business.
    """
    if code in _BREAKS:
        return chr(code)
    table = _table().get(font.lower())
    if table is None:
        if code not in _PRIVATE:
            return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else ""
        table = _table()["wingdings"]
    low = code - _PRIVATE.start if code in _PRIVATE else code
    if low == 0x20:
        return " "
    return table.get(low, _UNKNOWN)


def glyphs(text: str, font: str) -> str:
    """A text as its font draws it: changed where the font is a symbol font or the code a private one."""
    if not is_symbol_font(font) and text.isascii():
        return text
    if is_symbol_font(font):
        return "".join(glyph(ord(c), font) if ord(c) < 0x100 or ord(c) in _PRIVATE else _cp1252(c, font) for c in text)
    return "".join(glyph(ord(c), font) if ord(c) in _PRIVATE else c for c in text)


def _cp1252(character: str, font: str) -> str:
    """A letter beyond Latin 1 stands for its place in cp1252 (ˆ, Œ, •); any other character draws itself."""
    try:
        return glyph(character.encode("cp1252")[0], font)
    except UnicodeEncodeError:
        return character
