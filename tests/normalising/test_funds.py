"""Sources of funds by their canonical names."""

from pathlib import Path

import pandas as pd
import pytest

from tasks.normalising.funds import find_funds, funds_in_prose
from tasks.normalising.money_fields import funded
from tasks.normalising.regions import Gazetteer

GAZETTEER = Gazetteer.load(2017)


def table() -> list[tuple[str, str, str]]:
    """Language, words, and funds of every row of funds.txt."""
    lines = (Path(__file__).parent / "funds.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("#")]
    return [(language, words, funds) for language, words, funds in rows]


def told(language: str, fund: str = "", action: str = "", period: str = "") -> str:
    columns = {"budget_text": "", "budget_unit": "", "fund_text": fund, "action": action, "period_text": period}
    (found,) = funded(pd.DataFrame([columns], dtype="str"), "IDR", language, GAZETTEER)
    return found.funds


@pytest.mark.parametrize("language, words, funds", table(), ids=[words for _, words, _ in table()])
def test_a_cell(language: str, words: str, funds: str) -> None:
    assert told(language, words) == funds


@pytest.mark.parametrize(
    "text, funds",
    [
        ("APBN", ["APBN"]),
        ("DIPA LPMP", ["APBN"]),
        ("APBN Kemenkes", ["APBN"]),
        ("dekonsentrasi", ["APBN"]),
        ("APBD Prov.", ["APBD Provinsi"]),
        ("APBD I", ["APBD Provinsi"]),
        ("APBD Kab", ["APBD Kab/Kota"]),
        ("APBD Kota", ["APBD Kab/Kota"]),
        ("APBD Kab/Kota", ["APBD Kab/Kota"]),
        ("APBD", ["APBD"]),
        ("APBD I dan APBD II", ["APBD Provinsi", "APBD Kab/Kota"]),
        ("APBD Provinsi, Otsus", ["APBD Provinsi", "Dana Otsus"]),
        ("APBD (APBD Provinsi)", ["APBD Provinsi"]),
        ("APBN, APBN", ["APBN"]),
        ("dana BOS", ["BOS"]),
        ("DAK Fisik", ["DAK"]),
        ("DAK nonfisik/BOK", ["DAK", "BOK"]),
        ("USO", ["USO"]),
        ("Hibah UNICEF", ["Hibah"]),
        ("Danais", ["Dana Keistimewaan"]),
        ("CSR", ["CSR"]),
        ("state budget and grant", ["APBN", "Hibah"]),
        ("provincial budget", ["APBD Provinsi"]),
        ("uji berkala (BLU-e)", []),
        ("APBN-APBD", ["APBN", "APBD"]),
        ("PT PLN", []),
        ("", []),
    ],
)
def test_find(text: str, funds: list[str]) -> None:
    assert find_funds(text) == funds


@pytest.mark.parametrize(
    "text, funds",
    [
        ("Provincial budget", ["Provincial budget"]),
        ("grant", ["Grant"]),
        ("state budget, donor", ["State budget", "Grant"]),
        ("APBN, Hibah", ["APBN", "Hibah"]),
    ],
)
def test_an_english_plan_shows_what_is_named_in_english_in_english(text: str, funds: list[str]) -> None:
    assert find_funds(text, "en") == funds


@pytest.mark.parametrize(
    "text, funds",
    [
        ("mengaktifkan posyandu dengan dukungan Dana Desa", ["Dana Desa"]),
        ("membangun jaringan pada tahun 2018 dengan dana APBN", ["APBN"]),
        ("merehabilitasi jalan, dibiayai dari APBD Provinsi", ["APBD Provinsi"]),
        ("memperbaiki jembatan yang bersumber dari dana DAK Fisik", ["DAK"]),
        ("train officers with grant funds", ["Hibah"]),
        ("repair the weir, funded by the provincial budget", ["APBD Provinsi"]),
        ("menyusun juknis DAK", []),
        ("menyelaraskan RKAS dengan BOS", []),
        ("membersihkan pantai dengan dukungan masyarakat", []),
        ("obtain approval from the Universal Service Fund", []),
        ("allocate funds in the provincial budget", []),
    ],
)
def test_what_a_sentence_says_to_pay_with(text: str, funds: list[str]) -> None:
    assert funds_in_prose(text) == funds


def test_a_sentence_tells_the_fund_where_no_column_does() -> None:
    assert told("id", action="melatih kader dengan dana APBN") == "APBN"
    assert told("en", period="in February 2024 with grant funds") == "Grant"
    assert told("id", "DAK", "melatih kader dengan dana APBN") == "DAK"


@pytest.mark.parametrize(
    "text, funds",
    [
        ("Cost (Rm)", []),
        ("BOS", []),
        ("State budget", ["State budget"]),
        ("CSR of banks", ["CSR"]),
        ("own funding", ["Own funding"]),
        ("their own source revenue", ["Own source revenue"]),
    ],
)
def test_funds_of_another_country(text: str, funds: list[str]) -> None:
    assert find_funds(text, "en", abroad=True) == funds


def test_what_somebody_pays_himself() -> None:
    assert find_funds("dana sendiri dan APBD") == ["APBD", "Dana sendiri"]
    assert find_funds("ownership of funds") == []
