"""Which records are the same work: few candidates from an index, vetoes before any score, then the score."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tasks.merging.entry import Entry
from tasks.merging.likeness import Weights, likeness
from tasks.merging.vetoes import heads_differ, one_silent, vague, vetoes

KEYS = 4
"""By how many of its most telling words a record is looked up."""

WINDOW = 12
"""In a large block each record is compared with so many that stand next to it in the order of their objects."""

LIKE = 0.62
"""From which likeness of objects on two records with one owner and one act are the same work."""

LIKE_SILENT = 0.8
"""The same if one of them does not name its owner, audience or subject."""

LIKE_VAGUE = 0.9
"""The same if one of them does not name its act."""

LIKE_WITHIN = 0.45
"""The same if the object of one holds the whole object of the other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be merged: positions in the list of entries, the lower first; and how alike they are."""

    a: int
    b: int
    score: float


def pairs(entries: Sequence[Entry], weights: Weights) -> list[Pair]:
    """The pairs to merge, the most alike first; no pair that a veto forbids."""
    found = []
    for a, b in candidates(entries, weights):
        score = judged(entries[a], entries[b], weights)
        if score > 0:
            found.append(Pair(a, b, score))
    return sorted(found, key=lambda p: (-p.score, entries[p.a].name, entries[p.b].name))


def candidates(entries: Sequence[Entry], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs that share a telling word and the region or a regional owner; every pair once, in a fixed order."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, entry in enumerate(entries):
        places = ["; ".join(sorted(entry.regions)), *(sorted(entry.owners) if entry.regional else ())]
        for word in weights.rarest(entry.about.object, KEYS):
            for place in places:
                blocks[word, place].append(n)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = sorted(blocks[key], key=lambda n: (entries[n].about.object, entries[n].name))
        for a, b in neighbours(members):
            pair = (min(a, b), max(a, b))
            if pair not in seen:
                seen.add(pair)
                yield pair


def judged(a: Entry, b: Entry, weights: Weights) -> float:
    """How surely two records are the same work, 0 if they stay apart."""
    if a.file == b.file:
        return float(_identical(a, b))
    like, within = likeness(a.about.object, b.about.object, weights)
    if like < LIKE_WITHIN or next(vetoes(a, b), ""):
        return 0.0
    floor = _floor(a, b)
    if like >= floor or (within >= 1 and floor == LIKE and _narrowed(a, b)):
        return like
    return 0.0


def _floor(a: Entry, b: Entry) -> float:
    if vague(a.about) != vague(b.about):
        return LIKE_VAGUE
    silent = not (a.owners and b.owners) or one_silent(a.about, b.about)
    return LIKE_SILENT if silent else LIKE


def _identical(a: Entry, b: Entry) -> bool:
    """Two rows of one file are one work only if they say the same of the same."""
    return a.text == b.text and a.owners == b.owners and a.regions == b.regions and not next(vetoes(a, b), "")


def _narrowed(a: Entry, b: Entry) -> bool:
    """One record says more of the same: one act and product, two words in common at least, no other audience."""
    same_head = a.about.head == b.about.head or not heads_differ(a.about, b.about)
    return same_head and min(len(a.about.object), len(b.about.object)) > 1 and a.about.slots == b.about.slots


def neighbours(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a small block, all; of a large one, those that stand within a window."""
    if len(members) <= 2 * WINDOW:
        yield from combinations(members, 2)
        return
    for n, first in enumerate(members):
        for second in members[n + 1 : n + 1 + WINDOW]:
            yield first, second
