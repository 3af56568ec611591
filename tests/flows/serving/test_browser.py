"""The forms and what runs show, in a real browser that is offline but for the server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.flows.fakes import MAIN
from tests.flows.serving.screens import SIZE, artifact_page, fill, run_page, submit
from tests.flows.serving.served import BUILD, REVIEW, Served
from tests.rendering.page.conftest import browser as browser

pytestmark = pytest.mark.prefect


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page; the test fails if it asks anybody else than the server."""
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, accept_downloads=True)
    opened = context.new_page()
    elsewhere: list[str] = []
    here = (served.page, served.page.replace("http", "ws"), "data:", "blob:")
    opened.on("request", lambda request: None if request.url.startswith(here) else elsewhere.append(request.url))
    yield opened
    context.close()
    assert elsewhere == []


def test_a_plan_is_made_and_reviewed_in_the_browser(
    served: Served, page: Page, rapat: Path, tmp_path: Path, named: Callable[[Path], tuple[Path, Path]]
) -> None:
    inputs, out = named(rapat)
    fill(page, served, BUILD, {"Folder berkas rapat": [str(inputs)]})
    run = submit(page)
    assert served.until(run)["type"] == "COMPLETED"

    run_page(page, served, run)
    shown = served.shown(run)
    assert set(shown) == {"ringkasan", "dokumen", "masalah", "gambar"}
    for one in shown.values():
        expect(page.get_by_text(one["key"])).to_be_visible()
    artifact_page(page, served, shown["ringkasan"]["id"])
    expect(page.locator("article").get_by_text("Dibaca: 3 berkas")).to_be_visible()
    artifact_page(page, served, shown["masalah"]["id"])
    expect(page.get_by_text("foto.jpg").first).to_be_visible()
    artifact_page(page, served, shown["gambar"]["id"])
    page.wait_for_function("[...document.querySelectorAll('article img')].every((one) => one.naturalWidth > 100)")
    assert page.locator("article img").count() >= 1
    artifact_page(page, served, shown["dokumen"]["id"])
    expect(page.get_by_text(str(out), exact=True)).to_be_visible()
    with page.expect_download() as document:
        page.get_by_role("link", name=MAIN).click()
    assert Path(document.value.path()).read_bytes() == (out / MAIN).read_bytes()

    fill(page, served, REVIEW, {"Folder hasil rencana": [out.name], "Berkas yang kembali": [str(out / MAIN)]})
    read = submit(page)
    assert served.until(read)["type"] == "COMPLETED"
    run_page(page, served, read)
    artifact_page(page, served, served.shown(read)["usulan"]["id"])
    expect(page.locator("article").get_by_text(f"{MAIN}: ")).to_be_visible()
