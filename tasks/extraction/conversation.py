"""The walk down a chat: which of its messages ask somebody for something, or promise it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tasks.extraction.action_words import starts_doing
from tasks.extraction.amendments import accepted, added, addition, corrected, correction
from tasks.extraction.chats import spoken
from tasks.extraction.clauses import read_actions, read_point
from tasks.extraction.draft import Fate, reason
from tasks.extraction.minutes import requests
from tasks.extraction.numbered import counts_up, point
from tasks.extraction.participants import answered, asked_by_name, called, employed, introduced
from tasks.extraction.phrases import after
from tasks.extraction.postings import governments, planned, posted
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences
from tasks.extraction.texts import Line, block_line, visible
from tasks.extraction.undertakings import evident, past, speaks, undertaken
from tasks.extraction.utterances import bare, opening, unprefaced
from tasks.extraction.walk import Walk
from tasks.model.blocks import Block, Document, Note, Table, Text

_WHEN = ("period_text", "budget_text")


@dataclass
class _Message:
    """A block of a chat, who wrote it and for whom, what it asks for, and other blocks that tell more of that."""

    block: Text
    line: Line
    who: str
    office: str
    said: list[dict[str, str]] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    taken: bool = False  # whether it adds to another message


@dataclass(frozen=True)
class _Known:
    """What those who speak are called and for whom they act then, and the places whose governments are named.

    counted: the messages with numbers make one list.
    """

    names: Mapping[str, str]
    places: frozenset[str]
    counted: bool


def heard(walk: Walk, document: Document) -> bool:
    """Walks down a document if it is a chat. Where one says "we", those named beside the speaker are to act."""
    talk = spoken(document.blocks)
    if talk is None:
        return False
    for message in _messages(talk, walk.tools.recognise):
        walk.close()
        walk.sender = message.office
        if message.said:
            walk.take(message.block, message.line, message.said, message.line.text)
            walk.last = replace(walk.last, places=(*walk.last.places, *message.more)) if walk.last else None
        elif not message.taken:
            walk.fates.append(Fate(message.block.locator, "remark", reason("no-request")))
    walk.close()
    walk.sender = ""
    return True


def _messages(talk: Sequence[tuple[Block, str]], recognise: Recognisers) -> list[_Message]:
    """The messages of a chat, those read that say what is to be done; later ones put earlier ones right."""
    written = [block for block, _ in talk if not isinstance(block, Table | Note)]
    known = _Known(
        called({who for _, who in talk if who}, recognise),
        governments(map(visible, written)),
        counts_up(block_line(block).label for block in written),
    )
    offices = _offices(talk, recognise)
    found: list[_Message] = []
    for block, who in talk:
        if isinstance(block, Table | Note):
            continue
        message = _Message(block, block_line(block), who, offices.get(who, ""))
        if not _amends(message, found, recognise):
            message.said = _said(message, known, recognise)
        found.append(message)
    return found


def _offices(talk: Sequence[tuple[Block, str]], recognise: Recognisers) -> dict[str, str]:
    """For whom each speaker speaks: as the name says, else as they introduced themselves."""
    out = {who: employed(who, recognise) for _, who in talk if who}
    for block, who in talk:
        if who and not isinstance(block, Table | Note) and not out[who]:
            out[who] = introduced(visible(block), recognise)
    return out


def _said(message: _Message, known: _Known, recognise: Recognisers) -> list[dict[str, str]]:
    """What a message asks for or promises, line by line; one that only says when or how much adds to the one before."""
    lines = [message.line.text] if message.line.label else visible(message.block).splitlines()
    out: list[dict[str, str]] = []
    for text in filter(None, map(bare, lines)):
        found = _read(text, message, known, recognise)
        more = addition(text, recognise) if out and not found else {}
        out = [*out[:-1], added(out[-1], more)] if more else [*out, *found]
    return out or (_read(bare(message.line.text), message, known, recognise) if len(lines) > 1 else [])


def _read(words: str, message: _Message, known: _Known, recognise: Recognisers) -> list[dict[str, str]]:
    text = " ".join(map(unprefaced, sentences(words)))
    named = asked_by_name(text, known.names, recognise) or planned(text, recognise)
    if named:
        return named
    own = undertaken(text, recognise)
    if own:
        others = " ".join(s for s in sentences(text) if not speaks(s))
        return [*own, *requests(others, recognise)]
    words = _without_goal(text, recognise)
    return (
        requests(words, recognise)
        or posted(words, recognise, known.places)
        or _listed(words, message, recognise)
        or (point(words, recognise) if known.counted and message.line.label.isdigit() else [])
        or ([] if accepted(words, recognise) else answered(words, message.who, recognise))
    )


def _without_goal(text: str, recognise: Recognisers) -> str:
    """A text without "target" before the one whose it is: "Target Bulog menyerap …"."""
    words = after("goal", text)
    named = recognise.institutions(words)
    return words if named and named[0].start == 0 else text


def _listed(text: str, message: _Message, recognise: Recognisers) -> list[dict[str, str]]:
    """A point of a list within a message, or what is agreed to, if it says who is to act, and when or for how much.

    Where it names nobody, those for whom the writer speaks are to act.
    """
    if message.line.label:
        said = read_actions(text, recognise)
        told = [f for f in said if f.get("owners_text") and any(f.get(name) for name in _WHEN)]
        if told:
            return told
    words, agreed = opening(text)
    words = after("modal", words)
    if not (agreed or message.line.label) or not message.office or not starts_doing(words) or past(words):
        return []
    if accepted(text, recognise):
        return []
    fields = read_point(words, recognise)
    return [{**fields, "asked": "clause"}] if evident(fields) and not words.endswith("?") else []


def _amends(message: _Message, before: Sequence[_Message], recognise: Recognisers) -> bool:
    """Whether a message only adds to an earlier one or puts it right; that one tells it then."""
    text = bare(message.line.text)
    told = [(m, n) for m in before for n in range(len(m.said))]
    own = [(m, n) for m, n in told if m.who == message.who]
    right = correction(text)
    for some in (own, told) if right else ():
        found = corrected(right, [m.said[n] for m, n in some], recognise)
        if found is not None:
            return _tells(message, some[found[0]], found[1])
    if right:
        return False
    more, yes = addition(text, recognise), accepted(text, recognise)
    near = next((m for m in reversed(before) if m.who == message.who), None)
    asked = [(m, n) for m, n in told if m.said[n].get("owners_text") in {message.office, message.who}]
    if more and near is not None and near.said:
        return _tells(message, (near, len(near.said) - 1), added(near.said[-1], more))
    if asked and (yes or (more and opening(text)[1])):
        m, n = asked[-1]
        return _tells(message, (m, n), added(m.said[n], yes or more))
    return False


def _tells(message: _Message, of: tuple[_Message, int], fields: dict[str, str]) -> bool:
    of[0].said[of[1]] = fields
    of[0].more.append(message.block.locator)
    message.taken = True
    return True
