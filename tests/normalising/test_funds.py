"""Sources of funds by their canonical names."""

import pytest

from tasks.normalising.funds import find_funds


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
