"""Messages that add to earlier ones or put them right."""

import pytest

from tasks.extraction.amendments import added, addition, corrected, correction
from tests.extraction.helpers import recognise

EARLIER = [
    {"action": "kirim modul", "period_text": "3 Mei 2026"},
    {"action": "bangun 12 rumah", "period_text": "Juni 2026", "owners_text": "BPS"},
]


@pytest.mark.parametrize(
    "text, told",
    [
        ("dananya 420 jt dr APBD Kab", {"budget_text": "420 jt dr APBD Kab", "fund_text": "420 jt dr APBD Kab"}),
        ("siap bu, paling lambat Mei 2026", {"period_text": "paling lambat Mei 2026"}),
        ("kami sampai 3 Mei 2026", {}),
        ("pesta rakyat tahunan 5 Mei 2026", {}),
        ("5 Mei 2026?", {}),
    ],
)
def test_what_only_adds_a_time_or_sum(text: str, told: dict[str, str]) -> None:
    assert addition(text, recognise()) == told


def test_what_is_said_stays() -> None:
    assert added(EARLIER[0], {"period_text": "Juli", "budget_text": "5 jt"}) == {**EARLIER[0], "budget_text": "5 jt"}


@pytest.mark.parametrize(
    "text, at, when",
    [
        ("Koreksi, modul 17 Mei 2026 ya", 0, "17 Mei 2026 ya"),
        ("ralat: modul jadi 15 Mei 2026, bukan 3 Mei", 0, "15 Mei 2026"),
        ("ralat: Juli 2026", 1, "Juli 2026"),
    ],
)
def test_what_is_put_right(text: str, at: int, when: str) -> None:
    found = corrected(correction(text), EARLIER, recognise())
    assert found == (at, {**EARLIER[at], "period_text": when})


def test_a_correction_of_nothing() -> None:
    assert correction("modul dikirim 5 Mei") == ""
    assert corrected("jadwal bus jadi 5 Mei 2026", EARLIER, recognise()) is None
