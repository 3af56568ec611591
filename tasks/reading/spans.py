"""Spans of a text that grows from left to right."""

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
