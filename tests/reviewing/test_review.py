"""One case at a time: what a copy shows, and what it does not."""

import pytest

from tasks.model.proposals import Change, Proposal
from tests.reviewing.documents import (
    HEAD,
    ROWS,
    gone,
    new,
    paragraph,
    plain_rows,
    read,
    row,
    run,
    table,
    tracked,
)


def edited(number: int, *cells: str, **more: str) -> str:
    """The table with one row (from 1) in which the cells after the first are replaced by those given."""
    rows = plain_rows()
    first, *rest = ROWS[number - 1]
    kept = [*cells, *rest[len(cells) :]]
    rows[number - 1] = row(first, *kept, bookmark=f"RK_AAAA{number}", **more)
    return table(rows)


def told(found: list[Proposal]) -> list[tuple[str, str, str, str, str]]:
    return [(p.change, p.item, p.field, p.old, p.new) for p in found]


def test_an_unedited_copy_shows_nothing() -> None:
    assert read(table(plain_rows())) == []


def test_a_tracked_change_has_its_author_and_date() -> None:
    cell = paragraph(inner=run("Menyusun ") + gone("pedoman") + new("panduan") + run(" kurasi konten"))
    (found,) = read(edited(1, cell))
    assert told([found]) == [
        ("edited", "RK-AAAA1", "action", "Menyusun pedoman kurasi konten", "Menyusun panduan kurasi konten")
    ]
    assert (found.author, found.date, found.tracked) == ("Ani", "2017-03-01T08:00:00Z", True)


def test_content_controls_links_and_split_runs_are_looked_through() -> None:
    inner = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Menyusun pe')}</w:sdtContent></w:sdt><w:hyperlink>{run('doman')}"
        f"</w:hyperlink><w:smartTag>{run(' kurasi konten')}</w:smartTag>{new(' sekolah')}"
    )
    (found,) = read(edited(1, paragraph(inner=inner)))
    assert found.new == "Menyusun pedoman kurasi konten sekolah"


def test_rows_in_a_content_control_stay_where_they_are() -> None:
    rows = plain_rows()
    rows[1] = f"<w:sdt><w:sdtContent>{rows[1]}</w:sdtContent></w:sdt>"
    assert read(table(rows)) == []


def test_words_moved_within_a_cell_are_one_tracked_change() -> None:
    inner = tracked("moveFrom", run("Menyusun ")) + run("pedoman kurasi konten") + tracked("moveTo", run(" Menyusun"))
    (found,) = read(edited(1, paragraph(inner=inner)))
    assert (found.old, found.new) == ("Menyusun pedoman kurasi konten", "pedoman kurasi konten Menyusun")


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    issued = edited(1, paragraph("Menyusun") + paragraph("pedoman"))
    cell = paragraph("Menyusun", mark='<w:del w:id="3" w:author="Ani" w:date="2017-03-01T08:00:00Z"/>')
    (found,) = read(edited(1, cell + paragraph("pedoman")), issued=issued)
    assert (found.old, found.new, found.author) == ("Menyusun\npedoman", "Menyusunpedoman", "Ani")


@pytest.mark.parametrize(
    "words",
    [
        "Menyusun\u00a0pedoman kurasi konten",
        "Menyusun  pedoman kurasi konten\u200b",
        "Menyusun pe\u00addoman kurasi konten ",
    ],
)
def test_what_programs_change_by_themselves_is_no_change(words: str) -> None:
    assert read(edited(1, paragraph(words))) == []


def test_looks_alone_are_no_change() -> None:
    look = '<w:b/><w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'
    assert read(edited(1, paragraph(inner=run("Menyusun pedoman", look) + run(" kurasi konten")))) == []


def test_quotes_that_autocorrection_turns_are_no_change() -> None:
    issued = edited(1, paragraph('Menyusun "pedoman"'))
    assert read(edited(1, paragraph("Menyusun “pedoman”")), issued=issued) == []


def test_words_struck_through_are_proposed_to_go() -> None:
    inner = run("Menyusun ") + run("pedoman", "<w:strike/>") + run(" kurasi konten")
    (found,) = read(edited(1, paragraph(inner=inner)))
    assert (found.change, found.tracked, found.new) == (Change.STRUCK, False, "Menyusun kurasi konten")


def test_a_strike_that_is_switched_off_is_none() -> None:
    inner = run("Menyusun ") + run("pedoman", '<w:strike w:val="0"/>') + run(" kurasi konten")
    assert read(edited(1, paragraph(inner=inner))) == []


def test_a_note_in_brackets_proposes_what_it_says() -> None:
    found = read(edited(1, ROWS[0][1], paragraph("Maret 2017 (usul: Mei 2017 (minggu ke-2))")))
    assert told(found) == [("note", "RK-AAAA1", "time", "Maret 2017", "Mei 2017 (minggu ke-2)")]


def test_a_note_beside_an_edit_is_told_apart_from_it() -> None:
    found = read(edited(1, ROWS[0][1], paragraph("April 2017 [proposed: May 2017]")))
    assert [(p.change, p.old, p.new) for p in found] == [
        (Change.EDITED, "Maret 2017", "April 2017"), (Change.NOTE, "Maret 2017", "May 2017"),
    ]  # fmt: skip


def test_an_answer_in_an_empty_cell_is_read() -> None:
    found = read(edited(2, ROWS[1][1], ROWS[1][2], paragraph(inner=new("sudah selesai"))))
    assert told(found) == [("edited", "RK-AAAA2", "correction", "", "sudah selesai")]


def test_several_authors_of_a_cell_are_all_named() -> None:
    cell = paragraph(inner=run(ROWS[0][1]) + new(" a", "Ani") + new(" b", "Budi"))
    (found,) = read(edited(1, cell))
    assert found.author == "Ani; Budi"


def test_words_that_one_inserts_and_another_deletes_are_nothing() -> None:
    inner = run(ROWS[0][1]) + tracked("ins", gone(" percontohan", "Budi"))
    assert read(edited(1, paragraph(inner=inner))) == []
    lost = run(ROWS[0][1]) + gone(" percontohan", "Budi")
    assert read(edited(1, paragraph(inner=lost))) == []


def test_a_row_of_which_every_word_is_deleted_is_deleted() -> None:
    rows = plain_rows()
    rows[2] = row(*(paragraph(inner=gone(words) if words else "") for words in ROWS[2]), bookmark="RK_AAAA3")
    assert [(p.change, p.item) for p in read(table(rows))] == [(Change.ROW_DELETED, "RK-AAAA3")]


def test_a_missing_row_a_new_row_and_a_copied_row() -> None:
    rows = plain_rows()
    del rows[3]
    rows.insert(1, row("", "Menghimpun praktik baik perpustakaan keliling", "Mei 2017", ""))
    rows.append(row(*ROWS[0]))
    found = read(table(rows))
    assert {(p.change, p.item, p.tracked) for p in found} == {
        (Change.ROW_DELETED, "RK-AAAA4", False), (Change.ROW_ADDED, "", False), (Change.ROW_COPIED, "RK-AAAA1", False),
    }  # fmt: skip


def test_a_row_put_elsewhere_without_its_bookmark_is_moved_and_an_edit_in_it_is_read() -> None:
    rows = [row(*cells) for cells in ROWS]
    first = rows.pop(0).replace("Maret 2017", "Mei 2017")
    found = read(table([*rows, first]))
    assert {(p.change, p.item, p.new) for p in found} == {
        (Change.ROW_MOVED, "RK-AAAA1", "RK-AAAA5"), (Change.EDITED, "RK-AAAA1", "Mei 2017"),
    }  # fmt: skip


def test_a_wiped_column_of_codes_leaves_the_rows_known_by_their_words() -> None:
    rows = [row("", *cells[1:]) for cells in ROWS]
    rows[1] = row("", ROWS[1][1], "Oktober 2017", "")
    found = read(table(rows))
    assert ("edited", "RK-AAAA2", "time", "April 2017", "Oktober 2017") in told(found)
    assert {p.field for p in found if p.field != "time"} == {"number"}


def test_a_column_that_is_gone_and_one_that_is_new() -> None:
    less = [row(*cells[:3]) for cells in ROWS]
    found = read(table(less, HEAD[:3]))
    assert [(p.change, p.field) for p in found] == [(Change.COLUMN_DELETED, "correction")]
    more = [row(*cells, "baik" if n == 2 else "") for n, cells in enumerate(ROWS)]
    (one,) = read(table(more, (*HEAD, "Pendapat kami")))
    assert (one.item, one.field, one.new) == ("RK-AAAA3", "Pendapat kami", "baik")


@pytest.mark.parametrize("head", [[], [row(*HEAD)]])
def test_a_table_that_was_split_is_read_as_one(head: list[str]) -> None:
    rows = plain_rows()
    lower = f"<w:tbl>{''.join([*head, *rows[3:]])}</w:tbl>".replace("Juli 2017", "Mei 2018")
    found = read(table(rows[:3]), paragraph(""), lower)
    assert told(found) == [("edited", "RK-AAAA4", "time", "Juli 2017", "Mei 2018")]


def test_a_table_that_is_gone_is_told() -> None:
    gone, words = read(paragraph("Tidak ada tabel"))
    assert (gone.change, words.change, words.new) == (Change.TABLE_DELETED, Change.TEXT, "Tidak ada tabel")


def test_tracked_changes_outside_tables_are_told_with_their_paragraph() -> None:
    inner = run("Rencana ini ") + gone("wajib") + new("dapat") + run(" dipakai")
    issued = paragraph("Judul") + paragraph("Rencana ini wajib dipakai") + table(plain_rows())
    (found,) = read(paragraph("Judul"), paragraph(inner=inner), table(plain_rows()), issued=issued)
    assert (found.change, found.place, found.old, found.new) == (
        Change.TEXT, "paragraph 2", "Rencana ini wajib dipakai", "Rencana ini dapat dipakai",
    )  # fmt: skip


def test_labelled_paragraphs_are_fields_of_their_own() -> None:
    issued = edited(1, paragraph(ROWS[0][1]) + paragraph("Keluaran: 1 dokumen"))
    copy = edited(
        1, paragraph(ROWS[0][1]) + paragraph(inner=run("Keluaran: ") + gone("1") + new("3") + run(" dokumen"))
    )
    assert told(read(copy, issued=issued)) == [("edited", "RK-AAAA1", "output", "1 dokumen", "3 dokumen")]
