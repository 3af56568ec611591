"""Slides to blocks: the title, then all else from the top down, then what the speaker is to say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tasks.model.blocks import Block, Cell, Heading, Note, Paragraph, Table
from tasks.model.locator import slide_part
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.legacy.ppt import records
from tasks.reading.legacy.ppt.records import Record, descend, printable, size, text_of
from tasks.reading.legacy.ppt.shapes import Shape, Text, outline_texts, read_shapes
from tasks.reading.legacy.ppt.stored import Stored

_SLIDES: Final = 0
_NOTES: Final = 2
_HIDDEN: Final = 0x04
_OPENING: Final = bytes(4)
_LEVELS: Final = {"opening title": 1, "title": 2}


class Slides:
    """The slides of a presentation, in the order of the show."""

    def __init__(self, stored: Stored, tally: Tally) -> None:
        self._stored = stored
        self._tally = tally
        self._notes = {identity: number for number, identity, _ in _entries(stored.slide_list(_NOTES))}

    def blocks(self) -> Iterator[Block]:
        """All blocks of the presentation; a slide that is listed twice is read once."""
        seen = set()
        for number, (part, _, entries) in enumerate(_entries(self._stored.slide_list(_SLIDES)), 1):
            slide = None if part in seen else self._stored.part(part)
            seen.add(part)
            if slide is not None and slide.kind == records.SLIDE:
                self._tally.read += size(slide) + sum(map(size, entries))
                yield from _Slide(slide, number, outline_texts(entries), self._tally).blocks()
                yield from self._speaker(slide, number)

    def _speaker(self, slide: Record, number: int) -> Iterator[Note]:
        atom = slide.first(records.SLIDE_ATOM)
        identity = 0 if atom is None else int.from_bytes(atom.data[16:20], "little")
        page = self._stored.part(self._notes.pop(identity, -1)) if identity else None
        if page is None or page.kind != records.NOTES:
            return
        self._tally.read += size(page)
        locator = slide_part(number, "notes")
        words: list[Paragraph] = []
        for shape in read_shapes(page, ()):
            if shape.text is not None and shape.text.kind == "body":
                self._tally.emitted += printable(shape.text.words)
                words += [Paragraph(locator, line) for line in _lines(shape.text)]
            elif shape.text is not None:
                self._tally.skip("template", printable(shape.text.words))
        if words:
            yield Note(locator, "speaker", tuple(words), at=Provenance("notes", f"s{number}", slide=number))


class _Slide:
    """A slide while it is read: how many bullets and tables were told so far."""

    def __init__(self, slide: Record, number: int, outline: list[Text], tally: Tally) -> None:
        show = slide.first(records.SLIDE_SHOW)
        self._hidden = show is not None and len(show.data) > 10 and bool(show.data[10] & _HIDDEN)
        atom = slide.first(records.SLIDE_ATOM)
        self._opens = atom is not None and atom.data[:4] == _OPENING
        self._shapes = _once(read_shapes(slide, outline))
        self._shapes += [Shape((0, 0, 0, 0), text) for text in _left(slide, outline, self._shapes)]
        self._number = number
        self._tally = tally
        self._bullets = self._tables = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks of the slide itself."""
        title = next((s for s in self._shapes if s.text is not None and s.text.kind in _LEVELS), None)
        if title is not None and title.text is not None:
            yield from self._title(title.text)
        for index, shape in enumerate(self._shapes, 1):
            if shape.cells:
                yield from self._table(shape, index)
            elif shape.text is not None and shape is not title:
                yield from self._text(shape.text, index)

    def _title(self, text: Text) -> Iterator[Heading]:
        self._tally.emitted += printable(text.words)
        words = "\n".join(_lines(text))
        if words:
            level = 1 if self._opens else _LEVELS[text.kind]
            yield Heading(slide_part(self._number, "title"), words, level, at=self._at("title"))

    def _text(self, text: Text, index: int) -> Iterator[Block]:
        if text.kind == "number":
            self._tally.skip("template", printable(text.words))
            return
        self._tally.emitted += printable(text.words)
        if text.kind == "footer":
            locator = slide_part(self._number, "footer")
            words = tuple(Paragraph(locator, line) for line in _lines(text))
            if words:
                yield Note(locator, "footer", words, at=self._at(f"s{index}"))
            return
        for number, line in enumerate(_lines(text), 1):
            self._bullets += 1
            locator = slide_part(self._number, "bullet", self._bullets)
            yield Paragraph(locator, line, at=self._at(f"s{index}/p{number}"))

    def _table(self, shape: Shape, index: int) -> Iterator[Table]:
        """A table, its rows and columns being where the edges of its cells are."""
        self._tables += 1
        table = f"table {self._tables}, " if self._tables > 1 else ""
        locate = f"slide {self._number}, {table}row {{}}"
        rows = sorted({edge for cell in shape.cells for edge in (cell.place[0], cell.place[2])})
        cols = sorted({edge for cell in shape.cells for edge in (cell.place[1], cell.place[3])})
        cells = []
        for cell in sorted(shape.cells, key=lambda cell: cell.place[:2]):
            top, left, bottom, right = cell.place
            row, col = rows.index(top) + 1, cols.index(left) + 1
            text = cell.text or Text("")
            self._tally.emitted += printable(text.words)
            words = tuple(Paragraph(locate.format(row), line) for line in _lines(text))
            height, width = max(rows.index(bottom) + 1 - row, 1), max(cols.index(right) + 1 - col, 1)
            cells.append(Cell(row, col, words, height, width))
        yield Table(locate, tuple(cells), max(len(rows) - 1, 1), max(len(cols) - 1, 1), at=self._at(f"s{index}"))

    def _at(self, path: str) -> Provenance:
        return Provenance(f"slide {self._number}", path, slide=self._number, hidden=self._hidden)


def _entries(listed: Record | None) -> list[tuple[int, int, list[Record]]]:
    """For each slide of a list: the number of its part, its identity, the texts kept with it."""
    found: list[tuple[int, int, list[Record]]] = []
    for record in () if listed is None else listed.children():
        if record.kind == records.SLIDE_PERSIST:
            number, identity = (int.from_bytes(record.data[at : at + 4], "little") for at in (0, 12))
            found.append((number, identity, []))
        elif found:
            found[-1][2].append(record)
    return found


def _once(shapes: Iterable[Shape]) -> list[Shape]:
    """Shapes with texts of their own; a text of the list of slides is that of the first shape that refers to it."""
    found: dict[int, Shape] = {}
    for shape in shapes:
        found.setdefault(id(shape if shape.text is None else shape.text), shape)
    return list(found.values())


def _left(slide: Record, outline: list[Text], shapes: list[Shape]) -> Iterator[Text]:
    """Texts that stand in no shape that is drawn; they are kept all the same."""
    shown = [shape.text for outer in shapes for shape in (outer, *outer.cells) if shape.text is not None]
    drawn = {id(text) for text in shown}
    yield from (text for text in outline if text.words and id(text) not in drawn)
    listed = {id(text) for text in outline}
    own = Counter(text.words for text in shown if id(text) not in listed)
    for words in filter(None, map(text_of, descend(slide))):
        if own[words]:
            own[words] -= 1
        else:
            yield Text(words)


def _lines(text: Text) -> list[str]:
    """The paragraphs of a text that hold words."""
    lines = text.words.replace("\x0b", "\n").split("\r")
    return ["".join(c for c in line if c >= " " or c in "\t\n") for line in lines if line.strip()]
