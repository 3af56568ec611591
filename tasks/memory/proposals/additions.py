"""Rows that reviewers added and the secretariat accepted: raw records, read like those of any other document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

import pandas as pd

from tasks.extraction.extract import Extraction
from tasks.memory.proposals.accepted import Accepted
from tasks.memory.proposals.values import SAID, Cells, raw
from tasks.model.tables import ACCOUNTING, RAW, SOURCES, frame

_FORMAT, _READ = "docx", "read"
_ID_LENGTH: Final = 8


@dataclass(frozen=True)
class Added:
    """extracted: with the added rows; by: the accepted proposal by the id of its record."""

    extracted: Extraction
    by: Mapping[str, Accepted]


def with_additions(extracted: Extraction, found: Sequence[Accepted], before: pd.DataFrame | None) -> Added:
    """What the documents gave and, behind it, a record for each added row, under the name of the returned document.

    before: the records of the last version (RECORDS), by which the group of a row and what it waits for are known.
    """
    if not found:
        return Added(extracted, {})
    known = _Known(before)
    files = _files(found, set(extracted.sources["file"].tolist()))
    rows = [_record(a, files[a.proposal.file], known) for a in found]
    made = dict(zip((row["record_id"] for row in rows), found, strict=True))
    rows = list({row["record_id"]: row for row in rows}.values())
    return Added(
        replace(
            extracted,
            raw=_joined(extracted.raw, frame(RAW, rows)),
            accounting=_joined(extracted.accounting, frame(ACCOUNTING, [_account(r, made) for r in rows])),
            sources=_joined(extracted.sources, frame(SOURCES, _sources(rows))),
        ),
        made,
    )


class _Known:
    """Groups and actions of the items of the last version."""

    def __init__(self, before: pd.DataFrame | None) -> None:
        columns = ("item_id", "group", "action")
        rows = [] if before is None else zip(*(before[name].tolist() for name in columns), strict=True)
        held = list(reversed(list(rows)))
        self.groups = {item: group for item, group, _ in held}
        self.actions = {item: action for item, _, action in held}


def _record(a: Accepted, file: str, known: _Known) -> Cells:
    p = a.proposal
    seed = "\x1f".join([file, p.new, *(part.new for part in p.parts)])
    row = {
        "record_id": "R-" + sha256(seed.encode()).hexdigest()[:_ID_LENGTH].upper(),
        "group": known.groups.get(p.old, next(iter(known.groups.values()), "")),
        "file": file,
        "locator": p.place,
        "inferred": f"action: reviewer '{a.by.replace(';', ',')}'",
    }
    aside = []
    for part in p.parts:
        words = _waited_for(part.new, known) if part.field == "depends" else part.new
        if SAID.get(part.field, part.field) in RAW.columns:
            row |= raw(part.field, words)
        else:
            aside.append(f"{part.field}: {words}")
    return row | ({"remarks": "\n".join(filter(None, [row.get("remarks", ""), *aside]))} if aside else {})


def _waited_for(words: str, known: _Known) -> str:
    """What the row waits for, in the words of the items that it names by code."""
    return "; ".join(known.actions.get(code.strip(), code.strip()) for code in words.split(","))


def _account(row: Cells, made: Mapping[str, Accepted]) -> Cells:
    reason = f"@memory.added {made[row['record_id']].by}"
    return {name: row[name] for name in ("file", "locator", "record_id")} | {"fate": "record", "reason": reason}


def _sources(rows: Sequence[Cells]) -> Iterator[Cells]:
    for file in dict.fromkeys(row["file"] for row in rows):
        held = [row for row in rows if row["file"] == file]
        digest = sha256(repr([sorted(row.items()) for row in held]).encode()).hexdigest()
        number = str(len(held))
        yield {
            "file": file, "group": held[0]["group"], "format": _FORMAT, "sha256": digest, "status": _READ,
            "blocks": number, "records": number,
        }  # fmt: skip


def _files(found: Iterable[Accepted], taken: set[str]) -> dict[str, str]:
    """What each returned document is called, another name than any source document."""
    names: dict[str, str] = {}
    for a in found:
        name, number = a.proposal.file, 1
        while name in taken:
            number += 1
            name = f"{a.proposal.file} ({number})"
        names[a.proposal.file] = name
    return names


def _joined(table: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table, more], ignore_index=True)
