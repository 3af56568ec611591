"""Actions in words."""

import pytest

from tasks.extraction.clauses import action_in_table, read_actions, read_point
from tests.extraction.helpers import recognise


def one(text: str, language: str = "id") -> dict[str, str]:
    (found,) = read_actions(text, recognise(language))
    return {k: v for k, v in found.items() if v and k != "asked"}


def test_who_what_when_after_what() -> None:
    said = (
        "Setjen Kemdikbud dan Kemkominfo menandatangani nota kesepahaman sebelum pengusulan lokasi, paling lambat "
        "31 Maret 2026. Kendala selama ini, kuota tidak pasti."
    )
    assert one(said) == {
        "action": "menandatangani nota kesepahaman",
        "owners_text": "Setjen Kemdikbud dan Kemkominfo",
        "depends_text": "sebelum pengusulan lokasi",
        "period_text": "paling lambat 31 Maret 2026",
        "obstacle": "kuota tidak pasti",
    }  # fmt: skip


def test_passive_with_oleh() -> None:
    assert one("Menyelenggarakan pelatihan oleh Pustekkom bersama P4TK pada Juni 2026, memakai modul baru.") == {
        "action": "Menyelenggarakan pelatihan",
        "owners_text": "Pustekkom; P4TK",
        "period_text": "pada Juni 2026",
        "depends_text": "memakai modul baru",
    }


def test_output_in_its_own_clause() -> None:
    assert one("BPS menerbitkan surat; Maret 2026, output berupa SE Mendikbud.")["output"] == "SE Mendikbud"
    assert one("Pemda diminta mengalokasikan anggaran; besarannya paling sedikit 2%.")["output"] == "paling sedikit 2%"


def test_a_place_as_a_sentence_before() -> None:
    found = one("Bali. UPT BTIKP Bali memproduksi konten (30 judul), selesai Maret 2026.")
    assert (found["place_text"], found["action"], found["output"]) == ("Bali", "memproduksi konten", "30 judul")


def test_colons() -> None:
    assert one("Produksi video tunarungu: Pustekkom, Sept 2026, 50 judul") == {
        "action": "Produksi video tunarungu", "owners_text": "Pustekkom", "period_text": "Sept 2026",
        "output": "50 judul",
    }  # fmt: skip
    assert one("BPBD: siapkan peta evakuasi (akhir April)")["owners_text"] == "BPBD"
    assert one("helpdesk SchoolNet: perkuat layanan, PJ Pustekkom. saat ini baru jam kerja") == {
        "action": "perkuat layanan", "owners_text": "Pustekkom", "progress": "saat ini baru jam kerja",
    }  # fmt: skip


def test_two_requests_in_a_paragraph() -> None:
    found = read_actions("BPS menata data pada Mei 2026. Dinas Sosial Kota Batu menyalurkan bantuan.", recognise())
    assert [(f["owners_text"], f["action"]) for f in found] == [
        ("BPS", "menata data"),
        ("Dinas Sosial Kota Batu", "menyalurkan bantuan"),
    ]


def test_english() -> None:
    assert one(
        "The Ministry of Health will prepare a guideline by 30 June 2026, after the survey is completed.", "en"
    ) == {
        "action": "prepare a guideline",
        "owners_text": "The Ministry of Health",
        "period_text": "by 30 June 2026",
        "depends_text": "after the survey is completed",
    }


def test_nothing_asked_gives_nothing() -> None:
    assert read_actions("Listrik dan jaringan tidak merata.", recognise()) == []
    assert read_actions("", recognise()) == []


def test_a_point_without_a_verb() -> None:
    found = read_point("SOP evakuasi hotel, BPBD, TW II 2026", recognise())
    assert (found["action"], found["owners_text"], found["period_text"]) == ("SOP evakuasi hotel", "BPBD", "TW II 2026")


def test_an_action_in_a_table_keeps_its_words() -> None:
    text = "Menyusun rencana induk setelah peta jalan terbit"
    found = action_in_table(text, {"owner"}, recognise())
    assert found == {"action": text, "depends_text": "setelah peta jalan terbit"}


def test_brackets_count_where_no_column_names_owners() -> None:
    text = "Menata data (BPS; Mei 2026)"
    assert action_in_table(text, {"owner"}, recognise())["action"] == text
    assert action_in_table(text, set(), recognise())["owners_text"] == "BPS"
    assert (
        action_in_table("Bimtek oleh LPMP Sulsel untuk 24 kab/kota", set(), recognise())["owners_text"] == "LPMP Sulsel"
    )


def test_those_named_first_as_company_help() -> None:
    found = one("Bersama BNPB, BPS menyusun peta rawan banjir, Mei 2026.")
    assert (found["owners_text"], found["supporters_text"]) == ("BPS", "BNPB")


def test_other_times_that_are_told_of_do_not_count() -> None:
    said = one(
        "BPS to repair the stations by 31 July 2026 - the slide said June but the spares only land in July.", "en"
    )
    assert said["period_text"] == "by 31 July 2026"
    assert one("BPS to train surveyors by May 2026. The slides say June.", "en")["period_text"] == "by May 2026"


def test_a_short_name_before_a_colon_acts_unless_somebody_else_is_named() -> None:
    assert one("KEMRI: publish the guideline, June 2026", "en")["owners_text"] == "KEMRI"
    assert one("SSOX: menyusun panduan, BPS, Juni 2026")["owners_text"] == "BPS"


def test_asap_is_a_time() -> None:
    found = one("Council must repair the fence of the landfill asap, own funds", "en")
    assert (found["action"], found["period_text"]) == ("repair the fence of the landfill", "asap")
    assert one("BPS menyusun panduan secepatnya")["action"] == "menyusun panduan"
    assert one("BPS menyusun panduan secepatnya, Mei 2026")["period_text"] == "Mei 2026"


@pytest.mark.parametrize(
    "text, action, owner, helper",
    [
        (
            "BRI: KUR tani dibagikan tuntas, 31 Juli 2026. penyuluh bantu",
            "KUR tani dibagikan tuntas",
            "BRI",
            "penyuluh",
        ),
        ("Bulog: CBP untuk 3 kabupaten disalurkan, Mei 2026", "CBP untuk 3 kabupaten disalurkan", "Bulog", ""),
    ],
)
def test_what_is_to_be_done_to_a_thing_behind_a_name(text: str, action: str, owner: str, helper: str) -> None:
    found = read_actions(text, recognise())
    assert [(f["action"], f["owners_text"], f.get("supporters_text", "")) for f in found] == [(action, owner, helper)]
