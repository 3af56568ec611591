"""Boxes and arrows as they look in every picture: number and time, the words cut to fit, who leads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import svg, text
from tasks.rendering.pictures.legend import Sign
from tasks.rendering.pictures.palette import GREY, NAVY, RED, look
from tasks.rendering.pictures.shape import Arrow, Box
from tasks.rendering.pictures.svg import Point

SIZE = 7.0
SMALL = 6.5
_LEADING = 8.0
_PADDING = 3.5
_NUMBER = 0.6  # of the first line at most; the rest is for the time
_PARTS_BESIDE_TITLE = 2  # the line with number and time, and that with who leads


@dataclass(frozen=True, slots=True)
class Drawn:
    """How large boxes are drawn, and what stands elsewhere: by code, the numbers of what comes before and after."""

    width: float
    height: float
    elsewhere: Mapping[str, str]


def height_of(lines: int) -> float:
    """The height of boxes whose words take so many lines."""
    return (lines + _PARTS_BESIDE_TITLE) * _LEADING + _PADDING


def draw_box(box: Box, corner: Point, drawn: Drawn) -> str:
    """A box with its words; what is cut off stands whole in its title."""
    whole = " – ".join(filter(None, [box.number, box.title, box.owner, box.time]))
    return svg.titled(whole, _box(box, corner, drawn))


def _box(box: Box, corner: Point, drawn: Drawn) -> Iterator[str]:
    x, y = corner
    colours = look(box.level)
    edge, line = (RED, 2.0) if box.critical else (colours.full, 0.7)
    yield svg.rect(x, y, drawn.width, drawn.height, colours.pale, edge, line, 2.5)
    left, room = x + _PADDING + 0.5, drawn.width - 2 * _PADDING - 1
    number = text.cut(box.number, room * _NUMBER, SIZE, bold=True)
    time = text.cut(box.time, room - text.width(number, SIZE, bold=True) - 4, SMALL)
    yield svg.label(number, left, y + _LEADING, SIZE, RED if box.critical else NAVY, bold=True)
    yield svg.label(time, left + room, y + _LEADING, SMALL, GREY, anchor="end")
    for n, (words, size, fill) in enumerate(_lines(box, room, drawn), 2):
        yield svg.label(words, left, y + n * _LEADING, size, fill)


def _lines(box: Box, room: float, drawn: Drawn) -> list[tuple[str, float, str]]:
    """The lines below the first, each with its size and colour; the words of the action take what others leave."""
    elsewhere = drawn.elsewhere.get(box.code, "")
    below = [
        (text.cut(words, room, SMALL), SMALL, fill) for words, fill in ((box.owner, GREY), (elsewhere, NAVY)) if words
    ]
    free = int((drawn.height - _PADDING) / _LEADING) - 1 - len(below)
    title = [(words, SIZE, svg.INK) for words in text.fitted(box.title, room, SIZE, max(free, 1))]
    return [*title, *below]


def elsewhere(shown: Mapping[str, Box], everything: Mapping[str, Box], arrows: Sequence[Arrow]) -> dict[str, str]:
    """For boxes that are shown, the numbers of those before and after them that are not: "← A.1 → B.2, B.3"."""
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for arrow in arrows:
        if arrow.after in shown and arrow.before not in shown and arrow.before in everything:
            before.setdefault(arrow.after, []).append(everything[arrow.before].number)
        if arrow.before in shown and arrow.after not in shown and arrow.after in everything:
            after.setdefault(arrow.before, []).append(everything[arrow.after].number)
    out = {}
    for code in dict.fromkeys([*before, *after]):
        sides = [f"{sign} {', '.join(held[code])}" for sign, held in (("←", before), ("→", after)) if code in held]
        out[code] = "  ".join(sides)
    return out


def draw_arrow(arrow: Arrow, points: Sequence[Point], *, critical: bool) -> str:
    """An arrow along these points. Dashed: proposed; red and thick: between two critical actions; "!": too late."""
    stroke, thick = (RED, 1.8) if critical else (GREY, 0.8)
    tip = points[-1]
    way = [*points[:-1], (tip[0] - 3, tip[1])]
    mark = _late((tip[0] - 9, tip[1])) if arrow.late else ""
    return svg.line(way, stroke, thick, dashed=arrow.proposed) + svg.head(tip, stroke) + mark


def _late(middle: Point) -> str:
    x, y = middle
    return svg.circle(x, y, 3.1, RED) + svg.label("!", x, y + 2.3, 6.5, "#FFFFFF", bold=True, anchor="middle")


def signs(boxes: Sequence[Box], arrows: Sequence[Arrow], named: Mapping[str, str], speak: Catalogue) -> list[Sign]:
    """What has to be explained below a picture of these boxes and arrows."""
    wanted: list[tuple[bool, str, Callable[[float, float], str]]] = [
        (any(not a.proposed for a in arrows), "picture.arrow", _arrow_sign),
        (any(a.proposed for a in arrows), "picture.arrow-proposed", _proposed_sign),
        (any(a.late for a in arrows), "picture.late", lambda x, y: _late((x + 10, y))),
        (any(box.critical for box in boxes), "picture.critical", _critical_sign),
        (bool(named), "picture.elsewhere", lambda x, y: svg.label("← →", x + 1, y + 2.4, SIZE, NAVY)),
    ]
    return [Sign(draw, speak.text(key)) for shown, key, draw in wanted if shown]


def _arrow_sign(x: float, y: float) -> str:
    return svg.line([(x, y), (x + 16, y)], GREY, 0.8) + svg.head((x + 20, y), GREY)


def _proposed_sign(x: float, y: float) -> str:
    return svg.line([(x, y), (x + 16, y)], GREY, 0.8, dashed=True) + svg.head((x + 20, y), GREY)


def _critical_sign(x: float, y: float) -> str:
    return svg.rect(x + 1, y - 4, 18, 8, "#FFFFFF", RED, 2.0, 2.0)
