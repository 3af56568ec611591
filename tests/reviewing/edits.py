"""Reviewers' edits by seed, of many kinds, each with what must be read from it.

What is expected follows from the strings that are edited, not from the XML that is written.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from tasks.model.proposals import Change, Proposal
from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import P, w
from tests.reviewing.word_xml import Writer, cells, rows, run_of, runs, text_of

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
    if not told or (e.tracked and set(p.author.split("; ")) != set(e.author.split("; "))):
        return False
    if e.change == Change.ROW_ADDED:
        return e.new in plain(p.new)
    if (p.item, p.field) != (e.item, e.field) and e.change not in (Change.ROW_COPIED, Change.ROW_MOVED):
        return False
    if e.change in (Change.ROW_COPIED, Change.ROW_MOVED, Change.ROW_DELETED):
        return p.item == e.item
    return (plain(p.old), plain(p.new), plain(p.comment)) == (e.old, e.new, e.comment) or (
        e.change == Change.COMMENT and plain(p.comment) == e.comment
    )


def item_of(row: etree._Element) -> str:
    """The code in the first cell."""
    found = re.search(r"RK-(?!R)[0-9A-Z]+", " ".join(text_of(p) for p in cells(row)[0].iter(P)))
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
        self._free = [
            (table, row)
            for table in self.writer.tables()
            for row in rows(table)[1:]
            if next(row.iter(w("bookmarkStart")), None) is not None and item_of(row)
        ]
        self.chance.shuffle(self._free)

    def work(self, number: int) -> list[Expected]:
        """So many edits, every kind in turn."""
        kinds = list(KINDS)
        for n in range(number):
            kinds[n % len(kinds)](self)
        return self.expected

    def take(self, *fields: str) -> Spot:
        """A place to edit in a row that is still untouched."""
        for n, (table, row) in enumerate(self._free):
            found = spots(table, row, *fields)
            if found:
                del self._free[n]
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


def tracked_replacement(desk: Desk) -> None:
    spot = desk.take()
    start, end = desk.some(spot)
    new = desk.word()
    mark = desk.writer.delete(desk.writer.cut(spot.paragraph, (start, end)))
    desk.writer.insert(mark, spot.paragraph, new)
    desk.tell(Change.EDITED, spot, spot.words, spot.words[:start] + new + spot.words[end:])


def tracked_deletion(desk: Desk) -> None:
    spot = desk.take("action", "output")
    start, end = desk.some(spot)
    desk.writer.delete(desk.writer.cut(spot.paragraph, (start, end)))
    desk.tell(Change.EDITED, spot, spot.words, spot.words[:start] + spot.words[end:])


def tracked_insertion(desk: Desk) -> None:
    spot = desk.take()
    new = f" {desk.word()}"
    desk.writer.insert(None, spot.paragraph, new)
    desk.tell(Change.EDITED, spot, spot.words, spot.words + new)


def untracked_replacement(desk: Desk) -> None:
    spot = desk.take()
    start, end = desk.some(spot)
    new = spot.words[:start] + desk.word() + spot.words[end:]
    desk.rewrite(spot, new)
    desk.tell(Change.EDITED, spot, spot.words, new, tracked=False)


def both(desk: Desk) -> None:
    spot = desk.take("action", "owners", "output")
    middle = f"{spot.words} {desk.word()}"
    desk.rewrite(spot, middle)
    more = f" {desk.word()}"
    desk.writer.insert(None, spot.paragraph, more)
    desk.tell(Change.EDITED, spot, spot.words, middle, tracked=False)
    desk.tell(Change.EDITED, spot, middle, middle + more)


def one_within_the_other(desk: Desk) -> None:
    """A second reviewer deletes half of what the first one has just inserted."""
    spot = desk.take("action", "output", "time")
    kept, gone = f" {desk.word()}", f" {desk.word()}"
    desk.writer.insert(None, spot.paragraph, kept)
    outer = desk.writer.mark("ins")
    inner = desk.writer.mark("del", "Penelaah kedua")
    run = run_of(gone, None)
    run.find(ooxml.T).tag = w("delText")  # type: ignore[union-attr]
    inner.append(run)
    outer.append(inner)
    spot.paragraph.append(outer)
    desk.tell(Change.EDITED, spot, spot.words, spot.words + kept, author=f"{desk.author}; Penelaah kedua")


def row_deleted(desk: Desk) -> None:
    spot = desk.take()
    desk.expected.append(Expected(Change.ROW_DELETED, item_of(spot.row), author=desk.author))
    desk.writer.delete_row(spot.row)


def row_deleted_untracked(desk: Desk) -> None:
    spot = desk.take()
    desk.expected.append(Expected(Change.ROW_DELETED, item_of(spot.row), tracked=False))
    spot.row.getparent().remove(spot.row)  # type: ignore[union-attr]


def _new_row(desk: Desk) -> tuple[etree._Element, str]:
    spot = desk.take("action")
    row = deepcopy(spot.row)
    for mark in [*row.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    words = f"Menyelenggarakan forum {desk.word()} bagi pengelola perpustakaan keliling"
    for n, cell in enumerate(cells(row)):
        for paragraph in list(cell.iter(P)):
            for run in list(paragraph.iter(ooxml.R)):
                run.getparent().remove(run)  # type: ignore[union-attr]
        first = next(cell.iter(P))
        head = text_of(cells(rows(spot.row.getparent())[0])[n])  # type: ignore[arg-type]
        if head == "Kegiatan":
            first.append(run_of(words, None))
        elif head == "Waktu":
            first.append(run_of("Desember 2018", None))
    spot.row.addnext(row)
    return row, words


def row_added(desk: Desk) -> None:
    row, words = _new_row(desk)
    desk.writer.insert_row(row)
    desk.expected.append(Expected(Change.ROW_ADDED, "", new=words, author=desk.author))


def row_added_untracked(desk: Desk) -> None:
    _, words = _new_row(desk)
    desk.expected.append(Expected(Change.ROW_ADDED, "", new=words, tracked=False))


def row_copied(desk: Desk) -> None:
    spot, there = desk.take(), desk.take()
    row = deepcopy(spot.row)
    for mark in [*row.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    if there.row.getparent() is spot.row.getparent():
        there.row.addnext(row)
    else:
        spot.row.addnext(row)
    desk.expected.append(Expected(Change.ROW_COPIED, item_of(spot.row), tracked=False))


def _far(desk: Desk) -> tuple[etree._Element, etree._Element]:
    """A row, and one of the same table at a distance, behind which it is put."""
    while True:
        spot = desk.take()
        table = spot.row.getparent()
        assert table is not None
        place = rows(table).index(spot.row)
        for n, (other, row) in enumerate(desk._free):
            if other is table and abs(rows(table).index(row) - place) >= 4:
                del desk._free[n]
                return spot.row, row


def row_moved(desk: Desk) -> None:
    row, there = _far(desk)
    new = deepcopy(row)
    for mark in [*new.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    there.addnext(new)
    desk.expected.append(Expected(Change.ROW_MOVED, item_of(row), author=desk.author))
    desk.writer.insert_row(new)
    desk.writer.delete_row(row)


def row_moved_untracked(desk: Desk) -> None:
    row, there = _far(desk)
    there.addnext(row)
    desk.expected.append(Expected(Change.ROW_MOVED, item_of(row), tracked=False))


def struck(desk: Desk) -> None:
    spot = desk.take("action", "output")
    start, end = desk.some(spot)
    desk.writer.format(desk.writer.cut(spot.paragraph, (start, end)), "strike")
    desk.tell(Change.STRUCK, spot, spot.words, spot.words[:start] + spot.words[end:], tracked=False)


def struck_and_coloured(desk: Desk) -> None:
    """Old words struck through, new ones beside them in red, all by hand."""
    spot = desk.take("action", "output", "owners")
    start, end = desk.some(spot)
    found = desk.writer.cut(spot.paragraph, (start, end))
    desk.writer.format(found, "strike")
    new = f" {desk.word()}"
    run = run_of(new, found[-1].find(w("rPr")))
    look = run.find(w("rPr"))
    assert look is not None
    for mark in look.findall(w("strike")):
        look.remove(mark)
    desk.writer.format([run], color="FF0000")
    found[-1].addnext(run)
    desk.tell(Change.STRUCK, spot, spot.words, spot.words[:start] + new + spot.words[end:], tracked=False)


def struck_and_tracked(desk: Desk) -> None:
    spot = desk.take("action", "output")
    start, end = desk.some(spot)
    desk.writer.format(desk.writer.cut(spot.paragraph, (start, end)), "strike", tracked=True)
    desk.tell(Change.STRUCK, spot, spot.words, spot.words[:start] + spot.words[end:])


def note(desk: Desk) -> None:
    spot = desk.take("action", "time", "owners", "regions")
    new = desk.word()
    desk.writer.insert(None, spot.paragraph, f" (usul: {new})")
    desk.expected.append(Expected(Change.NOTE, item_of(spot.row), spot.field, spot.value(spot.words), new, desk.author))


def note_untracked(desk: Desk) -> None:
    spot = desk.take("action", "time", "owners", "regions")
    new = desk.word()
    desk.rewrite(spot, f"{spot.words} (proposed: {new})")
    desk.expected.append(
        Expected(Change.NOTE, item_of(spot.row), spot.field, spot.value(spot.words), new, tracked=False)
    )


def _comment(desk: Desk, *said: tuple[str, str], done: bool = False) -> None:
    spot = desk.take()
    desk.writer.comment(spot.paragraph, *said, done=done)
    told = " ↳ ".join([said[0][1], *(f"{who}: {words}" for who, words in said[1:])])
    desk.expected.append(
        Expected(
            Change.COMMENT, item_of(spot.row), spot.field, author=desk.author, comment=told, resolved=done,
        )
    )  # fmt: skip


def comment(desk: Desk) -> None:
    _comment(desk, (desk.author, f"Mohon dicek lagi {desk.word()}"))


def comment_answered(desk: Desk) -> None:
    _comment(desk, (desk.author, f"Apakah sudah final? {desk.word()}"), ("Sekretariat", "Sudah"), (desk.author, "Baik"))


def comment_settled(desk: Desk) -> None:
    _comment(desk, (desk.author, f"Anggarannya ada? {desk.word()}"), done=True)


def answer_column(desk: Desk) -> None:
    """Words in an empty cell for corrections; where a document has none, in the cell of the time."""
    for n, (table, row) in enumerate(desk._free):
        heads = [text_of(cell) for cell in cells(rows(table)[0])]
        if "Koreksi" in heads:
            del desk._free[n]
            words = f"Waktu menjadi {desk.word()}"
            desk.writer.insert(None, next(cells(row)[heads.index("Koreksi")].iter(P)), words)
            desk.expected.append(Expected(Change.EDITED, item_of(row), "correction", "", words, desk.author))
            return
    tracked_insertion(desk)


def code_edited(desk: Desk) -> None:
    spot = desk.take()
    paragraph = next(p for p in cells(spot.row)[0].iter(P) if re.fullmatch(r"RK-[0-9A-Z]+", text_of(p)))
    item = item_of(spot.row)
    old = plain(" ".join(text_of(p) for p in cells(spot.row)[0].iter(P)))
    mark = desk.writer.delete(list(runs(paragraph)))
    desk.writer.insert(mark, paragraph, "RK-BARU9")
    new = old.replace(item, "RK-BARU9")
    desk.expected.append(Expected(Change.EDITED, item, "number", old, new, desk.author))


def silent(desk: Desk) -> None:
    """Looks, hard blanks, curly quotes, marks without width: nothing to report."""
    spot = desk.take()
    found = desk.writer.cut(spot.paragraph, desk.some(spot))
    desk.writer.format(found, "b", tracked=desk.chance.random() < 0.5, highlight="yellow")
    other = desk.take()
    desk.rewrite(other, other.words.replace(" ", "\u00a0", 1).replace('"', "\u201d") + "\u200b")


KINDS: Sequence[Callable[[Desk], None]] = (
    tracked_replacement, untracked_replacement, tracked_deletion, row_deleted, tracked_insertion, comment, both,
    row_added, note, row_deleted_untracked, struck, answer_column, row_moved, comment_answered, one_within_the_other,
    row_added_untracked, struck_and_coloured, silent, row_copied, comment_settled, note_untracked, code_edited,
    row_moved_untracked, struck_and_tracked,
)  # fmt: skip
