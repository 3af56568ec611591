"""The guide's pictures still show what the program makes."""

import shutil

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.guide.papers import papers
from tests.guide.picture import PICTURES, Picture, changed, unlikeness
from tests.guide.screens import screens
from tests.guide.story import Story
from tests.rendering.page.conftest import browser as browser

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
