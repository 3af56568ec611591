"""Where exactly a block stands in its file, beyond the locator that a person follows."""

from dataclasses import dataclass
from typing import Final, Literal

PageSource = Literal["", "page-break", "rendered-break", "pdf", "image"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The part of the file and the path of the block in it, counted from 1: "word/document.xml", "t2/r3c1/p2".

    `page` counts from 1, 0 where unknown; `page_source` is how it is known: breaks that people typed, breaks where
    Word last laid out a page, a page of a PDF, a picture. `slide` counts from 1, hidden slides included. `trail` are
    the headings above, outermost first. `paragraph_id` is the name that Word gives to a paragraph and keeps.
    `ocr`: the words were recognised in a picture.
    """

    part: str = ""
    path: str = ""
    page: int = 0
    page_source: PageSource = ""
    sheet: str = ""
    slide: int = 0
    trail: tuple[str, ...] = ()
    paragraph_id: str = ""
    ocr: bool = False
    hidden: bool = False


NOWHERE: Final = Provenance()


def a1(row: int, col: int) -> str:
    """The address of a cell of a worksheet, row and column from 1: "B12"."""
    letters = ""
    while col:
        col, rest = divmod(col - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
