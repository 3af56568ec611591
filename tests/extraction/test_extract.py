"""Documents to records: ids, accounting, order, problems."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extraction.extract import extract
from tasks.model.blocks import Document, Heading, ListItem, Note, Paragraph
from tasks.model.problem import Code, problem
from tests.builders import document
from tests.extraction.helpers import actions, extracted, inputs

TEXT = """
# Rekomendasi

1. BPS menyusun pedoman, Mei 2026

No | Kegiatan                    | PJ
1  | 1) Melatih / 2) Menata data | BPS

Penutup
"""


def test_every_block_has_one_row_in_document_order() -> None:
    rows = extracted(document(TEXT)).accounting
    assert list(rows["locator"]) == ["paragraph 1", "paragraph 2", "table 1, row 1", "table 1, row 2", "paragraph 3"]
    assert list(rows["fate"]) == ["heading", "record", "header", "record", "heading"]


def test_accounts_name_their_records() -> None:
    found = extracted(document(TEXT))
    ids = list(found.raw["record_id"])
    assert len(set(ids)) == 3
    assert list(found.accounting["record_id"]) == ["", ids[0], "", f"{ids[1]}; {ids[2]}", ""]


def test_ids_depend_on_the_place_not_on_the_words() -> None:
    before = extracted(document(TEXT)).raw["record_id"]
    after = extracted(document(TEXT.replace("pedoman", "panduan"))).raw["record_id"]
    assert list(before) == list(after)
    assert set(before).isdisjoint(extracted(document(TEXT, "b.docx")).raw["record_id"])


def test_documents_come_in_the_order_of_the_inputs() -> None:
    first, second = document(TEXT, "a.docx"), document(TEXT, "b.docx")
    found = extract([second, first], inputs("a.docx", "b.docx"))
    assert list(found.sources["file"]) == ["a.docx", "b.docx"]
    assert found.raw.equals(extracted(first, second).raw)


def test_problems_of_reading_are_kept_and_nothing_is_added_to_them() -> None:
    broken = problem(Code.FILE_UNREADABLE, "a.docx", cause="@reading.broken")
    found = extracted(Document("a.docx", "unknown", (), (broken,)))
    assert found.problems == (broken,)
    assert list(found.sources["status"]) == ["not read"]


def test_a_document_without_actions_is_named() -> None:
    found = extracted(document("Jadwal kapal\n\nBerangkat pukul 9."))
    assert [str(p.code) for p in found.problems] == ["records-none"]


def test_the_meetings_own_header_words() -> None:
    text = "PR | Yang pegang\nMenata data | BPS"
    assert actions(text) == []
    own = ({"word": "PR", "field": "action"}, {"word": "yang pegang", "field": "owner"})
    found = extracted(document(text), vocabulary=own)
    assert list(found.raw["owners_text"]) == ["BPS"]


def test_the_meetings_own_institutions() -> None:
    text = "# Rekomendasi\n\n1. Laskar Hijau merawat hutan, Mei 2026"
    own = ({"canonical": "Laskar Hijau", "level": "other", "region": "", "variants": ""},)
    assert list(extracted(document(text), institutions=own).raw["owners_text"]) == ["Laskar Hijau"]


def test_notes_beside_the_text_and_older_messages_give_no_records() -> None:
    asked = "Mohon BPS menyusun pedoman, Mei 2026"
    said = (Paragraph("", asked),)
    blocks = (
        Heading("message 1, line 1", "Tindak lanjut", 1),
        ListItem("message 1, line 2", asked, 0, "1."),
        ListItem("message 1, line 3", asked, 0, "1.", "quoted"),
        Note("message 1, line 2, comment 1", "comment", said),
        Note("header", "header", said),
        Note("slide 1, notes", "speaker", said),
    )
    found = extracted(Document("surat.eml", "eml", blocks))
    assert list(found.raw["locator"]) == ["message 1, line 2"]
    assert list(zip(found.accounting["fate"], found.accounting["reason"], strict=True))[2:] == [
        ("remark", "@extraction.quoted"),
        ("remark", "@extraction.comment"),
        ("remark", "@extraction.page-edge"),
        ("remark", "@extraction.speaker"),
    ]


LINES = """
# Rekomendasi; # Tindak lanjut; Penutup; Contoh:; 1. BPS menyusun pedoman, Mei 2026; 2) Melatih relawan; - PJ: BPS;
No | Kegiatan | PJ; 1 | Menata | BPS; JUMLAH | | 3; (1) | (2); a | b; Catatan: x; ?
""".replace("\n", " ").split("; ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([line.strip() for line in LINES]), min_size=1, max_size=14))
def test_whatever_stands_there_is_accounted_for_once(lines: list[str]) -> None:
    made = document("\n\n".join(lines))
    found = extracted(made)
    places = [
        place
        for b in made.blocks
        for place in ([b.row_locator(r) for r in range(1, b.rows + 1)] if b.kind == "table" else [b.locator])
    ]
    assert list(found.accounting["locator"]) == places
    named = {i for cell in found.accounting["record_id"] for i in cell.split("; ") if i}
    assert named == set(found.raw["record_id"])
    assert found.raw.equals(extracted(made).raw)
