"""Colours: changes of a base colour, odd values."""

import pytest

from tasks.reading.drawing.colours import Palette
from tasks.reading.xml import parse
from tests.reading.powerpoint.decks import NAMES


def colour(inner: str) -> str:
    return Palette().fill(parse(f"<a:tcPr {NAMES}><a:solidFill>{inner}</a:solidFill></a:tcPr>".encode()))


@pytest.mark.parametrize(
    "change, expected",
    [
        # PowerPoint's own variants of the blue 4F81BD: "lighter 60 %", "darker 25 %".
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "B9CDE5"),
        ('<a:lumMod val="75000"/>', "376092"),
        ('<a:lumMod val="75%"/>', "376092"),
        ('<a:shade val="100000"/>', "4F81BD"),
        ('<a:tint val="0"/>', ""),
        ('<a:shade val="0"/>', "000000"),
        ('<a:satMod val="0"/>', "868686"),
        ('<a:lumMod val="rusak"/>', "000000"),
    ],
)
def test_changes(change: str, expected: str) -> None:
    found = colour(f'<a:srgbClr val="4F81BD">{change}</a:srgbClr>')
    if not expected:
        assert found == expected
        return
    parts = [(int(found[i : i + 2], 16), int(expected[i : i + 2], 16)) for i in (0, 2, 4)]
    assert all(abs(mine - theirs) <= 1 for mine, theirs in parts), found


@pytest.mark.parametrize(
    "element, expected",
    [
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', "FF0000"),
        ('<a:scrgbClr r="0" g="100000" b="0"/>', "00FF00"),
        ('<a:sysClr val="window" lastClr="C0C0C0"/>', "C0C0C0"),
        ('<a:srgbClr val="bukan"/>', ""),
        ('<a:srgbClr val=""/>', ""),
        ('<a:schemeClr val="accent1"/>', ""),
    ],
)
def test_ways_to_say_a_colour(element: str, expected: str) -> None:
    assert colour(element) == expected
