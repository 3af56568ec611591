"""A text as a row of plain words: folded, abbreviations and synonyms written one way."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from tasks.merging.lists import rows

_LETTER_DASH = re.compile(r"\b([a-z])-(?=[a-z])(?!(?<=[ivx]-)[ivx]+\b)")
_MOBILE = re.compile(r"\bm-(?=[a-z]{4})")
_ALL_OF = re.compile(r"\bse-(?=[a-z])")
_BETWEEN = re.compile(r"\bantar(?=[a-z]{4})(?!a\b|anya\b|an\b|kan|iksa)")
_KILO = re.compile(r"(?<![\d.,])(\d+)k\b")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
_ZERO = re.compile(r"\b(\d+)[.,]0\b")
SCALES = {"ribu": 3, "rb": 3, "thousand": 3, "juta": 6, "jt": 6, "million": 6, "mn": 6}
"""How many zeros a word behind a number stands for."""

_NUMBER_WORDS = "one two three four five six seven eight nine ten satu dua tiga empat lima enam tujuh delapan sembilan"
_SCALED = re.compile(rf"\b(\d+(?:[.,]\d+)?|{'|'.join(_NUMBER_WORDS.split())}) ?({'|'.join(SCALES)})\b")
_DIGIT = re.compile(r"\d")
_SCALE = re.compile("|".join(SCALES))
_BOTH = re.compile(r"(?<=[a-z]) ?[/&] ?(?=[a-z]{3})")
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = re.compile(r"([a-z])\1+")


def fold(text: str) -> str:
    """Lower case, one form of every letter, white space single: for comparing, never for showing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=65536)
def plain(text: str) -> tuple[str, ...]:
    """The words of a text as they stand, folded; `e-Rapor` is one word, `se-Bali` is `bali`, `1.000` a number."""
    return tuple(_WORD.findall(spelt(fold(text))))


def spelt(folded: str) -> str:
    """A folded text with `e-rapor` as one word, `se-bali` as `bali`, `1.000`, `1,0`, `1 million` and `1k` as numbers.

    `a/b` is `a dan b`, `antardaerah` is `antar daerah`, `m-learning` is `mobile learning`.
    """
    dashed = _LETTER_DASH.sub(r"\1", _MOBILE.sub("mobile ", _ALL_OF.sub("", folded))) if "-" in folded else folded
    apart = _BETWEEN.sub("antar ", dashed) if "antar" in dashed else dashed
    written = _counted(apart) if _DIGIT.search(apart) or _SCALE.search(apart) else apart
    return _BOTH.sub(" dan ", written) if "/" in written or "&" in written else written


def _counted(text: str) -> str:
    plain_numbers = _KILO.sub(r"\g<1>000", _THOUSANDS.sub("", text))
    return _ZERO.sub(r"\1", _SCALED.sub(_whole, plain_numbers))


def _whole(scaled: re.Match[str]) -> str:
    """The digits of "1,2 juta", "one million"."""
    number, scale = scaled.groups()
    first = number.replace(",", ".") if number[0].isdigit() else str(_values()[number])
    return str(round(float(first) * 10 ** SCALES[scale]))


@cache
def _values() -> dict[str, int]:
    words = _NUMBER_WORDS.split()
    return {**dict(zip(words, range(1, 11), strict=False)), **dict(zip(words[10:], range(1, 10), strict=True))}


def straight(folded: str) -> str:
    """Folded lines with a purpose or condition in front ("dalam rangka …, menyusun …") put behind.

    "Agar disusun …, …" asks for something, unless a verb follows.
    """
    return _front().sub(r"\2 \1", folded)


@cache
def _front() -> re.Pattern[str]:
    openings = "|".join(sorted(row["word"] for row in rows("tails")))
    asked = r"(?!(?:agar|supaya) di[^,\n]*,(?! *(?:me|pe)\w{4}))"
    return re.compile(rf"^[^\w\n]*({asked}(?:{openings})\b[^,\n]*),(?!\d)(.*\w.*)$", re.MULTILINE)


@cache
def opening() -> re.Pattern[str]:
    """The beginning of a text, or of its first word, that `straight` may put behind."""
    openings = "|".join(sorted({row["word"].split()[0] for row in rows("tails")}))
    return re.compile(rf"\A\W*(?:{openings})\b")


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text with the phrases of terms.csv put in their one form, the longest phrase first."""
    return tuple([word for word, _ in aligned(plain(text))])


def aligned(tokens: tuple[str, ...]) -> list[tuple[str, int]]:
    """Words in their one form, each with the position of the token that it begins at."""
    one, sizes = single(), _sizes()
    tokens = tuple([one.get(token, token) for token in tokens])
    found: list[tuple[str, int]] = []
    reached = 0
    for place in [n for n, token in enumerate(tokens) if token in sizes]:
        if place >= reached:
            size, term = _longest(tokens, place)
            found += zip(tokens[reached:place], range(reached, place), strict=True)
            found += [(word, place) for word in term]
            reached = place + size
    found += zip(tokens[reached:], range(reached, len(tokens)), strict=True)
    return found


def squeezed(word: str) -> str:
    """A word without doubled letters, so that the commonest slips of the pen do not count."""
    return _DOUBLE.sub(r"\1", word)


@cache
def single() -> dict[str, str]:
    """The single words of terms.csv whose one form is a single word: put first, so that "sek. dasar" is a phrase."""
    pairs = [(plain(row["written"]), row["term"].split()) for row in rows("terms")]
    told = {written[0]: term[0] for written, term in pairs if len(written) == len(term) == 1}
    return {word: told.get(term, term) for word, term in told.items()}


@cache
def terms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The other phrases of terms.csv, in single words' one form, each with its one form, as words."""
    found = {}
    for row in rows("terms"):
        written, term = plain(row["written"]), tuple(row["term"].split())
        if len(written) > 1 or len(term) > 1:
            found[_one_form(written)] = _one_form(term)
    return found


def _one_form(phrase: Iterable[str]) -> tuple[str, ...]:
    return tuple(single().get(word, word) for word in phrase)


def _longest(tokens: tuple[str, ...], place: int) -> tuple[int, tuple[str, ...]]:
    for size in _sizes()[tokens[place]]:
        term = terms().get(tokens[place : place + size])
        if term is not None:
            return size, term
    return 1, (tokens[place],)


@cache
def _sizes() -> dict[str, list[int]]:
    """How many words the phrases have that begin with a word, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in terms():
        found[phrase[0]].add(len(phrase))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}
