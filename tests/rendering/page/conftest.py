"""A real browser, and pages opened in it as a reader opens them: from a file, without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.page.build import page_file
from tasks.rendering.render import TEMPLATES
from tests.rendering.page.browsers import DESK, PHONE, chromium

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests that need it are skipped.

    It is closed with its module: as long as it is open, its loop of events runs, and Prefect could not start one.
    """
    program = chromium()
    if program is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as drive:
        opened = drive.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def trouble() -> list[str]:
    """What pages of a test reported to the console, and every request beyond the file itself."""
    return []


@pytest.fixture
def show(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Open]:
    """Opens a plan's page at a part of it; a test fails if a page complained or asked for anything."""
    contexts: list[BrowserContext] = []

    def heard(message: ConsoleMessage) -> None:
        trouble.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(tmp_path.as_uri()):
            trouble.append(request.url)

    def opened(
        what: Plan, part: str = "", size: tuple[int, int] = DESK, language: str = "id", script: bool = True
    ) -> Page:  # fmt: skip
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_bytes(page_file(what, load(language), TEMPLATES))
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=script, has_touch=size == PHONE
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", asked)
        page.goto(f"{file.as_uri()}#{part}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []
