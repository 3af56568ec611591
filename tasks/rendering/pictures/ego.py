"""An institution among others: what it waits for, its own actions, who waits for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import boxes as shapes
from tasks.rendering.pictures import legend, svg, text
from tasks.rendering.pictures.layers import arranged, neighbours
from tasks.rendering.pictures.palette import NAVY, RULE
from tasks.rendering.pictures.routes import Area, Grid, Place
from tasks.rendering.pictures.shape import Arrow, Box, Svg

WIDTH = 757.0
_MOST = 8
_LINES = 2
_HEAD, _MARGIN = 17.0, 6.0
_BETWEEN = 44.0
_AGAIN = "\0"


def ego(
    name: str,
    own: Sequence[Box],
    others: Sequence[Box],
    arrows: Sequence[Arrow],
    speak: Catalogue,
    width: float = WIDTH,
) -> Svg:
    """Own actions in the middle, on the left what they wait for, on the right what waits for them.

    own: the institution's actions; others: actions at the other ends of `arrows`, of which there is at least one;
    name: whose actions stand in the middle; width: on paper, in points. Of many actions those with the most arrows are
    shown, eight in a column, and how many more there are.
    """
    return _Picture(name, own, others, arrows, speak, width).svg()


class _Picture:
    def __init__(
        self,
        name: str,
        own: Sequence[Box],
        others: Sequence[Box],
        arrows: Sequence[Arrow],
        speak: Catalogue,
        width: float,
    ) -> None:
        self._name = name
        self._speak = speak
        self._width = width
        self._mine = {box.code for box in own}
        self._known = {box.code: box for box in [*others, *own]}
        self._known |= {box.code + _AGAIN: replace(box, code=box.code + _AGAIN) for box in others}
        held = [a for a in arrows if a.before in self._known and a.after in self._known]
        self._all = [self._placed(a) for a in held if a.before in self._mine or a.after in self._mine]
        self._columns = self._chosen()
        column = {code: n for n, codes in enumerate(self._columns) for code in codes}
        self._boxes = {code: box for code, box in self._known.items() if code in column}
        self._arrows = [a for a in self._all if a.before in column and a.after in column]
        self._named = shapes.elsewhere(self._boxes, self._known, self._all)
        self._grid = self._laid_out(column)

    def _placed(self, arrow: Arrow) -> Arrow:
        """The arrow, its end on the right if somebody else's: what waits and is awaited stands on both sides."""
        return arrow if arrow.after in self._mine else replace(arrow, after=arrow.after + _AGAIN)

    def _chosen(self) -> list[list[str]]:
        """The codes of each column: own actions with the most arrows, then others tied to them."""
        weight: dict[str, int] = {}
        for arrow in self._all:
            for code in (arrow.before, arrow.after):
                weight[code] = weight.get(code, 0) + 1
        place = {code: n for n, code in enumerate(self._known)}

        def most(codes: Sequence[str]) -> list[str]:
            best = sorted(dict.fromkeys(codes), key=lambda code: (-weight[code], place[code]))[:_MOST]
            return sorted(best, key=place.__getitem__)

        middle = most([code for code in weight if code in self._mine])
        before = most([a.before for a in self._all if a.after in middle and a.before not in self._mine])
        after = [a.after for a in self._all if a.before in middle and a.after not in self._mine]
        return [before, middle, most(after)]

    def _laid_out(self, column: Mapping[str, int]) -> Grid:
        pairs = [(a.before, a.after) for a in self._arrows]
        codes = [code for codes in self._columns for code in codes]
        placed = arranged(codes, neighbours(codes, pairs), dict.fromkeys(codes, 0), column)
        places = {code: Place(spot.column, spot.row) for code, spot in placed.spots.items()}
        height = shapes.height_of(_LINES)
        width = (self._width - 2 * _MARGIN - 2 * _BETWEEN) / 3
        return Grid(
            places, pairs, Area(_MARGIN, self._width - 2 * _MARGIN, _HEAD, height, width, {0: 3.0}), columns=3
        )  # fmt: skip

    def svg(self) -> Svg:
        signs = shapes.signs(list(self._boxes.values()), self._arrows, self._named, self._speak)
        bottom = self._grid.bottom + 6
        height = bottom + legend.height(signs, self._width)
        drawn = shapes.Drawn(self._grid.box_width, shapes.height_of(_LINES), self._named)
        body = [
            *self._heads(),
            svg.rect(0.4, 0.4, self._width - 0.8, bottom - 0.8, "none", RULE, 0.6),
            *(self._way(arrow) for arrow in self._arrows),
            *(shapes.draw_box(box, self._grid.corner(code), drawn) for code, box in self._boxes.items()),
            *legend.draw(signs, _MARGIN, bottom, self._width - _MARGIN),
        ]
        alt = self._alt()
        return Svg(svg.document(self._width, height, alt, body), self._width, height, alt)

    def _heads(self) -> Iterator[str]:
        yield svg.rect(0, 0, self._width, _HEAD, NAVY)
        names = [self._speak.text("picture.ego.before"), self._name, self._speak.text("picture.ego.after")]
        heads = zip(self._grid.lefts, names, self._columns, self._left_out(), strict=True)
        for left, name, column, more in heads:
            told = f" (+{self._speak.number(more)})" if more else "" if column else ": –"
            room = self._grid.box_width - text.width(told, 7.5, bold=True)
            words = text.cut(name, room, 7.5, bold=True) + told
            yield svg.label(words, left, _HEAD - 5.2, 7.5, "#FFFFFF", bold=True)

    def _left_out(self) -> list[int]:
        """How many actions each column has no room for."""
        before = {a.before for a in self._all} - self._mine
        after = {a.after for a in self._all} - self._mine
        middle = {code for a in self._all for code in (a.before, a.after)} & self._mine
        return [len(column - set(self._boxes)) for column in (before, middle, after)]

    def _way(self, arrow: Arrow) -> str:
        critical = self._boxes[arrow.before].critical and self._boxes[arrow.after].critical
        return shapes.draw_arrow(arrow, self._grid.way((arrow.before, arrow.after)), critical=critical)

    def _alt(self) -> str:
        number = {code: box.number for code, box in self._boxes.items()}
        told = [f"{number[a.before]} → {number[a.after]}" for a in self._arrows]
        return self._speak.text("picture.ego.alt", name=self._name, which="; ".join(told))
