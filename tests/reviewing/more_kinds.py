"""Further kinds of edits: rows put among those of another group, corrections and answers in words, running text."""

import re
from copy import deepcopy

from lxml import etree

from tasks.model.proposals import Change
from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import P, w
from tests.reviewing.edits import Desk, Expected, item_of, plain, spots
from tests.reviewing.word_xml import cells, rows, run_of, runs, text_of

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")


def _other_table(desk: Desk) -> tuple[etree._Element, etree._Element] | None:
    """A row, and one of another table with the same header, behind which it is put."""
    for n, (table, row) in enumerate(desk.free):
        for m, (other, there) in enumerate(desk.free):
            if other is not table and _heads(other) == _heads(table):
                for place in sorted((n, m), reverse=True):
                    del desk.free[place]
                return row, there
    return None


def _heads(table: etree._Element) -> list[str]:
    return [text_of(cell) for cell in cells(rows(table)[0])]


def row_to_another_group(desk: Desk) -> None:
    found = _other_table(desk)
    if found is None:
        return correction(desk)
    row, there = found
    new = deepcopy(row)
    for mark in [*new.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    there.addnext(new)
    desk.expected.append(Expected(Change.ROW_MOVED, item_of(row), "group", author=desk.author))
    desk.writer.insert_row(new)
    desk.writer.delete_row(row)
    return None


def row_to_another_group_untracked(desk: Desk) -> None:
    found = _other_table(desk)
    if found is None:
        return answer(desk)
    row, there = found
    there.addnext(row)
    desk.expected.append(Expected(Change.ROW_MOVED, item_of(row), "group", tracked=False))
    return None


def correction(desk: Desk) -> None:
    """A correction in words, in the cell for it."""
    for n, (table, row) in enumerate(desk.free):
        if "Koreksi" in _heads(table) and spots(table, row, "time"):
            del desk.free[n]
            old = spots(table, row, "time")[0].value(spots(table, row, "time")[0].words)
            new = f"{desk.chance.choice(MONTHS)} 2018"
            words = desk.chance.choice([f"Waktu: {new}", f"waktu seharusnya {new}", f"{new}, bukan {old}", new])
            cell = cells(row)[_heads(table).index("Koreksi")]
            desk.writer.insert(None, next(cell.iter(P)), words)
            sets = (("time", old, new),)
            desk.expected.append(
                Expected(Change.EDITED, item_of(row), "correction", "", words, desk.author, parts=sets)
            )
            return
    prose_tracked(desk)


def answer(desk: Desk) -> None:
    """An answer to what is open about one item, in the cell for it; the same place is used once."""
    for table in desk.writer.tables():
        heads = _heads(table)
        for row in rows(table)[1:] if {"Jawaban", "Kegiatan"} <= set(heads) else []:
            cell = cells(row)[heads.index("Jawaban")]
            number = re.search(r"^([A-Z]{1,3}\.\d+):", text_of(cells(row)[heads.index("Kegiatan")]))
            if text_of(cell) or number is None or "Waktu belum ada" not in text_of(row):
                continue
            words = f"{desk.chance.choice(MONTHS)} 2018"
            desk.writer.insert(None, next(cell.iter(P)), words)
            item = desk.names[number[1]]
            sets = (("time", "", words),)
            desk.expected.append(Expected(Change.EDITED, item, "answer", "", words, desk.author, parts=sets))
            return
    prose_untracked(desk)


def _paragraph(desk: Desk) -> etree._Element:
    """A paragraph of running text that nobody has touched."""
    body = desk.writer.root.find(w("body"))
    assert body is not None
    found = [
        p
        for p in body.findall(P)
        if id(p) not in desk.used and len(text_of(p)) >= 40 and p.find(w("hyperlink")) is None
        and p.find(f".//{w('fldChar')}") is None and len(list(runs(p))) > 0
    ]  # fmt: skip
    chosen: etree._Element = desk.chance.choice(found)
    desk.used[id(chosen)] = chosen
    return chosen


def _text(desk: Desk, old: str, new: str, tracked: bool) -> None:
    desk.expected.append(
        Expected(Change.TEXT, "", "*", plain(old), plain(new), desk.author if tracked else "", tracked)
    )


def prose_tracked(desk: Desk) -> None:
    paragraph = _paragraph(desk)
    old, more = text_of(paragraph), f" {desk.word()}"
    desk.writer.insert(None, paragraph, more)
    _text(desk, old, old + more, tracked=True)


def prose_untracked(desk: Desk) -> None:
    paragraph = _paragraph(desk)
    old, more = text_of(paragraph), f" {desk.word()}"
    paragraph.append(run_of(more, None))
    _text(desk, old, old + more, tracked=False)


def prose_added(desk: Desk) -> None:
    paragraph = _paragraph(desk)
    words = f"Catatan penelaah tentang bagian ini: mohon dilengkapi dengan {desk.word()}."
    new = etree.Element(P)
    new.append(run_of(words, None))
    paragraph.addnext(new)
    desk.used[id(new)] = new
    _text(desk, "", words, tracked=False)


def prose_deleted(desk: Desk) -> None:
    paragraph = _paragraph(desk)
    old = text_of(paragraph)
    if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return prose_tracked(desk)
    paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    _text(desk, old, "", tracked=False)
    return None


def counted_again(desk: Desk) -> None:
    """Numbers that a program counts, as after an update of all fields: nothing to report."""
    for paragraph in desk.writer.root.iter(P):
        for run in paragraph.iter(ooxml.R):
            begun = run.getprevious()
            held = begun is not None and begun.find(f"{w('fldChar')}[@{w('fldCharType')}='separate']") is not None
            if held and text_of(run).isdigit():
                next(run.iter(ooxml.T)).text = str(int(text_of(run)) + 1)


MORE = (
    row_to_another_group, correction, prose_tracked, row_to_another_group_untracked, answer, prose_untracked,
    prose_added, prose_deleted, counted_again,
)  # fmt: skip
