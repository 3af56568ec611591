"""Numbers in a text that may be sums of money, each with the currency and the scale that stand beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tasks.normalising.money_numbers import NUMBER, decimal
from tasks.normalising.money_units import Usage, currencies, currency_of, scale_of, words_of

_TAIL = re.compile(r"\s*,\s?[-–—]+|\s*\.\s?[-–—]{1,2}(?!\s?\d)|\s?/[-–—]")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum found in a text.

    value: None if its number or its scale can be read in two ways; currency: "" if none is said, "?" if it is one of
    several; scaled: a word like "juta" stands in it; written: its digits.
    """

    start: int
    end: int
    value: Decimal | None
    currency: str
    scaled: bool
    written: str


def sums(text: str, usage: Usage, over: str = "") -> Iterator[Sum]:
    """The numbers of a text as sums, in order. over: the currency over their column, "" if none."""
    position = 0
    while (found := _pattern(usage).search(text, position)) is not None:
        yield (summed := _joined(text, found, usage, over))
        position = summed.end


@lru_cache(maxsize=64)
def _pattern(usage: Usage) -> "re.Pattern[str]":
    named, scales = _one_of(currencies(usage)), _one_of(words_of("scale", "english scale"))
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<before>{named})\s?\.?\s*:?\s*|(?<![\w.,]))(?P<number>{NUMBER})(?![\d%])"
        rf"(?!\s?%|[.,]\d)(?:\s?(?P<scale>{scales})(?![^\W\d_]))?(?:\.(?=\s?,\s?[-–—]))?(?P<tail>{_TAIL.pattern})?"
        rf"(?:\s?(?P<behind>{named})(?![^\W\d_]|\.?\s*\d))?",
        re.IGNORECASE,
    )


def _one_of(known: Iterable[str]) -> str:
    """A pattern of these words, the longest first; its first letters stand before, which rule out most places at once.

    What is written in capitals counts in capitals alone.
    """
    longest_first = sorted((w for w in known if w), key=lambda w: (-len(w), w))
    first = "".join(re.escape(letter) for letter in sorted({w[0] for w in longest_first}))
    return (
        f"(?=[{first}])(?:{'|'.join(f'(?-i:{re.escape(w)})' if w.isupper() else re.escape(w) for w in longest_first)})"
    )


def _joined(text: str, first: "re.Match[str]", usage: Usage, over: str) -> Sum:
    """A sum with the smaller parts said behind it: "Rp 2 miliar 500 juta"."""
    value, currency = _value(first, usage, over), _currency(first, usage)
    current = first
    while (more := _part_behind(text, current, usage, over)) is not None:
        extra = _value(more, usage, over)
        value = value + extra if value is not None and extra is not None else None
        currency, current = currency or _currency(more, usage), more
    return Sum(first.start(), current.end(), value, currency, bool(first["scale"]), first["number"])


def _part_behind(text: str, before: "re.Match[str]", usage: Usage, over: str) -> "re.Match[str] | None":
    if not before["scale"]:
        return None
    start = before.end()
    while start < len(text) and text[start] == " ":
        start += 1
    more = _pattern(usage).match(text, start)
    if more is None or more["before"] or not 1 < _scale(more, usage, over) < _scale(before, usage, over):
        return None
    return more


def _currency(found: "re.Match[str]", usage: Usage) -> str:
    return currency_of(found["before"] or found["behind"] or "", usage)


def _scale(found: "re.Match[str]", usage: Usage, over: str) -> int:
    word = found["scale"]
    return scale_of(word, _currency(found, usage) or over, usage) if word else 1


def _value(found: "re.Match[str]", usage: Usage, over: str) -> Decimal | None:
    scale, word = _scale(found, usage, over), (found["scale"] or "").casefold()
    english = word in words_of("english scale") or (bool(word) and usage.language == "en")
    number = decimal(found["number"], bool(word) and not english, scale, bool(_currency(found, usage)), english)
    return None if number is None or not scale else number * scale
