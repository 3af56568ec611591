"""A small share of the damaged files that `python -m tests.fuzzing.readers` reads by the thousand."""

from collections import Counter
from pathlib import Path

import pytest

from tasks.model.blocks import Document, Paragraph
from tasks.model.problem import Code, problem
from tests.fuzzing.readers import copies, fault, originals, outcomes


def test_damaged_files_never_crash_hang_or_lose_text(tmp_path: Path) -> None:
    # LibreOffice takes two seconds a file; damage to files that go there is tested beside their own readers.
    made = [path for path in copies(tmp_path, 2 * len(originals()), 4711) if path.suffix != ".doc"]
    found = list(outcomes(made))
    assert [(outcome.path.name, outcome.fault) for outcome in found if outcome.fault] == []
    told = Counter(outcome.read for outcome in found)
    assert min(told[True], told[False]) > len(found) // 10


def test_copies_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made.append([path.read_bytes() for path in copies(tmp_path / name, 12, 1)])
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document("a", "docx"), "silence"),
        (Document("a", "docx", (), (problem(Code.FILE_UNREADABLE, cause="@reading.crashed"),)), "crash"),
        (Document("a", "docx", (), (problem(Code.FILE_REFUSED, cause="@reading.too-long"),)), "hang"),
        (
            Document("a", "docx", (Paragraph("", "x"),), (problem(Code.TEXT_UNACCOUNTED, characters="3"),)),
            "unaccounted text",
        ),
        (Document("a", "docx", (), (problem(Code.FILE_UNREADABLE, cause="@reading.broken"),)), ""),
    ],
)
def test_every_fault_is_seen(document: Document, expected: str) -> None:
    assert fault(document) == expected
