"""Brackets behind an action."""

import pytest

from tasks.extraction.brackets import bracketed, references
from tests.extraction.helpers import recognise


def test_brackets_that_tell_are_taken_out() -> None:
    bare, said = bracketed("Memetakan sekolah (blank spot) (BPS; Mei 2026)", recognise())
    assert bare == "Memetakan sekolah (blank spot)"
    assert [(p.kind, p.text) for p in said] == [("owner", "BPS"), ("period", "Mei 2026")]


@pytest.mark.parametrize(
    "text", ["Menyusun peta jalan (roadmap)", "Menata layanan (SSO) baru", "Menyusun X (lihat no. 2)"]
)
def test_brackets_that_explain_stay(text: str) -> None:
    assert bracketed(text, recognise()) == (text, [])


@pytest.mark.parametrize(
    "inside, said",
    [
        ("BPXX Situbondo – mulai Mei", [("owner", "BPXX Situbondo"), ("period", "mulai Mei")]),
        ("BXYZ, Mei 2026", [("owner", "BXYZ"), ("period", "Mei 2026")]),
        (
            "EPI, with UNICEF and Gavi, Mei 2026",
            [("owner", "EPI"), ("supporter", "UNICEF and Gavi"), ("period", "Mei 2026")],
        ),
        ("BPS, Mei 2026; IGF", [("owner", "BPS"), ("period", "Mei 2026"), ("fund", "IGF")]),
        ("Juni – Agustus 2026", [("period", "Juni – Agustus 2026")]),
        ("Juni 2020 – Rp1,5 M", [("period", "Juni 2020"), ("money", "Rp1,5 M")]),
        (
            "Juni – Agustus 2026 – Rp 2 M – APBN",
            [("period", "Juni – Agustus 2026"), ("money", "Rp 2 M"), ("fund", "APBN")],
        ),
        ("BXYZ and county governments, Mei 2026", [("owner", "BXYZ and county governments"), ("period", "Mei 2026")]),
        (
            "BXYZ; Mei 2026; USD 96M; World Bank",
            [("owner", "BXYZ"), ("period", "Mei 2026"), ("money", "USD 96M"), ("fund", "World Bank")],
        ),
        ("seluruh puskesmas, Rp 20 juta", [("owner", "seluruh puskesmas"), ("money", "Rp 20 juta")]),
    ],
)
def test_names_that_no_directory_knows(inside: str, said: list[tuple[str, str]]) -> None:
    for text in (f"Melatih nelayan ({inside})", f"Melatih nelayan [{inside}]"):
        bare, found = bracketed(text, recognise())
        assert bare == "Melatih nelayan"
        assert [(p.kind, p.text) for p in found] == said


def test_who_is_named_behind_a_sum_pays_it() -> None:
    bare, said = bracketed("Train staff, USD 9.8M (World Bank)", recognise())
    assert (bare, [(p.kind, p.text) for p in said]) == ("Train staff, USD 9.8M", [("fund", "World Bank")])


def test_a_short_form_alone_or_a_stage_is_no_owner() -> None:
    for text in ("Menyusun rencana induk (RIPX)", "Melatih nelayan (tahap pertama, Mei 2026)"):
        assert bracketed(text, recognise()) == (text, [])


def test_references_in_brackets() -> None:
    assert references("Menyusun X (lihat no. 2)", recognise()) == ["lihat no. 2"]


def test_a_bracket_that_renames_what_goes_on_is_no_owner() -> None:
    text = "Mengaktifkan kelompok sadar hukum (Pokdarkum) di setiap desa"
    assert bracketed(text, recognise()) == (text, [])


def test_a_helper_behind_the_one_who_acts_and_a_fund_behind_a_sum() -> None:
    said = bracketed("Restore the radar (NWS w/ DPW; Q3 2026)", recognise("en"))
    assert [(p.kind, p.text) for p in said[1]] == [("owner", "NWS w/ DPW"), ("period", "Q3 2026")]
    paid = bracketed("Stock the depots (USD 27.5 million, QRF)", recognise("en"))
    assert [(p.kind, p.text) for p in paid[1]] == [("money", "USD 27.5 million"), ("fund", "QRF")]


@pytest.mark.parametrize(
    "inside, said",
    [
        ("metros; by 31 December 2026", [("owner", "metros"), ("period", "by 31 December 2026")]),
        ("Ekurhuleni, Tshwane; May 2026", [("owner", "Ekurhuleni, Tshwane"), ("period", "May 2026")]),
        (
            "Waterberg DM supported by WHO; May 2026",
            [("owner", "Waterberg DM supported by WHO"), ("period", "May 2026")],
        ),
        ("tim teknis; Mei 2026", [("owner", "tim teknis"), ("period", "Mei 2026")]),
        (
            "Kantor Y, BPS membantu; Mei 2026",
            [("owner", "Kantor Y"), ("supporter", "BPS membantu"), ("period", "Mei 2026")],
        ),
        ("phase 2; May 2026", []),
        ("lower basin; May 2026", []),
        ("di Jawa; Mei 2026", []),
        ("status; selesai", []),
    ],
)
def test_who_and_when_parted_by_a_semicolon(inside: str, said: list[tuple[str, str]]) -> None:
    _, found = bracketed(f"Memetakan sekolah ({inside})", recognise())
    assert [(p.kind, p.text) for p in found] == said


def test_a_bracket_that_abbreviates_the_words_before_it_stays() -> None:
    text = "Menyelenggarakan uji Administrator Basis Data (ABD) pada Mei 2026 (BPS)"
    bare, said = bracketed(text, recognise())
    assert bare == "Menyelenggarakan uji Administrator Basis Data (ABD) pada Mei 2026"
    assert [(p.kind, p.text) for p in said] == [("owner", "BPS")]
