"""Documents as JSON and back, exactly: numbers, dates, spans and the order of everything are kept.

All is lists, not objects with names: a register holds a million cells, and neither a reader process nor the store
should spend its time on names. Packed cells stay in columns.
"""

import json
from typing import Any, Final

from tasks.model.blocks import Document, Revision
from tasks.model.problem import Code, Problem
from tasks.model.receipt import Receipt
from tasks.reading.collector import no_collector
from tasks.reading.storage.blocks import decode_block, encode_block, values_of

_FORMAT: Final = 3


def to_json(document: Document) -> str:
    """A document as JSON text in ASCII."""
    with no_collector():
        data = [
            _FORMAT,
            document.file,
            document.format,
            [encode_block(block) for block in document.blocks],
            [[p.code.value, p.file, p.locator, p.details] for p in document.problems],
            None if document.original is None else [encode_block(block) for block in document.original],
            [values_of(revision) for revision in document.revisions],
            None if document.receipt is None else values_of(document.receipt),
        ]
        return json.dumps(data, separators=(",", ":"))


def from_json(text: str) -> Document:
    """The document of a JSON text that `to_json` made. Raises ValueError if it is anything else."""
    try:
        with no_collector():
            return _document(*json.loads(text))
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("not a document") from error


def _document(
    version: int,
    file: str,
    kind: str,
    blocks: list[Any],
    problems: list[Any],
    original: list[Any] | None,
    revisions: list[Any],
    receipt: list[Any] | None,
) -> Document:
    if version != _FORMAT:
        raise ValueError(version)
    return Document(
        file,
        kind,
        tuple(decode_block(block) for block in blocks),
        tuple(
            Problem(Code(code), place, locator, tuple((name, words) for name, words in details))
            for code, place, locator, details in problems
        ),
        None if original is None else tuple(decode_block(block) for block in original),
        tuple(Revision(*revision) for revision in revisions),
        None if receipt is None else Receipt(receipt[0], receipt[1], tuple((r, n) for r, n in receipt[2])),
    )
