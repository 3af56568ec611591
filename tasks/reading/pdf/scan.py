"""Pages that are pictures: drawn as a bitmap, lines found in it, words recognised or taken from the file."""

import ctypes
import math
import time
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from tasks.reading.layout.page import Page, Word
from tasks.reading.ocr.bitmap import Bitmap, Ruling, ruled
from tasks.reading.ocr.words import Box, first_look, surety, words_in
from tasks.reading.programs.tesseract import RecognitionError, quarter_turns

MAX_PAGES: Final = 30
"""Pages recognised in one file: about two seconds each, and a file has two minutes."""

MAX_DRAWINGS: Final = 60
"""Pages with words of their own that are drawn for the sake of their lines, a third of a second each."""

_SECONDS: Final = 80.0
_CPU_SECONDS: Final = 45.0
_PAGE_SECONDS: Final = 30.0
_RESOLUTION: Final = 250
_POINTS: Final = 72
_MAX_PIXELS: Final = 12_000_000
_LEVEL: Final = 0.002
_SURE: Final = 65.0


@dataclass(slots=True)
class Budget:
    """What one file may still cost: pages to be recognised, pages to be drawn, seconds on the clock and of the CPU.

    It ends before the process is ended from outside, so that what was read until then is kept.
    """

    pages: int = MAX_PAGES
    drawings: int = MAX_DRAWINGS
    until: float = field(default_factory=lambda: time.monotonic() + _SECONDS)
    cpu_until: float = field(default_factory=lambda: time.process_time() + _CPU_SECONDS)

    @property
    def over(self) -> bool:
        """Whether no page at all may be read any more."""
        return time.process_time() > self.cpu_until or time.monotonic() > self.until + _PAGE_SECONDS / 2

    def recognises(self) -> float:
        """Seconds for one more page to be recognised; 0 if there are none left."""
        self.pages -= 1
        return max(min(self.until - time.monotonic(), _PAGE_SECONDS), 0.0) if self.pages >= 0 else 0.0

    def draws(self) -> bool:
        """Whether one more page may be drawn."""
        self.drawings -= 1
        return self.drawings >= 0


def recognised(page: Page, handle: Any, budget: Budget) -> Page:
    """The page with the words that stand in its picture. Raises RecognitionError."""
    seconds = budget.recognises()
    if not seconds:
        raise RecognitionError
    until = time.monotonic() + seconds
    seen = _look(page, handle, 0, until)
    if surety(seen.lines) < _SURE:
        turns = quarter_turns(seen.clean.pgm(), until - time.monotonic())
        again = _look(page, handle, turns, until) if turns else seen
        seen = max(seen, again, key=lambda look: surety(look.lines))
    ruling = seen.ruling
    words = words_in(seen.clean, seen.lines, ruling.slope, until - time.monotonic())
    width, height = (page.height, page.width) if seen.turns % 2 else (page.width, page.height)
    return Page(page.number, width, height, words, ruling.across, ruling.down, ruling.fills, recognised=True,
                comments=page.comments)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Look:
    """A page after so many quarter turns: its lines, the picture without them, the words found at once."""

    turns: int
    ruling: Ruling
    clean: Bitmap
    lines: list[list[Box]]


def _look(page: Page, handle: Any, turns: int, until: float) -> _Look:
    ruling, clean = ruled(_drawn(page, handle).turned(turns))
    if ruling.slope and abs(ruling.slope) > _LEVEL:
        ruling, clean = ruled(_drawn(page, handle, ruling.slope).turned(turns))
    return _Look(turns, ruling, clean, first_look(clean, until - time.monotonic()))


def with_lines(page: Page, handle: Any) -> Page:
    """A page whose words lie unseen over its picture, with the lines of the picture."""
    ruling, _ = ruled(_drawn(page, handle))
    words = [_levelled(word, ruling.slope or 0.0) for word in page.words]
    return Page(page.number, page.width, page.height, words, ruling.across, ruling.down, ruling.fills, recognised=True,
                comments=page.comments)  # fmt: skip


def _levelled(word: Word, slope: float) -> Word:
    drop, shift = slope * (word.x0 + word.x1) / 2, slope * word.top
    return word._replace(
        x0=word.x0 + shift, top=word.top - drop, x1=word.x1 + shift, bottom=word.bottom - drop, start=-1
    )


def _drawn(page: Page, handle: Any, slope: float = 0.0) -> Bitmap:
    """The page as a grey picture, turned so that lines of this slope are level; no larger than a small poster."""
    scale = min(_RESOLUTION / _POINTS, (_MAX_PIXELS / max(page.width * page.height, 1.0)) ** 0.5)
    width, height = max(int(page.width * scale), 1), max(int(page.height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        matrix = _turned(width, height, width / max(pdfium.FPDF_GetPageWidthF(handle), 1.0), slope)
        clip = pdfium.FS_RECTF(left=0, top=0, right=width, bottom=height)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, handle, matrix, clip, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if stride != width:
        pixels = b"".join([pixels[row * stride : row * stride + width] for row in range(height)])
    return Bitmap(width, height, pixels, 1 / scale)


def _turned(width: int, height: int, scale: float, slope: float) -> Any:
    """The map from points to pixels, with a turn around the middle of the page."""
    angle = math.atan(slope)
    along, across = scale * math.cos(angle), scale * math.sin(angle)
    x, y = width / 2, height / 2
    left = x - (along * x + across * y) / scale
    top = y - (along * y - across * x) / scale
    return pdfium.FS_MATRIX(a=along, b=-across, c=across, d=along, e=left, f=top)
