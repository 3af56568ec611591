"""PANDUAN.html is PANDUAN.md, and its procedure one sheet of paper."""

import pypdfium2
from playwright.sync_api import Browser

from tests.guide.page import PAGE, RENEW, SOURCE, page
from tests.rendering.page.conftest import browser as browser


def test_it_is_made_of_the_guide_as_it_stands() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(SOURCE.read_text(encoding="utf-8")), f"renew with `{RENEW}`"


def test_the_procedure_fits_on_one_sheet(browser: Browser) -> None:
    """The page as it is printed."""
    shown = browser.new_page()
    shown.goto(PAGE.as_uri())
    with pypdfium2.PdfDocument(shown.pdf(prefer_css_page_size=True)) as sheets:
        said = [sheet.get_textpage().get_text_range() for sheet in sheets]
    shown.close()
    (sheet,) = [text for text in said if "H ialah hari penutupan" in text]
    assert "Buat folder rapat" in sheet
    assert "Cadangkan" in sheet
    assert "Siapkan folder" not in sheet
