"""The line below a picture that says what its signs mean; only those that the picture shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tasks.rendering.pictures import svg, text
from tasks.rendering.pictures.palette import GREY

SIZE = 6.8
HEIGHT = 16.0
_SIGN = 20.0
_SPACE = 14.0
_LINE = 11.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: how it is drawn at a left edge and a middle line, in the width of 20 points, and its meaning."""

    draw: Callable[[float, float], str]
    meaning: str


def height(signs: Iterable[Sign], width: float) -> float:
    """How much room the signs take below a picture of this width."""
    lines = _lines(signs, width)
    return HEIGHT + _LINE * (len(lines) - 1) if lines else 0.0


def draw(signs: Iterable[Sign], left: float, top: float, width: float) -> Iterable[str]:
    """The signs, each with its meaning, in as many lines as they need."""
    for n, row in enumerate(_lines(signs, width)):
        x, middle = left, top + HEIGHT / 2 + 2 + n * _LINE
        for sign in row:
            yield sign.draw(x, middle)
            yield svg.label(sign.meaning, x + _SIGN + 4, middle + 2.4, SIZE, GREY)
            x += _length(sign)


def _lines(signs: Iterable[Sign], width: float) -> list[list[Sign]]:
    lines: list[list[Sign]] = []
    used = 0.0
    for sign in signs:
        if not lines or used + _length(sign) - _SPACE > width:
            lines.append([])
            used = 0.0
        lines[-1].append(sign)
        used += _length(sign)
    return lines


def _length(sign: Sign) -> float:
    return _SIGN + 4 + text.width(sign.meaning, SIZE) + _SPACE
