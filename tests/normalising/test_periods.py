"""Period expressions of both languages, each with the interval that its grammar gives; written without the sample."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.values import Period, Sense
from tasks.normalising.fiscal_years import BudgetYear
from tasks.normalising.period_reading import reading
from tasks.normalising.period_templates import read_words
from tasks.normalising.periods import PeriodContext, find_periods, is_period, parse_period, understood

CONTEXT = PeriodContext(2017, date(2017, 2, 8), date(2017, 2, 11), {"UNBK": (date(2017, 4, 10), date(2017, 4, 13))})
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
    "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip


def table() -> list[tuple[str, str]]:
    """Text and what it means ("first last sense", with the grain where it is said; "?" if nothing), periods.txt."""
    lines = (Path(__file__).parent / "periods.txt").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            text, *cells = (cell.strip() for cell in line.split("|"))
            rows.append((text.replace("\\n", "\n"), " ".join(cell or "-" for cell in cells)))
    return rows


def test_the_table_is_large() -> None:
    meanings = [meaning for _, meaning in table()]
    assert len(meanings) >= 900
    assert meanings.count("?") >= 100
    assert len({text for text, _ in table()}) == len(meanings)


@pytest.mark.parametrize("text, meaning", table(), ids=[text for text, _ in table()])
def test_expression(text: str, meaning: str) -> None:
    found = parse_period(text, CONTEXT)
    assert said(found, with_grain=len(meaning.split()) == 4) == meaning


def said(found: Period | None, with_grain: bool) -> str:
    if found is None:
        return "?"
    grain = f" {found.grain or '-'}" if with_grain else ""
    return f"{found.start or '-'} {found.end or '-'} {found.sense}{grain}"


def test_keeps_the_words() -> None:
    found = parse_period("  paling lambat\nMei 2017 ", CONTEXT)
    assert found is not None
    assert found.text == "  paling lambat\nMei 2017 "


def test_vague_words_are_understood_and_others_not() -> None:
    assert understood("menyesuaikan", CONTEXT)
    assert not understood("xyz", CONTEXT)
    assert not understood("", CONTEXT)


def test_relative_words_stay_open_without_the_meeting() -> None:
    found = parse_period("minggu depan", PeriodContext(2017))
    assert found is not None
    assert (found.start, found.end, found.sense) == (None, None, Sense.RELATIVE)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("FY 2018", "2017-04-01", "2018-03-31"),
        ("FY18", "2017-04-01", "2018-03-31"),
        ("fiscal year 2017/18", "2017-04-01", "2018-03-31"),
        ("FY 2017-18", "2017-04-01", "2018-03-31"),
        ("Q1 FY 2018", "2017-04-01", "2017-06-30"),
        ("Q4 of FY 2018", "2018-01-01", "2018-03-31"),
        ("Q1 2018", "2018-01-01", "2018-03-31"),
        ("2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_budget_years_that_begin_with_april(text: str, first: str, last: str) -> None:
    found = parse_period(text, PeriodContext(2017, budget=BudgetYear(4)))
    assert found is not None
    assert (str(found.start), str(found.end)) == (first, last)


def test_an_event_of_the_plan_counts_in_its_year_only() -> None:
    other = parse_period("sebelum UNBK 2018", CONTEXT)
    assert other is not None
    assert other.end is None


@pytest.mark.parametrize(
    "text", ["2018", "paling lambat Mei", "secepatnya", "Mei 2017 (TW II)", "setiap bulan", "42825"]
)
def test_a_text_about_time_alone(text: str) -> None:
    assert is_period(text, CONTEXT)


@pytest.mark.parametrize("text", ["Menyusun modul pada Mei 2017", "Rapat Mei 2017", "xyz", "", "Pustekkom"])
def test_a_text_about_more_than_time(text: str) -> None:
    assert not is_period(text, CONTEXT)


FOUND = [
    ("Setjen membentuk tim, paling lambat 28 Februari 2017.", ["paling lambat 28 Februari 2017"]),
    ("BSNP menetapkan standar minimal pada triwulan III 2017.", ["pada triwulan III 2017"]),
    ("Menandatangani perjanjian pada bulan Juni 2017 supaya siaran diterima", ["pada bulan Juni 2017"]),
    ("menyusun pedoman; tenggat 30 April 2017.", ["tenggat 30 April 2017"]),
    ("menuntaskan Pergub, bulan Mei 2017. Progres: rancangan", ["bulan Mei 2017"]),
    ("melatih guru 24-28 Juli 2017 di Bandung", ["24-28 Juli 2017"]),
    ("setelah pedoman ditetapkan, Agustus - September 2017", ["Agustus - September 2017"]),
    ("pada tahun 2018 dengan dana APBN", ["pada tahun 2018"]),
    ("hingga akhir tahun 2017", ["hingga akhir tahun 2017"]),
    ("target selesai Agustus 2017", ["target selesai Agustus 2017"]),
    ("Juli 2017 (Rp 275 juta)", ["Juli 2017"]),
    ("build a treatment plant in 2018", ["in 2018"]),
    ("In 2018 the council builds a plant", ["In 2018"]),
    ("train 40 officers in 2018, and 60 in 2019", ["in 2018", "in 2019"]),
    ("revise the law adopted in 2013", []),
    ("meninjau perda yang disusun pada 2013", []),
    ("reach 80 % in 2030 schools", []),
    ("submit the report by 31 March 2018¹ to the council", ["by 31 March 2018¹"]),
    ("melapor paling lambat Jumat, 17 Maret 2017.", ["paling lambat Jumat, 17 Maret 2017"]),
    ("menyusun rencana kerja 3 tahun ke depan", []),
    ("report within 14 days of the meeting", ["within 14 days of the meeting"]),
    ("menyusun (Pustekkom; Mei 2017)", ["Mei 2017"]),
    ("minggu depan harus sudah beres", ["minggu depan"]),
    ("dilaporkan 1 minggu setelah rakor", ["1 minggu setelah rakor"]),
    ("sebelum tahun ajaran baru", ["sebelum tahun ajaran baru"]),
    ("by 30 June 2017 and then in July-August 2017", ["by 30 June 2017", "in July-August 2017"]),
    ("by the end of March 2017 all schools", ["by the end of March 2017"]),
    ("will be published in Q2 2017, supported by WHO", ["in Q2 2017"]),
    ("butir 1, Mei 2017", ["Mei 2017"]),
    ("Menyusun peta jalan 2017-2019", []),
    ("Menyusun juknis DAK TA 2018", []),
    ("Penarikan data semester genap 2016/2017", []),
    ("Melaporkan tiap semester", []),
    ("UU 23 Tahun 2014 dan Permendikbud Nomor 11 Tahun 2015", []),
    ("modul level 1 s.d. 4 untuk kelas 1 sampai 6", []),
    ("Kurikulum 2013 diterapkan di 34 provinsi", []),
    ("you may march to the school", []),
    ("dari 5 ke 15 Mbps pukul 09.15 WIB", []),
    ("setelah juknis terbit", []),
]


@pytest.mark.parametrize("text, periods", FOUND)
def test_find(text: str, periods: list[str]) -> None:
    assert [m.text for m in find_periods(text)] == periods


@pytest.mark.parametrize("text, periods", FOUND)
def test_what_is_found_is_understood(text: str, periods: list[str]) -> None:
    for found in find_periods(text):
        assert understood(found.text, CONTEXT)


def test_a_match_says_whether_words_introduce_it() -> None:
    first, second = find_periods("paling lambat Mei 2017, lalu Juni 2017 lagi")
    assert (first.introduced, second.introduced) == (True, False)


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_any_day_in_any_spelling(day: date) -> None:
    month = MONTHS[day.month - 1]
    spellings = [
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        day.isoformat(),
        str((day - date(1899, 12, 30)).days),
    ]
    for text in spellings:
        found = parse_period(text, CONTEXT)
        assert found is not None
        assert (found.start, found.end) == (day, day)


@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)), st.dates(date(2010, 1, 1), date(2030, 12, 31)))
def test_a_range_of_months_is_never_turned_round(one: date, other: date) -> None:
    text = f"{MONTHS[one.month - 1]} {one.year} s.d. {MONTHS[other.month - 1]} {other.year}"
    found = parse_period(text, CONTEXT)
    in_order = (one.year, one.month) <= (other.year, other.month)
    assert (found is not None) == in_order
    if found is not None and found.start and found.end:
        assert (found.start.year, found.start.month, found.end.year, found.end.month) == (
            one.year, one.month, other.year, other.month,
        )  # fmt: skip


@given(st.sampled_from([text for text, _ in table()]), st.integers(0, 2))
def test_blanks_and_a_label_change_nothing(text: str, way: int) -> None:
    written = [f"  {text.replace(' ', '  ')} ", f"{text}.", f"Waktu: {text}"][way]
    plain, found = parse_period(text, CONTEXT), parse_period(written, CONTEXT)
    if plain is not None and plain.start is not None and found is not None:
        assert (found.start, found.end, found.sense) == (plain.start, plain.end, plain.sense)


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    found = parse_period(text, CONTEXT)
    if found is not None and found.start and found.end:
        assert found.start <= found.end
    for period in find_periods(text):
        assert text[period.start : period.end] == period.text


WORDS = st.sampled_from([
    "31", "5", "II", "TW", "2017", "2018/2019", "Mei", "Maret", "s.d.", "-", ",",
    "/", "mulai", "selesai", "sebelum", "minggu", "akhir", "tahun", "setiap", "H-7", "ke-2", "'17", "(",
])  # fmt: skip


@given(st.lists(WORDS, max_size=7))
def test_no_heap_of_period_words_breaks_the_parser(words: list[str]) -> None:
    text = " ".join(words)
    found = parse_period(text, CONTEXT)
    if found is not None and found.start and found.end:
        assert found.start <= found.end
    assert all(text[p.start : p.end] == p.text for p in find_periods(text))


@given(st.sampled_from([text for text, _ in table()]), st.integers(-8, 8))
def test_cells_that_differ_in_their_years_are_read_as_each_by_itself(text: str, by: int) -> None:
    moved = re.sub(r"(?<!\d)20[12]\d(?!\d)", lambda year: str(int(year[0]) + by), text)
    words = " ".join(moved.split())
    assert read_words(words, CONTEXT.setting)[2:4] == reading(words, CONTEXT.setting)[2:4]


@pytest.mark.parametrize(
    "text, periods",
    [
        ("communities in KwaZulu-Natal, starting October 2026", ["starting October 2026"]),
        ("sebelum Natal 2026", ["sebelum Natal 2026"]),
    ],
)
def test_an_event_within_a_name_is_none(text: str, periods: list[str]) -> None:
    assert [m.text for m in find_periods(text)] == periods


def test_what_would_end_before_it_begins_is_not_understood() -> None:
    assert parse_period("2018/2019 s.d. selesai TW Mei", CONTEXT) is None
