"""What a document gave before is taken from the shelf as long as all is as it was, and no longer."""

from dataclasses import replace
from pathlib import Path

import pytest

from tasks.extraction import extract as room
from tasks.extraction.draft import Reading
from tasks.extraction.extract import Extraction, extract
from tasks.extraction.setting import Tools
from tasks.model.blocks import Document
from tasks.model.meeting import Inputs, Meeting, Source
from tasks.model.problem import Code, problem
from tests.builders import document

TEXT = "1. Dinas Pendidikan menyusun pedoman kurasi konten paling lambat Maret 2017.\n\nRapat ditutup."
DOCUMENTS = [replace(document(TEXT), file=name) for name in ("a.docx", "b.docx")]
INPUTS = Inputs(Path(), Meeting(year=2017), tuple(Source(Path(d.file), d.file, "0" * 64, "G") for d in DOCUMENTS))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are taken apart."""
    told: list[str] = []
    plain = room.read_document

    def noted(document: Document, tools: Tools) -> Reading:
        told.append(document.file)
        return plain(document, tools)

    monkeypatch.setattr(room, "read_document", noted)
    return told


def plain(found: Extraction) -> list[object]:
    frames = (found.raw, found.accounting, found.sources)
    return [*(frame.to_dict("records") for frame in frames), found.problems, found.notes]


def test_what_is_as_it_was_is_not_taken_apart_again(read: list[str]) -> None:
    shelf: dict[str, bytes] = {}
    first, second = extract(DOCUMENTS, INPUTS, shelf), extract(DOCUMENTS, INPUTS, shelf)
    assert read == ["a.docx", "b.docx"]
    assert len(first.raw) == 2
    assert plain(first) == plain(second) == plain(extract(DOCUMENTS, INPUTS))


def test_of_changed_files_the_others_are_kept(read: list[str]) -> None:
    shelf: dict[str, bytes] = {}
    extract(DOCUMENTS, INPUTS, shelf)
    other = replace(document(TEXT.replace("kurasi", "video")), file="b.docx")
    given = replace(INPUTS, sources=(INPUTS.sources[0], replace(INPUTS.sources[1], sha256="1" * 64)))
    found = extract([DOCUMENTS[0], other], given, shelf)
    assert read == ["a.docx", "b.docx", "b.docx"]
    assert plain(found) == plain(extract([DOCUMENTS[0], other], given))


@pytest.mark.parametrize(
    "given",
    [
        replace(INPUTS, meeting=Meeting(year=2018)),
        replace(INPUTS, side_tables={"vocabulary": ({"word": "Tindakan", "field": "action"},)}),
        replace(INPUTS, sources=tuple(replace(source, group="H") for source in INPUTS.sources)),
    ],
)
def test_another_meeting_list_or_group_counts_as_a_change(given: Inputs, read: list[str]) -> None:
    shelf: dict[str, bytes] = {}
    extract(DOCUMENTS, INPUTS, shelf)
    extract(DOCUMENTS, given, shelf)
    assert len(read) == 4


def test_a_document_that_could_be_read_in_part_alone_is_another(read: list[str]) -> None:
    shelf: dict[str, bytes] = {}
    cut = problem(Code.READ_IN_PART, "a.docx", cause="@reading.too-long")
    found = extract([replace(DOCUMENTS[0], problems=(cut,))], INPUTS, shelf)
    assert cut in found.problems
    assert cut not in extract(DOCUMENTS[:1], INPUTS, shelf).problems
    assert read == ["a.docx", "a.docx"]
    assert cut in extract([replace(DOCUMENTS[0], problems=(cut,))], INPUTS, shelf).problems
    assert len(read) == 2
