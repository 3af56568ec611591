"""Prefect's web page: the form that staff fill in, and what a run shows."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from flows.settings import PROJECT, default_out
from tests.flows.serving.screens import fill, run_page, submit
from tests.flows.serving.served import BUILD, Served
from tests.guide.meeting import NAME, made
from tests.guide.picture import Picture
from tests.guide.screens import seen

_FOLDER: Final = "Folder berkas rapat"
_MOMENT: Final = 1500
_SHORTER: Final = """(folders) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (const one of folders)
    walk.currentNode.textContent = walk.currentNode.textContent.replaceAll(one, "");
}"""
"""Where a folder lies on this machine tells a reader nothing."""


def browsed(page: Page, served: Served, folder: Path) -> Iterator[Picture]:
    """The pictures; the folder takes the meeting. The plan is made where the form puts it, and taken away."""
    inputs = made(folder)
    out = default_out(inputs).absolute()
    if out.exists():
        raise FileExistsError(out)
    try:
        fill(page, served, BUILD, {_FOLDER: [NAME]})
        yield _seen(page, "formulir", folder)
        fill(page, served, BUILD, {_FOLDER: [str(inputs)]})
        run = submit(page)
        state = served.until(run)
        if state["type"] != "COMPLETED":
            raise RuntimeError(str(state))
        run_page(page, served, run)
        for shown in served.shown(run).values():
            expect(page.get_by_text(shown["key"])).to_be_visible()
        yield _seen(page, "jalannya", folder)
    finally:
        shutil.rmtree(out, ignore_errors=True)


def _seen(page: Page, name: str, folder: Path) -> Picture:
    """What it shows comes in any order, the timeline a moment after the words."""
    page.wait_for_timeout(_MOMENT)
    page.evaluate(_SHORTER, [f"{folder}/", f"{PROJECT}/"])
    picture = seen(page, name, 900)
    return replace(picture, words="".join(sorted(picture.words.splitlines(keepends=True))))
