"""Reading order: where shapes stand, in groups and as placeholders too."""

import pytest

from tasks.reading.powerpoint.geometry import read_box, read_transform
from tests.reading.powerpoint.decks import box, group, p, place, read, sp, texts

INCH = 914_400


def test_a_column_is_read_to_its_end_although_its_neighbour_stands_higher() -> None:
    left = box("a", 0, 2 * INCH, 3 * INCH, INCH) + box("b", 0, 3 * INCH, 3 * INCH, INCH)
    right = box("c", 4 * INCH, INCH, 3 * INCH, 4 * INCH)
    assert texts(read(right + left)) == ["a", "b", "c"]


def test_boxes_side_by_side_go_from_the_left_row_by_row() -> None:
    rows = [box(f"{x}{y}", x * 2 * INCH, y * 2 * INCH, INCH, INCH) for y in range(2) for x in (1, 0)]
    assert texts(read("".join(rows))) == ["00", "10", "01", "11"]


def test_boxes_that_overlap_no_more_than_their_margins_stand_below_each_other() -> None:
    assert texts(read(box("b", 0, INCH - 50_000, INCH, INCH) + box("a", INCH // 2, 0, INCH, INCH))) == ["a", "b"]


def test_the_title_comes_first_wherever_it_stands() -> None:
    title = sp(p("judul"), place(0, 9 * INCH), '<p:ph type="title"/>')
    assert texts(read(box("isi", 0, 0) + title)) == ["judul", "isi"]


def test_a_group_is_read_as_one_where_its_members_stand() -> None:
    inner = box("g1", 0, 0, 10, 10) + box("g2", 0, 90, 10, 10)
    grouped = group(inner, f"0 {2 * INCH} {INCH} {4 * INCH}", "0 0 100 100")
    beside = box("samping", 2 * INCH, 3 * INCH, INCH, INCH)
    above = box("atas", 0, 0, INCH, INCH)
    assert texts(read(beside + grouped + above)) == ["atas", "g1", "g2", "samping"]


def test_nested_groups_carry_all_transforms() -> None:
    deep = group(box("jauh", 50, 0, 10, 10), "0 0 100 100", "0 0 50 50")
    outer = group(deep, f"0 {INCH} {INCH} {INCH}", "0 0 100 100")
    assert texts(read(outer + box("dekat", 0, INCH, INCH // 2, INCH // 5))) == ["dekat", "jauh"]


@pytest.mark.parametrize(
    "turned, expected",
    [("", ["kiri", "kanan"]), ('flipH="1"', ["kanan", "kiri"]), ('rot="10800000"', ["kanan", "kiri"])],
)
def test_a_group_that_is_flipped_or_turned_swaps_its_members(turned: str, expected: list[str]) -> None:
    inner = box("kiri", 0, 0, 10, 100) + box("kanan", 90, 0, 10, 100)
    assert texts(read(group(inner, f"0 0 {INCH} {INCH}", "0 0 100 100", turned))) == expected


def test_a_turned_box_stands_where_it_is_seen() -> None:
    # A bar of 4 x 1 inches turned by 90 degrees about its middle reaches from 0 to 4 inches down.
    bar = box("tegak", 0, 3 * INCH // 2, 4 * INCH, INCH, 'rot="5400000"')
    assert texts(read(box("kanan", 3 * INCH, INCH // 2, INCH, INCH) + bar)) == ["tegak", "kanan"]


def test_a_placeholder_without_place_inherits_it() -> None:
    master = (
        "<p:cSld><p:spTree>" + sp("<a:p/>", place(0, 5 * INCH), '<p:ph type="body" idx="1"/>') + "</p:spTree></p:cSld>"
    )
    holder = sp(p("bawah"), "", '<p:ph idx="1"/>')
    assert texts(read(holder + box("atas", 0, INCH), template=master)) == ["atas", "bawah"]


def test_hidden_shapes_come_last_and_are_flagged() -> None:
    hidden = sp(p("tak tampak"), place(0, 0), named='id="1" name="" hidden="1"')
    found = read(hidden + box("tampak", 0, INCH))
    assert [(b.locator, b.at.hidden) for b in found] == [("slide 1, bullet 1", False), ("slide 1, bullet 2", True)]
    assert [(s.kind, s.start, s.end) for s in getattr(found[1], "spans", ())] == [("hidden", 0, 10)]


def test_places_may_be_written_with_units() -> None:
    metric = place(0, 0).replace('y="0"', 'y="2.5cm"')
    assert texts(read(sp(p("b"), metric) + box("a", 0, 100_000))) == ["a", "b"]


def test_a_place_that_is_not_said_is_none() -> None:
    assert read_box(None) is None
    assert read_transform(None).point(3, 4) == (3, 4)
