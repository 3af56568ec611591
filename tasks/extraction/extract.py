"""Documents to records: every block read once, every block accounted for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from tasks.extraction.accounts import FileReading, accounts_of, made, places_of, records_of
from tasks.extraction.budget_notes import noted_budget_years, planned_years
from tasks.extraction.conversation import heard
from tasks.extraction.corrections import corrected
from tasks.extraction.definitions import noted_definitions
from tasks.extraction.draft import Fate, Reading, Reason, reason, together
from tasks.extraction.fields import with_more
from tasks.extraction.framed import told_apart, unframed
from tasks.extraction.kept import keeping
from tasks.extraction.prose import step
from tasks.extraction.recognise import recognisers
from tasks.extraction.row_notes import noted
from tasks.extraction.setting import Before, Carried, Tools
from tasks.extraction.supersede import Superseded, superseded
from tasks.extraction.tables import read_table
from tasks.extraction.texts import blank
from tasks.extraction.ticks import without_decoration
from tasks.extraction.vocabulary import vocabulary
from tasks.extraction.walk import Walk
from tasks.model.blocks import Block, Document, ListItem, Note, Paragraph, Table, Text
from tasks.model.meeting import Inputs
from tasks.model.problem import Code, Problem, problem
from tasks.model.shelf import Shelf
from tasks.model.tables import ACCOUNTING, RAW, SOURCES, frame
from tasks.normalising.defined import Defined
from tasks.normalising.notes import NOTHING, Notes

_MAIL = frozenset({"eml", "msg"})
_ASIDE: Mapping[str, Reason] = {
    "comment": "comment",
    "header": "page-edge",
    "footer": "page-edge",
    "speaker": "speaker",
}


@dataclass(frozen=True)
class Extraction:
    """What all documents gave: frames of RAW, ACCOUNTING and SOURCES, and all problems, the documents' own first.

    notes: what the documents that count say beside their actions.
    """

    raw: pd.DataFrame
    accounting: pd.DataFrame
    sources: pd.DataFrame
    problems: tuple[Problem, ...]
    notes: Notes = NOTHING


def extract(documents: Sequence[Document], inputs: Inputs, shelf: Shelf | None = None) -> Extraction:
    """The action items of these documents, one row a place, in the order of `inputs.sources`.

    shelf: where what the same documents gave before may lie.
    """
    groups = {s.file: s.group for s in inputs.sources}
    place = {s.file: n for n, s in enumerate(inputs.sources)}
    ordered = sorted(documents, key=lambda d: place.get(d.file, len(place)))
    older = superseded(documents)
    counted = [d for d in ordered if d.file not in older]
    notes = Notes(noted_budget_years(counted), noted_definitions(counted, groups), planned_years(counted))
    told = Defined(notes.definitions).everywhere
    tools = Tools(vocabulary(inputs.side_tables.get("vocabulary", ())), recognisers(inputs, told))
    read = keeping(partial(_file, tools=tools), inputs, told, shelf)
    files = corrected(
        [_superseded(d, older[d.file]) if d.file in older else read(d, groups.get(d.file, "")) for d in ordered]
    )
    hashes = {s.file: s.sha256 for s in inputs.sources}
    return Extraction(
        raw=frame(RAW, (r for f in files for r in f.records)),
        accounting=frame(ACCOUNTING, (a for f in files for a in f.accounts)),
        sources=frame(SOURCES, (_source(f, groups, hashes) for f in files)),
        problems=tuple(p for f in files for p in f.problems),
        notes=notes,
    )


def _source(file: FileReading, groups: Mapping[str, str], hashes: Mapping[str, str]) -> dict[str, str]:
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


def _superseded(document: Document, old: Superseded) -> FileReading:
    found = problem(Code.FILE_SUPERSEDED, document.file, newer=old.newer, reason=old.reason)
    fates = [
        Fate(p, "empty" if empty else "superseded", "" if empty else old.reason) for p, empty in places_of(document)
    ]
    return FileReading(document, "superseded", (), accounts_of(document, (), fates), (*document.problems, found))


def _file(document: Document, group: str, tools: Tools) -> FileReading:
    reading = read_document(document, tools)
    drafted = records_of(document.file, group, reading.drafts)
    records = noted(document, drafted, (place for draft in reading.drafts for place in draft.places))
    problems = [*document.problems, *(replace(p, file=document.file) for p in reading.problems)]
    if document.blocks and not records and not any(p.code == Code.FILE_EMPTY for p in problems):
        problems.append(problem(Code.RECORDS_NONE, document.file))
    status = "read" if document.blocks else "not read"
    return FileReading(
        document, status, tuple(records), accounts_of(document, made(reading, records), reading.fates), tuple(problems)
    )


def read_document(document: Document, tools: Tools) -> Reading:
    """The drafts, fates and problems of one document, in its order."""
    walk, before = Walk(tools), Before()
    if heard(walk, document):
        return walk.reading()
    readings: list[Reading] = []
    blocks = without_decoration(list(unframed(document.blocks, tools.vocabulary)))
    for n, block in enumerate(blocks):
        if isinstance(block, Table):
            readings.append(walk.reading())
            found = read_table(block, walk.setting(), tools, before)
            before, walk.sender = found.before, found.sender or walk.sender
            walk.begun = True
            readings = [*_carried(readings, found.carried), told_apart(block, found.reading)]
        elif isinstance(block, Note):
            readings.append(Reading(fates=(Fate(block.locator, "remark", reason(_ASIDE[block.note])),)))
        elif document.format in _MAIL and isinstance(block, Paragraph | ListItem) and block.style == "quoted":
            readings.append(Reading(fates=(Fate(block.locator, "remark", reason("quoted")),)))
        else:
            step(walk, block, _following(blocks, n))
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
