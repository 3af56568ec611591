"""Documents from text, extracted: what the tests of this stage ask for."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from tasks.extraction.extract import Extraction, extract
from tasks.extraction.recognise import Recognisers, recognisers
from tasks.extraction.setting import Tools
from tasks.extraction.vocabulary import vocabulary
from tasks.model.blocks import Document
from tasks.model.meeting import Inputs, Meeting, Source
from tests.builders import document


def inputs(*files: str, year: int = 2026, language: str = "id", **side: tuple[dict[str, str], ...]) -> Inputs:
    """The inputs of a meeting with these files, all of group G."""
    sources = tuple(Source(Path(f), f, "0" * 64, "G") for f in files)
    return Inputs(Path(), Meeting(year=year, language=language), sources, side)


def extracted(*documents: Document, language: str = "id", **side: tuple[dict[str, str], ...]) -> Extraction:
    """What these documents give."""
    given = replace(inputs(*(d.file for d in documents), language=language), side_tables=side)
    return extract(documents, given)


def records(text: str, language: str = "id", kind: str = "docx") -> list[dict[str, str]]:
    """The records of a document written as text, each without its empty fields."""
    rows = extracted(document(text, kind=kind), language=language).raw.to_dict("records")
    return [{str(k): str(v) for k, v in row.items() if v} for row in rows]


def actions(text: str, language: str = "id") -> list[str]:
    """The actions of a document written as text."""
    return [r["action"] for r in records(text, language)]


def fates(text: str, language: str = "id") -> dict[str, tuple[str, str]]:
    """Fate and reason (its name alone) of every block of a document written as text."""
    rows = extracted(document(text), language=language).accounting.to_dict("records")
    return {str(r["locator"]): (str(r["fate"]), str(r["reason"]).removeprefix("@extraction.")) for r in rows}


def codes(text: str) -> list[str]:
    """The codes of the problems that a document written as text has."""
    return [str(p.code) for p in extracted(document(text)).problems]


@cache
def recognise(language: str = "id") -> Recognisers:
    """The recognisers of a meeting of 2026."""
    return recognisers(inputs(language=language))


@cache
def tools() -> Tools:
    """The vocabulary shipped, and the recognisers."""
    return Tools(vocabulary(), recognise())
