"""What hangs together stands together, as far as a page holds it; what is left out is named beside."""

from hypothesis import given

from tasks.rendering.pictures.shape import Arrow, Box
from tasks.rendering.pictures.split import MOST_BOXES, MOST_COLUMNS, MOST_ROWS, sheets
from tests.rendering.pictures.drawn import LEVELS, plans


@given(plans())
def test_every_arrow_ends_in_a_picture_and_none_is_too_full(plan: tuple[list[Box], list[Arrow]]) -> None:
    boxes, arrows = plan
    pairs = [(a.before, a.after) for a in arrows]
    found = sheets([b.code for b in boxes], pairs, {b.code: LEVELS.index(b.level) for b in boxes})
    shown = [code for sheet in found for code in sheet.spots]
    assert len(shown) == len(set(shown))
    assert all(before in shown or after in shown for before, after in pairs)
    for sheet in found:
        assert len(sheet.spots) <= MOST_BOXES
        assert sheet.width <= MOST_COLUMNS
        assert sum(sheet.heights.values()) <= MOST_ROWS


def test_groups_that_hang_together_are_not_torn() -> None:
    chains = [(f"{c}{n}", f"{c}{n + 1}") for c in "abcdefgh" for n in range(3)]
    codes = list(dict.fromkeys(code for pair in chains for code in pair))
    found = sheets(codes, chains, dict.fromkeys(codes, 0))
    assert [len(sheet.spots) for sheet in found] == [32]


def test_nothing_without_arrows() -> None:
    assert sheets(["a", "b"], [], {"a": 0, "b": 1}) == []


def test_the_busiest_box_stands_with_as_many_as_fit() -> None:
    pairs = [("hub", f"leaf{n}") for n in range(20)]
    codes = ["hub", *(after for _, after in pairs)]
    found = sheets(codes, pairs, dict.fromkeys(codes, 0))
    assert "hub" in found[0].spots
    assert [len(sheet.spots) for sheet in found] == [MOST_ROWS + 1]
