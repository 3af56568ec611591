"""Stretches of time for which something is owed, and times by which it is paid."""

import pytest

from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    "text, told",
    [
        ("pay the allowances owed to teachers up to March 2024 by the end of July 2024", ["by the end of July 2024"]),
        ("audit the accounts of the fund from January 2022 to June 2023 by May 2024", ["by May 2024"]),
        ("membayar tunggakan klaim s.d. Desember 2023 paling lambat Juni 2024", ["paling lambat Juni 2024"]),
        ("memeriksa realisasi anggaran hingga Juni 2023 pada September 2024", ["pada September 2024"]),
        ("pay the arrears by June 2024", ["by June 2024"]),
        ("membayar utang sampai dengan Juni 2024", ["sampai dengan Juni 2024"]),
        ("collect the seeds until June 2024", ["until June 2024"]),
    ],
)
def test_only_the_time_of_doing_counts(text: str, told: list[str]) -> None:
    assert [period.text for period in recognise("en").periods(text)] == told
