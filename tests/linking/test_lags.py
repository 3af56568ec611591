"""How long after its prerequisite something begins."""

import re
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.linking.lags import lag, longest
from tasks.linking.mentions import mentions
from tasks.scheduling.moments import lag as moments
from tests.linking.plans import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dilaksanakan 1 bulan setelah juknis terbit", "P1M"),
        ("dua minggu sesudah pencairan", "P2W"),
        ("sebulan setelah juknis terbit", "P1M"),
        ("14 (empat belas) hari kerja setelah kontrak ditandatangani", "P14D"),
        ("H+14 setelah SK terbit", "P14D"),
        ("three months after the guideline is issued", "P3M"),
        ("a week after delivery of the tablets", "P1W"),
        ("evaluasi setelah perluasan berjalan 3 bulan", "P3M"),
        ("paling lambat 2 minggu sebelum penerimaan siswa", "P2W"),
        ("setelah juknis terbit", ""),
        ("paling lambat 2 minggu setelah juknis terbit", ""),
        ("within 3 weeks after approval of the budget", ""),
        ("bimtek selama 3 hari setelah juknis terbit", ""),
        ("pada bulan 3 setelah juknis terbit", ""),
        ("bagi 300 guru setelah juknis terbit", ""),
    ],
)
def test_the_least_time_between_two_things(text: str, expected: str) -> None:
    assert [mention.lag for mention in mentions(text)][:1] == [expected]


def test_a_lag_stands_in_the_table_of_links() -> None:
    made, _ = linked(
        {"action": "Menerbitkan juknis dana dekonsentrasi", "number": "1"},
        {"action": "Bimtek pengelola perpustakaan", "depends_text": "1 bulan setelah juknis dana dekonsentrasi terbit"},
    )
    assert list(made.links["lag"]) == ["P1M"]


def test_the_longest_of_several_counts() -> None:
    assert longest("P3W", "", "P1M", "P10D") == "P1M"
    assert longest() == ""


@given(st.text(), st.text(), st.sampled_from(["after", "before"]))
def test_a_lag_is_a_duration_that_scheduling_reads(
    ahead: str, phrase: str, direction: Literal["after", "before"]
) -> None:
    for said in (lag(ahead, phrase, direction), lag(f"{ahead} 2 bulan", phrase, direction)):
        assert moments(said) >= 0
        assert said == "" or re.fullmatch(r"P\d+[MWD]", said)
