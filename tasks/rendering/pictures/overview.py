"""Who does how much: programmes by level of government, a number in every cell, darker for more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import svg, text
from tasks.rendering.pictures.palette import NAVY, PALE, RULE, ink_on, look
from tasks.rendering.pictures.shape import Svg

WIDTH = 439.0
_NAMES = 0.29
_ROW, _LOW_ROW, _HEAD = 27.0, 19.0, 26.0
_SIZE, _HEADING, _FIGURE = 7.5, 6.8, 9.0


@dataclass(frozen=True, slots=True)
class Cell:
    """How many actions, and the sums that they state in few words, empty for none."""

    count: int
    money: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A programme: its actions by the code of the level that leads them, and all of them, each counted once."""

    name: str
    cells: Mapping[str, Cell]
    total: Cell


def overview(lines: Sequence[Line], total: Line, speak: Catalogue, width: float = WIDTH) -> Svg:
    """The programmes with the levels that lead their actions, the sum last. width: on paper, in points."""
    return _Picture(lines, total, speak, width).svg()


class _Picture:
    def __init__(self, lines: Sequence[Line], total: Line, speak: Catalogue, width: float) -> None:
        self._lines = lines
        self._total = total
        self._speak = speak
        self._width = width
        self._levels = sorted(total.cells, key=wording.level_rank)
        self._left = width * _NAMES
        self._column = (width - self._left) / (len(self._levels) + 1)
        self._most = max((cell.count for line in lines for cell in line.cells.values()), default=1)
        money = any(cell.money for line in [*lines, total] for cell in [*line.cells.values(), line.total])
        self._row = _ROW if money else _LOW_ROW

    def svg(self) -> Svg:
        height = _HEAD + self._row * (len(self._lines) + 1)
        body = [*self._head(), *self._body(), *self._sums()]
        frame = svg.rect(0.4, 0.4, self._width - 0.8, height - 0.8, "none", RULE, 0.6)
        alt = self._alt()
        return Svg(svg.document(self._width, height, alt, [*body, frame]), self._width, height, alt)

    def _head(self) -> Iterator[str]:
        for n, level in enumerate([*self._levels, ""]):
            x = self._left + n * self._column
            name = wording.level(level, self._speak) if level else self._speak.text("summary.total")
            yield svg.rect(x, 0, self._column, _HEAD, look(level).full if level else NAVY)
            lines = text.fitted(name, self._column - 3, _HEADING, 2, bold=True)
            for k, words in enumerate(lines):
                foot = _HEAD / 2 + 3 + (k - (len(lines) - 1) / 2) * 9
                yield svg.label(words, x + self._column / 2, foot, _HEADING, "#FFFFFF", bold=True, anchor="middle")
        yield svg.rect(0, 0, self._left, _HEAD, NAVY)
        yield svg.label(self._speak.text("picture.programme"), 5, _HEAD / 2 + 3, _SIZE, "#FFFFFF", bold=True)

    def _body(self) -> Iterator[str]:
        for n, line in enumerate(self._lines):
            yield svg.titled(line.name, self._line(line, _HEAD + n * self._row, n))

    def _line(self, line: Line, top: float, n: int) -> Iterator[str]:
        yield svg.rect(0, top, self._width, self._row, PALE if n % 2 else "#FFFFFF")
        names = text.fitted(line.name, self._left - 9, _SIZE, 2)
        for k, words in enumerate(names):
            yield svg.label(words, 5, top + self._row / 2 + 2.6 + (k - (len(names) - 1) / 2) * 8.6, _SIZE)
        for k, level in enumerate(self._levels):
            cell = line.cells.get(level)
            if cell and cell.count:
                yield from self._cell(cell, self._left + k * self._column, top, look(level).full)
        yield from self._words(line.total, self._left + len(self._levels) * self._column, top, NAVY)
        yield svg.line([(0, top), (self._width, top)], RULE, 0.4)

    def _cell(self, cell: Cell, x: float, top: float, colour: str) -> Iterator[str]:
        """A cell on its level's colour, as dark as it holds much."""
        share = 0.12 + 0.8 * cell.count / self._most
        place = f'x="{svg.number(x + 1)}" y="{svg.number(top + 1)}"'
        size = f'width="{svg.number(self._column - 2)}" height="{svg.number(self._row - 2)}"'
        yield f'<rect {place} {size} fill="{colour}" fill-opacity="{share:.2f}" rx="1.5"/>'
        yield from self._words(cell, x, top, ink_on(colour, share))

    def _words(self, cell: Cell, x: float, top: float, fill: str) -> Iterator[str]:
        middle, centre = top + self._row / 2, x + self._column / 2
        lift = 1.6 if cell.money else -3.2
        count = self._speak.number(cell.count)
        yield svg.label(count, centre, middle - lift, _FIGURE, fill, bold=True, anchor="middle")
        if cell.money:
            money = text.cut(cell.money, self._column - 4, 6.5)
            yield svg.label(money, centre, middle + 7.6, 6.5, fill, anchor="middle")

    def _sums(self) -> Iterator[str]:
        top = _HEAD + len(self._lines) * self._row
        yield svg.rect(0, top, self._width, self._row, "#DCE4F0")
        name = text.cut(self._total.name, self._left - 9, _SIZE, bold=True)
        yield svg.label(name, 5, top + self._row / 2 + 2.6, _SIZE, NAVY, bold=True)
        cells = [self._total.cells[level] for level in self._levels]
        for n, cell in enumerate([*cells, self._total.total]):
            yield from self._words(cell, self._left + n * self._column, top, NAVY)

    def _alt(self) -> str:
        told = (
            f"{wording.level(level, self._speak)} {self._speak.number(self._total.cells[level].count)}"
            for level in self._levels
        )
        return self._speak.text(
            "picture.overview.alt",
            programmes=self._speak.number(len(self._lines)),
            boxes=self._speak.number(self._total.total.count),
            levels="; ".join(told),
        )
