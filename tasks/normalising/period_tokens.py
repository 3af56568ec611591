"""Text of a period cut into tokens that carry their meaning: numbers, months, units, words that bind or bound."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from tasks.normalising.reference import rows

_LEXEME = re.compile(
    r"""(?P<iso>(?<!\d)(?P<y1>\d{4})(?P<sep1>[-/.])(?P<m1>\d{1,2})(?P=sep1)(?P<d1>\d{1,2})(?!\d)
            (?:[T\ ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)
      | (?P<dmy>(?<![\d/])(?P<d2>\d{1,2})\s?(?P<sep2>[-/.])\s?(?P<m2>\d{1,2})\s?(?P=sep2)\s?(?P<y2>\d{4}|(?<![.])\d{2})
            (?!\d|[-/.]\d))
      | (?P<my>(?<![\d/])(?P<m3>\d{1,2})\s?[/-]\s?(?P<y3>(?:19|20)\d{2})(?![\d/]))
      | (?P<pair>(?<![\d/])(?P<y4>(?:19|20)\d{2})\s?/\s?(?P<y5>(?:19|20)?\d{2})(?!\d|/))
      | (?P<clock>(?:(?:pukul|jam|pkl)\.?\s*)\d{1,2}(?:[.:]\d{2})?|(?<![\d.])\d{1,2}[.:]\d{2}(?::\d{2})?(?![\d.]))
      | (?P<offset>\b[HhTtDd]\s?[+-]\s?\d{1,3}(?!\d))
      | (?P<number>\d+(?:\.\d{3})+(?!\d)|\d+)
      | (?P<to>(?<![^\W\d_])s\s?[./]\s?d\.?(?![^\W\d_]))
      | (?P<dotted>(?<![^\W\d_])(?:t\.\s?[ap]\.?|f\.y\.)(?![^\W\d_]))
      | (?P<word>[^\W\d_]+)
      | (?P<mark>\.{3,}|[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = ("iso", "dmy", "my", "pair", "clock", "offset", "number", "to", "dotted", "word", "mark")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_APOSTROPHES = frozenset("'’‘`´")
_WORDS_OF_TYPO = 5  # letters that a misspelt month has at least


@dataclass(frozen=True, slots=True)
class Token:
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


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text; nothing but white space lies between them."""
    return tuple(_numerals(_phrases([_raw(found) for found in _LEXEME.finditer(text)])))


def _raw(found: "re.Match[str]") -> Token:
    kind, (start, end) = _kind(found), found.span()
    text = found.group().casefold()
    if kind == "iso":
        return Token("date", start, end, text, numbers=_ints(found, "y1", "m1", "d1"))
    if kind == "dmy":
        year, month, day = _ints(found, "y2", "m2", "d2")
        return Token("date", start, end, text, numbers=(full_year(year), month, day))
    if kind == "my":
        return Token("month year", start, end, text, numbers=_ints(found, "y3", "m3"))
    if kind == "pair":
        first, second = _ints(found, "y4", "y5")
        return Token("pair", start, end, text, numbers=(first, first // 100 * 100 + second % 100))
    if kind == "number":
        return _number(start, end, text)
    return Token(kind, start, end, text, roman=_ROMAN.get(text, 0))


def _kind(found: "re.Match[str]") -> str:
    return next(kind for kind in _KINDS if found.group(kind) is not None)


def _ints(found: "re.Match[str]", *groups: str) -> tuple[int, ...]:
    return tuple(int(found.group(g)) for g in groups)


def _number(start: int, end: int, text: str) -> Token:
    if "." in text or len(text) > 4:
        return Token("other", start, end, text)
    return Token("number", start, end, text, numbers=(int(text),))


def full_year(year: int) -> int:
    """A year of two digits lies in this century."""
    return year if year > 99 else 2000 + year


def _phrases(raw: Sequence[Token]) -> Iterator[Token]:
    position, longest = 0, _longest_phrase()
    while position < len(raw):
        for length in range(min(longest, len(raw) - position), 0, -1):
            group = raw[position : position + length]
            known = _lexicon().get(tuple(t.text for t in group))
            if known is not None and _is_words(group):
                yield _meant(group, *known)
                position += length
                break
        else:
            yield _unknown(raw[position])
            position += 1


def _is_words(group: Sequence[Token]) -> bool:
    return all(t.kind in {"word", "mark", "to", "dotted", "number"} for t in group)


def _meant(group: Sequence[Token], kind: str, value: str) -> Token:
    first, last = group[0], group[-1]
    text = " ".join(t.text for t in group)
    if kind in {"month", "weak month"}:
        return Token("month", first.start, last.end, text, numbers=(int(value),), weak=kind == "weak month")
    numbers = (int(value),) if kind in {"ordinal", "odd", "next"} else ()
    roman = first.roman if len(group) == 1 else 0
    return Token(kind, first.start, last.end, text, value, numbers, roman=roman)


def _unknown(token: Token) -> Token:
    if token.kind == "mark" and token.text in _APOSTROPHES:
        return Token("apostrophe", token.start, token.end, token.text)
    if token.kind == "word":
        month = misspelt_month(token.text)
        if month:
            return Token("month", token.start, token.end, token.text, numbers=(month,), weak=True)
    kind = "other" if token.kind in {"word", "mark", "dotted"} else token.kind
    return Token(kind, token.start, token.end, token.text, token.value, token.numbers, roman=token.roman)


@lru_cache(maxsize=65536)
def misspelt_month(word: str) -> int:
    """The one month whose name is a slip of the pen away from this word, 0 if none or more than one is."""
    if len(word) < _WORDS_OF_TYPO:
        return 0
    near = {
        month
        for name, month in _full_names()
        if name[0] == word[0] and OSA.distance(name, word, score_cutoff=2) <= (1 if len(name) < 8 else 2)
    }
    return near.pop() if len(near) == 1 else 0


@cache
def _full_names() -> tuple[tuple[str, int], ...]:
    return tuple((row["word"], int(row["month"])) for row in rows("months") if len(row["word"]) >= _WORDS_OF_TYPO)


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[str, str]]:
    known: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in rows("months"):
        known[(row["word"],)] = ("month" if row["alone"] == "yes" else "weak month", row["month"])
    for row in rows("period_words"):
        key = tuple(found.group().casefold() for found in _LEXEME.finditer(row["phrase"]))
        known[key] = (row["class"], row["value"])
    for row in rows("calendar"):
        for name in row["variants"].split(";"):
            key = tuple(found.group().casefold() for found in _LEXEME.finditer(name.strip()))
            known[key] = ("event", row["event"])
    return known


@cache
def _longest_phrase() -> int:
    return max(len(key) for key in _lexicon())


@cache
def _number_words() -> dict[str, tuple[int, str]]:
    return {row["word"]: (int(row["value"]), row["kind"]) for row in rows("number_words")}


def _numerals(found: Iterator[Token]) -> Iterator[Token]:
    """Numbers in words become numbers: "dua ribu tujuh belas" → 2017."""
    run: list[Token] = []
    for token in found:
        if token.kind == "other" and token.text in _number_words():
            run.append(token)
            continue
        if run:
            yield _spelt(run)
            run = []
        yield token
    if run:
        yield _spelt(run)


def _spelt(run: Sequence[Token]) -> Token:
    total, part = 0, 0
    for value, kind in (_number_words()[t.text] for t in run):
        if kind == "times" and value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif kind == "times":
            part = _times(part, value)
        elif value == 1000:
            total += 1000
        else:
            part += value
    return Token("number", run[0].start, run[-1].end, " ".join(t.text for t in run), numbers=(total + part,))


def _times(part: int, value: int) -> int:
    """The last digit said is the one that is multiplied: "dua ratus lima puluh"."""
    return part - part % 10 + part % 10 * value
