"""Number formats: what a person sees of a number."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.blocks import CellValue
from tasks.reading.notation.number_formats import date_format, from_serial, general, iso_value, shown_number


def shown(serial: float, code: str, since_1904: bool = False) -> tuple[CellValue, str]:
    found = date_format(code)
    assert found is not None
    return from_serial(serial, found, since_1904)


@pytest.mark.parametrize(
    ("serial", "code", "value", "text"),
    [
        (42979, "mmm-yy", date(2017, 9, 1), "Sep-17"),
        (42979, "dd/mm/yyyy", date(2017, 9, 1), "01/09/2017"),
        (42979, "[$-421]d mmm yyyy", date(2017, 9, 1), "1 Sep 2017"),
        (42948, "[$-0421]dddd, d mmmm yyyy", date(2017, 8, 1), "Selasa, 1 Agustus 2017"),
        (42979, "mmmmm", date(2017, 9, 1), "S"),
        (42979.75, "d/m/yy h:mm", datetime(2017, 9, 1, 18), "1/9/17 18:00"),  # noqa: DTZ001
        (42979.75, "d/m/yy h:mm AM/PM", datetime(2017, 9, 1, 18), "1/9/17 6:00 PM"),  # noqa: DTZ001
        (0.5, "hh:mm", time(12), "12:00"),
        (42979, 'yyyy"T"mm\\-dd;@', date(2017, 9, 1), "2017T09-01"),
        (42979, "[Red]d/m;@", date(2017, 9, 1), "1/9"),
        (1.25, "[h]:mm", 1.25, "30:00"),
        (59, "d/m/yyyy", date(1900, 2, 28), "28/2/1900"),
        (61, "d/m/yyyy", date(1900, 3, 1), "1/3/1900"),
        (-3, "d/m/yyyy", -3, "-3"),
    ],
)
def test_dates(serial: float, code: str, value: CellValue, text: str) -> None:
    assert shown(serial, code) == (value, text)


@pytest.mark.parametrize("code", ["General", "0.00", "#,##0", '"Rp"#,##0', "@", "0%", '"hari"', '#,##0 "dihitung"'])
def test_formats_of_numbers_are_no_dates(code: str) -> None:
    assert date_format(code) is None


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1_500_000, '"Rp"#,##0', "1500000"),
        (0.256, "0.0%", "25.6%"),
        (7, "000", "007"),
        (2.5, "0.00", "2.5"),
        (1_500_000.0, "#,##0.00", "1500000"),
    ],
)
def test_numbers(number: float, code: str, text: str) -> None:
    assert shown_number(number, code) == text


@given(st.floats(-1e307, 1e307))
def test_any_number_is_shown_close_to_its_value(number: float) -> None:
    assert float(general(number)) == pytest.approx(number, rel=1e-9)


@given(st.text(max_size=30), st.floats(0, 3e6))
def test_no_format_breaks_the_reader(code: str, serial: float) -> None:
    found = date_format(code)
    assert found is None or isinstance(from_serial(serial, found, False)[1], str)


def test_dates_of_strict_workbooks() -> None:
    assert iso_value("2017-09-01T00:00:00Z") == (date(2017, 9, 1), "01/09/2017")
    assert iso_value("besok") == ("besok", "besok")
