"""Reviewers' edits by seed, of many kinds, each with what must be read from it.

What is expected follows from the strings that are edited, not from the XML that is written.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tasks.model.proposals import Change, Proposal
from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import P, w
from tests.reviewing.word_xml import Writer, cells, rows, runs, text_of

COLUMNS = {
    "Kegiatan": "action", "Penanggung jawab dan pendukung": "owners", "Penanggung jawab": "owners",
    "Wilayah": "regions", "Waktu": "time", "Keluaran": "output", "Anggaran dan sumber dana": "budget",
    "Anggaran": "budget", "Koreksi": "correction",
}  # fmt: skip
LABELS = {
    "Keluaran": "output", "Pendukung": "supporters", "Wilayah": "regions", "Sumber dana": "funds", "Sumber": "funds",
    "Penanggung jawab": "owners", "Kondisi saat ini": "progress", "Permasalahan": "obstacle", "Solusi": "solution",
}  # fmt: skip
WORDS = ("Balai", "nasional", "percontohan", "tahap dua", "Juli 2018", "20 orang", "daring", "Dinas & mitra")


@dataclass(frozen=True)
class Expected:
    """What must be read from one edit."""

    change: Change
    item: str
    field: str = ""
    old: str = ""
    new: str = ""
    author: str = ""
    tracked: bool = True
    comment: str = ""
    resolved: bool = False
    parts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Spot:
    """A paragraph of a cell: its words, the field in which they stand, and all paragraphs of that field."""

    row: etree._Element
    paragraph: etree._Element
    field: str
    words: str
    before: str
    after: str
    start: int

    def value(self, words: str) -> str:
        """The field if the paragraph has other words."""
        return plain("\n".join((self.before, words[self.start :], self.after)))


def plain(text: str) -> str:
    """A text without needless blanks."""
    return " ".join(text.split())


def same(proposal: Proposal, expected: Expected) -> bool:
    """Whether a proposal says what is expected."""
    p, e = proposal, expected
    told = (p.change, p.tracked, p.resolved) == (e.change, e.tracked, e.resolved)
    by = not e.tracked or set(p.author.split("; ")) == set(e.author.split("; "))
    return told and by and _about(p, e) and _words(p, e)


def _about(p: Proposal, e: Expected) -> bool:
    """Whether it is about the item and field."""
    if e.change in (Change.ROW_ADDED, Change.TEXT):
        return True
    if e.change in (Change.ROW_COPIED, Change.ROW_MOVED):
        return p.item == e.item and (p.field == "group") == (e.field == "group")
    return (p.item, p.field) == (e.item, e.field)


def _words(p: Proposal, e: Expected) -> bool:
    """Whether it says so."""
    if e.change == Change.ROW_ADDED:
        return e.new in plain(p.new) and e.new in {part.new for part in p.parts if part.field == "action"}
    if e.change == Change.COMMENT:
        return plain(p.comment) == e.comment
    if e.change in (Change.ROW_COPIED, Change.ROW_MOVED, Change.ROW_DELETED):
        return True
    sets = tuple((part.field, plain(part.old), plain(part.new)) for part in p.parts)
    return (plain(p.old), plain(p.new)) == (e.old, e.new) and (not e.parts or sets == e.parts)


def _first(row: etree._Element) -> str:
    return " ".join(text_of(p) for p in cells(row)[0].iter(P))


def item_of(row: etree._Element) -> str:
    """The code in the first cell."""
    found = re.search(r"RK-(?!R)[0-9A-Z]+", _first(row))
    return found[0] if found else ""


def spots(table: etree._Element, row: etree._Element, *fields: str) -> list[Spot]:
    """The paragraphs of a row whose words can be edited, in these fields (all if none is named)."""
    heads = [text_of(cell) for cell in cells(rows(table)[0])]
    out: list[Spot] = []
    for head, cell in zip(heads, cells(row), strict=False):
        if head in COLUMNS:
            out += [s for s in _in_cell(row, cell, COLUMNS[head]) if not fields or s.field in fields]
    return out


def _in_cell(row: etree._Element, cell: etree._Element, column: str) -> Iterator[Spot]:
    held: list[tuple[str, str, int, etree._Element]] = []
    field = column
    for paragraph in cell.iter(P):
        words = "".join("\n" if t.tag == w("br") else t.text or "" for t in paragraph.iter(ooxml.T, w("br")))
        label = re.match(r"([^:]{2,40}): ?", words)
        known = label is not None and (label[1] in LABELS or label[1] == "Tertulis")
        if label and known:
            field = LABELS.get(label[1], f"{column}-written")
        held.append((field, words, label.end() if label and known else 0, paragraph))
    for n, (field, words, start, paragraph) in enumerate(held):
        simple = (
            len(words) - start >= 8 and "\n" not in words and "\u00a0" not in words and len(list(runs(paragraph))) > 0
        )
        if simple and text_of(paragraph) == words:
            before = "\n".join(text[at:] for name, text, at, _ in held[:n] if name == field)
            after = "\n".join(text[at:] for name, text, at, _ in held[n + 1 :] if name == field)
            yield Spot(row, paragraph, field, words, before, after, start)


class Desk:
    """A reviewer with a copy: picks rows nobody has touched, edits them, and says what must be read."""

    def __init__(self, data: bytes, author: str, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a seed, no secret
        self.writer = Writer(data, author, chance=random.Random(seed))  # noqa: S311
        self.author = author
        self.expected: list[Expected] = []
        self.used: dict[int, etree._Element] = {}
        self.free = [
            (table, row)
            for table in self.writer.tables()
            for row in rows(table)[1:]
            if next(row.iter(w("bookmarkStart")), None) is not None and item_of(row)
        ]
        self.chance.shuffle(self.free)
        told = (re.search(r"([A-Z]{1,3}\.\d+) (RK-\w+)", _first(r)) for t in self.writer.tables() for r in rows(t))
        self.names = {found[1]: found[2] for found in told if found}

    def take(self, *fields: str) -> Spot:
        """A place to edit in a row that is still untouched."""
        for n, (table, row) in enumerate(self.free):
            found = spots(table, row, *fields)
            if found:
                del self.free[n]
                return self.chance.choice(found)
        raise LookupError("no row left")

    def some(self, spot: Spot) -> tuple[int, int]:
        """Where a word or some words begin and end."""
        found = [m.span() for m in re.finditer(r"\S+", spot.words) if m.start() >= spot.start]
        first = self.chance.randrange(len(found))
        last = min(first + self.chance.randrange(3), len(found) - 1)
        return found[first][0], found[last][1]

    def word(self) -> str:
        """New words."""
        return f"{self.chance.choice(WORDS)} {self.chance.randrange(100)}"

    def tell(self, change: Change, spot: Spot, old: str, new: str, tracked: bool = True, author: str = "") -> None:
        """Expect a change of a field, given the paragraph before and after."""
        self.expected.append(
            Expected(
                change, item_of(spot.row), spot.field, spot.value(old), spot.value(new),
                author or self.author, tracked,
            )
        )  # fmt: skip

    def rewrite(self, spot: Spot, words: str) -> None:
        """Put other words into a paragraph without tracking."""
        first, *others = runs(spot.paragraph)
        for run in others:
            run.getparent().remove(run)  # type: ignore[union-attr]
        texts = first.findall(ooxml.T)
        texts[0].text = words
        texts[0].set(ooxml.XML_SPACE, "preserve")
        for text in texts[1:]:
            first.remove(text)
