"""Requests in running text that no title announces."""

import pytest

from tasks.extraction.minutes import decisions, requests
from tests.extraction.helpers import actions, fates, recognise, records


def asked(text: str, language: str = "id") -> list[tuple[str, str]]:
    return [(f["action"], f.get("owners_text", "")) for f in requests(text, recognise(language))]


@pytest.mark.parametrize(
    "sentence, owner, action",
    [
        ("Oleh karena itu BPS diminta menyusun pedoman.", "BPS", "menyusun pedoman"),
        ("Disepakati bahwa BPS akan menyusun pedoman.", "BPS", "menyusun pedoman"),
        ("Rapat sepakat agar BPS menyusun pedoman.", "BPS", "menyusun pedoman"),
        ("BPS bersedia pula menyusun pedoman.", "BPS", "menyusun pedoman"),
        ("BPS menyusun pedoman pada Mei 2026.", "BPS", "menyusun pedoman"),
        ("Pimpinan rapat menyimpulkan: BPS menyusun pedoman, Mei 2026.", "BPS", "menyusun pedoman"),
        ("BPS: sependapat, dan akan menyusun pedoman.", "BPS", "menyusun pedoman"),
        ("Oh iya tolong BPS menyusun pedoman.", "BPS", "menyusun pedoman"),
    ],
)
def test_who_is_to_do_what(sentence: str, owner: str, action: str) -> None:
    assert asked(sentence) == [(action, owner)]


@pytest.mark.parametrize(
    "sentence, owner, action",
    [
        (
            "It was agreed that the Ministry of Health will issue a guideline.",
            "the Ministry of Health",
            "issue a guideline",
        ),
        ("The Ministry of Health shall then issue a guideline.", "The Ministry of Health", "issue a guideline"),
        ("UNICEF offered to train officers.", "UNICEF", "train officers"),
        ("Could the Weather Bureau please send the maps by 20 May 2026?", "the Weather Bureau", "send the maps"),
    ],
)
def test_who_is_to_do_what_in_english(sentence: str, owner: str, action: str) -> None:
    assert asked(sentence, "en") == [(action, owner)]


@pytest.mark.parametrize(
    "sentence",
    [
        "BPS menyampaikan bahwa data tahun 2025 telah diterbitkan.",
        "BPS telah menyusun pedoman pada tahun 2025.",
        "BPS mengusulkan agar Bappenas menyusun pedoman.",
        "Usulan agar BPS menyusun pedoman tidak dapat diterima.",
        "Apakah BPS akan menyusun pedoman?",
        "BPS menyusun pedoman.",
        "Jumlah kader menurun karena pensiun.",
        "BPS akan terus meningkatkan mutu layanan.",
        "Pada sesi pertama, BPS akan memaparkan hasil sensus.",
        "Sebagaimana diketahui, BPS bertugas menyusun data dasar.",
        "Jika anggaran tersedia, BPS dapat membangun gudang.",
        "BPS melaporkan bahwa Bappenas akan menyusun pedoman.",
        "Peserta dari BPS akan melengkapi biodata pada Mei 2026.",
        "Rapat berikutnya akan diadakan pada Agustus 2026.",
    ],
)
def test_what_is_told_proposed_or_refused_is_no_request(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ministry of Health remains committed to improving care and will continue to improve it.",
        "Under the Health Act, the Ministry of Health shall license hospitals.",
        "The next meeting will be held in May 2026.",
        "The Ministry of Finance said it would review the request.",
        "Participants will receive the minutes by 10 May 2026.",
        "The Ministry of Health employs 4,000 people in 2026.",
    ],
)
def test_what_is_told_or_done_in_any_case_in_english(sentence: str) -> None:
    assert asked(sentence, "en") == []


def test_two_clauses_of_a_sentence_and_an_obstacle_behind() -> None:
    found = requests(
        "BPS diminta menyusun pedoman; Bappenas akan membangun basis data. Kendalanya, dana belum ada.", recognise()
    )
    assert [f["action"] for f in found] == ["menyusun pedoman", "membangun basis data"]
    assert found[1]["obstacle"] == "dana belum ada"


def test_a_paragraph_of_discussion_gives_the_request_in_it() -> None:
    text = "Banyak desa belum terdata. BPS akan mendata 40 desa mulai Mei 2026. Usulan lain ditolak."
    assert [(r["action"], r["period_text"]) for r in records(text)] == [("mendata 40 desa", "mulai Mei 2026")]


def test_discussion_alone_gives_none() -> None:
    text = "BPS menjelaskan bahwa banyak desa belum terdata."
    assert actions(text) == []
    assert fates(text)["paragraph 1"][0] == "remark"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rapat meminta BPS mendata 40 pasar paling lambat 15 Mei 2026.", ["mendata 40 pasar"]),
        ("Harga naik. Pimpinan rapat memutuskan agar BPS mendata pasar.", ["mendata pasar"]),
        ("Rapat tahun 2024 memutuskan agar BPS mendata pasar.", []),
        ("Wakil pedagang meminta BPS mendata pasar.", []),
        ("BPS akan mendata pasar.", []),
    ],
)
def test_only_what_the_meeting_decides_counts_outside_its_recommendations(text: str, found: list[str]) -> None:
    assert [f["action"] for f in decisions(text, recognise())] == found


def test_what_was_told_to_lack_right_before_a_decision_is_its_obstacle() -> None:
    text = "Wakil NTT menyampaikan bahwa benih langka. Rapat memutuskan agar BPS mendata. "
    text += "Rapat memutuskan agar BNPB melatih."
    assert [f["obstacle"] for f in decisions(text, recognise())] == ["benih langka", ""]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Disepakati BPS bersama KKP memadankan data paling lambat Juli 2026.", "BPS; KKP"),
        ("Forum sepakat Kemensos menyediakan 20 alat pada Mei 2026.", "Kemensos"),
        ("Diputuskan Dinas Kesehatan Kab. Bone melatih 30 kader Juni 2026.", "Dinas Kesehatan Kab. Bone"),
        ("Tidak disepakati BPS menambah honor Juni 2026.", ""),
        ("Telah disepakati BPS menyusun kuesioner Mei 2026.", ""),
        ("Disepakati jadwal rapat berikutnya 5 Mei 2026.", ""),
    ],
)
def test_who_a_meeting_decides_on_without_a_conjunction(sentence: str, owner: str) -> None:
    assert [f["owners_text"] for f in decisions(sentence, recognise())] == ([owner] if owner else [])


@pytest.mark.parametrize(
    "sentence, language, owner, action",
    [
        ("Atas usul itu rapat menyepakati BPS menyusun pedoman, Mei 2026.", "id", "BPS", "menyusun pedoman"),
        ("Menanggapi masukan itu, sidang memutuskan BPS membangun pos, Mei 2026.", "id", "BPS", "membangun pos"),
        ("On this point the meeting agreed that UNICEF will train officers.", "en", "UNICEF", "train officers"),
        (
            "After some debate, the committee resolved that UNICEF will train officers.",
            "en",
            "UNICEF",
            "train officers",
        ),
    ],
)
def test_a_decision_behind_what_led_to_it(sentence: str, language: str, owner: str, action: str) -> None:
    assert [(f["action"], f["owners_text"]) for f in decisions(sentence, recognise(language))] == [(action, owner)]


@pytest.mark.parametrize(
    "sentence",
    [
        "BPS menyampaikan bahwa pada tahun lalu rapat menyepakati Bappenas menyusun pedoman.",
        "Menurut BPS, sebagaimana telah dilaksanakan, rapat menyepakati Bappenas menyusun pedoman.",
    ],
)
def test_a_decision_that_somebody_only_tells_of(sentence: str) -> None:
    assert decisions(sentence, recognise()) == []
