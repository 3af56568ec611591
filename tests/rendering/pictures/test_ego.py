"""An institution between what it waits for and what waits for it."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.rendering.catalogue import load
from tasks.rendering.pictures.ego import ego
from tasks.rendering.pictures.shape import Arrow, Box
from tests.rendering.pictures.drawn import NASTY, box, outside, plans, root, sizes, words

SPEAK = load("id")
TEXT = "{http://www.w3.org/2000/svg}text"


def test_what_is_awaited_stands_left_what_waits_right() -> None:
    picture = ego("Balai Y", [box("B.1")], [box("A.1"), box("C.1")], [Arrow("A.1", "B.1"), Arrow("B.1", "C.1")], SPEAK)
    x = {text.text: float(text.get("x", "0")) for text in root(picture).iter(TEXT)}
    assert x["A.1"] < x["B.1"] < x["C.1"]
    assert x["Yang ditunggu"] < x["Balai Y"] < x["Yang menunggu"]


def test_what_is_awaited_and_waits_stands_on_both_sides() -> None:
    picture = ego("Badan X", [box("B.1"), box("B.2")], [box("A.1")], [Arrow("A.1", "B.1"), Arrow("B.2", "A.1")], SPEAK)
    assert words(picture).count("A.1") == 2


def test_of_many_the_busiest_are_shown_and_the_others_counted() -> None:
    others = [box(f"A.{n}") for n in range(11)]
    picture = ego("Badan X", [box("B.1")], others, [Arrow(o.code, "B.1") for o in others], SPEAK)
    assert "Yang ditunggu (+3)" in words(picture)
    assert "Yang menunggu: –" in words(picture)
    assert "← A.8, A.9, A.10" in words(picture)


@given(plans(30), st.integers(1, 10))
def test_it_fits_on_a_page_whatever_the_links(plan: tuple[list[Box], list[Arrow]], own: int) -> None:
    boxes, arrows = plan
    picture = ego("Badan X", boxes[:own], boxes[own:], arrows, SPEAK)
    assert picture.height < 440
    assert min(sizes(picture)) >= 6.5
    assert outside(picture) == []


def test_any_words_fit() -> None:
    picture = ego(NASTY, [box("B.1", title=NASTY)], [Box("a", NASTY, NASTY, NASTY)], [Arrow("a", "B.1")], SPEAK)
    assert outside(picture) == []
