"""The walk down a chat: which of its messages ask somebody for something."""

from tasks.extraction.chats import spoken
from tasks.extraction.clauses import read_actions
from tasks.extraction.draft import Fate, reason
from tasks.extraction.minutes import requests
from tasks.extraction.texts import Line, block_line
from tasks.extraction.walk import Walk
from tasks.model.blocks import Block, Document, Note, Table

_WHEN = ("period_text", "budget_text")


def heard(walk: Walk, document: Document) -> bool:
    """Walks down a document if it is a chat. Where one says "we", those named beside the speaker are to act."""
    talk = spoken(document.blocks)
    if talk is None:
        return False
    for block, who in talk:
        _message(walk, block, who)
    walk.close()
    walk.sender = ""
    return True


def _message(walk: Walk, block: Block, who: str) -> None:
    if isinstance(block, Table | Note):
        return
    line = block_line(block)
    said = requests(line.text, walk.tools.recognise) or _listed(walk, line)
    walk.close()
    if said:
        named = walk.tools.recognise.institutions(who)
        walk.sender = named[0].text if named else ""
        walk.take(block, line, said, line.text)
    else:
        walk.fates.append(Fate(block.locator, "remark", reason("no-request")))


def _listed(walk: Walk, line: Line) -> list[dict[str, str]]:
    """A point of a list within a message, if it says who is to act, and when or for how much."""
    said = read_actions(line.text, walk.tools.recognise) if line.label else []
    return [f for f in said if f.get("owners_text") and any(f.get(name) for name in _WHEN)]
