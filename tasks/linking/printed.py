"""Where the numbers of references lead: the records by file, table, heading and number as printed."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tasks.linking.numbers import Reference, labelled
from tasks.linking.plain_numbers import number, plain
from tasks.merging.words import fold
from tasks.model.meeting import Group

Row = Mapping[str, str]
_Numbered = tuple[str, str, str]
"""A number as printed in a file or by a group: ("file", its name, number), ("group", its code, number)."""

_Scope = tuple[tuple[str, str], Callable[[Row], bool]]
_LETTERED = re.compile(r"(?P<part>[a-z]|[ivx]+)[.-]?(?P<own>\d{1,3})")
"""A number behind the letter of its part ("C.2")."""

_ROW = re.compile(r",?\s*\b(?:row|item|paragraph|line)\s+\d+.*")


class Printed:
    """The records of a plan by their printed numbers. Positions are those of `rows` (schema RECORDS)."""

    def __init__(self, rows: Sequence[Row], groups: Sequence[Group]) -> None:
        self._rows = rows
        self._groups = groups
        self._numbers: set[str] = set()
        self._by_number: dict[_Numbered, list[int]] = defaultdict(list)
        self._below: dict[_Numbered, list[int]] = defaultdict(list)
        for n, row in enumerate(rows):
            if own := number(row["number"] or labelled(row["remarks"])):
                self._numbers.add(plain(own))
                for scope in ("file", "group"):
                    self._by_number[scope, row[scope], plain(own)].append(n)
                    self._below[scope, row[scope], own.rpartition(".")[0]].append(n)
        codes = sorted((re.escape(g.code) for g in groups if len(g.code) > 1), key=lambda code: (-len(code), code))
        self._codes = re.compile(rf"(?<!\w)(?:{'|'.join(codes)})(?!\w)" if codes else r"(?!)")

    def find(self, said: Reference, place: int) -> list[int]:
        """The records that a reference in record `place` means: those of the nearest scope that has the number.

        Nearest is the same table under the same heading, then the same file, then the same group; a group, part or
        kind of source that the reference names goes before. A number that none bears means those below it ("2.1",
        "2.2"); a letter before it is the part's. Empty if there is none.
        """
        scopes = self._scopes(said, self._rows[place])
        for numbers in (self._by_number, self._below):
            for (scope, name), holds in scopes:
                numbered = (n for one in said.numbers for n in numbers.get((scope, name, plain(one)), ()))
                found = [n for n in numbered if holds(self._rows[n])]
                if found:
                    return found
        return [n for one in said.numbers for n in self._lettered(replace(said, numbers=(one,)), place)]

    def _lettered(self, said: Reference, place: int) -> list[int]:
        """The records whose number and part's letter are printed together in a reference ("C.2")."""
        found = _LETTERED.fullmatch(said.numbers[0])
        if not found or said.part:
            return []
        inner, here = replace(said, part=found["part"]), self._rows[place]
        code = self.code(said.group, here["group"])
        own = [("file", here["file"])] if code == here["group"] else []
        for scope in (*own, ("group", code)):
            held = [n for n in self._by_number.get((*scope, found["own"]), ()) if _in_part(self._rows[n], inner)]
            if held:
                return held
        return []

    def in_file(self, said: str, place: int) -> bool:
        """Whether a record of the same file bears this number, or one that is printed behind its part's letter."""
        file = self._rows[place]["file"]
        lettered = self._lettered(Reference((said,), "", "", "", said), place)
        return ("file", file, plain(said)) in self._by_number or any(self._rows[n]["file"] == file for n in lettered)

    def is_group(self, said: str) -> bool:
        """Whether what looks like a number is the code of a group ("programme (SG5)"), and no record bears it."""
        return not self.bears(said) and said in {group.code.casefold() for group in self._groups}

    def named(self, text: str) -> str:
        """The number or letter of the group whose code a text bears ("K2 no. 7"), empty if none."""
        found = self._codes.search(text)
        return (re.sub(r"\D", "", found.group()) or fold(found.group())) if found else ""

    def bears(self, said: str) -> bool:
        """Whether any record bears this number."""
        return plain(said) in self._numbers

    def code(self, said: str, own: str) -> str:
        """Code of the group with this number or letter ("3", "b"); `own` if none is said, "?" if there is none."""
        if not said:
            return own
        exact = [g.code for g in self._groups if re.sub(r"\D", "", g.code) == said or fold(g.code).endswith(said)]
        turn = int(said) - 1 if said.isdigit() else ord(said[0]) - ord("a")
        return next(iter(exact), self._groups[turn].code if 0 <= turn < len(self._groups) else "?")

    def _scopes(self, said: Reference, here: Row) -> list[_Scope]:
        """Where a number is looked for, the nearest first: by file or group, and what must hold of a record there."""
        code = self.code(said.group, here["group"])
        other = code != here["group"] or bool(said.source and not _is_source(here, said.source))
        file, group = ("file", here["file"]), ("group", code)
        scopes: list[_Scope] = []
        if not other:
            scopes += [
                (file, lambda row: _table(row) == _table(here) and row["heading"] == here["heading"]),
                (file, lambda row: row["heading"] == here["heading"]),
                (file, lambda _: True),
            ]
        if said.source:
            scopes.insert(0, (group, lambda row: _is_source(row, said.source) and _in_part(row, said)))
        if said.part:
            scopes.insert(0, (group, lambda row: _in_part(row, said)))
        return [*scopes, (group, lambda _: True)]


def _is_source(row: Row, source: str) -> bool:
    """Whether a record stands in a document or part of this kind ("matriks")."""
    told = fold(f"{row['file']} {row['heading']} {row['locator']}")
    return any(word in told for word in source.split("|"))


def _in_part(row: Row, said: Reference) -> bool:
    heading = fold(row["heading"])
    return not said.part or any(
        re.match(rf"(?:\w+ )?{re.escape(said.part)}\b", title) for title in re.split(r"\s*[›;]\s*", heading)
    )


def _table(row: Row) -> tuple[str, str]:
    return row["file"], _ROW.sub("", row["locator"])
