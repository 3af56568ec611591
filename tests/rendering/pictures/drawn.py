"""Boxes, arrows and what stands in an SVG, for the tests of pictures."""

from collections.abc import Iterator
from datetime import date

from hypothesis import strategies as st
from lxml import etree

from tasks.rendering.pictures.shape import Arrow, Box, Svg
from tasks.rendering.pictures.text import width

NASTY = 'A & <b> "q" \x07\ufffe مدرسة ' + "panjang" * 60
LEVELS = ("central", "central-unit", "province", "district", "school", "other", "")


def box(number: str, level: str = "central", title: str = "", *, critical: bool = False) -> Box:
    """An action in the second quarter of 2024."""
    words = title or f"Menyusun pedoman {number}"
    return Box(number, number, words, "Badan X", level, "Apr–Jun 2024", date(2024, 4, 1), date(2024, 6, 30), critical)


@st.composite
def plans(draw: st.DrawFn, most: int = 60) -> tuple[list[Box], list[Arrow]]:
    """Actions of any levels with any dependencies between them, circles too."""
    count = draw(st.integers(2, most))
    boxes = [box(f"A.{n}", draw(st.sampled_from(LEVELS))) for n in range(count)]
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=2 * count, unique=True))
    return boxes, [Arrow(f"A.{a}", f"A.{b}", proposed=draw(st.booleans())) for a, b in pairs if a != b]


def root(picture: Svg) -> etree._Element:
    """The picture, parsed."""
    return etree.fromstring(picture.text.encode())


def words(picture: Svg) -> list[str]:
    """Every line of words that is drawn."""
    return [text.text or "" for text in _texts(picture)]


def sizes(picture: Svg) -> list[float]:
    """The sizes of all letters."""
    return [float(text.get("font-size", "0")) for text in _texts(picture)]


def outside(picture: Svg) -> list[str]:
    """Words of lines that reach beyond the edges."""
    return [text.text or "" for text in _texts(picture) if not text.get("transform") and not _within(text, picture)]


def _within(text: etree._Element, picture: Svg) -> bool:
    bold = text.get("font-weight") == "700"
    length = width(text.text or "", float(text.get("font-size", "0")), bold)
    x = float(text.get("x", "0"))
    left = x - {"end": length, "middle": length / 2}.get(text.get("text-anchor", ""), 0.0)
    return left >= -0.1 and left + length <= picture.width + 0.1 and 0 < float(text.get("y", "0")) < picture.height


def _texts(picture: Svg) -> Iterator[etree._Element]:
    return root(picture).iter("{http://www.w3.org/2000/svg}text")
