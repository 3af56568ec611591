"""Sentences cut into pieces."""

import pytest

from tasks.extraction.pieces import classify, pieces
from tests.extraction.helpers import recognise


def cut(text: str) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in pieces(text, recognise())]


def test_commas_cut_only_where_something_else_begins() -> None:
    assert cut("menyusun modul, panduan, dan silabus, Mei 2026") == [
        ("action", "menyusun modul, panduan, dan silabus"),
        ("period", "Mei 2026"),
    ]


def test_words_cut_without_commas() -> None:
    assert cut("mengadakan PLTS pada TW III 2026 dengan dana DAK sebesar Rp 2 M") == [
        ("action", "mengadakan PLTS"),
        ("period", "pada TW III 2026"),
        ("fund", "dengan dana DAK"),
        ("money", "sebesar Rp 2 M"),
    ]


def test_a_condition_keeps_its_words() -> None:
    assert cut("mengusulkan lokasi setelah hasil survei BPS terbit, Juni 2026") == [
        ("action", "mengusulkan lokasi"),
        ("depends", "setelah hasil survei BPS terbit"),
        ("period", "Juni 2026"),
    ]


def test_a_year_in_a_name_is_no_period() -> None:
    assert cut("menyempurnakan juknis BOS 2026") == [("action", "menyempurnakan juknis BOS 2026")]


def test_a_purpose_belongs_to_the_action_unless_something_came_between() -> None:
    assert cut("merevisi juknis agar internet dapat dibiayai") == [
        ("action", "merevisi juknis agar internet dapat dibiayai")
    ]
    assert cut("merevisi juknis pada Mei 2026 agar internet dibiayai")[-1] == ("purpose", "agar internet dibiayai")


@pytest.mark.parametrize(
    "words, kind",
    [
        ("Kendala: dana", "obstacle"),
        ("sebanyak 40 judul", "output"),
        ("25 judul", "output"),
        ("2026", "period"),
        ("BPS dan LKPP", "owner"),
        ("Forum Relawan Banten", "owner"),
        ("didukung BPS", "supporter"),
        ("Rp 2 juta", "money"),
        ("DIPA LPMP", "fund"),
        ("lihat Kelompok 2", "depends"),
        ("bahasa isyarat", "other"),
    ],
)
def test_what_a_piece_is_about(words: str, kind: str) -> None:
    assert classify(words, recognise()) == kind


def test_a_bare_year_before_another_time_belongs_to_the_action() -> None:
    assert cut("melunasi iuran tahun 2025, paling lambat 30 Juni 2026") == [
        ("action", "melunasi iuran tahun 2025"),
        ("period", "paling lambat 30 Juni 2026"),
    ]


def test_with_whom_at_the_end() -> None:
    assert cut("menyusun SOP bersama BPS, Mei 2026")[1] == ("supporter", "bersama BPS")
    assert cut("menyusun SOP bersama BPS untuk desa") == [("action", "menyusun SOP bersama BPS untuk desa")]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Roll out the cattle tags – SDL – Q3 2026", "SDL"),
        ("Clean the register - SDA supported by the counties - March 2026", "SDA supported by the counties"),
        ("Train the staff, OCD w/ inputs from DSW, Q4 2026", "OCD w/ inputs from DSW"),
        ("Peta risiko banjir, disusun BPBD Jambi, Juli 2026", "disusun BPBD Jambi"),
        ("Evaluasi layanan oleh Balitbangkes, Mei 2026", "oleh Balitbangkes"),
    ],
)
def test_who_acts_closes_a_point(text: str, owner: str) -> None:
    assert [p.text for p in pieces(text, recognise()) if p.kind == "owner"] == [owner]


def test_short_names_between_commas_are_things() -> None:
    assert [p.kind for p in pieces("Pengadaan PC, UPS, Desember 2026", recognise())] == ["action", "period"]


def test_words_that_lead_to_a_time_are_no_action() -> None:
    assert pieces("Rehab 25 unit embung baru bisa Juni 2026", recognise())[0].text == "Rehab 25 unit embung"
