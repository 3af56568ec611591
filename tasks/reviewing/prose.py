"""Changes of the running text outside tables, tracked or not: what a paragraph said when it was issued, and says now.

Lines of contents and the numbers that programs count are left out; they change when fields are brought up to date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz

from tasks.model import locator
from tasks.model.proposals import Change, Proposal
from tasks.reviewing.comments import Threads
from tasks.reviewing.lines import Line, Revision, view
from tasks.reviewing.returned import Returned
from tasks.reviewing.tables import Body
from tasks.reviewing.words import bare, shown

_HEADING: Final = re.compile(r"(?:heading|judul\s*|titre|berschrift)\d", re.IGNORECASE)
"""Styles of headings, as Word and LibreOffice name them in Indonesian and English."""

_SAME: Final = 50.0
"""Likeness in percent from which on two paragraphs between the same neighbours are one that was edited."""

_SURE: Final = 0.9


@dataclass(frozen=True)
class _Text:
    """A paragraph with words. chapter: the heading above it; key: what it is compared by."""

    number: int
    line: Line
    chapter: str
    key: str


def prose_changes(issued: Body, copy: Returned) -> Iterator[Proposal]:
    """The proposals of the paragraphs outside tables, in the order of the copy, comments on them too."""
    before, after = _texts(issued, accepted=True), _texts(copy.body, accepted=False)
    pairs = _pairs([text.key for text in before], [text.key for text in after])
    threads = Threads(copy.comments, copy.extended)
    partner = {m: n for n, m in pairs if n is not None and m is not None}
    for text in (before[n] for n, m in pairs if m is None and n is not None):
        yield _told(copy, text, None, old=_words(text.line, accepted=True))
    for m, text in enumerate(after):
        yield from _changed(copy, before[partner[m]] if m in partner else None, text)
    yield from _untold(copy, {text.number for text in after}, threads)


def _changed(copy: Returned, issued: _Text | None, text: _Text) -> Iterator[Proposal]:
    """What nobody tracked against the issued words, and what was tracked between the two views."""
    base = "" if issued is None else _words(issued.line, accepted=True)
    middle, new = (_words(text.line, accepted) for accepted in (False, True))
    if bare(base) != bare(middle):
        yield _told(copy, text, None, old=base, new=middle)
    if bare(middle) != bare(new):
        yield _told(copy, text, _first(text.line), old=middle, new=new)


def _untold(copy: Returned, told: set[int], threads: Threads) -> Iterator[Proposal]:
    """Comments, and paragraphs that are tracked as inserted from their first word to the last."""
    chapter = ""
    for number, line in copy.body.paragraphs:
        new = _words(line, accepted=True)
        chapter = new if _HEADING.match(line.style) else chapter
        text = _Text(number, line, chapter, "")
        if number not in told and not line.listed and new:
            yield _told(copy, text, _first(line), new=new)
        for _, thread in threads.at([line]):
            comment = _told(copy, text, thread.who, old=new, comment=thread.words)
            yield replace(comment, change=Change.COMMENT, resolved=thread.resolved)


def _texts(body: Body, accepted: bool) -> list[_Text]:
    found, chapter = [], ""
    for number, line in body.paragraphs:
        words = _words(line, accepted)
        chapter = words if _HEADING.match(line.style) else chapter
        if words and not line.listed:
            found.append(_Text(number, line, chapter, bare(words)))
    return found


def _words(line: Line, accepted: bool) -> str:
    return shown(view([line], accepted, counted=False))


Pair = tuple[int | None, int | None]


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """The places of what is the same paragraph; None beside one that is gone, and beside one that is new."""
    found: list[Pair] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += zip(range(a, b), range(c, d), strict=True)
        else:
            found += _alike(before, after, range(a, b), range(c, d))
    return found


def _alike(before: Sequence[str], after: Sequence[str], gone: range, come: range) -> Iterator[Pair]:
    """Pairs within a stretch that differs, in order, the likest first."""
    scored = sorted((-fuzz.ratio(before[n], after[m]), n, m) for n in gone for m in come)
    chosen: dict[int, int] = {}
    for minus, n, m in scored:
        crosses = any((n - k) * (m - chosen[k]) <= 0 for k in chosen)
        if -minus >= _SAME and not crosses:
            chosen[n] = m
    yield from sorted(chosen.items())
    yield from ((n, None) for n in gone if n not in chosen)
    yield from ((None, m) for m in come if m not in chosen.values())


def _first(line: Line) -> Revision:
    marks = [r for p in line.pieces for r in (p.inserted, p.deleted) if r]
    return next(iter(marks), line.inserted or line.deleted or Revision("", ""))


def _told(
    copy: Returned, text: _Text, who: Revision | None, old: str = "", new: str = "", comment: str = ""
) -> Proposal:
    author, date = who or copy.saved
    return Proposal(
        Change.TEXT, "", text.chapter, old, new, author, date, comment, resolved=False, tracked=who is not None,
        confidence=1.0 if who else _SURE, file=copy.file, place=locator.paragraph(text.number), row="",
    )  # fmt: skip
