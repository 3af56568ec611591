"""Signs for bold, italic and struck text, as Markdown and chats write them, taken off the words they stand around."""

import re
from typing import Final, NamedTuple

from tasks.model.blocks import Span, SpanKind
from tasks.reading.spans import shifted

_PAIR: Final = re.compile(
    r"""
      (?P<code>`{1,2})(?=\S)(?P<code_words>[^`]{1,500}?)(?P=code)
    | (?<![\w*_~])(?P<sign>\*{1,3}(?=[^\s*])|_{1,3}(?=[^\s_])|~{1,2}(?=[^\s~]))
      (?P<words>[^\n]{1,500}?)(?<=\S)(?P=sign)(?![\w*_~])
    | !?\[(?P<link>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,500})\)
    """,
    re.VERBOSE,
)
_DEPTH: Final = 3


class Words(NamedTuple):
    """Words without signs; `signs` counts the characters taken off, addresses of links among them."""

    text: str
    spans: tuple[Span, ...] = ()
    signs: int = 0


def unsigned(words: str, depth: int = 0) -> Words:
    """The words of a line as a person sees them once the signs have done their work."""
    parts: list[str] = []
    spans: list[Span] = []
    length = end = signs = 0
    for found in _PAIR.finditer(words) if depth < _DEPTH else ():
        if not any(map(str.isalnum, found[0])):
            continue
        before = words[end : found.start()]
        inner = _inner(found, depth)
        length += len(before)
        spans += shifted(inner.spans, length)
        kind = _kind(found)
        if kind is not None:
            spans.append(Span(length, length + len(inner.text), kind, target=found["target"] or ""))
        parts += [before, inner.text]
        length += len(inner.text)
        signs += inner.signs
        end = found.end()
    return Words("".join([*parts, words[end:]]), tuple(spans), signs) if parts else Words(words)


def _inner(found: re.Match[str], depth: int) -> Words:
    if found["code"]:
        return Words(found["code_words"], (), 2 * len(found["code"]))
    inside = found["link"] or found["words"]
    inner = unsigned(inside, depth + 1)
    return inner._replace(signs=inner.signs + len(found[0]) - len(inside))


def _kind(found: re.Match[str]) -> SpanKind | None:
    if found["link"]:
        return "link"
    return "struck" if (found["sign"] or "").startswith("~") else None
