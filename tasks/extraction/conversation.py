"""The walk down a chat: which of its messages ask somebody for something."""

from collections.abc import Mapping

from tasks.extraction.chats import spoken
from tasks.extraction.clauses import read_actions
from tasks.extraction.draft import Fate, reason
from tasks.extraction.minutes import requests
from tasks.extraction.participants import answered, asked_by_name, called, employed
from tasks.extraction.texts import Line, block_line
from tasks.extraction.walk import Walk
from tasks.model.blocks import Block, Document, Note, Table

_WHEN = ("period_text", "budget_text")


def heard(walk: Walk, document: Document) -> bool:
    """Walks down a document if it is a chat. Where one says "we", those named beside the speaker are to act."""
    talk = spoken(document.blocks)
    if talk is None:
        return False
    names = called({who for _, who in talk if who}, walk.tools.recognise)
    for block, who in talk:
        _message(walk, block, who, names)
    walk.close()
    walk.sender = ""
    return True


def _message(walk: Walk, block: Block, who: str, names: Mapping[str, str]) -> None:
    if isinstance(block, Table | Note):
        return
    line = block_line(block)
    recognise = walk.tools.recognise
    said = asked_by_name(line.text, names, recognise) or requests(line.text, recognise) or _listed(walk, line)
    said = said or answered(line.text, who, recognise)
    walk.close()
    if said:
        walk.sender = employed(who, recognise)
        walk.take(block, line, said, line.text)
    else:
        walk.fates.append(Fate(block.locator, "remark", reason("no-request")))


def _listed(walk: Walk, line: Line) -> list[dict[str, str]]:
    """A point of a list within a message, if it says who is to act, and when or for how much."""
    said = read_actions(line.text, walk.tools.recognise) if line.label else []
    return [f for f in said if f.get("owners_text") and any(f.get(name) for name in _WHEN)]
