"""What happens when: a bar an action over months, quarters or years, deadlines as diamonds."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta

from babel.dates import format_date

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import legend, marks, svg, text
from tasks.rendering.pictures.legend import Sign
from tasks.rendering.pictures.palette import NAVY, PALE, RED, RULE, level_of, look
from tasks.rendering.pictures.parts import Part, pages, span
from tasks.rendering.pictures.scale import MONTH, QUARTER, YEAR, Scale, scale_of
from tasks.rendering.pictures.shape import Box, Svg

WIDTH = 439.0
_ROW, _HEADING, _HEAD = 12.0, 12.5, 13.0
_NUMBER = 30.0
_LABELS = 0.5
_SIZE = 6.8
_FAINT = "#E3E8EF"


def timeline(
    parts: Sequence[Part],
    speak: Catalogue,
    width: float = WIDTH,
    awaited: Collection[str] = (),
    today: date | None = None,
) -> list[Svg]:
    """Pictures of when the actions take place, at most 40 actions each, all on one scale; none if none has a date.

    parts: the actions by heading, in their order; those without dates are left out. awaited: codes of actions for which
    others wait, whose ends are milestones; today: a day that is marked, the plan's own; width: on paper, in points.
    """
    dated = [Part(part.title, tuple(box for box in part.boxes if span(box))) for part in parts]
    spans = [found for part in dated for box in part.boxes if (found := span(box))]
    if not spans:
        return []
    scale = scale_of(spans)
    return [_Picture(page, scale, speak, width, frozenset(awaited), today).svg() for page in pages(dated)]


class _Picture:
    def __init__(
        self,
        parts: Sequence[Part],
        scale: Scale,
        speak: Catalogue,
        width: float,
        awaited: frozenset[str],
        today: date | None,
    ) -> None:
        self._parts = parts
        self._boxes = [box for part in parts for box in part.boxes]
        self._scale = scale
        self._speak = speak
        self._width = width
        self._left = width * _LABELS
        self._awaited = awaited
        self._today = today if today and 0 <= scale.share(today) < 1 else None
        self._top = _HEAD * (2 if scale.step == YEAR else 3 if scale.step == MONTH else 2)
        self._bottom = self._top + len(parts) * _HEADING + len(self._boxes) * _ROW

    def svg(self) -> Svg:
        signs = self._signs()
        height = self._bottom + 2 + legend.height(signs, self._width)
        body = [*self._rows(), *self._columns(), *self._bars(), *self._mark_today()]
        frame = svg.rect(0.4, 0.4, self._width - 0.8, self._bottom - 0.4, "none", RULE, 0.6)
        alt = self._alt()
        signed = legend.draw(signs, 2, self._bottom + 2, self._width - 2)
        picture = svg.document(self._width, height, alt, [*body, frame, *signed])
        return Svg(picture, self._width, height, alt, tuple(box.code for box in self._boxes))

    def _x(self, day: date) -> float:
        share = min(max(self._scale.share(day), 0.0), 1.0)
        return self._left + share * (self._width - self._left)

    def _lines(self) -> Iterator[tuple[Part | None, Box | None, float]]:
        """Headings and rows from the top, each with its upper edge."""
        y = self._top
        for part in self._parts:
            yield part, None, y
            y += _HEADING
            for box in part.boxes:
                yield None, box, y
                y += _ROW

    def _rows(self) -> Iterator[str]:
        for n, (part, box, y) in enumerate(self._lines()):
            if part:
                yield svg.rect(0, y, self._width, _HEADING, "#DCE4F0")
                title = text.cut(part.title, self._width - 8, 7.2, bold=True)
                yield svg.label(title, 4, y + 9, 7.2, NAVY, bold=True)
            elif box:
                yield svg.rect(0, y, self._width, _ROW, PALE if n % 2 else "#FFFFFF")
                yield svg.titled(f"{box.number} {box.title}", self._labels(box, y + 8.6))

    def _labels(self, box: Box, foot: float) -> Iterator[str]:
        fill = RED if box.critical else NAVY
        number = text.cut(box.number, _NUMBER - 6, _SIZE, bold=True)
        yield svg.label(number, 4, foot, _SIZE, fill, bold=True)
        yield from marks.chip(box.level, _NUMBER, foot, self._speak)
        left = _NUMBER + marks.CHIP + 3
        yield svg.label(text.cut(box.title, self._left - left - 4, _SIZE), left, foot, _SIZE)

    def _columns(self) -> Iterator[str]:
        """The head of the columns, and the lines between them."""
        yield svg.rect(0, 0, self._width, self._top, NAVY)
        yield svg.label(self._speak.text("picture.timeline.item"), 4, self._top - 4, 7, "#FFFFFF", bold=True)
        starts = self._scale.starts()
        for first, width, name, row in self._names(starts):
            middle = self._x(first) + width / 2
            yield svg.label(name, middle, row * _HEAD + 9.2, 7, "#FFFFFF", bold=row == 0, anchor="middle")
        for start in starts:
            x, strong = self._x(start), start.month % 3 == 1
            yield svg.line([(x, self._top), (x, self._bottom)], RULE if strong else _FAINT, 0.6 if strong else 0.4)

    def _names(self, starts: Sequence[date]) -> Iterator[tuple[date, float, str, int]]:
        """First day, width, name and row of every part of the head: years, then what the columns are."""
        column = (self._width - self._left) / self._scale.count
        rows: list[Callable[[date], str]] = [lambda day: str(day.year)]
        if self._scale.step <= QUARTER:
            rows.append(lambda day: self._speak.text("quarter.short", number=str((day.month + 2) // 3)))
        if self._scale.step == MONTH:
            pattern = "MMM" if column >= 15 else "MMMMM"
            rows.append(lambda day: format_date(day, pattern, locale=self._speak.language))
        for row, name in enumerate(rows):
            held: dict[tuple[int, str], list[date]] = {}
            for start in starts:
                held.setdefault((start.year, name(start) + str(start.month) * (row == 2)), []).append(start)
            for days in held.values():
                yield days[0], column * len(days), name(days[0]), row

    def _bars(self) -> Iterator[str]:
        for _, box, y in self._lines():
            if box:
                yield svg.titled(f"{box.number} {box.title}: {box.time}", self._bar(box, y))

    def _bar(self, box: Box, y: float) -> Iterator[str]:
        found = span(box)
        if not found:
            return
        first, last = found
        middle = y + _ROW / 2
        left, right = self._x(first), self._x(last + timedelta(days=1))
        fill, edge, thick = look(box.level).full, RED if box.critical else "", 1.8 if box.critical else 0.0
        if box.start and box.end:
            yield svg.rect(left, middle - 3, max(right - left, 2.5), 6, fill, edge, thick, 1.2)
        if box.start and not box.end:
            yield svg.polygon([(left, middle - 3.4), (left + 6, middle), (left, middle + 3.4)], fill, edge, thick)
        if (box.end and not box.start) or box.code in self._awaited:
            yield marks.diamond(min(right, self._width - 4), middle, fill, edge)
        yield from self._beyond(first, last, middle, fill)

    def _beyond(self, first: date, last: date, middle: float, fill: str) -> Iterator[str]:
        """Signs at the edges for what began before the first column or goes on after the last."""
        if self._scale.share(first) < 0:
            x = self._left + 1
            yield svg.polygon([(x, middle), (x + 5, middle - 4), (x + 5, middle + 4)], fill, "#FFFFFF", 0.6)
        if self._scale.share(last) >= 1:
            x = self._width - 1
            yield svg.polygon([(x, middle), (x - 5, middle - 4), (x - 5, middle + 4)], fill, "#FFFFFF", 0.6)

    def _mark_today(self) -> Iterator[str]:
        if self._today:
            x = self._x(self._today)
            yield svg.line([(x, self._top), (x, self._bottom)], RED, 0.9, dashed=True)

    def _signs(self) -> list[Sign]:
        levels = sorted({level_of(box.level) for box in self._boxes if box.level}, key=wording.level_rank)
        signs = [Sign(marks.chip_sign(level, self._speak), wording.level(level, self._speak)) for level in levels]
        boxes, scale = self._boxes, self._scale
        spans = [found for box in boxes if (found := span(box))]
        wanted: list[tuple[bool, str, Callable[[float, float], str]]] = [
            (any(not b.start or b.code in self._awaited for b in boxes), "picture.milestone", marks.diamond_sign),
            (any(b.start and not b.end for b in boxes), "picture.open", marks.open_sign),
            (any(b.critical for b in boxes), "picture.critical", marks.bar_sign),
            (
                any(scale.share(first) < 0 or scale.share(last) >= 1 for first, last in spans),
                "picture.beyond",
                marks.beyond_sign,
            ),
        ]
        signs += [Sign(draw, self._speak.text(key)) for shown, key, draw in wanted if shown]
        if self._today:
            signs.append(Sign(marks.today_sign, self._speak.text("picture.today", day=self._speak.day(self._today))))
        return signs

    def _alt(self) -> str:
        starts = self._scale.starts()
        last = self._scale.first + self._scale.months - 1
        end = date(last // 12, last % 12 + 1, 28)
        return self._speak.text(
            "picture.timeline.alt",
            boxes=self._speak.number(len(self._boxes)),
            period=wording.period(starts[0].isoformat(), _last_of(end).isoformat(), "", "", self._speak),
            parts="; ".join(dict.fromkeys(part.title for part in self._parts)),
        )


def _last_of(day: date) -> date:
    return (day + timedelta(days=4)).replace(day=1) - timedelta(days=1)
