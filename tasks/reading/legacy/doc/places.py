"""What hangs on places in the text: notes, comments and text boxes, with the stretch of text that each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tasks.reading.legacy.doc import fib
from tasks.reading.legacy.doc.fib import File, positions

_COMMENT: Final = 30
_AUTHOR: Final = 20
_BOX: Final = 22
_SHAPE: Final = 26
_HEADER_STORIES: Final = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text: first character and the one behind its last; who wrote it."""

    start: int
    end: int
    author: str = ""


@dataclass(slots=True)
class Places:
    """What hangs in the body, by position there: notes, comments, text boxes; and the edges of its pages."""

    notes: dict[int, list[Part]] = field(default_factory=dict)
    comments: dict[int, list[Part]] = field(default_factory=dict)
    boxes: dict[int, list[Part]] = field(default_factory=dict)
    headers: list[Part] = field(default_factory=list)
    footers: list[Part] = field(default_factory=list)
    sections: frozenset[int] = frozenset()

    def parts(self, body: int) -> Iterator[Part]:
        """All parts that are shown in a body of so many characters."""
        for hanging in (self.notes, self.comments, self.boxes):
            yield from (part for at, parts in hanging.items() if at < body for part in parts)
        yield from (*self.headers, *self.footers)


def read_places(file: File) -> Places:
    """All that hangs on the body of a document."""
    lengths = file.lengths
    start = lengths.body
    places = Places(sections=frozenset(positions(file.table(fib.SECTIONS), 12)[0]))
    _hang(places.notes, file, (fib.FOOTNOTE_REFERENCES, 2, fib.FOOTNOTES), (start, lengths.footnotes))
    start += lengths.footnotes
    _edges(file, start, places)
    start += lengths.headers + lengths.macros
    _hang(places.comments, file, (fib.COMMENT_REFERENCES, _COMMENT, fib.COMMENTS), (start, lengths.comments))
    start += lengths.comments
    _hang(places.notes, file, (fib.ENDNOTE_REFERENCES, 2, fib.ENDNOTES), (start, lengths.endnotes))
    start += lengths.endnotes
    _boxes(file, start, places)
    start += lengths.boxes
    ends, _ = positions(file.table(fib.HEADER_BOXES), _BOX)
    places.headers += _parts(ends, start, lengths.header_boxes)
    return places


def _parts(ends: Sequence[int], start: int, length: int) -> Iterator[Part]:
    """The stretches between places in a part of the text; of those that overlap the later ones are empty."""
    last = 0
    for end in ends[1:]:
        first, last = last, min(max(end, last), length)
        yield Part(start + first, start + last)


def _hang(found: dict[int, list[Part]], file: File, tables: tuple[int, int, int], region: tuple[int, int]) -> None:
    """Parts of one kind at the places of their references."""
    references, size, texts = tables
    at, data = positions(file.table(references), size)
    authors = _authors(file.table(fib.COMMENT_AUTHORS)) if size == _COMMENT else []
    for number, part in enumerate(_parts(positions(file.table(texts), 0)[0], *region)):
        if number < len(data):
            index = int.from_bytes(data[number][_AUTHOR : _AUTHOR + 2], "little")
            author = authors[index] if index < len(authors) else ""
            found.setdefault(at[number], []).append(replace(part, author=author))


def _edges(file: File, start: int, places: Places) -> None:
    """Headers and footers: six stories of separators of notes, then six for each section."""
    ends, _ = positions(file.table(fib.HEADERS), 0)
    for number, part in enumerate(_parts(ends, start, file.lengths.headers)):
        if number >= _HEADER_STORIES:
            (places.headers if number % _HEADER_STORIES in (0, 1, 4) else places.footers).append(part)


def _boxes(file: File, start: int, places: Places) -> None:
    """Text boxes at the places of the shapes that they are in."""
    at, shapes = positions(file.table(fib.SHAPES), _SHAPE)
    anchors = {shape[:4]: place for shape, place in zip(shapes, at, strict=False)}
    ends, boxes = positions(file.table(fib.BOXES), _BOX)
    for box, part in zip(boxes, _parts(ends, start, file.lengths.boxes), strict=False):
        if box[14:18] in anchors:
            places.boxes.setdefault(anchors[box[14:18]], []).append(part)


def _authors(table: bytes) -> list[str]:
    """Names one after the other, each after its length."""
    names, at = [], 0
    while at + 2 <= len(table):
        length = int.from_bytes(table[at : at + 2], "little")
        names.append(table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length
    return names
