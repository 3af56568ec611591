"""Why something changed between two versions: which files, which decisions."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise

import pandas as pd

from tasks.memory.versions.matching import earlier_names
from tasks.merging.reasons.doubts import fingerprints
from tasks.model.changes import Cause, Reason
from tasks.model.problem import Code

Tables = Mapping[str, pd.DataFrame]
"""The tables of a version by name."""

_LAID_OUT = frozenset({"record_id", "item_id", "family_id", "file", "locator"})
"""Cells of a record that say nothing of the work."""

_NAMED = "@reviewing.field."
_COLUMNS = {"time": "end", "funds": "fund_sources"}
"""The column of ITEMS that tells a change of a field which reviewers know by another name."""

_ROW = "row"
_TAKEN_OVER = frozenset({Code.PROPOSAL_APPLIED, Code.ITEM_ADDED, Code.ITEM_WITHDRAWN})

_ORDER = (Reason.FILE_CHANGED, Reason.FILE_ADDED, Reason.FILE_REMOVED)


class Causes:
    """What may have caused changes between two versions. same: rows of RECORDS that are the same work, old → new."""

    def __init__(self, before: Tables, after: Tables, same: Mapping[int, int]) -> None:
        self._before, self._after, self._same = before, after, same
        self._back = {new: old for old, new in same.items()}

    def of(self, old: Iterable[int], new: Iterable[int], field: str = "") -> Cause:
        """The cause of a change of what these records say (of one field alone, if it is named): files before people."""
        old, new = list(old), list(new)
        files = self._files(old, new, field) or self._decided(old, new) or self._files(old, new, "")
        return files or self._rearranged(old) or Cause(Reason.PROGRAM)

    def of_words(self, item: str, old: Iterable[int], new: Iterable[int], field: str) -> Cause:
        """The cause of a change of one field of an item: reviewers, whose words stand above those of files, first."""
        who = self._reviewed.get((item, field))
        return Cause(Reason.REVIEWER, who=tuple(sorted(who))) if who else self.of(old, new, field)

    def of_row(self, item: str, old: Iterable[int], new: Iterable[int]) -> Cause:
        """The cause why an item is there or no longer is: reviewers whose row was added or deleted first."""
        return self.of_words(item, old, new, _ROW)

    def of_union(self, old: Iterable[int], new: Iterable[int]) -> Cause:
        """The cause why records are one work or no longer are, or of a link: people before files."""
        old, new = list(old), list(new)
        return self._decided(old, new) or self._files(old, new, "") or self._rearranged(old) or Cause(Reason.PROGRAM)

    def of_link(self, old: Iterable[int], new: Iterable[int]) -> Cause:
        """The cause of what became of a link between records.

        Where these say what they said, all documents that changed: how much words tell is learnt from all of them.
        """
        direct = self.of_union(old, new)
        return self._all_files or direct if direct.reason == Reason.PROGRAM else direct

    def _files(self, old: Iterable[int], new: Iterable[int], field: str) -> Cause | None:
        found = {self._gone(row) for row in old if row not in self._same}
        found |= {self._come(row) for row in new if row not in self._back or self._differ(self._back[row], row, field)}
        told = {(reason, file) for reason, file in found if reason}
        for reason in _ORDER:
            if files := sorted(file for why, file in told if why == reason):
                return Cause(reason, tuple(files))
        return None

    def _rearranged(self, old: Iterable[int]) -> Cause | None:
        """The first source holds: of records that say what they said, some come in another order now."""
        rows = [(row, self._same[row]) for row in sorted(old) if row in self._same]
        turned = [(new, after) for (_, new), (_, after) in pairwise(rows) if new > after]
        files = {self._places[1][row] for pair in turned for row in pair}
        moved = sorted(files & self._origins.keys())
        if moved:
            return Cause(Reason.FILE_RENAMED, tuple(moved))
        return Cause(Reason.FILE_CHANGED, tuple(sorted(files))) if files else None

    def _come(self, row: int) -> tuple[Reason | None, str]:
        """What happened to the file in which a record stands now."""
        file = self._places[1][row]
        had = self._hashes[0].get(self._origins.get(file, file))
        if had == self._hashes[1].get(file) and had is not None:
            return None, file
        return (Reason.FILE_ADDED if had is None else Reason.FILE_CHANGED), file

    def _gone(self, row: int) -> tuple[Reason | None, str]:
        """What happened to the file in which a record stood."""
        file = self._places[0][row]
        name = next((now for now, then in self._origins.items() if then == file), file)
        has = self._hashes[1].get(name)
        if has == self._hashes[0].get(file) and has is not None:
            return None, file
        return (Reason.FILE_REMOVED, file) if has is None else (Reason.FILE_CHANGED, name)

    def _differ(self, old: int, new: int, field: str) -> bool:
        before, after = self._cells
        names = [field] if field in before else [name for name in before if name not in _LAID_OUT]
        return any(before[name][old] != after[name][new] for name in names if name in after)

    def _decided(self, old: Iterable[int], new: Iterable[int]) -> Cause | None:
        prints = {self._prints[0][row] for row in old} | {self._prints[1][row] for row in new}
        who = [who for print_ in sorted(prints) for who in self._ruled.get(print_, ())]
        return Cause(Reason.DECISION, who=tuple(dict.fromkeys(filter(None, who)))) if who else None

    @cached_property
    def _all_files(self) -> Cause | None:
        """All documents that were changed, added or removed, of the first kind that there is."""
        had, has = self._hashes
        names = {file: self._origins.get(file, file) for file in has}
        gone = had.keys() - names.values()
        changed = [file for file, then in names.items() if then in had and had[then] != has[file]]
        added = [file for file, then in names.items() if then not in had]
        for reason, files in zip(_ORDER, (changed, added, gone), strict=True):
            if files:
                return Cause(reason, tuple(sorted(files)))
        return None

    @cached_property
    def _origins(self) -> dict[str, str]:
        """The earlier name of files that have most of the records of one that is there no more."""
        return earlier_names(self._before["records"], self._after["records"], self._same)

    @cached_property
    def _places(self) -> tuple[list[str], list[str]]:
        return self._before["records"]["file"].tolist(), self._after["records"]["file"].tolist()

    @cached_property
    def _cells(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        before, after = self._before["records"], self._after["records"]
        return _columns(before), _columns(after)

    @cached_property
    def _prints(self) -> tuple[list[str], list[str]]:
        return fingerprints(self._before["records"]), fingerprints(self._after["records"])

    @cached_property
    def _hashes(self) -> tuple[dict[str, str], dict[str, str]]:
        """Hash by name of the documents that each version was made of; those that were superseded do not count."""
        return _read(self._before["sources"]), _read(self._after["sources"])

    @cached_property
    def _reviewed(self) -> dict[tuple[str, str], set[str]]:
        """Whose proposals only one of the versions has taken over, by item and column."""
        found: dict[tuple[str, str], set[str]] = {}
        for told in sorted(_proposals(self._before["problems"]) ^ _proposals(self._after["problems"])):
            values = json.loads(told)
            name = values.get("field", _ROW).removeprefix(_NAMED)
            found.setdefault((values["item"], _COLUMNS.get(name, name)), set()).add(values["who"])
        return found

    @cached_property
    def _ruled(self) -> dict[str, list[str]]:
        """Who decided, by fingerprint of the texts, in decisions that only one of the versions has."""
        had, has = _decisions(self._before["decisions"]), _decisions(self._after["decisions"])
        found: dict[str, list[str]] = {}
        for prints, ruling, who in sorted(had ^ has):
            for print_ in prints if ruling else ():
                found.setdefault(print_, []).append(who or "")
        return found


def _read(sources: pd.DataFrame) -> dict[str, str]:
    used = sources[sources["status"] != "superseded"]
    return dict(zip(used["file"].tolist(), used["sha256"].tolist(), strict=True))


def _proposals(problems: pd.DataFrame) -> set[str]:
    """What is told of each proposal that was taken over."""
    return set(problems.loc[problems["code"].isin(_TAKEN_OVER), "details"].tolist())


def _decisions(decisions: pd.DataFrame) -> set[tuple[tuple[str, ...], str, str]]:
    """Fingerprints, ruling and who, of every decision on two texts."""
    found = set()
    for told in decisions["told"].tolist():
        values = json.loads(told)
        if "key" in values:
            sides = json.loads(values["key"])
            prints = sorted({print_ for side in sides.values() for print_ in side.get("prints", ())})
            found.add((tuple(prints), values["ruling"], values["who"]))
    return found


def _columns(table: pd.DataFrame) -> dict[str, list[str]]:
    return {str(name): table[name].tolist() for name in table.columns}
