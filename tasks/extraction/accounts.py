"""Records with their ids, and one row of accounting for each block of a document."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.extraction.draft import Draft, Fate, Reading, reason
from tasks.extraction.texts import blank
from tasks.model.blocks import Document, Table
from tasks.model.problem import Problem
from tasks.model.values import joined

_ID_LENGTH = 8


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one document gave, its records with their ids. `status`: a word of SOURCES."""

    document: Document
    status: str
    records: tuple[dict[str, str], ...]
    accounts: tuple[dict[str, str], ...]
    problems: tuple[Problem, ...]


def records_of(file: str, group: str, drafts: Iterable[Draft]) -> list[dict[str, str]]:
    """The records that drafts of a file become: their fields, with id, group, file and locator."""
    taken: set[str] = set()
    out = []
    for draft in drafts:
        made = _record_id(file, draft, taken)
        taken.add(made)
        out.append({**draft.fields, "record_id": made, "group": group, "file": file, "locator": draft.locator})
    return out


def _record_id(file: str, draft: Draft, taken: set[str]) -> str:
    """An id that depends on the place alone, so that it stays when words are corrected."""
    for salt in range(1_000_000):
        words = "\x1f".join([file, draft.locator, draft.mark, *([str(salt)] if salt else [])])
        found = "R-" + hashlib.sha256(words.encode()).hexdigest()[:_ID_LENGTH].upper()
        if found not in taken:
            return found
    raise OverflowError(file)


def made(reading: Reading, records: Sequence[Mapping[str, str]]) -> list[tuple[str, str, bool]]:
    """Place, record id, and whether the action itself stands there."""
    return [
        (place, r["record_id"], n == 0)
        for d, r in zip(reading.drafts, records, strict=True)
        for n, place in enumerate(d.places)
    ]


def accounts_of(
    document: Document, made_of: Iterable[tuple[str, str, bool]], fates: Iterable[Fate]
) -> tuple[dict[str, str], ...]:
    """One row for each block, in the order of the document."""
    ids: dict[str, list[str]] = {}
    holds: dict[str, bool] = {}
    for place, record, first in made_of:
        ids.setdefault(place, []).append(record)
        holds[place] = holds.get(place, False) or first
    said = {f.place: f for f in fates}
    rows = []
    for place, empty in places_of(document):
        fate = said.get(place) or Fate(
            place, "empty" if empty else "not understood", "" if empty else reason("no-request")
        )
        word = fate.fate if place not in ids else "record" if holds[place] else "part of record"
        rows.append(
            {
                "file": document.file,
                "locator": place,
                "fate": word,
                "record_id": joined(ids.get(place, [])),
                "reason": "" if place in ids else fate.reason,
            }
        )
    return tuple(rows)


def places_of(document: Document) -> list[tuple[str, bool]]:
    """Locators of all blocks, and whether nothing is written there."""
    out: list[tuple[str, bool]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            filled = {row for row, _, text in block.words() if not blank(text)}
            out += [(block.row_locator(row), row not in filled) for row in range(1, block.rows + 1)]
        else:
            out.append((block.locator, blank(block.text)))
    return out
