"""Comments of reviewers with the answers to them: about which item and field, and whether they are settled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tasks.reading.ooxml.names import PARAGRAPH, W
from tasks.reviewing.lines import Line, Revision, lines_of, revision, view
from tasks.reviewing.words import shown

_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_2012: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ANSWER: Final = "\n↳ "
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and the answers to it, as one text."""

    who: Revision
    words: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class _Comment:
    name: str
    who: Revision
    words: str
    paragraph: str


class Threads:
    """The comments of a copy by the places that refer to them."""

    def __init__(self, root: etree._Element | None, extended: etree._Element | None) -> None:
        found = () if root is None else map(_comment, root.iterfind(W + "comment"))
        self._comments = {comment.name: comment for comment in found}
        self._order = {name: n for n, name in enumerate(self._comments)}
        self._said = {} if extended is None else {e.get(_2012 + "paraId", ""): e for e in extended}
        self._names = {comment.paragraph: comment.name for comment in self._comments.values() if comment.paragraph}

    def at(self, lines: list[Line]) -> Iterator[tuple[int, Thread]]:
        """The threads of a cell or paragraph, each with the line to which it refers.

        An answer is known by what it answers, and where a program has lost that, by standing at the very same words.
        """
        spans = _spans(lines)
        heads: dict[str, list[str]] = {}
        by_span: dict[Span, str] = {}
        for name in sorted(spans, key=self._when):
            span = spans[name][1]
            parent = self._parent(name)
            head = parent if parent in spans else by_span.get(span, name) if span[0] < span[1] else name
            heads.setdefault(head, []).append(name)
            by_span.setdefault(span, head)
        for head, names in heads.items():
            yield spans[head][0], self._thread([head, *(name for name in names if name != head)])

    def _when(self, name: str) -> tuple[str, int]:
        """When a comment was written; of one minute those first that stand first in their part."""
        comment = self._comments.get(name)
        return (comment.who.date if comment else "", self._order.get(name, 0))

    def _parent(self, name: str) -> str:
        """The comment that began the thread, as the extension part has it."""
        comment = self._comments.get(name)
        item = None if comment is None else self._said.get(comment.paragraph)
        return "" if item is None else self._names.get(item.get(_2012 + "paraIdParent", ""), "")

    def _thread(self, names: Sequence[str]) -> Thread:
        held = [self._comments[name] for name in names if name in self._comments]
        if not held:
            return Thread(Revision("", ""), "", resolved=False)
        head, *answers = held
        told = [f"{answer.who.author}: {answer.words}" for answer in answers]
        item = self._said.get(head.paragraph)
        settled = item is not None and item.get(_2012 + "done") in {"1", "true"}
        return Thread(head.who, _ANSWER.join([head.words, *told]), settled)


def _comment(element: etree._Element) -> _Comment:
    paragraphs = element.findall(PARAGRAPH)
    name = paragraphs[-1].get(_2010 + "paraId", "") if paragraphs else ""
    return _Comment(element.get(W + "id", ""), revision(element), shown(view(lines_of(element), accepted=True)), name)


def _spans(lines: list[Line]) -> dict[str, tuple[int, Span]]:
    """Line and span of each comment that begins, or is referred to, here."""
    found: dict[str, tuple[int, Span]] = {}
    start = 0
    ends: dict[str, int] = {}
    for number, line in enumerate(lines):
        found |= {name: (number, (start + place, -1)) for name, place in line.opened.items()}
        found |= {name: (number, (start, -1)) for name in line.noted if name not in found}
        ends |= {name: start + place for name, place in line.closed.items()}
        start += line.length + 1
    return {name: (number, (first, ends.get(name, -1))) for name, (number, (first, _)) in found.items()}
