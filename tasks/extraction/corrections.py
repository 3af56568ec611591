"""Single rows that a later one replaces: "Menggantikan butir 3", "replaces item 4"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz

from tasks.extraction.accounts import FileReading
from tasks.extraction.draft import reason
from tasks.extraction.phrases import alternatives, phrases
from tasks.model.values import joined

_ALIKE = 60
"""How much alike (0 to 100) a row and the one that replaces it must be, beside the number that it names."""
_SAID_IN = ("remarks", "depends_text", "heading", "action")
_NUMBER = re.compile(r"\d{1,3}[a-z]?\b")

Record = Mapping[str, str]


def corrected(files: Sequence[FileReading]) -> list[FileReading]:
    """The readings of a meeting's files without records that another record of the same group says it replaces.

    The replaced row is the one of that number which is most like the new one; where none is like it, all stay.
    """
    records = [r for f in files for r in f.records]
    gone = {old for new in records for number in _replaced(new) if (old := _old(new, number, records))}
    return [_without(f, gone) if any(r["record_id"] in gone for r in f.records) else f for f in files]


def _replaced(record: Record) -> Iterator[str]:
    """The numbers of the rows that a record says it replaces."""
    for field in _SAID_IN:
        for found in _says().finditer(record.get(field, "")):
            yield from _NUMBER.findall(found["numbers"].casefold())


@cache
def _says() -> "re.Pattern[str]":
    numbers = r"(?P<numbers>\d{1,3}[a-z]?(?:\s*(?:,|&|dan|and)\s*\d{1,3}[a-z]?)*)(?![\w%])"
    words = rf"(?:{alternatives(phrases('replaces'))})\s+(?:{alternatives(phrases('point'))})\s*"
    return re.compile(rf"(?<!\w){words}{numbers}", re.IGNORECASE)


def _old(new: Record, number: str, records: Sequence[Record]) -> str:
    """The id of the record that has this number and is most like the new one; "" if none is."""
    rivals = [
        (fuzz.token_set_ratio(r["action"], new["action"]), r["file"] != new["file"], r["record_id"])
        for r in records
        if r["group"] == new["group"]
        and r["record_id"] != new["record_id"]
        and r.get("number", "").casefold().strip(" .") == number
        and (r["file"] != new["file"] or r.get("number") != new.get("number"))
    ]
    best = max(rivals, default=(0.0, False, ""))
    return best[2] if best[0] >= _ALIKE else ""


def _without(file: FileReading, gone: set[str]) -> FileReading:
    accounts = tuple(_account(a, gone) for a in file.accounts)
    return replace(file, records=tuple(r for r in file.records if r["record_id"] not in gone), accounts=accounts)


def _account(row: dict[str, str], gone: set[str]) -> dict[str, str]:
    ids = [i for i in row["record_id"].split("; ") if i]
    left = [i for i in ids if i not in gone]
    if left == ids:
        return row
    if left:
        return {**row, "record_id": joined(left)}
    return {**row, "fate": "superseded", "record_id": "", "reason": reason("replaced")}
