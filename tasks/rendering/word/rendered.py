"""A part with its words in place, and the shape that is left of it without them, by which it is checked.

What a template writes is its own XML, the same in every row, and values, of which `inline` makes words that mean
nothing in XML, or elements. So the shape, with every kind of row once, tells all that can be wrong with ten thousand
rows. Marks for what is put in later (noncharacters) stay in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from jinja2 import Template

from tasks.rendering.word.inline import Words

_CHUNK = 1_024
_ROW_END = "</w:tr>"
_ROWS = ("<w:tr>", "<w:tr ")
_WORDS = re.compile(r">(?:[^<&\ufdd0-\ufdef]|&(?:amp|lt|gt|quot|apos|#\d+);)+(?=<)")
_NAMED = re.compile(r"<w:(bookmarkStart|bookmarkEnd) [^>]*>|<w:(hyperlink) w:anchor=[^>]*>")
_OPEN_CELL = re.compile("</w:tc>(?<!</w:p></w:tc>)(?<!<w:p/></w:tc>)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a part, and its shape, in which rows that differ in their words alone stand once."""

    text: str
    shape: str


def render(template: Template, words: Mapping[str, object]) -> Rendered:
    """A part with these words. Raises what the template raises."""
    pieces, texts, shape = template.generate(words), [], _Shape()
    while chunk := list(islice(pieces, _CHUNK)):
        texts.append("".join(chunk))
        shape.add("".join([p if type(p) is str else "" if type(p) is Words else _elements(p) for p in chunk]))
    return _with_closed_cells(Rendered("".join(texts), shape.whole()))


def _elements(value: str) -> str:
    """What is left of markup without its words and the names in it; whatever is not escaped as it should be, too."""
    return _NAMED.sub(_unnamed, _WORDS.sub(">", f">{value}<"))[1:-1]


def _unnamed(match: re.Match[str]) -> str:
    if match[2]:
        return '<w:hyperlink w:anchor="a">'
    name = ' w:name="a"' if match[1] == "bookmarkStart" else ""
    return f'<w:{match[1]} w:id="0"{name}/>'


@dataclass(slots=True)
class _Shape:
    """Gathers the shape of a part piece by piece."""

    kept: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    rest: str = ""

    def add(self, piece: str) -> None:
        *rows, self.rest = (self.rest + piece).split(_ROW_END)
        for row in rows:
            if row not in self.seen or not _alone(row):
                self.seen.add(row)
                self.kept.append(row)

    def whole(self) -> str:
        return _ROW_END.join([*self.kept, self.rest])


def _alone(row: str) -> bool:
    """Whether this is a row and nothing else, which depends on no other."""
    return row.startswith(_ROWS) and "<w:tbl>" not in row and "<w:vMerge" not in row


def _with_closed_cells(part: Rendered) -> Rendered:
    """Gives every cell whose paragraphs all fell away the paragraph that Word demands."""
    if not _OPEN_CELL.search(part.shape):
        return part
    close = "<w:p/></w:tc>"
    return replace(part, text=_OPEN_CELL.sub(close, part.text), shape=_OPEN_CELL.sub(close, part.shape))
