"""Locators in the words of a language: `table 2, row 5` as "tabel 2, baris 5"."""

import re
from functools import cache

from tasks.rendering.catalogue import load

_SHEET = re.compile(r"^sheet ('.*')(?=,|$)(.*)$")
_KIND = re.compile(r"(?:^|(?<=, ))([a-z][a-z ]*?)(?= \d|,|$)")


@cache
def _kinds(language: str) -> dict[str, str]:
    names = (
        "paragraph", "table", "row", "sheet", "slide", "page", "line", "item", "header", "footer",
        "shape", "footnote", "note", "comment", "text box", "column", "cell", "bullet", "title", "notes", "message",
        "chart", "picture", "attachment",
    )  # fmt: skip
    return {name: load(language).text(f"locator.{name}") for name in names}


def localise_locator(locator: str, language: str) -> str:
    """A locator for people. What stands in quotes (the name of a worksheet) stays as it is; so does an unknown kind."""
    kinds = _kinds(language)
    sheet = _SHEET.match(locator)
    if sheet:
        return f"{kinds['sheet']} {sheet[1]}{_plain(sheet[2], kinds)}"
    return _plain(locator, kinds)


def _plain(locator: str, kinds: dict[str, str]) -> str:
    return _KIND.sub(lambda match: kinds.get(match[1], match[1]), locator)
