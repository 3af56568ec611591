"""Rows that a program moved by deleting them here and inserting them there, within a table or into another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from tasks.reviewing.context import Context
from tasks.reviewing.lines import Revision
from tasks.reviewing.match_rows import MOST_PAIRS
from tasks.reviewing.match_tables import first_words

_ALIKE_NAMED: Final = 65.0
_LIKE: Final = 90.0
"""Likeness in percent from which on two rows are the same: with one name in the first cell, and without."""

_SURE: Final = 200.0
"""What a common bookmark adds to the likeness."""

Spot = tuple[int, int]
"""Place of a table among the contexts, and of a row in it."""


@dataclass(frozen=True)
class Moves:
    """The moves of the rows of a table.

    within: inserted row of the copy by the deleted one of which it is the new place; out: table and row of the copy by
    the issued row that stands there now; taken: rows of the copy that are the new place of some row.
    """

    within: Mapping[int, int]
    out: Mapping[int, tuple[Context, int]]
    taken: frozenset[int]


def moves(contexts: Sequence[Context]) -> list[Moves]:
    """The moves of the rows of each of these tables."""
    within = [_within(context) for context in contexts]
    found = _between(contexts, [frozenset(places.values()) for places in within])
    return [
        Moves(
            places,
            {m: (contexts[there], row) for (table, m), (there, row) in found.items() if table == n},
            frozenset(places.values()) | {row for there, row in found.values() if there == n},
        )
        for n, places in enumerate(within)
    ]


def mover(context: Context, place: int) -> Revision | None:
    """Who deleted an issued row; None if nobody tracked it."""
    return next((context.table.rows[n].deleted for n, m in context.found.same.items() if m == place), None)


def _within(context: Context) -> dict[int, int]:
    rows, found = context.table.rows, context.found
    gone = [n for n in found.same if rows[n].deleted is not None]
    new = [n for n in found.added if rows[n].inserted is not None]
    scored = sorted(
        (-fuzz.ratio(" | ".join(context.issued.rows[found.same[n]].texts), " | ".join(rows[m].new_texts)), n, m)
        for n in gone
        for m in new
    )
    out: dict[int, int] = {}
    for score, n, m in scored:
        if -score >= _LIKE and n not in out and m not in out.values():
            out[n] = m
    return out


def _between(contexts: Sequence[Context], kept: Sequence[frozenset[int]]) -> dict[Spot, Spot]:
    """Where each issued row that left its table stands now, in another one with the same header."""
    come = [(n, m) for n, context in enumerate(contexts) for m in _come(context) if m not in kept[n]]
    gone = [(n, m) for n, context in enumerate(contexts) for m in _gone(context)] if come else []
    every = len(gone) * len(come) <= MOST_PAIRS
    scored = sorted(
        (-_score(contexts, a, b), a, b)
        for a in gone
        for b in come
        if a[0] != b[0] and contexts[a[0]].issued.header == contexts[b[0]].table.header
        if every or _named(contexts, a, b)
    )
    found: dict[Spot, Spot] = {}
    for minus, a, b in scored:
        if minus and a not in found and b not in found.values():
            found[a] = b
    return found


def _gone(context: Context) -> Iterator[int]:
    """The issued rows that are deleted, tracked or not."""
    yield from context.found.lost
    yield from (m for n, m in context.found.same.items() if context.table.rows[n].deleted is not None)


def _come(context: Context) -> Iterator[int]:
    rows = context.table.rows
    yield from (n for n in context.found.added if rows[n].deleted is None and any(rows[n].new_texts))


def _score(contexts: Sequence[Context], a: Spot, b: Spot) -> float:
    issued, row = contexts[a[0]].issued.rows[a[1]], contexts[b[0]].table.rows[b[1]]
    likeness = fuzz.ratio(" | ".join(issued.texts), " | ".join(row.new_texts))
    if set(issued.bookmarks) & set(row.bookmarks):
        return _SURE + likeness
    return likeness if likeness >= (_ALIKE_NAMED if _named(contexts, a, b) else _LIKE) else 0.0


def _named(contexts: Sequence[Context], a: Spot, b: Spot) -> bool:
    """Whether both have one bookmark, or one first cell."""
    issued, row = contexts[a[0]].issued.rows[a[1]], contexts[b[0]].table.rows[b[1]]
    first = row.new_texts[0] if row.new_texts else ""
    return bool(set(issued.bookmarks) & set(row.bookmarks)) or (bool(first) and first_words(issued) == first)
