"""Lanes from the centre down, critical actions red and thick, everything in its place."""

from hypothesis import given

from tasks.rendering.catalogue import load
from tasks.rendering.pictures.palette import RED
from tasks.rendering.pictures.shape import Arrow, Box
from tasks.rendering.pictures.swimlanes import HIGHEST, swimlanes
from tests.rendering.pictures.drawn import NASTY, box, outside, plans, root, sizes, words

SPEAK = load("id")
RECT = "{http://www.w3.org/2000/svg}rect"
PATH = "{http://www.w3.org/2000/svg}path"


def test_lanes_stand_from_the_centre_down_whatever_the_order_of_the_actions() -> None:
    boxes = [box("A.1", "school"), box("A.2", "district"), box("A.3", "province"), box("A.4", "central")]
    (picture,) = swimlanes(boxes, [Arrow("A.1", "A.2"), Arrow("A.2", "A.3"), Arrow("A.3", "A.4")], SPEAK)
    tops = {text.text: float(text.get("y", "0")) for text in root(picture).iter("{http://www.w3.org/2000/svg}text")}
    assert tops["A.4"] < tops["A.3"] < tops["A.2"] < tops["A.1"]
    assert tops["Pusat"] < tops["Provinsi"] < tops["Kabupaten/"] < tops["Satuan"]


def test_critical_is_red_and_thick_proposed_dashed_late_marked_and_each_is_explained() -> None:
    boxes = [box("A.1", critical=True), box("A.2", critical=True), box("A.3")]
    arrows = [Arrow("A.1", "A.2"), Arrow("A.1", "A.3", proposed=True, late=True)]
    (picture,) = swimlanes(boxes, arrows, SPEAK)
    edges = [(r.get("stroke"), r.get("stroke-width")) for r in root(picture).iter(RECT) if r.get("rx") == "2.5"]
    assert edges == [(RED, "2"), (RED, "2"), ("#1F3864", "0.7")]
    ways = [(p.get("stroke"), p.get("stroke-width"), p.get("stroke-dasharray")) for p in root(picture).iter(PATH)]
    assert (RED, "1.8", None) in ways
    assert ("#595959", "0.8", "3 2") in ways
    assert {"!", "jalur kritis", "ditunggu oleh", "jadwal keduanya bertentangan"} <= set(words(picture))


def test_what_has_no_room_is_named_in_the_boxes_it_belongs_to() -> None:
    boxes = [box(f"A.{n}") for n in range(12)]
    (picture,) = swimlanes(boxes, [Arrow("A.0", f"A.{n}") for n in range(1, 12)], SPEAK)
    assert "→ A.9, A.10, A.11" in words(picture)
    assert picture.codes == tuple(f"A.{n}" for n in range(9))


@given(plans())
def test_letters_are_large_enough_and_nothing_leaves_the_page(plan: tuple[list[Box], list[Arrow]]) -> None:
    for picture in swimlanes(*plan, SPEAK):
        assert min(sizes(picture)) >= 6.5
        assert outside(picture) == []
        assert picture.height <= HIGHEST + 60


def test_any_words_make_a_picture_and_stand_whole_in_its_titles() -> None:
    boxes = [Box("a", NASTY, NASTY, NASTY, "province", NASTY), Box("b", "B.1", NASTY)]
    (picture,) = swimlanes(boxes, [Arrow("a", "b")], SPEAK)
    titles = [t.text or "" for t in root(picture).iter("{http://www.w3.org/2000/svg}title")]
    assert any("panjang" * 60 in title for title in titles)
    assert outside(picture) == []


def test_none_without_arrows_and_the_same_twice() -> None:
    assert swimlanes([], [], SPEAK) == []
    assert swimlanes([box("A.1"), box("A.2")], [Arrow("A.1", "A.9")], SPEAK) == []
    pair = ([box("A.1"), box("A.2")], [Arrow("A.1", "A.2")])
    assert swimlanes(*pair, SPEAK) == swimlanes(*pair, SPEAK)
    assert "A.1 → A.2" in swimlanes(*pair, load("en"))[0].alt
