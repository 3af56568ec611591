"""The words of a picture of a page, on straight lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from tasks.reading.layout.page import ASCENT, DESCENT, Word
from tasks.reading.ocr.bitmap import Bitmap
from tasks.reading.programs.tesseract import RecognitionError, recognise

_WORD_LEVEL: Final = "5"
_COLUMNS: Final = 12
_DOUBTFUL: Final = 50.0
_SURE: Final = 40.0
_SHORT: Final = 2
_LONG: Final = 4
_SURE_NUMBER: Final = 60.0
_NUMBER: Final = re.compile(r"\d{1,3}[.)]?")
_MARK: Final = re.compile(r"[xv√✓]{1,2}", re.IGNORECASE)
_SQUARE: Final = 1.25
_TALLEST: Final = 2.5
_MARGIN: Final = 3
_DARK: Final = bytes(int(level < 128) for level in range(256))
_PAPER: Final = bytes(level if level < 170 else 255 for level in range(256))
_LEAST_INK: Final = 20
_CAPITAL: Final = 0.8
_TAIL: Final = 0.35
_NEAR: Final = 0.3
_FAR: Final = 3
_ENOUGH: Final = 10
_POINTS: Final = 72


class Box(NamedTuple):
    """A recognised word, in pixels or points; `surety` from 0 to 100."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    surety: float


def first_look(bitmap: Bitmap, seconds: float) -> list[list[Box]]:
    """The lines of words that the program finds at once. Raises RecognitionError."""
    return lines_of(recognise(bitmap.pgm(), "tsv", seconds, "page", _dpi(bitmap)))


def surety(lines: Iterable[Sequence[Box]]) -> float:
    """How sure the longer words are, from 0 to 100: hardly, if the page lies on its side."""
    sureties = [box.surety for line in lines for box in line if len(box.text) >= _LONG]
    return sum(sureties) / len(sureties) if sureties else 0.0


def words_in(bitmap: Bitmap, lines: list[list[Box]], slope: float | None, seconds: float) -> list[Word]:
    """The words of a picture without ruling lines, in points, after a first look.

    `slope` is how steeply the page lies; without it the lines of text tell. What the program left out (single digits
    and marks in the cells of a table) is looked for again by itself.
    """
    rest = _without(bitmap, [box for line in lines for box in line])
    if rest is not None:
        lines = lines + _scattered(rest, _dpi(bitmap), seconds)
    tilt = _slope(lines) if slope is None else slope
    level = [[_levelled(box, tilt, bitmap.scale) for box in line] for line in lines]
    usual = median(map(_size, level)) if level else 1.0
    return [word for line in level for word in _on_a_line(line, usual)]


def _dpi(bitmap: Bitmap) -> int:
    return round(_POINTS / bitmap.scale)


def _scattered(rest: Bitmap, dpi: int, seconds: float) -> list[list[Box]]:
    try:
        found = lines_of(recognise(rest.pgm(), "tsv", seconds, "block", dpi), _SURE)
    except RecognitionError:
        return []
    return [[_once(box)] for line in found for box in line if _is_number_or_mark(box)]


def _is_number_or_mark(box: Box) -> bool:
    """Whether a word by itself is likely: a number that is sure, or a mark in a chart of months."""
    return bool(_NUMBER.fullmatch(box.text) and box.surety >= _SURE_NUMBER) or bool(_MARK.fullmatch(box.text))


def _once(box: Box) -> Box:
    """A mark that is no wider than high is one letter, although "Xx" was recognised."""
    return (
        box._replace(text=box.text[0])
        if _MARK.fullmatch(box.text) and box.x1 - box.x0 < _SQUARE * (box.bottom - box.top)
        else box
    )


def lines_of(table: bytes, least: float = 0.0) -> list[list[Box]]:
    """The words of each line in a TSV answer, in pixels.

    What tesseract itself hardly believes is a speck or a piece of a line if it holds neither letter nor digit; if it
    is short, it is looked at again. What is much higher than wide is a column of numbers taken for a word.
    """
    lines: dict[tuple[str, ...], list[Box]] = {}
    for row in table.decode("utf-8", "replace").splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        text, surety = "".join(cells[11].split()), float(cells[10])
        doubtful = surety < _DOUBTFUL and (len(text) <= _SHORT or not any(map(str.isalnum, text)))
        if surety < least or (doubtful and not least):
            continue
        left, top, width, height = map(float, cells[6:10])
        box = Box(text, left, top, left + width, top + height, surety)
        lines.setdefault(tuple(cells[1:5]), []).append(box)
    heights = [box.bottom - box.top for line in lines.values() for box in line]
    tallest = _TALLEST * median(heights) if heights else 0.0
    upright = ([b for b in line if b.bottom - b.top < max(tallest, b.x1 - b.x0)] for line in lines.values())
    return [line for line in upright if line]


def _without(bitmap: Bitmap, boxes: Iterable[Box]) -> Bitmap | None:
    """The picture with these words painted white; None if hardly any ink is left."""
    pixels = bytearray(bitmap.pixels)
    for box in boxes:
        left, right = max(int(box.x0) - _MARGIN, 0), min(int(box.x1) + _MARGIN, bitmap.width)
        white = b"\xff" * max(right - left, 0)
        for row in range(max(int(box.top) - _MARGIN, 0), min(int(box.bottom) + _MARGIN, bitmap.height)):
            pixels[row * bitmap.width + left : row * bitmap.width + left + len(white)] = white
    if sum(pixels.translate(_DARK)) < _LEAST_INK:
        return None
    # Clean paper: else the edges of what is painted over look like letters.
    return Bitmap(bitmap.width, bitmap.height, bytes(pixels.translate(_PAPER)), bitmap.scale)


def _slope(lines: Iterable[Sequence[Box]]) -> float:
    """How steeply most lines run: the median between the feet of words that stand some words apart."""
    steps = [
        (b.bottom - a.bottom) / (b.x0 - a.x0)
        for line in lines
        for a, b in zip(line, line[_FAR:], strict=False)
        if b.x0 - a.x0 > _FAR * (a.bottom - a.top)
    ]
    return median(steps) if len(steps) >= _ENOUGH else 0.0


def _levelled(box: Box, slope: float, scale: float) -> Box:
    shift, drop = slope * box.top, slope * (box.x0 + box.x1) / 2
    x0, top, x1, bottom = box.x0 + shift, box.top - drop, box.x1 + shift, box.bottom - drop
    return Box(box.text, x0 * scale, top * scale, x1 * scale, bottom * scale, box.surety)


def _size(boxes: Sequence[Box]) -> float:
    """The size of the letters of a line, by its higher words."""
    heights = sorted(box.bottom - box.top for box in boxes)
    return max(heights[len(heights) * 3 // 4] / _CAPITAL, 1.0)


def _on_a_line(boxes: Sequence[Box], usual: float) -> Iterator[Word]:
    """Words of one size on one base line: the boxes end where their letters do, with or without tails.

    A size near the usual one is the usual one, since brackets and tails make a difference that is none.
    """
    size = _size(boxes)
    if abs(size - usual) < _NEAR * usual:
        size = usual
    base = median(box.bottom for box in boxes)
    for box in boxes:
        foot = base if abs(box.bottom - base) < _TAIL * size else box.bottom
        yield Word(box.text, box.x0, foot - ASCENT * size, box.x1, foot + DESCENT * size, size)
