"""The page of a plan with many items in a real browser: `python -m tests.benchmarks.page [items …]`.

Measured are the CPU seconds that making the page takes, its size, the time until the browser has opened it, and how
long the reader waits for a search, a filter and the whole list again: from the change of the form to the frame that
shows it, the middle of five times each, at the width of a desk and of a phone.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tasks.rendering.catalogue import load
from tasks.rendering.page.build import page_file
from tasks.rendering.render import TEMPLATES
from tests.benchmarks.extracts import plan
from tests.rendering.page.browsers import DESK, PHONE, chromium

SIZES = (2_000, 10_000)
_ITEMS_AN_OFFICE = 6
_RUNS = 5
_WAITED = """async (change) => {
    const began = performance.now();
    Function(change)();
    applyFilter();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
}"""
_CHANGES = {
    "search": "QUERY.value = 'pedoman daerah'",
    "filter": "FORM.reset(); FORM.elements.institution.selectedIndex = 7",
    "all again": "FORM.reset()",
}


def measure(browser: Browser, file: Path, size: tuple[int, int]) -> str:
    """Seconds to open, and milliseconds of each change."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page = context.new_page()
    began = time.perf_counter()
    page.goto(f"{file.as_uri()}#items")
    opened = time.perf_counter() - began
    waits: dict[str, list[float]] = {name: [] for name in _CHANGES}
    for _ in range(_RUNS):
        for name, change in _CHANGES.items():
            waits[name].append(page.evaluate(_WAITED, change))
            page.wait_for_timeout(300)
    context.close()
    told = ", ".join(f"{name} {statistics.median(held):.0f} ms" for name, held in waits.items())
    return f"{size[0]} px: opened in {opened:.2f} s, {told}"


def main() -> None:
    """Print a line for every size and width."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("items", nargs="*", type=int, default=SIZES)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for items in parser.parse_args().items:
            what = plan(items // _ITEMS_AN_OFFICE)
            began = time.process_time()
            data = page_file(what, load("id"), TEMPLATES)
            made = time.process_time() - began
            print(f"{len(what.items):,} items: {made:.2f} CPU seconds, {len(data) / 1e6:.1f} MB")
            file = Path(folder) / "page.html"
            file.write_bytes(data)
            for size in (DESK, PHONE):
                print(f"  {measure(browser, file, size)}")
        browser.close()


if __name__ == "__main__":
    main()
