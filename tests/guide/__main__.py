"""Make the pictures of the guide anew, with the words that they show: `python -m tests.guide`."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from flows.servers.server import free_port
from tests.flows.serving.screens import SIZE
from tests.flows.serving.served import Served
from tests.guide.papers import papers
from tests.guide.picture import PICTURES, Picture
from tests.guide.screens import screens
from tests.guide.served import browsed
from tests.guide.story import told
from tests.rendering.page.browsers import chromium


def main() -> None:
    """Make all of them."""
    with TemporaryDirectory() as temporary, sync_playwright() as drive:
        folder = Path(temporary)
        browser = drive.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        story = told(folder)
        for picture in (*papers(story, folder), *screens(browser, story), *_served(browser, folder)):
            picture.save(PICTURES)
        browser.close()


def _served(browser: Browser, folder: Path) -> Iterator[Picture]:
    served = Served(free_port(), folder / "prefect")
    try:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        yield from browsed(page, served, folder / "served")
    finally:
        served.stop()


if __name__ == "__main__":
    main()
