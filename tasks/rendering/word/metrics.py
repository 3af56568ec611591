"""How wide and high text is: advance widths of the fonts in which plans are written.

advances.csv: font, weight, advance in 1/2048 of the type size, the characters with this advance; measured on Carlito
and Liberation, which were drawn to the widths of Calibri, Arial and Times New Roman. fonts.csv: the names under which
a template may call them, and the height of a line as a multiple of the type size.
"""

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_EM = 2048
_PIECES = re.compile(r"[^ \-–—]+(?=—)|[^ \-–—]*(?:[-–—]+ *| +|$)")


class UnknownFontError(Exception):
    """A font of which no widths are known: no page can be foretold."""


class _Advances(dict[str, int]):
    """Advance of a character; a character of which nothing is known is as wide as an n."""

    def __missing__(self, character: str) -> int:
        return self["n"]


@dataclass(frozen=True)
class Face:
    """A font in one weight and size; lengths in points."""

    size: float
    height: float
    advances: _Advances
    _pieces: dict[str, tuple[float, float]] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """Length of text on one line."""
        return sum(map(self.advances.__getitem__, text)) * self.size / _EM

    def lines(self, text: str, width: float, first: float = 0.0) -> int:
        """Lines that text takes at this width, broken at spaces and after hyphens; `first` indents the first line."""
        return sum(self._wrapped(line, width, first if n == 0 else 0.0) for n, line in enumerate(text.split("\n")))

    def _wrapped(self, text: str, width: float, first: float) -> int:
        if first + self.width(text) <= width:
            return 1
        count, used = 1, first
        for piece in _pieces(text):
            full, bare = self._measure(piece)
            if used + bare > width and used > 0:
                count, used = count + 1, 0.0
            if bare > width > 0:
                extra, used = self._torn(piece, width)
                count += extra
            else:
                used += full
        return count

    def _measure(self, piece: str) -> tuple[float, float]:
        """Width of a piece with and without the spaces at its end, which may hang over the margin."""
        if piece not in self._pieces:
            self._pieces[piece] = (self.width(piece), self.width(piece.rstrip(" ")))
        return self._pieces[piece]

    def _torn(self, piece: str, width: float) -> tuple[int, float]:
        """Further lines, and the rest on the last, of a piece wider than a line: it is broken anywhere."""
        lines, used = 0, 0.0
        for character in piece:
            step = self.advances[character] * self.size / _EM
            if used + step > width and used > 0:
                lines, used = lines + 1, 0.0
            used += step
        return lines, used


@cache
def _pieces(text: str) -> tuple[str, ...]:
    """Text cut where a line may end."""
    return tuple(piece for piece in _PIECES.findall(text) if piece)


@cache
def face(font: str, size: float, bold: bool) -> Face:
    """The font in this size. Raises UnknownFontError."""
    known = _fonts().get(font.lower())
    if known is None:
        raise UnknownFontError(font)
    metrics, height = known
    return Face(size, size * height, _advances()[metrics, "bold" if bold else "regular"])


@cache
def _fonts() -> dict[str, tuple[str, float]]:
    with (_HERE / "fonts.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"].lower(): (row["metrics"], float(row["line_height"])) for row in csv.DictReader(lines)}


@cache
def _advances() -> dict[tuple[str, str], _Advances]:
    found: dict[tuple[str, str], _Advances] = {}
    with (_HERE / "advances.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            widths = found.setdefault((row["font"], row["weight"]), _Advances())
            widths.update(dict.fromkeys(row["characters"], int(row["advance"])))
    return found
