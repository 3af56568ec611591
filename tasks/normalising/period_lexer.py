"""Text of a period cut into lexemes: numbers, written dates, words and marks, before their meaning is known."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

_LEXEME = re.compile(
    r"""(?P<footnote>(?:(?<=\d{4}[ ])|(?<=\d{4}))(?:\[\d{1,2}\]|\d\))(?=\s*$))
      | (?=\d)(?:
        (?P<iso>(?<!\d)(?P<y1>\d{4})(?P<sep1>[-/.])(?P<m1>\d{1,2})(?P=sep1)(?P<d1>\d{1,2})(?!\d)
            (?:[T\ ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)
      | (?P<dmy>(?<![\d/])(?P<d2>\d{1,2})\s?(?P<sep2>[-/.])\s?(?P<m2>\d{1,2})\s?(?P=sep2)\s?(?P<y2>\d{4}|(?<![.])\d{2})
            (?!\d|[-/.]\d(?!\d?[-/.]\d)))
      | (?P<short>(?<![\d/.v-])(?<!(?:no|nr)[.\s])(?<!(?:no|nr)\.\s)(?:(?<!^)|(?=\S+\s*(?:$|[^\w\s])))
            (?:(?P<d8>0[1-9]|[12]\d|3[01])\.(?P<m8>0[1-9]|1[0-2])|(?P<d9>[1-9]|[12]\d|3[01])\.(?P<m9>[1-9]|1[0-2]))
            \.(?P<y8>1[5-9]|[23]\d)(?![\d%]|[-/.]\d))
      | (?P<my>(?<![^\W_])(?<!/)(?P<m3>\d{1,2})\s?[/-]\s?(?P<y3>(?:19|20)\d{2})(?![\d/]))
      | (?P<ym>(?<![\d/-])(?P<y6>(?:19|20)\d{2})-(?P<m6>0[1-9]|1[0-2])(?!\d|[-/]\d))
      | (?P<pair>(?<![\d/])(?P<y4>(?:19|20)\d{2})\s?/\s?(?P<y5>(?:19|20)?\d{2})(?!\d|/))
      | (?P<time>(?<![\d.])\d{1,2}[.:]\d{2}(?::\d{2})?(?![\d.]))
      | (?P<number>\d+(?:\.\d{3})+(?!\d)|\d+))
      | (?P<clock>(?:pukul|jam|pkl)\.?\s*\d{1,2}(?:[.:]\d{2})?)
      | (?P<offset>\b[HTD]\s?[+-]\s?\d{1,3}(?!\d))
      | (?P<check>(?<![^\W_])B(?P<m7>0[1-9]|1[0-2])(?![^\W_]))
      | (?P<to>(?<![^\W\d_])s\s?[./]\s?d\.?(?![^\W\d_]))
      | (?P<dotted>(?<![^\W\d_])(?:t\.\s?[apw]\.?|f\.y\.)(?![^\W\d_]))
      | (?P<note>[¹²³⁰⁴-⁹]+⁾?|[†‡§]+)
      | (?P<before>(?<![^\W_])(?-i:b4)(?![^\W_]))
      | (?P<word>(?:tw|trw|triwulan|semester|smt|cawu)(?=(?:iii?|iv|i)(?![^\W\d_]))|[^\W\d_¹²³⁰⁴-⁹]+)
      | (?P<mark>\.{3,}|[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = 12
_NOTES = frozenset({"note", "footnote"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


class Token(NamedTuple):
    """`kind` is a class of period_words.csv or one of date, month year, school, number, month, clock, offset, other.

    value: what it means (a number, a unit …); numbers: year, month, day of a date, or the two years of a pair;
    weak: a month whose word may also be another word; roman: an ordinal written I, II …
    """

    kind: str
    start: int
    end: int
    text: str
    value: str = ""
    numbers: tuple[int, ...] = ()
    weak: bool = False
    roman: int = 0


def lexemes(text: str) -> list[Token]:
    """All lexemes of a text; nothing but white space lies between them. The mark of a footnote is part of its word."""
    out: list[Token] = []
    for found in _LEXEME.finditer(text):
        if out and found.lastgroup in _NOTES:
            out[-1] = out[-1]._replace(end=found.end())
        else:
            out.append(_raw(found))
    return out


def _raw(found: "re.Match[str]") -> Token:
    kind = found.lastgroup or ""  # of nested groups the outermost is the last to close
    start, end = found.span()
    text = found.group().casefold()
    reader = _READERS.get(kind)
    if reader is None:
        return Token("word" if kind == "before" else kind, start, end, text, "", (), False, _ROMAN.get(text, 0))
    meant, numbers = reader(found)
    return Token(meant, start, end, text, "", numbers)


def _ints(found: "re.Match[str]", *groups: str) -> tuple[int, ...]:
    return tuple(map(int, found.group(*groups)))


def full_year(year: int) -> int:
    """A year of two digits lies in this century."""
    return year if year > 99 else 2000 + year


def _day_first(found: "re.Match[str]") -> tuple[str, tuple[int, ...]]:
    """The month stands first where nothing else is possible."""
    year, month, day = _ints(found, "y2", "m2", "d2")
    if month > _MONTHS >= day and found["sep2"] != ".":
        month, day = day, month
    return "date", (full_year(year), month, day)


def _dotted_short(found: "re.Match[str]") -> tuple[str, tuple[int, ...]]:
    """Such as "30.11.23": a date, unless it is a code ("08.02.17"), which the words beside it tell."""
    day, month = (found["d8"] or found["d9"], found["m8"] or found["m9"])
    return "short date", (full_year(int(found["y8"])), int(month), int(day))


def _year_month(found: "re.Match[str]") -> tuple[str, tuple[int, ...]]:
    """Such as "2017-05"; the year after, as in "2011-12", leaves open whether a month is meant."""
    year, month = _ints(found, "y6", "m6")
    return ("other" if month == (year + 1) % 100 else "month year"), (year, month)


def _pair(found: "re.Match[str]") -> tuple[str, tuple[int, ...]]:
    first, second = _ints(found, "y4", "y5")
    return "pair", (first, first // 100 * 100 + second % 100)


def _number(found: "re.Match[str]") -> tuple[str, tuple[int, ...]]:
    text = found.group()
    return ("other", ()) if "." in text or len(text) > 4 else ("number", (int(text),))


_READERS: Mapping[str, Callable[["re.Match[str]"], tuple[str, tuple[int, ...]]]] = {
    "iso": lambda found: ("date", _ints(found, "y1", "m1", "d1")),
    "dmy": _day_first,
    "short": _dotted_short,
    "my": lambda found: ("month year", _ints(found, "y3", "m3")),
    "ym": _year_month,
    "check": lambda found: ("check", (int(found["m7"]),)),
    "pair": _pair,
    "time": lambda found: ("clock", ()),
    "number": _number,
}
"""What each kind of written number means, and its numbers."""
