"""Columns whose cells say that they hold something else than their header does, or than none."""

import pytest

from tests.extraction.helpers import records


def test_words_of_no_language_over_a_plan() -> None:
    found = records(
        """
Zorg | Blip                   | Frib               | Vron     | Wuzz     | Kwok
High | Rebuild the cold store | Ministry of Health | Jan 2026 | Jun 2026 | USD 2.5m
Low  | Print leaflets         | ditto              | Feb 2026 | Mar 2026 | USD 20,000
""",
        "en",
    )
    assert [(r["action"], r["owners_text"], r["start_text"], r["end_text"], r["budget_text"]) for r in found] == [
        ("Rebuild the cold store", "Ministry of Health", "Jan 2026", "Jun 2026", "USD 2.5m"),
        ("Print leaflets", "Ministry of Health", "Feb 2026", "Mar 2026", "USD 20,000"),
    ]


def test_a_target_that_is_a_day_says_by_when() -> None:
    found = records("""
No | Hasil bahasan      | Ditindaklanjuti oleh | Target
1  | Memutakhirkan data | BPS                  | 30 Juni 2026
2  | Mengusulkan dana   | BPS                  | Juli 2026
3  | -                  | -                    | -
""")
    assert [(r["action"], r["end_text"]) for r in found] == [
        ("Memutakhirkan data", "30 Juni 2026"),
        ("Mengusulkan dana", "Juli 2026"),
    ]
    assert not any("output" in r for r in found)


def test_a_target_beside_a_time_stays_one() -> None:
    found = records("""
Kegiatan      | PJ  | Waktu     | Target
Melatih kader | BPS | Juni 2026 | 40 kader
""")
    assert (found[0]["output"], found[0]["period_text"]) == ("40 kader", "Juni 2026")


def test_a_place_in_front_left_blank_for_the_same() -> None:
    found = records("""
Wilayah     | Tindak Lanjut   | PJ
Kab. Badung | Menambal jalan  | BPS
            | Mengganti lampu | BPS
""")
    assert [r["place_text"] for r in found] == ["Kab. Badung", "Kab. Badung"]


def test_money_a_year_is_money() -> None:
    found = records("""
Kegiatan      | Pagu per tahun | <    | PJ
^             | 2026           | 2027 | ^
Melatih kader | 500            | 600  | BPS
""")
    assert (found[0]["budget_text"], found[0].get("period_text")) == ("500", None)


def test_a_header_that_only_hints_at_what_its_cells_do_not_hold() -> None:
    [found] = records("""
Paket            | Nilai    | Pengguna Anggaran | Selesai
Membangun embung | 3 miliar | Dinas PU Kota Batu | 31/12/2026
""")
    assert (found["owners_text"], found["budget_text"]) == ("Dinas PU Kota Batu", "3 miliar")


def test_the_day_of_a_row_says_when() -> None:
    [found] = records("Hari/Tanggal | Kegiatan | Pelaksana\nSenin, 1 Juni 2026 | Menata pantai | BPS")
    assert found["period_text"] == "Senin, 1 Juni 2026"


def test_numbers_below_a_currency_are_sums() -> None:
    [found] = records("Usulan | OPD | Bulan | Jumlah (Rp)\nMembangun pasar | Disdag | Juni | 3.000.000.000")
    assert (found["budget_text"], found["budget_unit"]) == ("3.000.000.000", "Rp")


def test_sums_that_a_word_scales_under_an_unknown_header() -> None:
    text = "Langkah | Motor | Tempo | Blip\nMenambal jalan | BPS | Juni | 12 M\nMengganti lampu | BPS | Juli | 800 jt"
    assert [r["budget_text"] for r in records(text)] == ["12 M", "800 jt"]
    lengths = "Langkah | Motor | Tempo | Blip\nMenambal jalan | BPS | Juni | 12 m\nMenggali parit | BPS | Juli | 8 m"
    assert not any(r.get("budget_text") for r in records(lengths))


def test_numbers_below_a_scale_are_sums() -> None:
    [found] = records(
        "Usulan | Kab/Kota | Volume | Estimasi (juta) | Tahun\nMembangun dermaga | Buru | 1 | 7.500 | 2026"
    )
    assert (found["budget_text"], found["budget_unit"]) == ("7.500", "juta")


def test_places_that_end_in_their_region_are_a_column_of_places_whatever_its_header() -> None:
    found = records("""
No | Simpul                        | Rencana aksi       | Pelaksana | Waktu
1  | Danau Toba, Sumut             | Menata kawasan     | BPS       | Juni 2026
2  | Labuan Bajo, Kab. Manggarai   | Memasang rambu     | BPS       | Juli 2026
3  | Mandalika, NTB                | Memperbaiki toilet | BNPB      | Mei 2026
""")
    assert [r["place_text"] for r in found] == ["Danau Toba, Sumut", "Labuan Bajo, Kab. Manggarai", "Mandalika, NTB"]


def test_other_words_under_an_unknown_header_are_no_places() -> None:
    found = records("""
No | Simpul            | Rencana aksi   | Pelaksana | Waktu
1  | Promosi ke Jepang | Menata kawasan | BPS       | Juni 2026
2  | Jalan, jembatan   | Memasang rambu | BPS       | Juli 2026
""")
    assert not any(r.get("place_text") for r in found)


def test_issues_beside_challenges_are_themes() -> None:
    [found] = records("""
No | Issue     | Challenge               | Action          | Lead
1  | By-laws   | By-laws are outdated    | Amend the rules | BPS
""")
    assert found["obstacle"] == "By-laws are outdated"
    [alone] = records("No | Issue | Action | Lead\n1 | Rules are outdated | Amend the rules | BPS")
    assert alone["obstacle"] == "Rules are outdated"


@pytest.mark.parametrize(
    ("status", "progress"),
    [("Open", ""), ("New", ""), ("Terbuka", ""), ("Ongoing", "Ongoing"), ("Draft 2 circulated", "Draft 2 circulated")],
)
def test_a_status_that_only_says_open_is_no_progress(status: str, progress: str) -> None:
    [found] = records(f"Action | Lead | Due | Status\nAmend the rules | BPS | 3 May 2026 | {status}")
    assert found.get("progress", "") == progress


@pytest.mark.parametrize(
    "progress", ["Completed Nov 2025, project closed", "Done: 3 May 2025", "Closed", "Sudah selesai"]
)
def test_what_was_completed_is_history(progress: str) -> None:
    text = (
        f"Action | Lead | Due | Progress\nAmend the rules | BPS | 3 May 2026 | {progress}\nTrain | BPS | May 2026 | -"
    )
    assert [r["action"] for r in records(text)] == ["Train"]


@pytest.mark.parametrize("progress", ["Completed 3 of 5 in May 2025", "First tender in Nov 2025 cancelled"])
def test_what_is_completed_in_part_is_progress(progress: str) -> None:
    assert len(records(f"Action | Lead | Due | Progress\nAmend the rules | BPS | 3 May 2026 | {progress}")) == 1


@pytest.mark.parametrize("none", ["None", "No action required", "Nihil", "n/a"])
def test_no_action_is_none(none: str) -> None:
    text = f"Item | Discussion | Action | Lead\n1 | Rules | {none} | -\n2 | Roads | Repair the road | BPS"
    assert [r["action"] for r in records(text)] == ["Repair the road"]
