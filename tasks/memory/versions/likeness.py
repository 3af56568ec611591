"""How alike two records of two versions are that do not say the same: whether the one may be the other, reworded."""

from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from tasks.merging import acts
from tasks.merging.entry import Entry
from tasks.merging.vetoes import vetoes
from tasks.merging.words import plain, words

ALIKE: Final = 0.55
ALIKE_IN_PLACE: Final = 0.4
ALIKE_ELSEWHERE: Final = 0.8
"""Shares of common words from which on a text counts as the same work: whose owners and regions are the same; which
has these and stands in the same place or between the same neighbours; of which neither is so."""

CONTAINED: Final = 0.9
LEAST: Final = 0.25
"""Shares from which on a text that stands in the same place, of the same owners and regions, counts as the same work
with more said, or less: of the shorter one's words, and of those of both."""

_LONG: Final = 6
"""Words of fewer letters are other words once a letter is another one."""

_FEWEST: Final = 3
"""Texts of fewer words are contained in too many others."""

REST: Final = ("output", "obstacle", "start", "end", "budget")
"""Further columns of RECORDS that tell a row from another one."""

_OTHER_WORK: Final = frozenset({"act", "product"})
_OTHER_WORK_HERE: Final = frozenset({"act"})
"""Vetoes of merging that also tell two works from two versions of one, whose owners and dates may be changed."""


@dataclass(frozen=True, slots=True)
class Left:
    """A record that says what no record of the other version says.

    file: under its name in the earlier version; rest: what else stands in its row.
    """

    row: int
    file: str
    entry: Entry
    words: frozenset[str]
    rest: tuple[str, ...]


def said(text: str) -> frozenset[str]:
    """The words of a text, those for acts by their roots: "menyusun" and "penyusunan" say the same."""
    return frozenset(map(acts.root, words(text)))


def alike(one: Left, other: Left, between: bool) -> float:
    """How alike two records are that may be one work, else 0."""
    a, b = one.entry, other.entry
    theirs = (a.owners, a.regions) == (b.owners, b.regions)
    here = between or (one.file, a.locator) == (other.file, b.locator)
    common = len(one.words & other.words) / max(len(one.words | other.words), 1)
    least = ALIKE_IN_PLACE if theirs and here else ALIKE if theirs or here else ALIKE_ELSEWHERE
    numbers = any(letter.isdigit() for word in one.words ^ other.words for letter in word)
    more = theirs and here and _contained(one.words, other.words)
    if (common < least and not more) or (numbers and not (theirs and here)):
        return 0.0
    other_work = _OTHER_WORK_HERE if here else _OTHER_WORK
    if common < 1 and not other_work.isdisjoint(vetoes(a, b)) and not (here and _slip(a, b)):
        return 0.0
    rest = any(one.rest) and one.rest == other.rest
    return common + 0.2 * theirs + 0.1 * here + 0.3 * rest


def _slip(a: Entry, b: Entry) -> bool:
    """Whether a word is the other's but for a letter: then the act that is read from it says nothing."""
    one, other = set(plain(a.text)), set(plain(b.text))
    mine, yours = ([word for word in own if len(word) >= _LONG] for own in (one - other, other - one))
    return any(OSA.distance(word, meant, score_cutoff=1) <= 1 for word in mine for meant in yours)


def _contained(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one text says all of the other, which says something, and not much beside it."""
    common, fewer = len(one & other), min(len(one), len(other))
    return fewer >= _FEWEST and common >= CONTAINED * fewer and common >= LEAST * len(one | other)
