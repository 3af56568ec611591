"""Owners and supporters in words."""

import pytest

from tasks.extraction.owners import assisting, owners_and_supporters


@pytest.mark.parametrize(
    "text, owners, supporters",
    [
        ("Satuan pendidikan (didukung Dinas)", "Satuan pendidikan", "Dinas"),
        ("Ditjen GTK didukung Pustekkom", "Ditjen GTK", "Pustekkom"),
        ("BSNP bersama Ditjen Dikdasmen", "BSNP; Ditjen Dikdasmen", ""),
        ("Ditjen Dikdasmen dan Pustekkom bersama LKPP", "Ditjen Dikdasmen dan Pustekkom", "LKPP"),
        ("Pustekkom dg PT Telkom", "Pustekkom", "PT Telkom"),
        ("Ministry of Health, supported by WHO", "Ministry of Health", "WHO"),
        ("Water Board together with WHO", "Water Board", "WHO"),
        ("Water Board jointly with WHO", "Water Board; WHO", ""),
        ("Dinas Pendidikan (Disdik)", "Dinas Pendidikan (Disdik)", ""),
        ("Waste Bureau (LEDET and DEDECT to assist)", "Waste Bureau", "LEDET and DEDECT"),
        ("Dinas Sosial (BPS akan membantu)", "Dinas Sosial", "BPS"),
        ("Dinas Sosial (BPS bantu)", "Dinas Sosial", "BPS"),
        ("", "", ""),
    ],
)
def test_who_leads_and_who_helps(text: str, owners: str, supporters: str) -> None:
    assert owners_and_supporters(text) == (owners, supporters)


def test_with_may_be_shortened() -> None:
    assert owners_and_supporters("PQR w/ inputs from STU") == ("PQR", "STU")
    assert owners_and_supporters("PQR w/o STU") == ("PQR w/o STU", "")


@pytest.mark.parametrize(
    "text, who",
    [
        ("LEDET to assist.", "LEDET"),
        ("with WHO supporting", "WHO"),
        ("UNDP will support", "UNDP"),
        ("BPS ikut membantu", "BPS"),
        ("Kemenkes sebagai pendukung", "Kemenkes"),
        ("to assist", ""),
        ("supported by WHO", ""),
    ],
)
def test_who_helps_by_a_verb_behind_the_name(text: str, who: str) -> None:
    assert assisting(text) == who
