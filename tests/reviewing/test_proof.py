"""Three reviewers' copies with seeded edits of many kinds: all of them are read, and nothing else.

Held also after a LibreOffice resave and without a single bookmark; the order of copies does not matter, and a copy
that nobody edited shows nothing.
"""

import random
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tasks.model.proposals import Proposal
from tasks.rendering.word import package
from tasks.reviewing.gather import gathered
from tasks.reviewing.returned import body_in, open_returned
from tasks.reviewing.review import review
from tests.reviewing.conftest import Issued
from tests.reviewing.edits import Desk, Expected, same
from tests.reviewing.kinds import KINDS, work
from tests.reviewing.more_kinds import MORE
from tests.reviewing.word_xml import stripped, without_codes

DOCUMENTS = ("Rencana Kerja", "K1 ", "K3 ")
SEEDS = (101, 102, 103)
SOFFICE = shutil.which("soffice")


@dataclass(frozen=True)
class Copy:
    """A copy: the issued document, the copy's bytes, what must be read from it."""

    issued: bytes
    data: bytes
    expected: Sequence[Expected]


@pytest.fixture(scope="module")
def copies(document: Issued) -> list[Copy]:
    """Three reviewers' copies of three documents."""
    out = []
    for number, seed in enumerate(SEEDS):
        for place, name in enumerate(DOCUMENTS):
            desk = Desk(document(name), f"Penelaah {number + 1}", seed * 10 + place)
            expected = work(desk, len(KINDS) + len(MORE))
            out.append(Copy(document(name), desk.writer.saved(), expected))
    return out


@pytest.fixture(scope="module")
def found(copies: list[Copy]) -> list[list[Proposal]]:
    """What is read from each copy."""
    return [proposals(copy) for copy in copies]


def proposals(copy: Copy, data: bytes = b"") -> list[Proposal]:
    issued = body_in(package.read(copy.issued)["word/document.xml"])
    return review(issued, open_returned(data or copy.data, "kembali.docx"))


def figures(read: Iterable[tuple[Copy, list[Proposal]]]) -> tuple[float, float]:
    """Recall and precision."""
    wanted = told = hits = 0
    for copy, found in read:
        left = list(found)
        for expected in copy.expected:
            hit = next((p for p in left if same(p, expected)), None)
            if hit is not None:
                left.remove(hit)
                hits += 1
        wanted, told = wanted + len(copy.expected), told + len(found)
    return hits / wanted, hits / told


def test_all_edits_of_all_kinds_are_read_and_nothing_else(copies: list[Copy], found: list[list[Proposal]]) -> None:
    edits = [expected for copy in copies for expected in copy.expected]
    assert len(edits) >= 120
    assert len(KINDS) + len(MORE) >= 14
    recall, precision = figures(zip(copies, found, strict=True))
    assert recall >= 0.99
    assert precision >= 0.99


def test_without_any_bookmark_too(copies: list[Copy]) -> None:
    read = [(copy, proposals(copy, stripped(copy.data, "bookmarkStart", "bookmarkEnd"))) for copy in copies]
    recall, precision = figures(read)
    assert recall >= 0.99
    assert precision >= 0.97


def test_without_bookmarks_and_codes_the_rows_are_known_by_their_words(copies: list[Copy]) -> None:
    read = []
    for copy in copies:
        data = without_codes(stripped(copy.data, "bookmarkStart", "bookmarkEnd"))
        expected = [e for e in copy.expected if e.field != "number"]
        read.append((replace(copy, expected=expected), [p for p in proposals(copy, data) if p.field != "number"]))
    recall, precision = figures(read)
    assert recall >= 0.97
    assert precision >= 0.97


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed; .ci/run installs it")
def test_after_a_resave_by_libreoffice_too(copies: list[Copy], tmp_path: Path) -> None:
    for number, copy in enumerate(copies):
        (tmp_path / f"{number}.docx").write_bytes(copy.data)
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{number}.docx") for number in range(len(copies))]
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(saved), *files],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    read = [(copy, proposals(copy, (saved / f"{n}.docx").read_bytes())) for n, copy in enumerate(copies)]
    recall, precision = figures(read)
    assert recall >= 0.99
    assert precision >= 0.99


def test_the_order_of_the_copies_does_not_matter(found: list[list[Proposal]]) -> None:
    every = [replace(p, file=f"{n}.docx") for n, proposals in enumerate(found) for p in proposals]
    mixed = list(every)
    random.Random(5).shuffle(mixed)  # noqa: S311 - a seed, no secret
    assert gathered(mixed) == gathered(every)


def test_a_copy_that_nobody_edited_shows_nothing(out: Path) -> None:
    for file in sorted(out.rglob("*.docx"))[::12]:
        data = file.read_bytes()
        assert proposals(Copy(data, data, ())) == []
