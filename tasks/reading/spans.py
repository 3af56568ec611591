"""Spans of a text that grows from left to right."""

from collections.abc import Iterable
from dataclasses import replace

from tasks.model.blocks import Span

_OPEN = 4  # kinds that may flag the same letters: the last spans among which an equal one is looked for


def flag(spans: list[Span], new: Span) -> None:
    """Adds a span, in one piece with an equal one that ends where it begins; an empty one is nothing."""
    if new.end <= new.start:
        return
    meaning = new.kind, new.author, new.date, new.target
    for index in range(len(spans) - 1, max(len(spans) - 1 - _OPEN, -1), -1):
        last = spans[index]
        if last.end == new.start and (last.kind, last.author, last.date, last.target) == meaning:
            spans[index] = Span(last.start, new.end, *meaning)
            return
    spans.append(new)


def shifted(spans: Iterable[Span], by: int) -> list[Span]:
    """Spans of a text that stands so many characters further to the right."""
    return [replace(span, start=span.start + by, end=span.end + by) for span in spans]


def on_lines(pieces: Iterable[tuple[str, Iterable[Span]]]) -> tuple[str, tuple[Span, ...]]:
    """Texts with their spans as one text, each on a line of its own."""
    texts: list[str] = []
    all_spans: list[Span] = []
    length = 0
    for text, spans in pieces:
        texts.append(text)
        all_spans += shifted(spans, length)
        length += len(text) + 1
    return "\n".join(texts), tuple(all_spans)
