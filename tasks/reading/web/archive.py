"""Web pages saved in one file with all that belongs to them (MHTML, RFC 2557), as browsers, Word and Excel do."""

import re
from collections.abc import Sequence
from email.message import Message
from typing import Final

from tasks.model.problem import Code, Problem, problem
from tasks.reading.containers.mime import charset, header, last_word, leaves, parse_message, payload
from tasks.reading.contents import Contents, Tally
from tasks.reading.refusal import CannotReadError
from tasks.reading.web.flow import Place
from tasks.reading.web.html import Page, page_text, parse_page, read_page

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_SHEET: Final = re.compile(r"<x:WorksheetSource\s+HRef=[\"']?([^\"'>\s]{1,500})", re.IGNORECASE)


def read_web_archive(data: bytes) -> Contents:
    """The contents of the page that was saved; its pictures hold no words. Raises CannotReadError."""
    message = parse_message(data)
    parts = list(leaves(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise CannotReadError("reading.broken")
    css = "\n".join(_text(part) for part in parts if part.get_content_type() == "text/css")
    root = _root(message, pages)
    text = _text(root)
    page, place, tally = parse_page(text), Place(), Tally()
    place.part, place.sheet = header(root, "Content-Location"), _sheet(page)
    blocks = read_page(page, place, tally, css)
    missing = []
    for address, name in _shown(page, text).items():
        part = _at(pages, address)
        if part is None:
            missing.append(name or address)
        elif part is not root:
            place.part, place.sheet = header(part, "Content-Location"), name
            blocks += read_page(parse_page(_text(part)), place, tally, css)
    return Contents(tuple(blocks), tally.receipt(), _missing(missing))


def _text(part: Message) -> str:
    return page_text(payload(part), charset(part))


def _root(message: Message, pages: Sequence[Message]) -> Message:
    """The page that the others belong to: the one that the archive names as its start, else the first."""
    start = str(message.get_param("start", "") or "")
    return next((page for page in pages if start and header(page, "Content-ID") == start), pages[0])


def _sheet(page: Page) -> str:
    return page.sheets[0] if len(page.sheets) == 1 and not page.frames else ""


def _shown(page: Page, text: str) -> dict[str, str]:
    """Address and name of the pages that a page with frames shows: the sheets of a workbook, else all frames."""
    if not page.frames:
        return {}
    sheets = _SHEET.findall(text)
    if sheets and len(sheets) == len(page.sheets):
        return dict(zip(sheets, page.sheets, strict=True))
    return dict.fromkeys(page.frames, "")


def _at(pages: Sequence[Message], address: str) -> Message | None:
    """The page with this address. Archives name their parts from different roots, so the last word decides."""
    word = last_word(address)
    return next((page for page in pages if last_word(header(page, "Content-Location")) == word), None)


def _missing(names: Sequence[str]) -> tuple[Problem, ...]:
    if not names:
        return ()
    return (problem(Code.READ_IN_PART, cause="@reading.frames", names=", ".join(names), instead=".xlsx"),)
