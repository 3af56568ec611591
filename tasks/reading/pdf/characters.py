"""The words of a PDF page with their places, asked of PDFium a word at a time, not a character at a time."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from tasks.reading.geometry.plane import Transform
from tasks.reading.layout.page import ASCENT, DESCENT, DIAGONAL, Word
from tasks.reading.notation.symbols import glyphs, is_symbol_font

HYPHEN: Final = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""

MAX_CHARACTERS: Final = 200_000
"""Characters of one page; the densest sheets hold a tenth of that."""

_WORD: Final = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_HEAVY: Final = 600
_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SUBSET: Final = re.compile(r"\A[A-Z]{6}\+")
_INVISIBLE: Final = 3
_STRAIGHT: Final = 0.05
_WIDEST: Final = 1.6
_NAME: Final = 128


_text_object: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The text object of a character as a number, which is quicker to get and to compare than a pointer."""


class _Look(NamedTuple):
    """How a text object is drawn; `symbols` is the name of its font if that draws pictures."""

    size: float
    bold: bool
    turn: int
    symbols: str
    unseen: bool


@dataclass(slots=True)
class Characters:
    """The text page of PDFium, open. `view` maps its coordinates to those of a page as shown."""

    handle: Any
    view: Transform
    text: str = field(init=False)
    beyond: str = field(init=False)
    hidden: int = 0
    _looks: dict[int | None, _Look] = field(default_factory=dict)
    _fonts: dict[int, tuple[bool, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.text = _text(self.handle)
        self.beyond = self.text[MAX_CHARACTERS:]

    def words(self) -> Iterator[Word]:
        """All words in the order in which they were drawn; `hidden` then counts those drawn in no colour."""
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        origin, loose = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
        handle, address, looks = self.handle, ctypes.cast(self.handle, ctypes.c_void_p), self._looks
        a, b, c, d, e, f = self.view
        for match in _WORD.finditer(self.text, 0, MAX_CHARACTERS):
            start, end = match.span()
            drawn = _text_object(address, start)
            look = looks.get(drawn) or self._look(drawn, start)
            origin(handle, start, x, y)
            loose(handle, end - 1, box)
            text = self._shown(match[0], look)
            self.hidden += look.unseen
            if look.turn:
                yield self._turned(text, start, look, (x.value, y.value), box)
                continue
            size = look.size
            x0, base = a * x.value + c * y.value + e, b * x.value + d * y.value + f
            left, right = a * box.left + c * box.bottom + e, a * box.right + c * box.top + e
            if left < x0 - 0.1 * size or right - x0 > _WIDEST * size * (end - start) or right < x0:
                yield from self._torn(text, start, look)
                continue
            yield Word(
                text, x0, base - ASCENT * size, right, base + DESCENT * size, size, look.bold, 0, start, "", drawn or 0,
                self.text[end : end + 1] == " ",
            )  # fmt: skip

    def _shown(self, text: str, look: _Look) -> str:
        """Letters as their font draws them."""
        if text.isascii() and not look.symbols:
            return text
        return glyphs(text, look.symbols).replace(HYPHEN, "-")

    def _turned(self, text: str, start: int, look: _Look, foot: tuple[float, float], box: Any) -> Word:
        """A word that runs in another direction, by its box."""
        points = [self.view.point(*foot), self.view.point(box.left, box.bottom), self.view.point(box.right, box.top)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Word(text, min(xs), min(ys), max(xs), max(ys), look.size, look.bold, look.turn, start)

    def _torn(self, text: str, start: int, look: _Look) -> Iterator[Word]:
        """A word whose letters do not follow one another: its pieces."""
        places = self.letters(start, len(text))
        begin = 0
        for index in range(1, len(text) + 1):
            if index < len(text):
                gap = places[index][0] - places[index - 1][1]
                drop = abs(places[index][2] - places[index - 1][2])
                if -0.5 * look.size < gap < 0.5 * look.size and drop < 0.5 * look.size:
                    continue
            x0, _, base = places[begin]
            x1 = max(places[index - 1][1], x0)
            top, bottom = base - ASCENT * look.size, base + DESCENT * look.size
            yield Word(text[begin:index], x0, top, x1, bottom, look.size, look.bold, 0, start + begin)
            begin = index

    def letters(self, start: int, count: int) -> list[tuple[float, float, float]]:
        """Left edge, right edge and base line of single letters."""
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        places = []
        for index in range(start, start + count):
            pdfium.FPDFText_GetCharOrigin(self.handle, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(self.handle, index, box)
            left, base = self.view.point(x.value, y.value)
            right = max(self.view.point(box.left, box.bottom)[0], self.view.point(box.right, box.top)[0])
            places.append((left, right, base))
        return places

    def split(self, word: Word, at: float) -> tuple[Word, ...]:
        """The two parts of a word on either side of a vertical line; the word alone if no letter begins there."""
        if word.turn or word.start < 0:
            return (word,)
        places = self.letters(word.start, len(word.text))
        cut = next((n for n, (left, right, _) in enumerate(places) if (left + right) / 2 > at), len(places))
        if cut in (0, len(places)):
            return (word,)
        first = word._replace(text=word.text[:cut], x1=places[cut - 1][1])
        return first, word._replace(text=word.text[cut:], x0=places[cut][0], start=word.start + cut)

    def _font(self, font: Any) -> tuple[bool, str]:
        """What is known of a font. Its handle is its own only while the page is open."""
        handle = ctypes.cast(font, ctypes.c_void_p).value or 0
        if handle not in self._fonts:
            self._fonts[handle] = _bold_and_symbols(font)
        return self._fonts[handle]

    def _look(self, drawn: int | None, index: int) -> _Look:
        found = self._looks[drawn] = self._ask(index)
        return found

    def _ask(self, index: int) -> _Look:
        handle = pdfium.FPDFText_GetTextObject(self.handle, index)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.handle, index, matrix)
        view = self.view
        turn = _turn(view.a * matrix.a + view.c * matrix.b, view.b * matrix.a + view.d * matrix.b)
        scale = math.hypot(view.a * matrix.c + view.c * matrix.d, view.b * matrix.c + view.d * matrix.d)
        bold, symbols, unseen = False, "", False
        if handle:
            font = pdfium.FPDFTextObj_GetFont(handle)
            bold, symbols = self._font(font) if font else (False, "")
            unseen = pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE
        size = pdfium.FPDFText_GetFontSize(self.handle, index) * scale
        return _Look(min(max(size, 0.5), 2000.0), bold, turn, symbols, unseen)


def _bold_and_symbols(font: Any) -> tuple[bool, str]:
    """Whether a font is bold, and its name if it draws pictures in place of letters."""
    buffer = ctypes.create_string_buffer(_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    bold = bool(_BOLD.search(name)) or pdfium.FPDFFont_GetWeight(font) >= _HEAVY
    plain = name.split(",")[0].replace("-", " ")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", plain)
    return bold, next((n for n in (plain, spaced) if is_symbol_font(n)), "")


def _turn(x: float, y: float) -> int:
    """Quarter turns against the clock of text that runs in this direction, y being downwards."""
    length = math.hypot(x, y) or 1.0
    if abs(y) < _STRAIGHT * length:
        return 0 if x > 0 else 2
    if abs(x) < _STRAIGHT * length:
        return 1 if y < 0 else 3
    return DIAGONAL


def _text(handle: Any) -> str:
    """The characters of a page, one for each that PDFium counts."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * (count + 1))
    short = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    written = pdfium.FPDFText_GetText(handle, 0, count, short)
    text = buffer.raw[: 2 * (written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(chr(c) if 0 < c < 0xD800 or 0xDFFF < c < 0x110000 else " " for c in codes)
