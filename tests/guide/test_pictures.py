"""The guide's pictures still show what the program makes."""

import html
import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.guide.papers import papers
from tests.guide.picture import PICTURES, Picture, changed, unlikeness
from tests.guide.screens import screens
from tests.guide.story import Story
from tests.rendering.page.conftest import browser as browser

GUIDE = Path(__file__).resolve().parents[2] / "PANDUAN.md"
SERVED = {"formulir", "jalannya"}
"""Looked at in tests/flows/serving, where the server runs."""

NAMES = sorted({file.stem for file in PICTURES.glob("*.*")} - SERVED)
TOOLS = ("soffice", "pdftotext")

pytestmark = pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="LibreOffice and poppler make the pages")


@pytest.fixture(scope="module")
def pictures(story: Story, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Picture]:
    """What the present program shows."""
    made = (*papers(story, tmp_path_factory.mktemp("pages")), *screens(browser, story))
    return {picture.name: picture for picture in made}


def test_all_of_them_are_kept(pictures: dict[str, Picture]) -> None:
    assert sorted(pictures) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_what_the_program_makes(pictures: dict[str, Picture], name: str) -> None:
    assert changed(pictures[name]) == ""


def test_pictures_that_show_something_else_are_told_apart(pictures: dict[str, Picture]) -> None:
    one, other = (Image.open(PICTURES / f"{name}.png") for name in ("matriks", "lembar-kelompok"))
    assert unlikeness(one, one) == 0
    assert unlikeness(one, other) > 0.03
    other_words = Picture("matriks", pictures["matriks"].image, pictures["matriks"].words.replace("Maret", "April"))
    assert "python -m tests.guide" in changed(other_words)


def test_the_procedure_fits_on_one_sheet(browser: Browser) -> None:
    chapter = GUIDE.read_text(encoding="utf-8").split("\n## Prosedur satu halaman\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in chapter.splitlines() if line.startswith("|")]
    assert len(rows) >= 12
    table = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}' for cell in row)}" for row in rows)
    page = browser.new_page()
    page.set_content(f"<h1>Prosedur</h1><p>{html.escape(chapter[:200])}<table border style='font-size:10pt'>{table}")
    with pypdfium2.PdfDocument(page.pdf(format="A4", landscape=True)) as sheets:
        assert len(sheets) == 1
    page.close()
