"""Automatic numbers of headings as Word shows them: "BAB I", "A.", "1."."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import w
from tasks.rendering.word.styles import Styles

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_PART = re.compile(r"%(\d)")
_LETTERS = 26


def roman(number: int) -> str:
    """A number from 1 in capital Roman figures."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def letters(number: int) -> str:
    """A, B … Z, AA, BB …, as Word counts."""
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("A") + place) * (times + 1)


def shown(number: int, form: str) -> str:
    """A number in one of Word's forms; those not known here as plain figures."""
    if form == "upperRoman":
        return roman(number)
    if form == "lowerRoman":
        return roman(number).lower()
    if form == "upperLetter":
        return letters(number)
    return letters(number).lower() if form == "lowerLetter" else "" if form == "none" else str(number)


class Labels:
    """The lists of numbering.xml; `of` counts headings through the list to which their styles belong."""

    def __init__(self, numbering: bytes | None, styles: Styles) -> None:
        self._styles = styles
        root = None if numbering is None else ooxml.parse(numbering)
        self._levels = {} if root is None else _levels(root)

    def of(self, headings: Sequence[tuple[etree._Element, int]]) -> Mapping[etree._Element, str]:
        """Label of every heading that has one. Takes headings in document order with their outline level from 0."""
        counts: dict[tuple[str, int], int] = {}
        found = {}
        for heading, _ in headings:
            place = self._styles.list_level(heading)
            levels = self._levels.get(place[0]) if place else None
            if place and levels and place[1] in levels:
                found[heading] = _label(place[0], place[1], levels, counts)
        return found


def _label(
    ident: str, level: int, levels: Mapping[int, tuple[str, str]], counts: dict[tuple[str, int], int]
) -> str:  # fmt: skip
    counts[ident, level] = counts.get((ident, level), 0) + 1
    for deeper in [key for key in counts if key[0] == ident and key[1] > level]:
        del counts[deeper]
    text = levels[level][1]
    return _PART.sub(lambda m: shown(counts.get((ident, int(m[1]) - 1), 1), levels[int(m[1]) - 1][0]), text)


def _levels(root: etree._Element) -> dict[str, dict[int, tuple[str, str]]]:
    """Number form and text of every level of every list, by the list's numId."""
    kinds = {
        kind.get(w("abstractNumId"), ""): {
            int(level.get(w("ilvl"), "0")): (
                ooxml.attribute(level.find(w("numFmt"))) or "decimal",
                ooxml.attribute(level.find(w("lvlText"))),
            )
            for level in kind.iterchildren(w("lvl"))
        }
        for kind in root.iterchildren(w("abstractNum"))
    }
    return {
        num.get(w("numId"), ""): kinds.get(ooxml.attribute(num.find(w("abstractNumId"))), {})
        for num in root.iterchildren(w("num"))
    }
