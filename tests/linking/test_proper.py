"""Proper names are told by their capitals."""

import pytest

from tasks.linking.proper import names
from tests.linking.plans import aimed


def found(*actions: str) -> frozenset[str]:
    targets, _ = aimed(*({"action": action} for action in actions))
    return names(targets.rows, targets.weights, len(targets.all))


@pytest.mark.parametrize(
    ("action", "name"),
    [("Bimtek operator SIKS-NG", "siks"), ("Train nurses on GeoRiskPH", "georiskph"), ("Membuka e-Lapor", "elapor")],
)
def test_a_word_with_capitals_within_is_a_name(action: str, name: str) -> None:
    assert name in found(action)


@pytest.mark.parametrize("action", ["Bimtek operator gudang", "BIMTEK OPERATOR GUDANG", "Bimtek Operator Gudang"])
def test_a_word_in_small_letters_or_a_text_in_capitals_tells_of_no_name(action: str) -> None:
    assert found(action) == frozenset()


def test_what_most_write_in_small_letters_is_no_name() -> None:
    assert found("Membuka POSKO", "Renovasi gedung posko", "Sosialisasi jadwal posko") == frozenset()


def test_a_name_that_all_have_tells_none_from_another() -> None:
    done = ("Melatih petugas", "Membeli laptop", "Menyusun jadwal", "Mengevaluasi layanan")
    assert found(*(f"{action} SIKS" for action in done)) == frozenset()
