"""Exports of forms: questions as headers, answers that are no actions."""

import pytest

from tasks.extraction.vocabulary import vocabulary
from tests.extraction.helpers import actions, fates, records


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Dukungan dari siapa?", "supporter"),
        ("Dukungan dari", "supporter"),
        ("Siapa yang mendukung kegiatan ini?", "supporter"),
        ("With whose support?", "supporter"),
        ("Who else is involved?", "supporter"),
        ("Apakah menunggu kegiatan pihak lain? Sebutkan", "depends"),
        ("Kegiatan lain yang harus selesai lebih dahulu", "depends"),
        ("Apa yang ditunggu dari pusat?", "depends"),
        ("Does it depend on another action?", "depends"),
        ("Does this depend on anything else?", "depends"),
        ("What needs to happen first?", "depends"),
        ("What do you need from others?", "depends"),
        ("Already done?", "status"),
        ("Sudah dilaksanakan?", "status"),
        ("Has it been done already?", "status"),
        ("Who should lead?", "owner"),
        ("Selesai kapan?", "end"),
        ("Saran untuk panitia", "remarks"),
        ("Any comments on the workshop?", "ignore"),
        ("Any other comments?", "remarks"),
        ("Supporting", "supporter"),
        ("S/N", "no"),
        ("Penyandang dana", "fund"),
    ],
)
def test_what_a_question_asks_for(question: str, field: str) -> None:
    found = vocabulary().look(question)
    assert found is not None
    assert found.field == field


def test_questions_about_other_actions_and_support_are_no_actions() -> None:
    text = """
Timestamp | Instansi | Usulan | Dukungan dari | Rencana pelaksanaan | Apakah menunggu kegiatan lain? Sebutkan
11/03/2026 10:00:00 | BNPB | Menyusun peta rawan banjir | BPS | April 2026 | data curah hujan
"""
    [found] = records(text, kind="csv")
    assert (found["supporters_text"], found["period_text"]) == ("BPS", "April 2026")
    assert found["depends_text"] == "data curah hujan"


@pytest.mark.parametrize(
    ("answer", "rest"),
    [
        ("AC ruang sidang mohon diperbaiki", ""),
        ("Mohon AC ruang sidang diperbaiki", ""),
        ("The hall is too cold", ""),
        ("Please improve the food", ""),
        ("Terima kasih, AC ruangan terlalu dingin", ""),
        ("Kindly share the slides", ""),
        ("Mohon materi dibagikan lewat email", ""),
        ("Membeli pompa", "sudah selesai"),
        ("Buy pumps", "already done"),
    ],
)
def test_answers_that_are_no_actions(answer: str, rest: str) -> None:
    text = f"""
Timestamp | Organisation | Proposed action | When? | Does it depend on another action?
11/03/2026 10:00:00 | BNPB | {answer} | | {rest}
11/03/2026 11:00:00 | BPS | Perbaikan toilet sekolah | Mei 2026 |
"""
    assert actions(text) == ["Perbaikan toilet sekolah"]


def test_an_action_that_is_said_to_be_done_is_history() -> None:
    text = """
Timestamp | Organisation | Proposed action | When? | Already done?
11/03/2026 10:00:00 | BNPB | Buy pumps | 2024 | Yes
11/03/2026 11:00:00 | BNPB | Repair dykes | 2026 | No
"""
    assert actions(text) == ["Repair dykes"]
    assert fates(text)["table 1, row 2"] == ("history", "history")


@pytest.mark.parametrize(
    "questions",
    [
        "Kegiatan 1 (uraikan singkat) | Waktu kegiatan 1 | Kegiatan 2 (kosongkan bila tidak ada) | Waktu kegiatan 2",
        "Kegiatan ke-1 | Kapan kegiatan 1 dilaksanakan? | Kegiatan ke-2 | Kapan kegiatan 2 dilaksanakan?",
        "Action 1 (short) | When will action 1 start? | Action 2 (leave blank if none) | When will action 2 start?",
    ],
)
def test_numbers_amid_questions_tell_the_parts_of_a_form(questions: str) -> None:
    answers = "11/03/2026 10:00 | BPS | Menata arsip | Mei 2026 | Melatih juru | Juni 2026"
    text = f"Timestamp | Instansi | {questions}\n{answers}"
    found = [(r["action"], r.get("period_text") or r.get("start_text")) for r in records(text, kind="csv")]
    assert found == [("Menata arsip", "Mei 2026"), ("Melatih juru", "Juni 2026")]


def test_a_month_is_a_deadline_only_where_the_header_asks_for_nothing_else() -> None:
    asked = records("Action | Responsible | Deadline\nMap the wells | WHO | May 2026", language="en")[0]
    told = records("Action | Responsible | Deadline/Timeline\nMap the wells | WHO | May 2026", language="en")[0]
    assert (asked.get("end_text"), told.get("end_text")) == ("May 2026", None)


@pytest.mark.parametrize(
    ("heads", "entry"),
    [
        ("ID | Start time | Completion time | Email | Name", "7 | 2/3/26 9:02 | 2/3/26 9:14 | anonymous | Rudi"),
        ("ID | Waktu mulai | Waktu penyelesaian | Surel | Nama", "7 | 2/3/26 9:02 | 2/3/26 9:14 | anonim | Rudi"),
        ("start | end | username | _uuid", "2026-03-02T09:02:11.000+07:00 | 2026-03-02T09:14:55.120+07:00 | rudi | a1"),
        ("Cap waktu | Alamat email", "2026/03/02 9:14:55 | rudi@contoh.id"),
        ("Timestamp | Email address", "3/2/2026 9:14:55 AM | rudi@example.org"),
    ],
)
def test_the_times_of_the_form_are_not_those_of_the_action(heads: str, entry: str) -> None:
    text = f"{heads} | Instansi | Rencana kegiatan | Waktu pelaksanaan\n{entry} | BPS | Melatih juru ukur | Mei 2026"
    [found] = records(text, kind="csv")
    assert found["period_text"] == "Mei 2026"
    assert "start_text" not in found
    assert "end_text" not in found


def test_days_with_hours_are_the_time_of_the_action_where_nothing_else_is() -> None:
    [found] = records("Kegiatan | PJ | Batas waktu\nMelatih juru ukur | BPS | 12/05/2026 09:00")
    assert found["period_text"] or found["end_text"]


def test_columns_that_the_program_for_forms_makes_are_no_words_about_the_action() -> None:
    text = """
start | end | today | Instansi | Kegiatan | Waktu pelaksanaan | _id | _uuid | _status
2026-03-12T08:01:11 | 2026-03-12T08:09:11 | 2026-03-12 | BPS | Melatih juru ukur | Mei 2026 | 221 | aa | via_web
"""
    [found] = records(text, kind="csv")
    assert (found["period_text"], found.get("progress", ""), found.get("remarks", "")) == ("Mei 2026", "", "")
