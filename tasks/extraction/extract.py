"""Documents to records: every block read once, every block accounted for."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from tasks.extraction.conversation import heard
from tasks.extraction.draft import Draft, Fate, Reading, Reason, reason, together
from tasks.extraction.fields import with_more
from tasks.extraction.prose import step
from tasks.extraction.recognise import recognisers
from tasks.extraction.setting import Before, Carried, Tools
from tasks.extraction.supersede import Superseded, superseded
from tasks.extraction.tables import read_table
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import vocabulary
from tasks.extraction.walk import Walk
from tasks.model.blocks import Block, Document, ListItem, Note, Paragraph, Table, Text
from tasks.model.meeting import Inputs
from tasks.model.problem import Code, Problem, problem
from tasks.model.tables import ACCOUNTING, RAW, SOURCES, frame
from tasks.model.values import joined

_ID_LENGTH = 8
_MAIL = frozenset({"eml", "msg"})
_ASIDE: Mapping[str, Reason] = {
    "comment": "comment",
    "header": "page-edge",
    "footer": "page-edge",
    "speaker": "speaker",
}


@dataclass(frozen=True)
class Extraction:
    """What all documents gave: frames of RAW, ACCOUNTING and SOURCES, and all problems, the documents' own first."""

    raw: pd.DataFrame
    accounting: pd.DataFrame
    sources: pd.DataFrame
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """What one document gave, its records with their ids."""

    document: Document
    status: str
    records: tuple[dict[str, str], ...]
    accounts: tuple[dict[str, str], ...]
    problems: tuple[Problem, ...]


def extract(documents: Sequence[Document], inputs: Inputs) -> Extraction:
    """The action items of these documents, one row a place, in the order of `inputs.sources`."""
    tools = Tools(vocabulary(inputs.side_tables.get("vocabulary", ())), recognisers(inputs))
    older = superseded(documents)
    groups = {s.file: s.group for s in inputs.sources}
    place = {s.file: n for n, s in enumerate(inputs.sources)}
    ordered = sorted(documents, key=lambda d: place.get(d.file, len(place)))
    files = [_file(d, groups.get(d.file, ""), older.get(d.file), tools) for d in ordered]
    hashes = {s.file: s.sha256 for s in inputs.sources}
    return Extraction(
        raw=frame(RAW, (r for f in files for r in f.records)),
        accounting=frame(ACCOUNTING, (a for f in files for a in f.accounts)),
        sources=frame(SOURCES, (_source(f, groups, hashes) for f in files)),
        problems=tuple(p for f in files for p in f.problems),
    )


def _source(file: _File, groups: Mapping[str, str], hashes: Mapping[str, str]) -> dict[str, str]:
    document = file.document
    return {
        "file": document.file,
        "group": groups.get(document.file, ""),
        "format": document.format,
        "sha256": hashes.get(document.file, ""),
        "status": file.status,
        "blocks": str(len(file.accounts)),
        "records": str(len(file.records)),
    }


def _file(document: Document, group: str, old: Superseded | None, tools: Tools) -> _File:
    if old is not None:
        found = problem(Code.FILE_SUPERSEDED, document.file, newer=old.newer, reason=old.reason)
        fates = [
            Fate(p, "empty" if empty else "superseded", "" if empty else old.reason) for p, empty in _places(document)
        ]
        return _File(document, "superseded", (), _accounts(document, (), fates), (*document.problems, found))
    reading = read_document(document, tools)
    records = _records(document.file, group, reading.drafts)
    problems = [*document.problems, *(replace(p, file=document.file) for p in reading.problems)]
    if document.blocks and not records and not any(p.code == Code.FILE_EMPTY for p in problems):
        problems.append(problem(Code.RECORDS_NONE, document.file))
    status = "read" if document.blocks else "not read"
    return _File(
        document, status, tuple(records), _accounts(document, _made(reading, records), reading.fates), tuple(problems)
    )


def read_document(document: Document, tools: Tools) -> Reading:
    """The drafts, fates and problems of one document, in its order."""
    walk, before = Walk(tools), Before()
    if heard(walk, document):
        return walk.reading()
    readings: list[Reading] = []
    for n, block in enumerate(document.blocks):
        if isinstance(block, Table):
            readings.append(walk.reading())
            found = read_table(block, walk.setting(), tools, before)
            before, walk.sender = found.before, found.sender or walk.sender
            walk.begun = True
            readings = [*_carried(readings, found.carried), found.reading]
        elif isinstance(block, Note):
            readings.append(Reading(fates=(Fate(block.locator, "remark", reason(_ASIDE[block.note])),)))
        elif document.format in _MAIL and isinstance(block, Paragraph | ListItem) and block.style == "quoted":
            readings.append(Reading(fates=(Fate(block.locator, "remark", reason("quoted")),)))
        else:
            step(walk, block, _following(document.blocks, n))
    readings.append(walk.reading())
    return together(readings)


def _carried(readings: Sequence[Reading], rows: Sequence[Carried]) -> list[Reading]:
    """The readings so far, with rows of the next table that go on with the last record."""
    last = max((n for n, r in enumerate(readings) if r.drafts), default=-1)
    if last < 0 or not rows:
        return list(readings)
    *before, draft = readings[last].drafts
    for row in rows:
        draft = with_more(draft, row.fields, row.place)
    return [*readings[:last], replace(readings[last], drafts=(*before, draft)), *readings[last + 1 :]]


def _following(blocks: Sequence[Block], n: int) -> Text | None:
    """The next block of text with words, None at a table or at the end."""
    for block in blocks[n + 1 : n + 4]:
        if isinstance(block, Table):
            return None
        if not isinstance(block, Note) and not blank(block.text):
            return block
    return None


def _records(file: str, group: str, drafts: Iterable[Draft]) -> list[dict[str, str]]:
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


def _made(reading: Reading, records: Sequence[Mapping[str, str]]) -> list[tuple[str, str, bool]]:
    """Place, record id, and whether the action itself stands there."""
    return [
        (place, r["record_id"], n == 0)
        for d, r in zip(reading.drafts, records, strict=True)
        for n, place in enumerate(d.places)
    ]


def _accounts(
    document: Document, made: Iterable[tuple[str, str, bool]], fates: Iterable[Fate]
) -> tuple[dict[str, str], ...]:
    """One row for each block, in the order of the document."""
    ids: dict[str, list[str]] = {}
    holds: dict[str, bool] = {}
    for place, record, first in made:
        ids.setdefault(place, []).append(record)
        holds[place] = holds.get(place, False) or first
    said = {f.place: f for f in fates}
    rows = []
    for place, empty in _places(document):
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


def _places(document: Document) -> list[tuple[str, bool]]:
    """Locators of all blocks, and whether nothing is written there."""
    out: list[tuple[str, bool]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            filled = {row for row, _, text in block.words() if not blank(text)}
            out += [(block.row_locator(row), row not in filled) for row in range(1, block.rows + 1)]
        else:
            out.append((block.locator, blank(block.text)))
    return out
