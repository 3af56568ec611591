"""Web pages, also those that Word and Excel write and those that only bear the name of a workbook, to blocks.

White space, lists, forms, tables and what is hidden follow what a browser shows (HTML Living Standard). Each line of
a page is a block, whether a paragraph or a line break ends it.
"""

import html as entities
import re
from dataclasses import dataclass
from typing import Final

from lxml import etree, html

from tasks.model.blocks import Block
from tasks.model.problem import Code, Problem, problem
from tasks.reading.contents import Contents, Tally
from tasks.reading.refusal import refused
from tasks.reading.text.encoding import decode, decode_as
from tasks.reading.web.css import StyleSheet
from tasks.reading.web.flow import Place
from tasks.reading.web.look import Looks
from tasks.reading.web.plans import plans
from tasks.reading.web.state import State
from tasks.reading.web.walk import Walk

_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD: Final = 8192
_SHEET: Final = re.compile(r"<x:ExcelWorksheet>\s*<x:Name>([^<]{1,200})</x:Name>", re.IGNORECASE)
_CHARACTERS: Final = etree.XPath("string-length(.)")


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as a tree. `sheets` are the names of the worksheets that Excel saved as pages."""

    root: etree._Element | None
    sheets: tuple[str, ...] = ()

    @property
    def frames(self) -> tuple[str, ...]:
        """Addresses of the pages that this one shows in its frames."""
        found = () if self.root is None else self.root.iter("frame")
        return tuple(frame.get("src", "") for frame in found if frame.get("src"))

    @property
    def holds_table(self) -> bool:
        """Whether there is a table that is more than layout."""
        return self.root is not None and any(not plan.layout for plan in plans(self.root).values())

    @property
    def characters(self) -> int:
        """Characters of its text nodes."""
        found = 0.0 if self.root is None else _CHARACTERS(self.root)
        return int(found) if isinstance(found, float) else 0


def read_web_page(data: bytes) -> Contents:
    """The contents of a web page. Raises CannotReadError."""
    tally = Tally()
    page = parse_page(page_text(data))
    blocks = read_page(page, Place(sheet=page.sheets[0] if len(page.sheets) == 1 else ""), tally)
    return Contents(tuple(blocks), tally.receipt(), tuple(_missing(page)))


def page_text(data: bytes, charset: str = "") -> str:
    """The text of a page's bytes, in the encoding that its bytes, its bearer or itself declares."""
    said = _CHARSET.search(data[:_HEAD])
    name = charset or (said[1].decode("ascii") if said else "")
    return decode_as(data, name) if name else decode(data)


def parse_page(text: str) -> Page:
    """The tree of a page. Raises CannotReadError beyond the parser's limits."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Page(None)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise refused("reading.too-deep")
    return Page(root, tuple(entities.unescape(name) for name in _SHEET.findall(text)))


def read_page(page: Page, place: Place, tally: Tally, css: str = "") -> list[Block]:
    """The blocks of a page; `css` is the text of a style sheet beside it."""
    if page.root is None:
        return []
    tally.read += page.characters
    own = "\n".join(style.text or "" for style in page.root.iter("style"))
    state = State(tally, plans(page.root), place, place.sheet)
    return Walk(state, Looks(StyleSheet(f"{css}\n{own}"))).blocks(page.root)


def _missing(page: Page) -> list[Problem]:
    """The sheets of a workbook that was saved as several pages lie in other files."""
    if not page.frames:
        return []
    names = ", ".join(page.sheets or page.frames)
    return [problem(Code.READ_IN_PART, cause="@reading.frames", names=names, instead=".xlsx")]
