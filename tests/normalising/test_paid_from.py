"""Funds behind a sum."""

import pytest

from tasks.normalising.paid_from import sum_and_fund


@pytest.mark.parametrize(
    ("text", "amount", "fund"),
    [
        ("PhP 4,800,000.00 c/o LQRF", "PhP 4,800,000.00", "LQRF"),
        ("PhP 6.4 million chargeable against the GQA", "PhP 6.4 million", "GQA"),
        ("PhP 850k, charged to DOZT-GIA", "PhP 850k", "DOZT-GIA"),
        ("P3.2 Million, GQA", "P3.2 Million", "GQA"),
        ("KES 25M from Water Fund", "KES 25M", "Water Fund"),
        ("Rp 5.000.000 dari Dana Desa", "Rp 5.000.000", "Dana Desa"),
        ("R18.5 million has been set aside in the MTEF", "R18.5 million", "MTEF"),
        ("KES 4M is provided for in the Supplementary Budget", "KES 4M", "Supplementary Budget"),
        ("Rp 2 miliar telah dialokasikan pada DIPA", "Rp 2 miliar", "DIPA"),
        ("Rp 1 miliar dibebankan pada DIPA Kemenkes", "Rp 1 miliar", "DIPA Kemenkes"),
    ],
)
def test_what_a_sum_is_charged_to(text: str, amount: str, fund: str) -> None:
    assert sum_and_fund(text) == (amount, fund)


@pytest.mark.parametrize(
    "text", ["5,000 USD", "PhP 100, PHP", "Rp 100 JUTA", "PhP 210M", "KES 4 billion from January", "", "GQA"]
)
def test_what_is_no_fund(text: str) -> None:
    assert sum_and_fund(text) == (text, "")
