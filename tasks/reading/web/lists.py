"""Lists of a web page: the number or bullet that a browser shows before an item."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.reading.notation.numerals import roman
from tasks.reading.xml import number

_BULLETS: Final = ("•", "◦", "▪")
_NAMED_BULLETS: Final = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}
_TYPES: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_LARGEST: Final = 10**9
_LARGEST_ROMAN: Final = 3999


@dataclass(slots=True)
class Item:
    """An item whose label is not yet written before a line."""

    level: int
    label: str


@dataclass(slots=True)
class List:
    """A list that is open, and the number of its next item."""

    ordered: bool
    depth: int
    style: str
    next: int = 1
    step: int = 1

    def item(self, element: etree._Element, style: str) -> Item:
        """The next item; it may have a number or a type of its own."""
        style = style or _TYPES.get(element.get("type", ""), element.get("type", "").lower()) or self.style
        if not self.ordered and style not in _NUMERALS:
            label = _NAMED_BULLETS.get(style.split(" ")[0], _BULLETS[min(self.depth, len(_BULLETS) - 1)])
            return Item(self.depth, label)
        value = _number(element.get("value"), self.next)
        self.next = value + self.step
        return Item(self.depth, "" if style == "none" else f"{_numeral(value, style)}.")


def open_list(element: etree._Element, depth: int, style: str) -> List:
    """A list begins, `depth` others around it."""
    said = element.get("type", "")
    style = style or _TYPES.get(said, said.lower())
    if element.tag != "ol":
        return List(False, depth, style)
    backwards = element.get("reversed") is not None
    first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
    return List(True, depth, style, _number(element.get("start"), first), -1 if backwards else 1)


def _number(words: str | None, default: int) -> int:
    return min(max(number(words, default), -_LARGEST), _LARGEST)


def _letters(value: int) -> str:
    """After z comes aa, then ab."""
    if value < 1:
        return str(value)
    words = ""
    while value:
        value, rest = divmod(value - 1, 26)
        words = chr(ord("a") + rest) + words
    return words


def _numeral(value: int, style: str) -> str:
    return _NUMERALS.get(style, str)(value)


def _roman(value: int) -> str:
    return roman(value) if value <= _LARGEST_ROMAN else str(value)


_NUMERALS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimal-leading-zero": lambda value: f"{value:02d}",
    "lower-alpha": _letters,
    "upper-alpha": lambda value: _letters(value).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda value: _roman(value).upper(),
}
