"""What changed between two versions of a plan, by item. What differs in form alone is no change."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

import pandas as pd

from tasks.memory.versions.causes import Causes, Tables
from tasks.memory.versions.fields import DATES, LISTS, TEXTS, Row, differences
from tasks.memory.versions.matching import same_records
from tasks.memory.versions.parting import divided, gathered
from tasks.model.changes import Change, Kind
from tasks.scheduling.network import FOLLOWS

_ACCEPTED: Final = "accepted"


def changes(before: Tables, after: Tables) -> list[Change]:
    """All changes from one version to another: of items in the order of the later plan, what has gone, links."""
    return list(_Comparison(before, after).found())


class _Comparison:
    """Two versions, their records and items matched."""

    def __init__(self, before: Tables, after: Tables) -> None:
        self._before, self._after = before["records"], after["records"]
        self._same = same_records(self._before, self._after)
        self._causes = Causes(before, after, self._same)
        self._old, self._new = _by_id(before["items"]), _by_id(after["items"])
        self._old_rows, self._new_rows = _rows(self._before), _rows(self._after)
        self._item_then = self._before["item_id"].tolist()
        self._item_now = self._after["item_id"].tolist()
        self._links = _links(before["links"]), _links(after["links"])

    def found(self) -> Iterator[Change]:
        for item, row in self._new.items():
            if item in self._old:
                yield from self._compared(item, self._old[item], row)
            elif item not in self._renamed.values():
                yield self._come(item, row)
        for item, row in self._old.items():
            if item in self._renamed:
                now = self._renamed[item]
                yield from self._compared(now, row, self._new[now], item)
            elif item not in self._new:
                yield self._gone(item, row)
        yield from self._linked()

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """Items that have all their records under another id, which nobody else had or has a share in."""
        found = {}
        for item in self._old.keys() - self._new.keys():
            now = self._successors(item)
            if len(now) == 1 and next(iter(now)) not in self._old:
                other = next(iter(now))
                if set(self._predecessors(other)) == {item}:
                    found[item] = other
        return dict(sorted(found.items()))

    def _successors(self, item: str) -> Counter[str]:
        """The items that have its records now."""
        rows = (self._same[row] for row in self._old_rows.get(item, ()) if row in self._same)
        return Counter(self._item_now[row] for row in rows)

    def _predecessors(self, item: str) -> Counter[str]:
        """The items that had its records."""
        rows = (self._back[row] for row in self._new_rows.get(item, ()) if row in self._back)
        return Counter(self._item_then[row] for row in rows)

    @cached_property
    def _divided(self) -> dict[int, int]:
        return divided(self._before, self._after, self._same)

    @cached_property
    def _gathered(self) -> dict[int, int]:
        return gathered(self._before, self._after, self._same)

    @cached_property
    def _back(self) -> dict[int, int]:
        return {new: old for old, new in self._same.items()}

    def _come(self, item: str, row: Row) -> Change:
        rows = self._new_rows.get(item, [])
        origin = next((name for name, _ in self._predecessors(item).most_common() if name in self._new), "")
        if origin:
            old = [self._back[new] for new in rows if new in self._back]
            cause = self._causes.of_union([*old, *self._old_rows[origin]], [*rows, *self._new_rows[origin]])
            return Change(Kind.SPLIT, item, row["action"], cause, new=row["action"], other=origin)
        cause = self._causes.of_row(item, [], rows)
        if whole := next((name for name in map(self._whole, rows) if name not in ("", item)), ""):
            return Change(Kind.SPLIT, item, row["action"], cause, new=row["action"], other=whole)
        return Change(Kind.NEW, item, row["action"], cause, new=row["action"])

    def _gone(self, item: str, row: Row) -> Change:
        rows = self._old_rows.get(item, [])
        heir = next((name for name, _ in self._successors(item).most_common() if name), "")
        if heir:
            new = [self._same[old] for old in rows if old in self._same]
            cause = self._causes.of_union([*rows, *self._old_rows.get(heir, ())], [*new, *self._new_rows[heir]])
            return Change(Kind.MERGED, item, row["action"], cause, old=row["action"], other=heir)
        cause = self._causes.of_row(item, rows, [])
        if whole := self._gathering(item):
            return Change(Kind.MERGED, item, row["action"], cause, old=row["action"], other=whole)
        return Change(Kind.DROPPED, item, row["action"], cause, old=row["action"])

    def _whole(self, row: int) -> str:
        """The item that a new record is a part of, by the id that it has now; empty if it is none."""
        return self._today(self._item_then[self._divided[row]]) if row in self._divided else ""

    def _compared(self, item: str, old: Row, new: Row, then: str = "") -> Iterator[Change]:
        rows = self._old_rows.get(then or item, []), self._new_rows.get(item, [])
        for kind, field, was, now, months in differences(old, new):
            cause = self._causes.of_words(item, *rows, field)
            yield Change(kind, item, new["action"], cause, field, was, now, months)

    def _linked(self) -> Iterator[Change]:
        """Links of items that are in both versions; those of new items and of dropped ones go without saying."""
        then, now = self._links
        had = {(self._today(one), self._today(other)) for one, other in then}
        there = {self._today(item) for item in self._old}
        for pair in sorted(now.keys() - had):
            if pair[1] in there:
                yield self._link(Kind.LINK_ADDED, pair)
        for pair in sorted(had - now.keys()):
            if pair[0] != pair[1] and pair[1] in self._new:
                yield self._link(Kind.LINK_REMOVED, pair)
        for pair in sorted(pair for pair, suspect in now.items() if suspect):
            yield self._link(Kind.LINK_SUSPECT, pair)

    def _today(self, item: str) -> str:
        """What an item of the earlier version is now: itself, or what it was merged into."""
        if item in self._new:
            return item
        heir = next((name for name, _ in self._successors(item).most_common() if name), "")
        return heir or self._gathering(item) or item

    def _gathering(self, item: str) -> str:
        """The item into which the rows of one that is no more have gone, empty if they are in none."""
        rows = self._old_rows.get(item, ())
        return next((self._item_now[self._gathered[row]] for row in rows if row in self._gathered), "")

    def _link(self, kind: Kind, pair: tuple[str, str]) -> Change:
        before, waiting = pair
        old = [row for item in pair for row in self._old_rows.get(item, ())]
        new = [row for item in pair for row in self._new_rows.get(item, ())]
        row = self._new.get(waiting) or self._old.get(waiting) or {"action": ""}
        return Change(kind, waiting, row["action"], self._causes.of_link(old, new), other=before)


def _by_id(items: pd.DataFrame) -> dict[str, Row]:
    names = (*TEXTS, *LISTS, "budget", *DATES)
    cells = zip(*(items[name].tolist() for name in names), strict=True)
    return {
        item: dict(zip(names, row, strict=True)) for item, row in zip(items["item_id"].tolist(), cells, strict=True)
    }


def _rows(records: pd.DataFrame) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, item in enumerate(records["item_id"].tolist()):
        found.setdefault(item, []).append(row)
    return found


def _links(links: pd.DataFrame) -> dict[tuple[str, str], str]:
    """What is suspect of each link that holds, by its ends."""
    held = links[(links["status"] == _ACCEPTED) & (links["relation"] == FOLLOWS)]
    pairs = zip(held["from_item"].tolist(), held["to_item"].tolist(), strict=True)
    return dict(zip(pairs, held["suspect"].tolist(), strict=True))
