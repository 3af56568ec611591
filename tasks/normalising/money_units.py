"""What words beside a sum say: its currency, and the power of ten by which it is scaled.

"M" is miliar in Indonesian and for rupiah, million in English and for other currencies; where the two disagree (a sum
in rupiah in an English plan) nobody can say. A sign that several currencies share ("$", "Shs") is that of the meeting,
if it is one of them; one that means other things elsewhere ("Rs", "K", "Tk") counts where it is the meeting's alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tasks.normalising.reference import rows

_MILLION, _BILLION = 10**6, 10**9
_ZEROS = re.compile(r"(?<![\d,])(?<!\d\.)(?:x\s*)?(?:1[.,]?)?((?:000)(?:[.,]?000)*)(?![\d])")
_WORD = re.compile(r"[^\W\d_]*[$₵¢]|[^\W\d_]+|[€£¥₦₱₹৳฿₫₭₮₩]")
_SHORT_SCALES = ("bn", "mn", "m", "k")
_LETTER = re.compile(
    r"\(\s*([A-Z])\s*\)|(?<![^\W_])([A-Z])(?=\s?['’]?\s?000|\s?(?:m|mn|bn|k|millions?|billions?|thousands?)(?![^\W_]))"
)
_ALONE = re.compile(r"(?:\(|^)\s*(?:in\s+)?([mbk])\s*(?:\)|$)")
_SHORTEST = 2  # letters of a scale in a header that needs no currency beside it


class Usage(NamedTuple):
    """How the people of a meeting write sums: their language and their own currency ("" if nobody knows)."""

    language: str = "id"
    currency: str = "IDR"


INDONESIAN = Usage()


@dataclass(frozen=True, slots=True)
class Unit:
    """A column's factor (0 if it can be read in two ways) and its currency, "" if it names none."""

    factor: int = 1
    currency: str = ""


@cache
def words_of(*kinds: str) -> Mapping[str, str]:
    """Words of these kinds with their values, from money_words.csv."""
    return {row["word"]: row["value"] for row in rows("money_words") if row["kind"] in kinds}


@lru_cache(maxsize=64)
def currencies(usage: Usage) -> Mapping[str, str]:
    """Words and signs with the currency that they name in this meeting, "?" for one of several.

    Codes and single letters, which are words otherwise ("Kes", "K"), are in capitals, the rest is folded.
    """
    shared = {w: v.split("|") for w, v in words_of("shared currency").items()}
    own = {w: v.split("|") for w, v in words_of("own currency").items()}
    return {
        usage.currency.casefold(): usage.currency,
        **words_of("currency"),
        **{w: usage.currency if usage.currency in several else several[0] for w, several in shared.items()},
        **{w: usage.currency for w, several in own.items() if usage.currency in several},
    }


@cache
def currency_words(own: bool = False) -> frozenset[str]:
    """Words and signs that name a currency, folded. own: those as well that do so only where it is the meeting's."""
    known = words_of("currency", "shared currency", *(["own currency"] if own else []))
    return frozenset(w.casefold() for w in known)


@cache
def scale_words() -> frozenset[str]:
    """Words that scale sums, without single letters."""
    return frozenset(w for w in words_of("scale", "english scale", "unit") if len(w) >= _SHORTEST)


def currency_of(word: str, usage: Usage) -> str:
    """The currency that a word or sign names, "?" for one of several, "" for none."""
    known = currencies(usage)
    return known.get(word) or known.get(word.casefold(), "")


def scale_of(word: str, named: str, usage: Usage) -> int:
    """The factor that a word behind a number stands for, 0 if it can be read in two ways.

    named: the currency that stands beside it or over its column, "" if none.
    """
    folded = word.casefold()
    if folded == "m":
        return _short_million(named, usage)
    if folded == "b" and not named:
        return 0
    return int(words_of("scale", "english scale")[folded])


def _short_million(named: str, usage: Usage) -> int:
    rupiah = (named or usage.currency) in {"IDR", ""}
    if usage.language == "en":
        return 0 if rupiah else _MILLION
    return _BILLION if rupiah else _MILLION if named else 0


@lru_cache(maxsize=4096)
def header_unit(words: str, usage: Usage = INDONESIAN) -> Unit:
    """Factor and currency of a header such as "Biaya (Rp 000)", "(DALAM RIBUAN RUPIAH)", "Budget (KES M)"."""
    folded = words.casefold()
    said = [part for word in _WORD.findall(folded) for part in _unglued(word, usage)]
    currency = next((found for w in said if (found := _named(w, usage))), "") or _lettered(words, usage)
    factor = _written_out(said)
    zeros = _ZEROS.search(folded)
    if not factor and zeros:
        factor = 10 ** len(zeros.group(1).replace(".", "").replace(",", ""))
    short = "" if factor else _short_scale(folded, said, usage)
    return Unit(scale_of(short, currency, usage) if short else factor or 1, currency)


def _named(word: str, usage: Usage) -> str:
    """The currency of a folded word in a header; single letters are none there."""
    if len(word) == 1 and word.isalpha():
        return ""
    return currency_of(word, usage) or currency_of(word.upper(), usage)


def _lettered(header: str, usage: Usage) -> str:
    """The currency of a header's capital letter alone in brackets or before a scale: "(R)", "P'000", "Rm"."""
    known = (currency_of(found[1] or found[2], usage) for found in _LETTER.finditer(header))
    return next((currency for currency in known if currency), "")


def _unglued(word: str, usage: Usage) -> list[str]:
    """A word of a header, "kesm" and "ugxbn" taken apart, and "rm" where the currency of the meeting is the rand."""
    if word[:1].upper() in _letters(usage) and word[1:] in _SHORT_SCALES:
        return [word[:1], word[1:]]
    for ending in _SHORT_SCALES:
        if word.endswith(ending) and not _named(word, usage) and _named(word.removesuffix(ending), usage):
            return [word.removesuffix(ending), ending]
    return [word]


def _written_out(said: list[str]) -> int:
    long = {w: v for w, v in words_of("scale", "english scale").items() if len(w) >= _SHORTEST}
    scales = {**words_of("unit"), **long}
    return next((int(scales[w]) for w in said if w in scales), 0)


@lru_cache(maxsize=64)
def _letters(usage: Usage) -> frozenset[str]:
    """The single letter that is the sign of the meeting's currency."""
    own = words_of("own currency").items()
    return frozenset(w for w, several in own if len(w) == 1 and usage.currency in several.split("|"))


def _short_scale(header: str, said: list[str], usage: Usage) -> str:
    """The single letter that scales a column: beside a currency ("KES M", "M Rp"), or alone in brackets."""
    for one, other in pairwise(said):
        for letter, beside in ((one, other), (other, one)):
            if letter in {"m", "b", "k"} and (_named(beside, usage) or beside.upper() in _letters(usage)):
                return letter
    alone = _ALONE.search(header)
    return alone[1] if alone else ""
