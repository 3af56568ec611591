"""Who waits for whom, in lanes from the centre down and columns from what comes first to what comes last."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import boxes as shapes
from tasks.rendering.pictures import legend, svg, text
from tasks.rendering.pictures.palette import PALE, RULE, look
from tasks.rendering.pictures.routes import ROW_GAP, Area, Grid, Place
from tasks.rendering.pictures.shape import Arrow, Box, Svg
from tasks.rendering.pictures.split import Sheet, sheets

WIDTH = 728.0
HIGHEST = 430.0
"""With this height a picture and its caption fit on a landscape page."""
_BAND = 22.0
_MARGIN = 6.0
_LINES = (3, 2)
_LANE_PADDING = 5.0
_WIDEST = 190.0
_TOLD = 25


def swimlanes(boxes: Sequence[Box], arrows: Sequence[Arrow], speak: Catalogue, width: float = WIDTH) -> list[Svg]:
    """Pictures of all dependencies between the boxes, those with the most actions first; none without arrows.

    boxes: the plan's actions in the plan's order; arrows: the dependencies; width: on paper, in points. A picture holds
    at most 40 boxes in at most 6 columns. Lanes are always central, central unit, province, district, school, other,
    from top to bottom, those left out that are empty. What a picture has no room for is named in its boxes.
    """
    known = {box.code: box for box in boxes}
    held = [arrow for arrow in arrows if arrow.before in known and arrow.after in known]
    pairs = [(arrow.before, arrow.after) for arrow in held]
    lanes = {code: wording.level_rank(box.level) for code, box in known.items()}
    return [_Picture(sheet, known, held, speak, width).svg() for sheet in sheets(list(known), pairs, lanes)]


class _Picture:
    def __init__(
        self, sheet: Sheet, known: Mapping[str, Box], arrows: Sequence[Arrow], speak: Catalogue, width: float
    ) -> None:
        self._speak = speak
        self._width = width
        self._boxes = {code: known[code] for code in known if code in sheet.spots}
        self._arrows = [a for a in arrows if a.before in self._boxes and a.after in self._boxes]
        self._named = shapes.elsewhere(self._boxes, known, arrows)
        self._lanes = sorted(sheet.heights)
        self._firsts = self._first_rows(sheet)
        for lines in _LINES:
            self._box_height = shapes.height_of(lines)
            self._grid = self._laid_out(sheet)
            if self._grid.bottom <= HIGHEST - 2 * legend.HEIGHT:
                break

    def _first_rows(self, sheet: Sheet) -> dict[int, int]:
        firsts, row = {}, 0
        for lane in self._lanes:
            firsts[lane] = row
            row += sheet.heights[lane]
        return firsts

    def _laid_out(self, sheet: Sheet) -> Grid:
        places = {
            code: Place(spot.column, self._firsts[spot.lane] + spot.row) for code, spot in sheet.spots.items()
        }  # fmt: skip
        extra = {row: _LANE_PADDING * (2 if row else 1) for row in self._firsts.values()}
        area = Area(
            left=_BAND + _MARGIN,
            width=self._width - _BAND - 2 * _MARGIN,
            top=0.0,
            box=self._box_height,
            widest=_WIDEST,
            extra=extra,
        )
        return Grid(places, [(a.before, a.after) for a in self._arrows], area)

    def svg(self) -> Svg:
        signs = shapes.signs(list(self._boxes.values()), self._arrows, self._named, self._speak)
        bottom = self._grid.bottom + _LANE_PADDING + 1
        height = bottom + legend.height(signs, self._width - _MARGIN)
        body = [
            *self._stripes(bottom),
            *self._ways(),
            *self._all_boxes(),
            *legend.draw(signs, _MARGIN, bottom, self._width - _MARGIN),
        ]
        alt = self._alt()
        picture = svg.document(self._width, height, alt, body)
        return Svg(picture, self._width, height, alt, tuple(self._boxes))

    def _stripes(self, bottom: float) -> Iterator[str]:
        tops = [self._grid.tops[self._firsts[lane]] for lane in self._lanes]
        edges = [0.5, *(top - ROW_GAP - _LANE_PADDING / 2 for top in tops[1:]), bottom - 0.5]
        for n, lane in enumerate(self._lanes):
            top, high = edges[n], edges[n + 1] - edges[n]
            level = next(box.level for box in self._boxes.values() if wording.level_rank(box.level) == lane)
            yield svg.rect(0.5, top, self._width - 1, high, PALE if n % 2 else "#FFFFFF", RULE, 0.6)
            yield svg.rect(0.5, top, _BAND, high, look(level).full)
            yield from self._lane_name(level, top, high)

    def _lane_name(self, level: str, top: float, high: float) -> Iterator[str]:
        name = wording.level(level, self._speak) if level else self._speak.text("level.none")
        size, leading, lines = 7.5, 9.0, text.fitted(name, high - 6, 7.5, 2, bold=True)
        if lines[-1].endswith(text.ELLIPSIS):
            size, leading, lines = 6.5, 7.0, text.fitted(name, high - 6, 6.5, 3, bold=True)
        for n, words in enumerate(lines):
            x = _BAND / 2 + size * 0.4 + (n - (len(lines) - 1) / 2) * leading
            yield svg.label(words, x, top + high / 2, size, "#FFFFFF", bold=True, anchor="middle", turn=True)

    def _ways(self) -> Iterator[str]:
        """The arrows, critical ones on top."""
        for critical in (False, True):
            for arrow in self._arrows:
                if (self._boxes[arrow.before].critical and self._boxes[arrow.after].critical) == critical:
                    yield shapes.draw_arrow(arrow, self._grid.way((arrow.before, arrow.after)), critical=critical)

    def _all_boxes(self) -> Iterator[str]:
        drawn = shapes.Drawn(self._grid.box_width, self._box_height, self._named)
        for code, box in self._boxes.items():
            yield shapes.draw_box(box, self._grid.corner(code), drawn)

    def _alt(self) -> str:
        """The picture in a sentence or two: how many of what, and the arrows by number."""
        number = {code: box.number for code, box in self._boxes.items()}
        told = [f"{number[a.before]} → {number[a.after]}" for a in self._arrows]
        more = (
            self._speak.text("picture.more", count=self._speak.number(len(told) - _TOLD)) if len(told) > _TOLD else ""
        )
        return self._speak.text(
            "picture.swimlanes.alt",
            boxes=self._speak.number(len(self._boxes)),
            arrows=self._speak.number(len(self._arrows)),
            which="; ".join(filter(None, [*told[:_TOLD], more])),
        )
