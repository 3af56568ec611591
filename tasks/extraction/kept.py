"""What a document gave, put on a shelf: the same document is not taken apart again while all else is as it was."""

import json
from collections.abc import Callable, Mapping

from tasks.extraction.accounts import FileReading
from tasks.model.blocks import Document
from tasks.model.meeting import Inputs
from tasks.model.problem import Code, Problem
from tasks.model.shelf import Shelf, key_of
from tasks.reading.programs.inventory import installed

Take = Callable[[Document, str], FileReading]
"""Takes a document of a group apart."""


def keeping(take: Take, inputs: Inputs, told: Mapping[str, str], shelf: Shelf | None) -> Take:
    """The same, from the shelf where it lies there. told: what the documents say that short names stand for."""
    if shelf is None:
        return take
    hashes = {source.file: source.sha256 for source in inputs.sources}
    around = (repr(inputs.meeting), repr(sorted(inputs.side_tables.items())), repr(sorted(told.items())), *installed())

    def taken(document: Document, group: str) -> FileReading:
        # A document that could be read in part alone may be read otherwise the next time, from the same bytes.
        read = (repr(document.problems), str(len(document.blocks)))
        key = key_of("extracted", (*around, document.file, hashes.get(document.file, ""), group, *read))
        kept = shelf.get(key)
        if kept is not None:
            return _decoded(document, kept)
        found = take(document, group)
        shelf[key] = _encoded(found)
        return found

    return taken


def _encoded(found: FileReading) -> bytes:
    problems = [[one.code, one.file, one.locator, one.details] for one in found.problems]
    return json.dumps([found.status, found.records, found.accounts, problems]).encode("ascii")


def _decoded(document: Document, kept: bytes) -> FileReading:
    status, records, accounts, problems = json.loads(kept)
    told = (Problem(Code(code), file, locator, tuple(map(tuple, details))) for code, file, locator, details in problems)
    return FileReading(document, status, tuple(records), tuple(accounts), tuple(told))
