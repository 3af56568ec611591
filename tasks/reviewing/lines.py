"""A paragraph of a returned document, piece by piece: who inserted and deleted what, what is struck through.

Two views follow from one parse: accepted (all tracked changes made) and rejected (none). Insertions, deletions and
moves may lie within one another; content controls, links and custom XML are looked through (ECMA-376 part 1, 17.13.5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from tasks.reading.ooxml.names import DELETED, INSERTED, PARAGRAPH, RUN, RUN_PROPERTIES, VAL, W

_TEXT: Final = frozenset({W + "t", W + "delText"})
_SIGNS: Final = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": " "}
_THROUGH: Final = frozenset(
    W + name for name in ("hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_FIELD: Final = W + "fldSimple"
_RESULT: Final = {"separate": 1, "end": -1}
_HIDDEN: Final = "_"
"""How the bookmarks begin to which the lines of contents lead (ECMA-376 part 1, 17.16.5.68: _Toc)."""
_STRIKES: Final = (W + "strike", W + "dstrike")
_OFF: Final = frozenset({"0", "false", "off"})
_BOOKMARK, _COMMENT = W + "bookmarkStart", W + "commentReference"
_OPENED, _CLOSED = W + "commentRangeStart", W + "commentRangeEnd"


class Revision(NamedTuple):
    """Who changed something, and when."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share one fate.

    struck: by whom they are struck through, without a name if nobody tracked it; counted: a program put them there, as
    the number of a caption or of a page.
    """

    text: str
    inserted: Revision | None = None
    deleted: Revision | None = None
    struck: Revision | None = None
    counted: bool = False

    def stands(self, accepted: bool) -> bool:
        """Whether the words are there in a view."""
        if self.inserted and self.deleted:
            return False
        return self.deleted is None if accepted else self.inserted is None


@dataclass(slots=True)
class Line:
    """A paragraph. inserted, deleted: its mark, without which it runs on into the next one.

    opened, closed: where comments begin and end, by their ids, counted in characters; noted: comments referred to;
    style: the name of its style in the file; listed: it is a line of a table of contents.
    """

    pieces: list[Piece] = field(default_factory=list)
    inserted: Revision | None = None
    deleted: Revision | None = None
    bookmarks: list[str] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)
    closed: dict[str, int] = field(default_factory=dict)
    noted: list[str] = field(default_factory=list)
    style: str = ""
    listed: bool = False
    results: int = 0
    """Fields whose results have begun and not ended, while it is being read."""

    @property
    def length(self) -> int:
        """Characters of all pieces."""
        return sum(len(piece.text) for piece in self.pieces)


def revision(element: etree._Element) -> Revision:
    """Author and date of a tracked change."""
    return Revision(element.get(W + "author", "").strip(), element.get(W + "date", ""))


def line_of(paragraph: etree._Element) -> Line:
    """A paragraph, read."""
    line = Line()
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    line.style = "" if style is None else style.get(VAL, "")
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    for mark in () if properties is None else properties:
        if mark.tag in INSERTED:
            line.inserted = revision(mark)
        elif mark.tag in DELETED:
            line.deleted = revision(mark)
    _walk(paragraph, line, None, None)
    return line


def lines_of(element: etree._Element) -> list[Line]:
    """The paragraphs of a cell or a comment, those of tables within it too."""
    return [line_of(paragraph) for paragraph in element.iter(PARAGRAPH)]


def view(lines: Sequence[Line], accepted: bool, struck: bool = True, counted: bool = True) -> list[str]:
    """The paragraphs in a view; struck, counted: with the words that are struck through, that a program put there."""
    out, open_ = [], ""
    for line in lines:
        held = (p for p in line.pieces if p.stands(accepted))
        open_ += "".join(p.text for p in held if (struck or p.struck is None) and (counted or not p.counted))
        if not (line.deleted if accepted else line.inserted):
            out.append(open_)
            open_ = ""
    return [*out, open_] if open_ else out


def _walk(element: etree._Element, line: Line, inserted: Revision | None, deleted: Revision | None) -> None:
    for child in element:
        tag = child.tag
        if tag == RUN:
            _run(child, line, inserted, deleted)
        elif tag in INSERTED:
            _walk(child, line, revision(child), deleted)
        elif tag in DELETED:
            _walk(child, line, inserted, revision(child))
        elif tag in _THROUGH:
            line.listed = line.listed or child.get(W + "anchor", "").startswith(_HIDDEN)
            line.results += tag == _FIELD
            _walk(child, line, inserted, deleted)
            line.results -= tag == _FIELD
        elif tag == _BOOKMARK:
            line.bookmarks.append(child.get(W + "name", ""))
        elif tag == _OPENED:
            line.opened[child.get(W + "id", "")] = line.length
        elif tag == _CLOSED:
            line.closed[child.get(W + "id", "")] = line.length


def _run(run: etree._Element, line: Line, inserted: Revision | None, deleted: Revision | None) -> None:
    line.noted += [child.get(W + "id", "") for child in run.iterchildren(_COMMENT)]
    for mark in run.iterchildren(W + "fldChar"):
        step = _RESULT.get(mark.get(W + "fldCharType", ""), 0)
        line.results = max(line.results + step, 0)
    text = "".join(_words(run))
    if text:
        line.pieces.append(Piece(text, inserted, deleted, _struck(run), line.results > 0))


def _words(run: etree._Element) -> Iterator[str]:
    for child in run:
        yield (child.text or "") if child.tag in _TEXT else _SIGNS.get(str(child.tag), "")


def _struck(run: etree._Element) -> Revision | None:
    """Who struck a run through; a revision without words if it was not tracked."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None or not _strikes(properties):
        return None
    change = properties.find(W + "rPrChange")
    before = None if change is None else change.find(RUN_PROPERTIES)
    if change is None or (before is not None and _strikes(before)):
        return Revision("", "")
    return revision(change)


def _strikes(properties: etree._Element) -> bool:
    return any(mark.get(VAL, "1") not in _OFF for mark in properties.iterchildren(*_STRIKES))
