"""Chats as programs export them: each line has a time, a name and what was said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extraction.texts import blank
from tasks.model.blocks import Block, ListItem, Paragraph, Span

_MONTH = r"[^\W\d_]{3,9}\.?"
_DAY = (
    rf"(?:[^\W\d_]{{3,9}},?\s+)?(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{2,4}}"
    rf"|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
)
_TIME = r"(?:(?:pukul|jam|at)\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_WHEN = rf"{_DAY}(?:,|\s+-)?\s+{_TIME}"
_STAMP = re.compile(rf"[\u200e\u202a]*(?:\[{_WHEN}\]\s*|{_WHEN}\s+[-–]\s+|{_WHEN}:?\s+(?=[^:\n]{{1,60}}:\s)|{_TIME}\t)")
"""What stands before a message: "07/03/22 19.02 - ", "[13 Jun 2023 at 18:02] ", "19:02<tab>"."""
_NAME = re.compile(r"([^:\t\n]{1,60}?)(?::\s+|\t)")
_HEAD = re.compile(rf"([^:\n\d]{{1,60}}?)(?:,\s+\[{_WHEN}\]|,?\s+{_WHEN}):?")
"""A line of its own before messages: "Rina, [13.06.23 18:02]", "Rina 13/06/2023 18:02"."""
_LEAST = 3  # stamped lines from which a text is a chat


def spoken(blocks: Sequence[Block]) -> list[tuple[Block, str]] | None:
    """The blocks without times and names, each with the name of who spoke; None if the text is no chat.

    A line that only says what the program or the group did has no speaker and no words left. A line without a time
    goes on with the message before it.
    """
    texts = [b for b in blocks if isinstance(b, Paragraph | ListItem) and not blank(b.text)]
    stamped = sum(1 for b in texts if _STAMP.match(b.text) or _HEAD.fullmatch(b.text.strip()))
    lines = sum(1 for b in texts if _STAMP.match(b.text))
    others = len(blocks) - sum(1 for b in blocks if isinstance(b, Paragraph | ListItem))
    if stamped < _LEAST or others or (2 * lines < len(texts) and 3 * stamped < len(texts)):
        return None
    out: list[tuple[Block, str]] = []
    who = ""
    for block in blocks:
        said, who = _said(block, who)
        out.append((said, who))
    return out


def _said(block: Block, who: str) -> tuple[Block, str]:
    if not isinstance(block, Paragraph | ListItem):
        return block, who
    head = _HEAD.fullmatch(block.text.strip())
    if head is not None:
        return replace(block, text="", spans=()), head[1].strip()
    stamp = _STAMP.match(block.text)
    if stamp is None:
        return block, who
    name = _NAME.match(block.text, stamp.end())
    if name is None:
        return replace(block, text="", spans=()), ""
    return replace(block, text=block.text[name.end() :], spans=_moved(block.spans, name.end())), name[1].strip()


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(replace(s, start=max(s.start - by, 0), end=s.end - by) for s in spans if s.end > by)
