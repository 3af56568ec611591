"""The actions of a timeline under their headings, cut into pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.rendering.pictures.scale import Span
from tasks.rendering.pictures.shape import Box

MOST_ROWS = 40
_MOST_LINES = 46


@dataclass(frozen=True, slots=True)
class Part:
    """Actions under a common heading, such as those of a programme."""

    title: str
    boxes: tuple[Box, ...]


def span(box: Box) -> Span | None:
    """First and last day of an action; of a time that is open to one side the day that is stated."""
    first, last = box.start or box.end, box.end or box.start
    return (first, max(first, last)) if first and last else None


def pages(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts cut so that each page holds its rows and headings; a part that is cut keeps its heading."""
    pages: list[list[Part]] = [[]]
    for part in parts:
        left = part.boxes
        while left:
            room = _room(pages[-1])
            if room < 1 or (room < len(left) and room < 3 and pages[-1]):
                pages.append([])
                continue
            pages[-1].append(Part(part.title, left[:room]))
            left = left[room:]
    return [page for page in pages if page]


def _room(page: Sequence[Part]) -> int:
    """How many more rows fit below a further heading."""
    rows = sum(len(part.boxes) for part in page)
    return min(MOST_ROWS - rows, _MOST_LINES - rows - len(page) - 1)
