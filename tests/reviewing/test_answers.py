"""Corrections and answers where a sheet asks for them, rows of other groups, and the running text, case by case."""

import pytest

from tasks.model.proposals import Change, Part, Proposal
from tasks.reviewing.returned import body_in
from tasks.reviewing.review import review
from tests.reviewing.documents import (
    ROWS,
    document,
    new,
    paragraph,
    plain_rows,
    read,
    returned,
    row,
    run,
    table,
    tracked,
)
from tests.reviewing.test_review import edited

QUESTIONS = ("No.", "Berkas dan tempat", "Kegiatan", "Yang perlu diselesaikan", "Jawaban")
WHEN = "Waktu belum ada\nBelum ada waktu. Tulis bulan atau tenggatnya."
WHO = "Instansi tidak dikenal\n'BPMX' tidak dikenal sebagai instansi dan ditulis apa adanya. Tulis nama resminya."
END = (
    "Perbedaan antarsumber\nSumber berbeda tentang selesai:\n•\u00a030 Juni 2017 (K1, a.docx, tabel 1)\n"
    "•\u00a031 Juli 2017 (K2, b.xlsx)\nTulis yang berlaku."
)
OTHER = "Kegiatan saling menunggu\nSaling menunggu: A.1 → A.2 → A.1."


def lines(words: str) -> str:
    return "".join(map(paragraph, words.split("\n")))


def answered(question: str, words: str, about: str = "A.2: Melatih kurator") -> list[Proposal]:
    def sheet(answer: str) -> str:
        return table(plain_rows()) + table([row("2", "a.docx", lines(about), lines(question), answer)], QUESTIONS)

    return read(sheet(paragraph(inner=new(words))), issued=sheet(""))


@pytest.mark.parametrize(
    ("question", "words", "part"),
    [
        (WHEN, "Mei 2017", Part("time", "", "Mei 2017")),
        (WHEN, "Waktu: Mei 2017", Part("time", "", "Mei 2017")),
        (WHO, "BPMPK Semarang", Part("owners", "BPMX", "BPMPK Semarang")),
        (END, "30 Juni 2017", Part("end", "30 Juni 2017", "30 Juni 2017")),
        (END, "waktu seharusnya 15 Juli 2017", Part("end", "30 Juni 2017", "15 Juli 2017")),
    ],
)
def test_an_answer_fills_in_what_the_question_asks_for(question: str, words: str, part: Part) -> None:
    (found,) = answered(question, words)
    assert (found.item, found.field, found.new, found.parts) == ("RK-AAAA2", "answer", words, (part,))


@pytest.mark.parametrize(
    ("question", "words"), [(WHEN, "menyusul"), (WHO, "apakah ini benar?"), (END, "sesuai K1"), (OTHER, "Mei 2017")]
)
def test_an_answer_that_fits_no_field_is_left_to_people(question: str, words: str) -> None:
    (found,) = answered(question, words)
    assert (found.new, found.parts) == (words, ())


def test_an_answer_about_several_items_holds_for_each_only_if_it_is_about_words_in_all_of_them() -> None:
    both = "A.2: Melatih kurator\nA.3: Menyelenggarakan lomba"
    assert [p.item for p in answered(WHO, "BPMPK Semarang", both)] == ["RK-AAAA2", "RK-AAAA3"]
    assert [p.parts for p in answered(WHEN, "Mei 2017", both)] == [()]


def test_a_correction_sets_what_stands_in_its_row() -> None:
    cell = paragraph(inner=new("April menjadi Mei"))
    (found,) = read(edited(2, ROWS[1][1], ROWS[1][2], cell))
    assert (found.field, found.new) == ("correction", "April menjadi Mei")
    assert found.parts == (Part("time", "April 2017", "Mei 2017"),)


def test_an_added_row_says_its_fields() -> None:
    cells = ("", paragraph("Menghimpun praktik baik") + paragraph("Keluaran: 1 buku"), "Mei 2017", "abaikan")
    rows = plain_rows()
    rows.insert(1, row(*cells, properties=tracked("ins", "")))
    (found,) = read(table(rows))
    assert (found.change, found.old) == (Change.ROW_ADDED, "RK-AAAA1")
    assert found.parts == (
        Part("action", "", "Menghimpun praktik baik"), Part("output", "", "1 buku"), Part("time", "", "Mei 2017"),
    )  # fmt: skip


def test_in_the_sheet_of_an_institution_new_rows_are_its_own_and_deleted_ones_may_only_not_be() -> None:
    rows = plain_rows()
    rows[1] = row("", "Menghimpun praktik baik", "Mei 2017", "", properties=tracked("ins", ""))
    copy = returned(table(rows))
    added, deleted = sorted(review(body_in(document(table(plain_rows())).encode()), copy, office="LPMP Bali"),
                            key=lambda p: p.change)  # fmt: skip
    assert Part("owners", "", "LPMP Bali") in added.parts
    assert deleted.parts == (Part("action", ROWS[1][1], ""), Part("owners", "LPMP Bali", ""))


def test_a_row_added_where_no_actions_stand_says_none() -> None:
    other = table([row("Balai", "x", "y", "")])
    added = table([row("Balai", "x", "y", ""), row("Dinas", "Menyusun buku", "z", "")])
    (found,) = read(table(plain_rows()) + added, issued=table(plain_rows()) + other)
    assert (found.change, found.parts) == (Change.ROW_ADDED, ())


SECOND = [row(f"B.{n} RK-BBBB{n}", f"{words} tahap dua", "2018", "", bookmark=f"RK_BBBB{n}")
          for n, words in enumerate(("Mendata sekolah", "Memeriksa perangkat", "Melatih teknisi"), 1)]  # fmt: skip


@pytest.mark.parametrize("kept", [True, False])
def test_a_row_among_those_of_another_group_is_moved_there_with_what_was_changed_in_it(kept: bool) -> None:
    issued = table(plain_rows()) + paragraph("") + table(SECOND)
    moved = row(*ROWS[2], bookmark="RK_AAAA3" if kept else "").replace("Juni 2017", "Juli 2018")
    copy = table([*plain_rows()[:2], *plain_rows()[3:]]) + paragraph("") + table([SECOND[0], moved, *SECOND[1:]])
    found = read(copy, issued=issued)
    assert {(p.change, p.item, p.field, p.new) for p in found} == {
        (Change.ROW_MOVED, "RK-AAAA3", "group", "RK-BBBB1"), (Change.EDITED, "RK-AAAA3", "time", "Juli 2018"),
    }  # fmt: skip
    assert {p.row for p in found} == {"/RK_AAAA3"}


def test_tables_that_became_one_when_the_paragraph_between_them_went_are_told_apart() -> None:
    head = ("Berkas", "Keadaan", "Sebab", "Jawaban")
    issued = table(plain_rows()) + paragraph("Judul antara") + table([row("a.docx", "lama", "baru", "")], head)
    one = table([*plain_rows(), row(*head), row("a.docx", "lama", "baru", "")])
    (found,) = read(one, issued=issued)
    assert (found.change, found.old) == (Change.TEXT, "Judul antara")


PROSE = [
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Pengantar</w:t></w:r></w:p>',
    paragraph("Rencana ini disusun bersama oleh semua kelompok kerja."),
    paragraph("Rencana diperbarui dari lembar yang dikembalikan."),
]


def prose(*blocks: str) -> list[tuple[str, str, str, str, bool]]:
    found = read(*blocks, table(plain_rows()), issued="".join(PROSE) + table(plain_rows()))
    return [(p.field, p.place, p.old, p.new, p.tracked) for p in found]


def test_paragraphs_outside_tables_are_compared_with_what_was_issued() -> None:
    words = "Rencana ini disusun bersama oleh semua kelompok kerja."
    changed = prose(PROSE[0], PROSE[1].replace("semua", "tiga"), PROSE[2])
    assert changed == [("Pengantar", "paragraph 2", words, words.replace("semua", "tiga"), False)]
    assert prose(PROSE[0], PROSE[2]) == [("Pengantar", "paragraph 2", words, "", False)]
    more = paragraph("Sama sekali lain.")
    assert prose(*PROSE[:2], more, PROSE[2]) == [("Pengantar", "paragraph 3", "", "Sama sekali lain.", False)]
    assert prose(*PROSE[:2], paragraph(inner=new("Baru.")), PROSE[2]) == [
        ("Pengantar", "paragraph 3", "", "Baru.", True)
    ]


def test_an_edit_that_was_not_tracked_and_one_that_was_are_told_apart() -> None:
    inner = run("Rencana diperbarui dari lembar yang datang.") + new(" Segera.")
    assert [row_[2:] for row_ in prose(*PROSE[:2], paragraph(inner=inner))] == [
        ("Rencana diperbarui dari lembar yang dikembalikan.", "Rencana diperbarui dari lembar yang datang.", False),
        ("Rencana diperbarui dari lembar yang datang.", "Rencana diperbarui dari lembar yang datang. Segera.", True),
    ]  # fmt: skip


def test_what_programs_count_and_lines_of_contents_are_no_change() -> None:
    def caption(number: int) -> str:
        field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inner}' for kind, inner in (
            ("begin", "<w:r><w:instrText> SEQ Tabel </w:instrText></w:r>"), ("separate", run(str(number))), ("end", ""),
        ))  # fmt: skip
        listed = f'<w:p><w:hyperlink w:anchor="_Toc1">{run(f"Pengantar {number}")}</w:hyperlink></w:p>'
        simple = f'<w:p><w:fldSimple w:instr="PAGE">{run(str(number))}</w:fldSimple>{run(" halaman")}</w:p>'
        return f"<w:p>{run('Tabel ')}{field}{run('. Kegiatan')}</w:p>{listed}{simple}{table(plain_rows())}"

    assert read(caption(4), issued=caption(3)) == []
    assert len(read(caption(3).replace(". Kegiatan", ". Rencana"), issued=caption(3))) == 1
