"""Which row of a copy is which of the issued table: by bookmark, visible code, words; then by likeness."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from tasks.reviewing.match_tables import first_words
from tasks.reviewing.tables import Row

_BOOKMARK, _CODE, _WORDS = 4.0, 2.0, 3.0
_LIKE, _LIKE_OTHER = 65.0, 85.0
"""Likeness in percent from which on two rows may be the same without a common name: one has none, both have another."""

_COPY: Final = 90.0
"""Likeness in percent from which on a row is a copy of another."""

MOST_PAIRS: Final = 250_000
"""Pairs of rows that are compared at most; beyond it rows are held against their neighbours alone."""

_NEAR: Final = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Places of rows. same: issued row by returned row; sure: how sure, 0 to 1; added, lost: rows without a partner."""

    same: Mapping[int, int]
    sure: Mapping[int, float]
    added: tuple[int, ...]
    lost: tuple[int, ...]


def match_rows(issued: Sequence[Row], returned: Sequence[Row]) -> Found:
    """Pair the rows. Rows that a reviewer inserted as a whole have no partner."""
    open_ = [n for n, row in enumerate(returned) if row.inserted is None]
    named = list(_named(issued, returned, open_))
    same: dict[int, int] = {}
    sure: dict[int, float] = {}
    _take_single(named, same, sure)
    anchors = sorted(same.items())
    _take_best([p for p in named if p[1] not in same and p[2] not in set(same.values())], anchors, same, sure)
    taken = set(same.values())
    rest = [m for m in range(len(issued)) if m not in taken]
    alike = list(_alike(issued, returned, [n for n in open_ if n not in same], rest))
    _take_best(alike, sorted(same.items()), same, sure)
    taken = set(same.values())
    return Found(
        same, sure,
        tuple(n for n in range(len(returned)) if n not in same),
        tuple(m for m in range(len(issued)) if m not in taken),
    )  # fmt: skip


Pair = tuple[float, int, int, float]
"""What speaks for a pair, its returned and its issued row, how sure it is."""


def _named(issued: Sequence[Row], returned: Sequence[Row], open_: Sequence[int]) -> Iterator[Pair]:
    """The pairs that share a bookmark, the first cell or all words."""
    marks = {name: m for m, row in enumerate(issued) for name in row.bookmarks}
    codes: dict[str, list[int]] = defaultdict(list)
    texts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for m, row in enumerate(issued):
        codes[first_words(row)].append(m)
        texts[row.texts].append(m)
    codes.pop("", None)
    for n in open_:
        row = returned[n]
        held = {marks[name] for name in row.bookmarks if name in marks}
        coded = set(codes.get(first_words(row), ()))
        coded = coded if len(coded) <= _NEAR else {m for m in coded if abs(m - n) <= _NEAR}
        equal = texts.get(row.texts, ())
        for m in held | coded | {m for m in equal if len(equal) <= _NEAR or abs(m - n) <= _NEAR}:
            likeness = _likeness(row, issued[m])
            score = _BOOKMARK * (m in held) + _CODE * (m in coded) + _WORDS * likeness
            sure = 1.0 if m in held and m in coded else 0.98 if m in held or m in coded else 0.95
            if m in held or m in coded or likeness == 1:
                yield score, n, m, sure if score > _WORDS else sure * 0.9


def _likeness(a: Row, b: Row) -> float:
    if a.texts == b.texts:
        return 1.0
    return min(fuzz.ratio(" | ".join(a.texts), " | ".join(b.texts)) / 100, 0.99)


def _alike(issued: Sequence[Row], returned: Sequence[Row], rows: Sequence[int], rest: Sequence[int]) -> Iterator[Pair]:
    if not rest:
        return
    every = len(rows) * len(issued) <= MOST_PAIRS
    words = {m: " | ".join(row.texts) for m, row in enumerate(issued)}
    others = {m: text for m, text in words.items() if m not in set(rest)}
    for n in rows:
        text = " | ".join(returned[n].texts)
        if every and process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=_COPY):
            continue
        for m in rest:
            if every or abs(m - n) <= _NEAR:
                named = first_words(returned[n]) and first_words(issued[m])
                ratio = fuzz.ratio(text, words[m], score_cutoff=_LIKE_OTHER if named else _LIKE)
                if ratio:
                    yield ratio, n, m, 0.9 * ratio / 100


def _take_single(pairs: Sequence[Pair], same: dict[int, int], sure: dict[int, float]) -> None:
    """Take the pairs of which neither row has another partner."""
    left: Counter[int] = Counter()
    right: Counter[int] = Counter()
    for _, n, m, _ in pairs:
        left[n] += 1
        right[m] += 1
    for _, n, m, certain in pairs:
        if left[n] == 1 and right[m] == 1:
            same[n], sure[n] = m, certain


def _take_best(
    pairs: Sequence[Pair], anchors: Sequence[tuple[int, int]], same: dict[int, int], sure: dict[int, float]
) -> None:
    """Take the rest, the best first; of equal ones that which stands where it is expected after its neighbours."""
    taken = set(same.values())
    places = _expected(anchors, [n for _, n, _, _ in pairs])
    for _, n, m, certain in sorted(pairs, key=lambda p: (-p[0], abs(p[2] - places[p[1]]), p[1], p[2])):
        if n not in same and m not in taken:
            same[n], sure[n] = m, certain
            taken.add(m)


def _expected(anchors: Sequence[tuple[int, int]], rows: Sequence[int]) -> dict[int, int]:
    """Where each of these rows stood before, if it stands behind the same row as then."""
    out: dict[int, int] = {}
    at = 0
    for n in sorted(set(rows)):
        while at < len(anchors) and anchors[at][0] < n:
            at += 1
        before = anchors[at - 1] if at else (-1, -1)
        out[n] = before[1] + n - before[0]
    return out


def moved(same: Mapping[int, int]) -> set[int]:
    """The returned rows that left their place: all but a longest run that is still in order."""
    order = sorted(same)
    tails: list[int] = []  # place in `order` of the smallest end of a run of each length
    before: dict[int, int] = {}
    for at, n in enumerate(order):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if same[order[tails[middle]]] < same[n]:
                low = middle + 1
            else:
                high = middle
        before[at] = tails[low - 1] if low else -1
        tails[low : low + 1] = [at]
    kept: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(order[at])
        at = before[at]
    return set(order) - kept
