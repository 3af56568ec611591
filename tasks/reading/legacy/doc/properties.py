"""What holds of a paragraph and of its characters: their styles, then their own modifiers in their order."""

from dataclasses import dataclass, replace
from typing import Any, Final

from tasks.reading.legacy.doc import sprms as codes
from tasks.reading.legacy.doc.sprms import signed, sprms
from tasks.reading.legacy.doc.styles import Styles

_NO_LIST: Final = frozenset({0, 0x7FF, 0xF801 - 0x10000})
_AS_STYLE: Final = 0x80
_NOT_AS_STYLE: Final = 0x81
_MAX_OUTLINE: Final = 9


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph: inside how many tables, what its mark ends, its list (0 = none) and heading level (0 = none)."""

    style: int = 0
    depth: int = 0
    row_end: bool = False
    inner_cell_end: bool = False
    list: int = 0
    level: int = 0
    outline: int = 0


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """Characters: looks that matter; `symbol` is the font and code that a special character stands for."""

    bold: bool = False
    struck: bool = False
    twice_struck: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    author: int = 0
    font: int = -1
    special: bool = False
    symbol: tuple[int, int] | None = None


_TOGGLES: Final = {
    codes.BOLD: "bold", codes.STRUCK: "struck", codes.HIDDEN: "hidden", codes.TWICE_STRUCK: "twice_struck",
}  # fmt: skip
_SWITCHES: Final = {codes.DELETED: "deleted", codes.INSERTED: "inserted", codes.SPECIAL: "special"}
_NUMBERS: Final = {codes.AUTHOR: "author", codes.FONT: "font"}


class Looks:
    """Works out looks; equal properties are worked out once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraphs: dict[tuple[int, bytes, bytes], ParagraphLook] = {}
        self._characters: dict[tuple[int, bytes, bytes], CharacterLook] = {}

    def paragraph(self, style: int, own: bytes, change: bytes) -> ParagraphLook:
        """The look of a paragraph; `change` are modifiers of the piece of text that its mark lies in."""
        key = (style, own, change)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(style, own + change)
        return self._paragraphs[key]

    def _paragraph(self, style: int, own: bytes) -> ParagraphLook:
        for code, operand in sprms(own):
            if code == codes.STYLE:
                style = int.from_bytes(operand, "little")
        said: dict[int, int] = {}
        outline = 0
        for known in self._styles.chain(style):
            outline = known.heading or outline
            said.update((code, signed(operand)) for code, operand in sprms(known.paragraph) if operand)
        said.update((code, signed(operand)) for code, operand in sprms(own) if operand)
        if codes.OUTLINE in said:
            level = said[codes.OUTLINE]
            outline = level + 1 if 0 <= level < _MAX_OUTLINE else 0
        number = said.get(codes.LIST, 0)
        in_table = bool(said.get(codes.IN_TABLE)) or said.get(codes.DEPTH, 0) > 0
        return ParagraphLook(
            style,
            max(said.get(codes.DEPTH, 1), 1) if in_table else 0,
            bool(said.get(codes.ROW_END) or said.get(codes.INNER_ROW_END)),
            bool(said.get(codes.INNER_CELL_END)),
            0 if number in _NO_LIST else number,
            said.get(codes.LEVEL, 0),
            outline,
        )

    def characters(self, style: int, own: bytes, change: bytes) -> CharacterLook:
        """The look of characters in a paragraph of this style."""
        key = (style, own, change)
        if key not in self._characters:
            base = CharacterLook()
            for known in self._styles.chain(style):
                base = self._changed(base, base, known.characters)
            self._characters[key] = self._changed(base, base, own + change)
        return self._characters[key]

    def _changed(self, look: CharacterLook, base: CharacterLook, own: bytes) -> CharacterLook:
        """A look after its modifiers; toggles may refer to the look that the styles give."""
        for code, operand in sprms(own):
            said: dict[str, Any] = {}
            if code in _TOGGLES:
                name = _TOGGLES[code]
                said[name] = _toggled(operand[0], getattr(base, name))
            elif code in _SWITCHES:
                said[_SWITCHES[code]] = bool(operand[0])
            elif code in _NUMBERS:
                said[_NUMBERS[code]] = int.from_bytes(operand, "little")
            elif code == codes.SYMBOL:
                said["symbol"] = int.from_bytes(operand[:2], "little"), int.from_bytes(operand[2:4], "little")
            elif code == codes.PLAIN:
                look = replace(base, special=look.special, deleted=look.deleted, inserted=look.inserted)
            elif code == codes.CHARACTER_STYLE:
                for known in self._styles.chain(int.from_bytes(operand, "little")):
                    base = look = self._changed(look, base, known.characters)
            look = replace(look, **said) if said else look
        return look


def _toggled(operand: int, base: bool) -> bool:
    if operand in (_AS_STYLE, _NOT_AS_STYLE):
        return base if operand == _AS_STYLE else not base
    return operand != 0
