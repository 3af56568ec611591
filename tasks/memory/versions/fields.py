"""Which fields of an item differ between two versions, in substance."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tasks.merging.entry import month
from tasks.merging.words import fold, plain
from tasks.model.changes import Kind
from tasks.model.values import parts

LISTS: Final = {"owners": Kind.OWNER, "supporters": Kind.FIELD, "regions": Kind.FIELD, "fund_sources": Kind.FIELD}
TEXTS: Final = {"action": Kind.WORDING} | dict.fromkeys(("output", "obstacle", "progress", "solution"), Kind.FIELD)
DATES: Final = ("start", "end")
Row = Mapping[str, str]


def differences(old: Row, new: Row) -> Iterator[tuple[Kind, str, str, str, int | None]]:
    """Kind, field, both cells, and by how many months a period was moved; rows of ITEMS. Form alone is none."""
    for field, kind in TEXTS.items():
        if plain(old[field]) != plain(new[field]):
            yield kind, field, old[field], new[field], None
    for field, kind in LISTS.items():
        if sorted(map(fold, parts(old[field]))) != sorted(map(fold, parts(new[field]))):
            yield kind, field, old[field], new[field], None
    if old["budget"] != new["budget"]:
        yield Kind.BUDGET, "budget", old["budget"], new["budget"], None
    was, now = tuple(old[name] for name in DATES), tuple(new[name] for name in DATES)
    if was != now:
        yield Kind.MOVED, "end", _span(was), _span(now), _months(was, now)


def _span(days: Sequence[str]) -> str:
    """First and last day, as in ISO 8601."""
    return "/".join(days) if any(days) else ""


def _months(was: Sequence[str], now: Sequence[str]) -> int | None:
    """By how many months the end was moved, else the beginning; None if no side is stated in both."""
    moved = [to - since for a, b in zip(was, now, strict=True) if (since := month(a)) and (to := month(b))]
    return next((months for months in reversed(moved) if months), 0) if moved else None
