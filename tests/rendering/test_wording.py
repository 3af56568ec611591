"""Periods, sums and lists in people's words."""

from collections import Counter
from datetime import date

import pytest

from tasks.rendering import wording
from tasks.rendering.catalogue import load

ID, EN = load("id"), load("en")


@pytest.mark.parametrize(
    "start, end, indonesian, english",
    [
        ("2017-04-01", "2017-06-30", "April–Juni 2017", "April–June 2017"),
        ("2017-06-01", "2017-06-30", "Juni 2017", "June 2017"),
        ("2017-11-01", "2018-02-28", "November 2017 – Februari 2018", "November 2017 – February 2018"),
        ("2017-02-08", "2017-02-11", "8–11 Februari 2017", "8–11 February 2017"),
        ("2017-02-28", "2017-03-03", "28 Februari – 3 Maret 2017", "28 February – 3 March 2017"),
        ("2017-12-28", "2018-01-03", "28 Desember 2017 – 3 Januari 2018", "28 December 2017 – 3 January 2018"),
        ("2017-05-05", "2017-05-05", "5 Mei 2017", "5 May 2017"),
        ("", "2017-07-31", "paling lambat 31 Juli 2017", "by 31 July 2017"),
        ("2017-05-02", "", "mulai 2 Mei 2017", "from 2 May 2017"),
        ("", "", "belum ditetapkan", "not set"),
    ],
)
def test_periods(start: str, end: str, indonesian: str, english: str) -> None:
    assert wording.period(start, end, "within", "", ID) == indonesian
    assert wording.period(start, end, "within", "", EN) == english


def test_a_deadline_has_no_beginning() -> None:
    assert wording.period("2017-01-01", "2017-07-31", "by", "", ID) == "paling lambat 31 Juli 2017"


def test_words_that_give_no_day_are_quoted() -> None:
    assert wording.period("", "", "none", "menyesuaikan", ID) == "“menyesuaikan”"


def test_recurring_work_keeps_its_words() -> None:
    said = wording.period("2017-01-01", "2017-12-31", "recurring", "setiap bulan", ID)
    assert said == "Januari–Desember 2017 (“setiap bulan”)"


def test_days_of_a_meeting_may_be_unknown() -> None:
    assert wording.days(None, None, ID) == ""
    assert wording.days(date(2017, 2, 8), None, ID) == "mulai 8 Februari 2017"


def test_money_is_never_added_up_across_currencies() -> None:
    total = wording.amounts("12500000000; USD 60000; 500") + wording.amounts("USD 5")
    assert total == Counter({"IDR": 12_500_000_500, "USD": 60_005})
    assert wording.money(total, ID) == "Rp\u00a012.500.000.500\nUSD\u00a060.005"
    assert wording.money(total, EN) == "Rp\u00a012,500,000,500\nUSD\u00a060,005"


def test_a_budget_that_is_no_sum_stays_as_written() -> None:
    assert wording.budget("2-3 paket; 5000", ID) == "Rp\u00a05.000\n2-3 paket"
    assert wording.budget("", ID) == ""


def test_levels_and_their_order() -> None:
    codes = ["school", "central", "nonsense", "district"]
    assert [wording.level(code, ID) for code in sorted(codes, key=wording.level_rank)] == [
        "Pusat", "Kabupaten/Kota", "Satuan pendidikan", "Lainnya",
    ]  # fmt: skip


def test_lists() -> None:
    assert wording.enumeration(["a", "b", "c"], ID) == "a, b dan c"
    assert wording.enumeration(["a"], ID) == "a"
    assert wording.enumeration([], ID) == ""
    assert wording.lines("Dinas A; Dinas B") == "•\u00a0Dinas A\n•\u00a0Dinas B"
    assert wording.lines("Dinas A") == "Dinas A"


def test_iso_days_within_text_are_spoken() -> None:
    assert wording.spoken_days("antara 2017-06-30 dan 2017-13-40", ID) == "antara 30 Juni 2017 dan 2017-13-40"


def test_intervals_are_spoken_as_periods() -> None:
    assert (
        wording.spoken_days("(2017-04-01/2017-06-30) ../2017-05-10", ID)
        == "(April–Juni 2017) paling lambat 10 Mei 2017"
    )
    assert wording.spoken_days("2017-05-02/..", EN) == "from 2 May 2017"
    assert wording.spoken_days("../..", EN) == "../.."
