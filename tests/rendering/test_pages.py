"""The plan as LibreOffice lays it out: it converts, and contents and lists tell the pages on which things stand."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tasks.rendering.render import main_document_name
from tests.rendering.conftest import Built
from tests.rendering.plans import item, plan, plan_file, record

TOOLS = ("soffice", "pdftotext")
ENTRY = re.compile(
    r"^\s*(?:(?:BAB|CHAPTER|LAMPIRAN|ANNEX) [IVX]+\s+|[A-Z]\.\s+)?(\S.*?)\s*\.{3,}\s*(\d+)\s*$", re.MULTILINE
)

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="LibreOffice and poppler turn the document into pages"
)


def pages(document: Path, folder: Path) -> list[str]:
    """The words of each page of a document."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    text = ["pdftotext", "-layout", str(folder / f"{document.stem}.pdf"), "-"]
    said = subprocess.run(text, check=True, capture_output=True, timeout=60).stdout.decode()
    return said.removesuffix("\f").split("\f")


@pytest.mark.parametrize(
    ("meeting", "language", "paper"),
    [("rakor-tik-2017", "id", "A4"), ("digital-health-2021", "en", "F4"), ("health-review-2023", "en", "A4")],
)
def test_contents_and_lists_tell_the_right_pages(
    built: Built, tmp_path: Path, meeting: str, language: str, paper: str
) -> None:
    _agree(pages(built(meeting, language, paper) / main_document_name(language), tmp_path), 50)


def test_they_are_right_too_where_short_chapters_share_a_page(tmp_path: Path) -> None:
    document = tmp_path / "pendek.docx"
    document.write_bytes(plan_file(plan([item("A.1")], [record("A.1")])))
    found = pages(document, tmp_path)
    _agree(found, 40)
    assert len(found) <= 12


def _agree(found: list[str], least: int) -> None:
    entries = ENTRY.findall("\n".join(found))
    assert len(entries) >= least
    wrong = [(title, number) for title, number in entries if title not in " ".join(found[int(number) - 1].split())]
    assert wrong == []
