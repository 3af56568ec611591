"""Which table of a copy is which of the issued document: by bookmarks, by rows, by headers, by place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tasks.reviewing.tables import Row, Table

_BOOKMARK, _ROW, _HEADER = 5, 2, 1
Keys = Iterable[tuple[object, int]]


def match_tables(issued: Sequence[Table], returned: Sequence[Table]) -> dict[int, int]:
    """Place of an issued table by the place of the returned one, those left out that are none of the issued.

    Several returned tables belong to one issued table that a reviewer split.
    """
    holders: dict[object, set[int]] = defaultdict(set)
    for n, table in enumerate(issued):
        for key, _ in _keys(table):
            holders[key].add(n)
    scored = [
        (-score, abs(n - m), n, m) for n, table in enumerate(returned) for m, score in _scores(table, holders).items()
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, n, m in sorted(scored):
        if n not in found and m not in taken:
            found[n] = m
            taken.add(m)
    for minus, _, n, m in sorted(scored):
        if n not in found and -minus >= len(returned[n].rows):
            found[n] = m
    return found


def _scores(table: Table, holders: dict[object, set[int]]) -> Counter[int]:
    """How much speaks for each issued table; what many tables have says little."""
    scores: Counter[int] = Counter()
    for key, weight in _keys(table):
        held = holders.get(key, ())
        for m in held:
            scores[m] += weight if len(held) == 1 else 1
    return scores


def _keys(table: Table) -> Keys:
    yield ("header", table.header), _HEADER
    for row in table.rows[1:]:
        yield from ((name, _BOOKMARK) for name in row.bookmarks)
        if any(row.texts):
            yield row.texts, _ROW
            yield ("first", first_words(row)), 1
            if any(row.texts[1:]):
                yield ("rest", row.texts[1:]), 1


def first_words(row: Row) -> str:
    """The words of the first cell, which mostly say which row it is."""
    return row.texts[0] if row.texts else ""
