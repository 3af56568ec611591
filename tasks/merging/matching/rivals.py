"""Words that stand at one place of two objects and are not the same: "peta rawan banjir", "peta rawan longsor".

The place of a word is told by the nearest words on both sides that the two objects have in common.
"""

from functools import cache

import numpy as np
from rapidfuzz.distance import OSA

from tasks.merging.arrays import Bools, Ints, distinct, holds, stretches
from tasks.merging.language.stems import stem
from tasks.merging.lists import rows
from tasks.merging.matching.blocks import packed
from tasks.merging.matching.features import Features
from tasks.merging.matching.objects import FEW
from tasks.merging.slots.sequences import Sequences
from tasks.merging.words import terms

SLIP = 7
"""From how many letters on a word that lacks a letter, or has two exchanged, is the same word."""

DERIVED = 5
"""From how many letters on a word with which another begins is its root."""

MOST = 2
"""How many words differ at most on each side."""

_PREFIXES = frozenset(
    ("ber", "di", "ke", "mem", "men", "meng", "meny", "pe", "pem", "pen", "peng", "per", "re", "se", "te", "ter")
)
"""What an Indonesian or English word is derived by, before its root; the stems of some words keep them."""

START, END = -1, -2
"""What stands before the first word and behind the last."""


def rivals(made: Features, a: Ints, b: Ints) -> Bools:
    """Which pairs of rows differ in nothing but what they name at the same places of their objects.

    One word may be one of the lists, whose words count themselves; of several none may be.
    """
    size, bare = len(a), made.bare()
    left, right = _alone(made.slots.order, a, b, made.size), _alone(made.slots.order, b, a, made.size)
    many, those = (np.bincount(side[0], minlength=size) for side in (left, right))
    listed = sum(np.bincount(side[0], bare[side[3]], size) for side in (left, right))
    most = np.maximum(many, those)
    few = np.diff(made.slots.order.bounds)[a] - many <= FEW
    swaps = np.bincount(_swapped(made, a, b, _joined(left, right)), minlength=size)
    told: Bools = (most <= MOST) & (swaps >= most) & ((most == 1) | (listed == 0)) & ((many == those) | few)
    return told


def slight(made: Features, words: Ints) -> Bools:
    """Which of these words fill slots, name kinds or acts, or are near to one that does: none is a name by itself."""
    bare = made.bare()
    beside = frozenset[str]().union(*(_near(made.spelt(n)) for n in np.flatnonzero(bare).tolist()))
    each, place = np.unique(words, return_inverse=True)
    near = [not _near(made.spelt(n)).isdisjoint(beside) for n in each.tolist()]
    told: Bools = (bare[each] | np.array(near, np.bool_))[place]
    return told


def _swapped(made: Features, a: Ints, b: Ints, placed: tuple[Ints, Ints, Ints]) -> Ints:
    """The pair of each two words at one place (see `_joined`) that do not say one thing, and are not both of lists."""
    pair, mine, yours = placed
    bare = made.bare()
    told = np.flatnonzero(~(bare[mine] & bare[yours]))
    pair, mine, yours = pair[told], mine[told], yours[told]
    capital = _named(made, a[pair], mine).tolist(), _named(made, b[pair], yours).tolist()
    spelt = [[made.spelt(n) for n in side.tolist()] for side in (mine, yours)]
    unlike = [not akin(m, n) and not short(m, n, c, d) for m, n, c, d in zip(*spelt, *capital, strict=True)]
    return pair[np.array(unlike, np.bool_)]


def _alone(order: Sequences, one: Ints, other: Ints, size: int) -> tuple[Ints, Ints, Ints, Ints]:
    """(pair, word in common before it, the same behind it, word) of the words that the other object lacks."""
    (owner, values), (theirs, those) = (_spread(order, rows) for rows in (one, other))
    shared = holds(distinct(theirs * np.int64(size) + those), owner * np.int64(size) + values)
    place = np.arange(len(values))
    before = np.maximum.accumulate(np.where(shared, place, -1))
    behind = np.minimum.accumulate(np.where(shared, place, len(values))[::-1])[::-1]
    first = np.searchsorted(owner, owner)
    last = np.searchsorted(owner, owner, side="right")
    ahead = np.where(before >= first, values[before], START)
    after = np.where(behind < last, values[np.minimum(behind, len(values) - 1)], END)
    return owner[~shared], ahead[~shared], after[~shared], values[~shared]


def _spread(order: Sequences, rows: Ints) -> tuple[Ints, Ints]:
    owner, turn = stretches(np.diff(order.bounds)[rows])
    return owner, order.values[order.bounds[rows][owner] + turn].astype(np.int64)


def _joined(left: tuple[Ints, Ints, Ints, Ints], right: tuple[Ints, Ints, Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """(pair, word, other word) of words at one place."""
    both = packed(*(np.concatenate(columns) for columns in zip(left[:3], right[:3], strict=True)))
    keys, others = both[: len(left[0])], both[len(left[0]) :]
    turn = np.argsort(others, kind="stable")
    first, last = (np.searchsorted(others[turn], keys, side=side) for side in ("left", "right"))
    owner, step = stretches(last - first)
    return left[0][owner], left[3][owner], right[3][turn[first[owner] + step]]


def _named(made: Features, rows: Ints, words: Ints) -> Bools:
    """Whether these words stand in capitals in these rows."""
    named = made.named
    held = np.repeat(np.arange(len(named)), named.sizes()) * np.int64(made.size) + named.values
    return holds(held, named.code[rows] * np.int64(made.size) + words)


def short(word: str, other: str, capital: bool, other_capital: bool) -> bool:
    """Whether one of two words, in capitals, may be the initials of what begins with the other ("VUB", "varietas")."""
    return capital != other_capital and word[0] == other[0]


@cache
def akin(word: str, other: str) -> bool:
    """Whether two words may say one thing: one derived from the other, spelt wrongly, or the more general."""
    short, long = sorted((word, other), key=len)
    derived = len(short) >= DERIVED and (long.startswith(short) or long.removesuffix(short) in _PREFIXES)
    general = short in _general().get(long, ()) or long in _general().get(short, ())
    return derived or general or _slip(short, long) or not _near(short).isdisjoint(_near(long))


def _slip(short: str, long: str) -> bool:
    """Whether one lacks a letter of the other, or both have the same letters but for one step."""
    same = len(short) != len(long) or sorted(short) == sorted(long)
    return len(long) >= SLIP and same and OSA.distance(short, long, score_cutoff=1) <= 1


@cache
def _near(word: str) -> frozenset[str]:
    """The groups of near_words.csv that a word belongs to."""
    return _groups().get(stem(word), frozenset())


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("near_words"):
        found.setdefault(stem(row["word"]), set()).add(row["group"])
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _general() -> dict[str, frozenset[str]]:
    """The words of the phrases for which one word stands: "vsat" is a kind of "internet"."""
    found: dict[str, set[str]] = {}
    for phrase, term in terms().items():
        for word in term if len(term) == 1 < len(phrase) else ():
            found.setdefault(word, set()).update(phrase)
    return {word: frozenset(words) for word, words in found.items()}
