"""Period expressions of both languages, each with the interval that its grammar gives; written without the sample."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.values import Sense
from tasks.normalising.periods import PeriodContext, find_periods, parse_period, understood

CONTEXT = PeriodContext(2017, date(2017, 2, 8), date(2017, 2, 11), {"UNBK": (date(2017, 4, 10), date(2017, 4, 13))})
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def table() -> list[tuple[str, str]]:
    """Text and what it means ("first last sense", "?" if nothing), from periods.txt."""
    lines = (Path(__file__).parent / "periods.txt").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            text, *cells = (cell.strip() for cell in line.split("|"))
            rows.append((text.replace("\\n", "\n"), " ".join(cell or "-" for cell in cells)))
    return rows


def test_the_table_is_large() -> None:
    assert len(table()) >= 250


@pytest.mark.parametrize("text, meaning", table(), ids=[text for text, _ in table()])
def test_expression(text: str, meaning: str) -> None:
    found = parse_period(text, CONTEXT)
    assert said(found) == meaning


def said(found: object) -> str:
    if found is None:
        return "?"
    start, end, sense = (getattr(found, name) for name in ("start", "end", "sense"))
    return f"{start or '-'} {end or '-'} {sense}"


def test_keeps_the_words() -> None:
    found = parse_period("  paling lambat\nMei 2017 ", CONTEXT)
    assert found is not None
    assert found.text == "  paling lambat\nMei 2017 "
