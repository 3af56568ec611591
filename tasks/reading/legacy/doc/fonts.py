"""Names of fonts and authors, which characters refer to by number."""

from typing import Final

from tasks.reading.legacy.doc.fib import FONTS, REVISION_AUTHORS, File

_BEFORE_NAME: Final = 39
_EXTENDED: Final = b"\xff\xff"


def read_fonts(file: File) -> list[str]:
    """The names of fonts ([MS-DOC] 2.9.286)."""
    table = file.table(FONTS)
    names, at = [], 4
    while at < len(table):
        entry = table[at + 1 : at + 1 + table[at]]
        names.append(entry[_BEFORE_NAME:].decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + table[at]
    return names


def read_authors(file: File) -> list[str]:
    """The names of those who changed the text ([MS-DOC] 2.9.278)."""
    table = file.table(REVISION_AUTHORS)
    names: list[str] = []
    at = 6
    while table[:2] == _EXTENDED and at + 2 <= len(table):
        length = int.from_bytes(table[at : at + 2], "little")
        names.append(table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length
    return names
