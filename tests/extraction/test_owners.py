"""Owners and supporters in words."""

import pytest

from tasks.extraction.owners import helpers, owners_and_supporters
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "text, owners, supporters",
    [
        ("Satuan pendidikan (didukung Dinas)", "Satuan pendidikan", "Dinas"),
        ("Ditjen GTK didukung Pustekkom", "Ditjen GTK", "Pustekkom"),
        ("BSNP bersama Ditjen Dikdasmen", "BSNP; Ditjen Dikdasmen", ""),
        ("Ditjen Dikdasmen dan Pustekkom bersama LKPP", "Ditjen Dikdasmen dan Pustekkom", "LKPP"),
        ("Pustekkom dg PT Telkom", "Pustekkom", "PT Telkom"),
        ("Ministry of Health, supported by WHO", "Ministry of Health", "WHO"),
        ("Dinas Pendidikan (Disdik)", "Dinas Pendidikan (Disdik)", ""),
        ("", "", ""),
    ],
)
def test_who_leads_and_who_helps(text: str, owners: str, supporters: str) -> None:
    assert owners_and_supporters(text) == (owners, supporters)


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("Membentuk tim siaga bersama BNPB", "BNPB"),
        ("Melatih relawan bekerja sama dengan BNPB dan BPS di Ambon", "BNPB dan BPS"),
        ("Prepare the survey together with BPS", "BPS"),
        ("Menyusun rujukan bersama bagi BPS", ""),
        ("Koordinasi dengan BPS", ""),
        ("Menata data BPS", ""),
    ],
)
def test_with_whom_an_action_is_done(action: str, found: str) -> None:
    assert helpers(action, recognise()) == found
