"""Units whose names are cut short: "Deputi Pencegahan" of "Deputi Bidang Pencegahan dan Kesiapsiagaan"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word, words

_HEADS = ("deputi", "asisten deputi", "biro")
"""Units of which a ministry has so few that some words of the name tell which is meant."""
_SAY_NOTHING = frozenset({"bidang", "dan", ","})
_BID = re.compile(r"\bBid\b\.?")
_ROMAN = frozenset("ivx")
_SHORTEST, _LONGEST = 2, 5  # letters of initials


def is_unit(name: str) -> bool:
    """Whether a name is that of a unit which may be cut short."""
    return _head(_spoken(name)) != ""


def fuller(name: str, known: Iterable[str]) -> str:
    """The one of these names that says more words of the same unit, "" if none does or several do.

    All words of the name stand in the fuller one in their order, the same numbers in both; letters in capitals may
    be the first ones of its words ("SDM").
    """
    short = _spoken(name)
    head = _head(short)
    if not head:
        return ""
    longer = ((n, _spoken(n)) for n in known if len(n) > len(name))
    meant = [n for n, said in longer if _head(said) == head and _is_cut(short, said)]
    return meant[0] if len(meant) == 1 else ""


def _is_cut(short: Sequence[str], longer: Sequence[str]) -> bool:
    return len(longer) >= len(short) and _numbers(short) == _numbers(longer) and _is_in(short, longer)


def _is_in(short: Sequence[str], longer: Sequence[str]) -> bool:
    if not short:
        return True
    for i, word in enumerate(longer):
        if word == short[0] and _is_in(short[1:], longer[i + 1 :]):
            return True
        length = len(short[0])
        initials = "".join(w[0] for w in longer[i : i + length])
        if _SHORTEST <= length <= _LONGEST and initials == short[0] and _is_in(short[1:], longer[i + length :]):
            return True
    return False


def _numbers(said: Sequence[str]) -> list[str]:
    return [word for word in said if word.isdigit() or set(word) <= _ROMAN]


def _head(said: Sequence[str]) -> str:
    joined = " ".join(said)
    return next((head for head in _HEADS if joined.startswith(f"{head} ")), "")


def spelt_out(name: str) -> str:
    """A unit's name without marks and short forms that stand for small words: "&" is "dan", "Bid." is "Bidang"."""
    return _BID.sub("Bidang", name.replace(" & ", " dan "))


@cache
def _spoken(name: str) -> tuple[str, ...]:
    """The words of a name, short forms in full, without those that say nothing."""
    said: Sequence[Word] = words(name)
    out: list[str] = []
    i = 0
    while i < len(said):
        found = _short_forms().at(said, i)
        out.extend(found[0] if found is not None else (said[i].text,))
        i = found[1] if found is not None else i + 1
    return tuple(word for word in out if word not in _SAY_NOTHING)


@cache
def _short_forms() -> Phrases[tuple[str, ...]]:
    return Phrases((row["short"], tuple(row["full"].split())) for row in rows("name_short_forms"))
