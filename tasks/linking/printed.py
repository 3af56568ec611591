"""Where the numbers of references lead: the records by file, table, heading and number as printed."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from tasks.linking.numbers import Reference, number
from tasks.merging.words import fold
from tasks.model.meeting import Group

Row = Mapping[str, str]
_ROW = re.compile(r",?\s*\b(?:row|item|paragraph|line)\s+\d+.*")


class Printed:
    """The records of a plan by their printed numbers. Positions are those of `rows` (schema RECORDS)."""

    def __init__(self, rows: Sequence[Row], groups: Sequence[Group]) -> None:
        self._rows = rows
        self._groups = groups
        self._by_number: dict[str, list[int]] = defaultdict(list)
        self._below: dict[str, list[int]] = defaultdict(list)
        for n, row in enumerate(rows):
            if row["number"]:
                self._by_number[number(row["number"])].append(n)
                self._below[number(row["number"]).rpartition(".")[0]].append(n)
        codes = sorted((re.escape(g.code) for g in groups if len(g.code) > 1), key=lambda code: (-len(code), code))
        self._codes = re.compile(rf"(?<!\w)(?:{'|'.join(codes)})(?!\w)" if codes else r"(?!)")

    def find(self, said: Reference, place: int) -> list[int]:
        """The records that a reference in record `place` means: those of the nearest scope that has the number.

        Nearest is the same table under the same heading, then the same file, then the same group; a group, part or
        kind of source that the reference names goes before. A number that none bears means those below it ("2.1",
        "2.2"). Empty if there is none.
        """
        scopes = self._scopes(said, self._rows[place])
        for numbers in (self._by_number, self._below):
            numbered = [n for one in said.numbers for n in numbers.get(one, ())]
            for scope in scopes:
                found = [n for n in numbered if scope(self._rows[n])]
                if found:
                    return found
        return []

    def in_file(self, said: str, place: int) -> bool:
        """Whether a record of the same file bears this number."""
        file = self._rows[place]["file"]
        return any(self._rows[n]["file"] == file for n in self._by_number.get(said, ()))

    def named(self, text: str) -> str:
        """The number or letter of the group whose code a text bears ("K2 no. 7"), empty if none."""
        found = self._codes.search(text)
        return (re.sub(r"\D", "", found.group()) or fold(found.group())) if found else ""

    def bears(self, said: str) -> bool:
        """Whether any record bears this number."""
        return said in self._by_number

    def code(self, said: str, own: str) -> str:
        """Code of the group with this number or letter ("3", "b"); `own` if none is said, "?" if there is none."""
        if not said:
            return own
        exact = [g.code for g in self._groups if re.sub(r"\D", "", g.code) == said or fold(g.code).endswith(said)]
        turn = int(said) - 1 if said.isdigit() else ord(said[0]) - ord("a")
        return next(iter(exact), self._groups[turn].code if 0 <= turn < len(self._groups) else "?")

    def _scopes(self, said: Reference, here: Row) -> list[Callable[[Row], bool]]:
        code = self.code(said.group, here["group"])
        other = code != here["group"] or bool(said.source and not _is_source(here, said.source))
        scopes: list[Callable[[Row], bool]] = []
        if not other:
            scopes += [
                lambda row: _table(row) == _table(here) and row["heading"] == here["heading"],
                lambda row: row["file"] == here["file"] and row["heading"] == here["heading"],
                lambda row: row["file"] == here["file"],
            ]
        if said.source:
            scopes.insert(0, lambda row: row["group"] == code and _is_source(row, said.source) and _in_part(row, said))
        if said.part:
            scopes.insert(0, lambda row: row["group"] == code and _in_part(row, said))
        return [*scopes, lambda row: row["group"] == code]


def _is_source(row: Row, source: str) -> bool:
    """Whether a record stands in a document or part of this kind ("matriks")."""
    return source in fold(f"{row['file']} {row['heading']} {row['locator']}")


def _in_part(row: Row, said: Reference) -> bool:
    heading = fold(row["heading"])
    return not said.part or any(
        re.match(rf"(?:\w+ )?{re.escape(said.part)}\b", title) for title in re.split(r"\s*[›;]\s*", heading)
    )


def _table(row: Row) -> tuple[str, str]:
    return row["file"], _ROW.sub("", row["locator"])
