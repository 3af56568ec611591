"""Owners and supporters in words."""

import pytest

from tasks.extraction.owners import owners_and_supporters


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


def test_with_may_be_shortened() -> None:
    assert owners_and_supporters("PQR w/ inputs from STU") == ("PQR", "STU")
    assert owners_and_supporters("PQR w/o STU") == ("PQR w/o STU", "")
