"""Bars at their months, forty actions a page."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.catalogue import load
from tasks.rendering.pictures.parts import MOST_ROWS, Part
from tasks.rendering.pictures.scale import MONTH, QUARTER, YEAR, scale_of
from tasks.rendering.pictures.shape import Box
from tasks.rendering.pictures.timeline import timeline
from tests.rendering.pictures.drawn import NASTY, box, outside, root, sizes, words

SPEAK = load("id")
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


def dated(number: str, start: date | None, end: date | None) -> Box:
    return replace(box(number), start=start, end=end)


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=30))
def test_a_scale_is_aligned_and_holds_nine_in_ten_or_counts_years(spans: list[tuple[date, date]]) -> None:
    scale = scale_of(spans)
    held = [span for span in spans if scale.share(span[0]) >= 0 and scale.share(span[1]) < 1]
    assert len(held) >= 0.9 * len(spans) or scale.step == YEAR
    assert scale.first % {MONTH: 3, QUARTER: 12, YEAR: 12}[scale.step] == 0
    assert len(scale.starts()) == scale.count
    assert scale.share(min(spans)[0]) < 1


def test_a_year_has_months_several_years_quarters_a_decade_years() -> None:
    year = [(date(2024, 2, 1), date(2024, 11, 30))]
    assert (scale_of(year).step, scale_of(year).count) == (MONTH, 12)
    assert scale_of([(date(2024, 1, 1), date(2026, 12, 31))]).step == QUARTER
    assert scale_of([(date(2024, 1, 1), date(2033, 12, 31))]).step == YEAR


@given(st.lists(st.integers(0, 60), max_size=8))
def test_every_dated_action_stands_once_on_pages_of_forty(counts: list[int]) -> None:
    parts = [Part(f"P{p}", tuple(box(f"{p}.{n}") for n in range(count))) for p, count in enumerate(counts)]
    pages = timeline(parts, SPEAK)
    assert [code for page in pages for code in page.codes] == [b.code for part in parts for b in part.boxes]
    assert all(len(page.codes) <= MOST_ROWS and page.height < 660 for page in pages)
    assert all(len(page.codes) >= 10 for page in pages[:-1])


def test_deadlines_are_diamonds_open_ends_triangles_undated_ones_are_left_out() -> None:
    boxes = (dated("A.1", None, date(2024, 5, 1)), dated("A.2", date(2024, 3, 1), None), dated("A.3", None, None))
    (picture,) = timeline([Part("Program", boxes)], SPEAK)
    shapes = [len(p.get("points", "").split()) for p in root(picture).iter("{http://www.w3.org/2000/svg}polygon")]
    assert sorted(shapes) == [3, 3, 4, 4]  # each in the picture and below it, where it is explained
    assert "A.3" not in words(picture)
    assert timeline([Part("Program", boxes[2:])], SPEAK) == []


def test_bars_stand_at_their_days() -> None:
    boxes = (dated("A.1", date(2024, 1, 1), date(2024, 6, 30)), dated("A.2", date(2024, 7, 1), date(2024, 12, 31)))
    (picture,) = timeline([Part("Program", boxes)], SPEAK, width=400)
    bars = [r for r in root(picture).iter("{http://www.w3.org/2000/svg}rect") if r.get("rx") == "1.2"]
    assert [(float(b.get("x", "")), float(b.get("width", ""))) for b in bars] == [(200, 100), (300, 100)]


def test_what_lies_beyond_the_columns_is_marked_and_explained() -> None:
    usual = tuple(dated(f"A.{n}", date(2024, 1, 1), date(2024, 12, 31)) for n in range(20))
    (picture,) = timeline([Part("P", (*usual, dated("B.1", date(2020, 1, 1), date(2031, 1, 1))))], SPEAK)
    assert "mulai sebelum atau selesai sesudah rentang ini" in words(picture)
    assert outside(picture) == []


def test_the_day_of_the_plan_is_marked_where_it_lies_within() -> None:
    parts = [Part("P", (box("A.1"),))]
    assert any("keadaan 1 Mei 2024" in w for w in words(timeline(parts, SPEAK, today=date(2024, 5, 1))[0]))
    assert not any("keadaan" in w for w in words(timeline(parts, SPEAK, today=date(2023, 5, 1))[0]))


def test_any_words_fit() -> None:
    (picture,) = timeline([Part(NASTY, (replace(box("A.1", title=NASTY), number=NASTY),))], SPEAK)
    assert min(sizes(picture)) >= 6.5
    assert outside(picture) == []
