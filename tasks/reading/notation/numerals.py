"""Numbers as Word writes them in automatic labels (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat)."""

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 32_767
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def roman(number: int) -> str:
    """Lower-case Roman numeral; digits where there is none."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    words = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        words += letters * count
    return words


def letters(number: int) -> str:
    """Lower-case letter; after z comes aa, bb, … as in Word."""
    if number < 1:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(rounds + 1, 100)


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else _ENDINGS.get(number % 10, 'th')}"


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}


def numeral(number: int, number_format: str) -> str:
    """A number in one of Word's formats; plain digits for those that are not known."""
    return _FORMATS.get(number_format, str)(number)
