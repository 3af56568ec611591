"""The stage of an item is that of what it makes, else of what it does."""

import pytest

from tasks.linking.stages import stage
from tests.linking.plans import aimed


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("Menyusun juknis verifikasi data", "guideline"),
        ("Standard design of evacuation centres", "guideline"),
        ("Standar layanan diterapkan di pelabuhan", "use"),
        ("Update of the vulnerability toolkit", "guideline"),
        ("Submit the water bill to parliament", "drafting"),
        ("Menyampaikan alat peraga ke sekolah", "distribution"),
        ("Menyampaikan data sekolah", "data"),
        ("Membentuk tim verifikasi data", "appointment"),
        ("Menyusun laporan evaluasi", "report"),
        ("Sensitisation of stakeholders on the vouchers", "socialise"),
        ("Mengusulkan kuota pupuk", "proposal"),
        ("Cleaning of the farmer register", "verify"),
        ("Vaccination of cattle", "use"),
        ("Posyandu remaja", "use"),
    ],
)
def test_stage(action: str, name: str) -> None:
    targets, [item] = aimed({"action": action})
    assert stage(targets.all[item]) == name
