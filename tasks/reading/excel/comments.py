"""Comments on the cells of a worksheet: notes of old, and threads with answers as Excel has written since 2018."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml import etree

from tasks.model.blocks import Note, Paragraph, Span
from tasks.model.locator import sheet_row
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally
from tasks.reading.excel.names import TRANSITIONAL, S
from tasks.reading.excel.references import parse_reference
from tasks.reading.excel.strings import Words, read_string, weigh_string

_T: Final = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
# Text nodes that are neither words of a comment nor names of an author.
_OTHER_NOTES: Final = etree.XPath(
    "//text()[not(ancestor::s:text[not(preceding-sibling::s:text)]/parent::s:comment/parent::s:commentList/"
    "parent::s:comments[not(parent::*)]) and not(parent::s:author/parent::s:authors/parent::s:comments)]",
    namespaces={"s": TRANSITIONAL},
)
_OTHER_THREADS: Final = etree.XPath(
    "//text()[not(parent::t:text[not(preceding-sibling::t:text)]/parent::t:threadedComment/"
    "parent::t:ThreadedComments[not(parent::*)])]",
    namespaces={"t": _T.strip("{}")},
)
_ON: Final = frozenset({"1", "true"})
_PLACEHOLDER: Final = "tc="

Anchor = Callable[[int, int], str]
"""The text of the cell in a row and column."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The comments of a worksheet: notes and threads with the names of their parts, people by their ids."""

    notes: etree._Element | None
    notes_name: str
    threads: etree._Element | None
    threads_name: str
    people: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment with its place in its part, from 1."""

    part: str
    number: int
    reference: str
    words: Words
    author: str
    date: str = ""
    id: str = ""
    reply_to: str = ""
    resolved: bool = False


def read_comments(parts: Parts, sheet: Provenance, anchor: Anchor, tally: Tally) -> list[Note]:
    """The comments of a worksheet by row and column; in a row they count from 1."""
    found = [*_threads(parts, tally), *_notes(parts, tally)]
    placed = sorted(((parse_reference(c.reference) or (0, 0), c) for c in found), key=lambda pair: pair[0])
    count: Counter[int] = Counter()
    notes = []
    for (row, col), comment in placed:
        count[row] += 1
        place = sheet_row(sheet.sheet, row) if row else f"sheet '{sheet.sheet}'"
        at = replace(sheet, part=comment.part, path=f"c{comment.number}")
        notes.append(_note(comment, f"{place}, comment {count[row]}", at, anchor(row, col)))
    return notes


def _note(comment: _Comment, place: str, at: Provenance, anchor: str) -> Note:
    text, spans = comment.words
    hidden = (Span(0, len(text), "hidden"),) if at.hidden else ()
    return Note(
        place,
        "comment",
        (Paragraph(place, text, "", (*spans, *hidden)),),
        comment.id,
        comment.author,
        comment.date,
        anchor,
        comment.reply_to,
        comment.resolved,
        at,
    )


def _notes(parts: Parts, tally: Tally) -> Iterator[_Comment]:
    """Notes of old. A thread leaves a note as well, for programs that know no threads."""
    if parts.notes is None:
        return
    _count(parts.notes, _OTHER_NOTES, tally)
    authors = [author.text or "" for author in parts.notes.iterfind(f"{S}authors/{S}author")]
    used: set[int] = set()
    for number, element in enumerate(parts.notes.iterfind(f"{S}commentList/{S}comment"), 1):
        index = int(element.get("authorId", "")) if element.get("authorId", "").isdecimal() else -1
        author = authors[index] if 0 <= index < len(authors) else ""
        words, length = _words(element.find(S + "text"), tally)
        if author.startswith(_PLACEHOLDER) and parts.threads is not None:
            tally.skip("fallback", length)
            continue
        used.add(index)
        if _emit(words.text, length, tally):
            yield _Comment(parts.notes_name, number, element.get("ref", ""), words, author)
    for index, author in enumerate(authors):
        if index in used:
            tally.emitted += len(author)
        else:
            tally.skip("fallback" if author.startswith(_PLACEHOLDER) else "not shown", len(author))


def _threads(parts: Parts, tally: Tally) -> Iterator[_Comment]:
    if parts.threads is None:
        return
    _count(parts.threads, _OTHER_THREADS, tally)
    for number, element in enumerate(parts.threads.iterfind(_T + "threadedComment"), 1):
        text = element.findtext(_T + "text") or ""
        if _emit(text, len(text), tally):
            yield _Comment(
                parts.threads_name,
                number,
                element.get("ref", ""),
                Words(text),
                parts.people.get(element.get("personId", ""), ""),
                element.get("dT", ""),
                element.get("id", ""),
                element.get("parentId", ""),
                element.get("done") in _ON,
            )


def _words(element: etree._Element | None, tally: Tally) -> tuple[Words, int]:
    """The words of a note, and the characters of its text nodes."""
    return (Words(""), 0) if element is None else (read_string(element), weigh_string(element, tally))


def _emit(text: str, length: int, tally: Tally) -> bool:
    """Counts words as shown unless they are blank."""
    if text.strip():
        tally.emitted += length
        return True
    tally.skip("white space", length)
    return False


def _count(root: etree._Element, other: etree.XPath, tally: Tally) -> None:
    tally.read += sum(len(text) for text in root.itertext() if isinstance(text, str))
    nodes: Any = other(root)
    for text in nodes:
        tally.skip("metadata" if text.strip() else "white space", len(text))
