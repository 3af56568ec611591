"""The shapes of a slide that hold text: where they lie, what they stand for ([MS-PPT] 2.5.13, [MS-ODRAW])."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tasks.reading.legacy.ppt import records
from tasks.reading.legacy.ppt.records import Record, descend, text_of

Kind = Literal["title", "opening title", "body", "footer", "number"]

_TITLES: Final[dict[int, Kind]] = {0: "title", 6: "opening title"}
_EDGES: Final[dict[int, Kind]] = {7: "footer", 8: "number", 9: "footer", 10: "footer"}
_STAND_IN: Final = "*"
_TABLE: Final = 0x039F
_MAX_DEPTH: Final = 32

Rectangle = tuple[int, int, int, int]
"""Top, left, bottom, right."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with paragraphs parted by a carriage return, and what it stands for."""

    words: str
    kind: Kind = "body"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with text, or a table with the shapes that are its cells."""

    place: Rectangle
    text: Text | None = None
    cells: "tuple[Shape, ...]" = ()


def outline_texts(entries: Sequence[Record]) -> list[Text]:
    """The texts that the list of slides keeps for the placeholders of one slide, in their order."""
    texts: list[Text] = []
    kind: Kind = "body"
    for record in entries:
        if record.kind == records.TEXT_HEADER:
            kind = _TITLES.get(int.from_bytes(record.data[:4], "little"), "body")
            texts.append(Text("", kind))
        words = text_of(record)
        if words and texts:
            texts[-1] = Text(words, kind)
    return texts


def read_shapes(slide: Record, outline: Sequence[Text]) -> Iterator[Shape]:
    """The shapes of a slide from the top down; those of a group stay together."""
    drawing = slide.first(records.DRAWING)
    for container in () if drawing is None else drawing.children():
        for group in container.children():
            if group.kind == records.GROUP:
                yield from _group(group, outline, 0)


def _group(group: Record, outline: Sequence[Text], depth: int) -> list[Shape]:
    found: list[tuple[Rectangle, list[Shape]]] = []
    for child in group.children():
        if child.kind == records.SHAPE:
            shape = _shape(child, outline)
            if shape is not None:
                found.append((shape.place, [shape]))
        elif child.kind == records.GROUP and depth < _MAX_DEPTH:
            inner = _group(child, outline, depth + 1)
            frame = child.first(records.SHAPE)
            place = (0, 0, 0, 0) if frame is None else _place(frame)
            if frame is not None and _is_table(frame) and inner:
                inner = [Shape(place, cells=tuple(shape for shape in inner if shape.text is not None))]
            found.append((place, inner))
    return [shape for _, shapes in sorted(found, key=lambda pair: pair[0][:2]) for shape in shapes]


def _shape(record: Record, outline: Sequence[Text]) -> Shape | None:
    box = record.first(records.TEXT_BOX)
    if box is None:
        return None
    text = _text(box, outline)
    if text is None:
        return None
    data = record.first(records.CLIENT_DATA)
    holder = None if data is None else data.first(records.PLACEHOLDER)
    edge = None if holder is None or len(holder.data) < 5 else _EDGES.get(holder.data[4])
    return Shape(_place(record), text if edge is None else Text(text.words, edge))


def _text(box: Record, outline: Sequence[Text]) -> Text | None:
    """The text of a shape, its own or the one in the list of slides that it refers to."""
    inside = list(box.children())
    numbers = any(record.kind == records.PAGE_NUMBER for record in inside)
    kind: Kind = "body"
    for record in inside:
        words = text_of(record)
        if words is not None:
            return Text(words, "number" if numbers and words == _STAND_IN else kind)
        if record.kind == records.TEXT_HEADER:
            kind = _TITLES.get(int.from_bytes(record.data[:4], "little"), "body")
        elif record.kind == records.OUTLINE_REFERENCE:
            index = int.from_bytes(record.data[:4], "little")
            return outline[index] if index < len(outline) else None
    return None


def _place(shape: Record) -> Rectangle:
    for record in shape.children():
        if record.kind == records.CLIENT_ANCHOR and len(record.data) >= 8:
            wide = len(record.data) >= 16
            top, left, right, bottom = struct.unpack_from("<iiii" if wide else "<hhhh", record.data)
            return top, left, bottom, right
        if record.kind == records.CHILD_ANCHOR and len(record.data) >= 16:
            left, top, right, bottom = struct.unpack_from("<iiii", record.data)
            return top, left, bottom, right
    return 0, 0, 0, 0


def _is_table(frame: Record) -> bool:
    """Whether a group is a table: one of its further properties says so."""
    for record in descend(frame):
        if record.kind == records.MORE_OPTIONS:
            for at in range(0, min(6 * record.instance, len(record.data) - 5), 6):
                code, value = struct.unpack_from("<HI", record.data, at)
                if code & 0x3FFF == _TABLE:
                    return bool(value & 1)
    return False
