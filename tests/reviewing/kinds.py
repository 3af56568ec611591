"""The kinds of edits: each does one thing to a copy as a reviewer would, and tells the desk what must be read."""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from tasks.model.proposals import Change
from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import P, w
from tests.reviewing.edits import Desk, Expected, item_of, plain
from tests.reviewing.more_kinds import MORE
from tests.reviewing.word_xml import cells, rows, run_of, runs, text_of


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
        for n, (other, row) in enumerate(desk.free):
            if other is table and abs(rows(table).index(row) - place) >= 4:
                del desk.free[n]
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
    for n, (table, row) in enumerate(desk.free):
        heads = [text_of(cell) for cell in cells(rows(table)[0])]
        if "Koreksi" in heads:
            del desk.free[n]
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


def work(desk: Desk, number: int) -> list[Expected]:
    """So many edits, every kind in turn, and what must be read from them."""
    kinds = [*KINDS, *MORE]
    for n in range(number):
        kinds[n % len(kinds)](desk)
    return desk.expected
