"""What somebody writes in a chat without what belongs to talking alone: greetings, forms of address, pictograms."""

import re
import unicodedata

from tasks.extraction.phrases import alternatives, pattern, phrases
from tasks.extraction.texts import tidy

_EDITED = re.compile(r"\s*<[^<>\n]*(?:edited|diedit|disunting)[^<>\n]*>\s*$", re.IGNORECASE)
_PAUSE = re.compile(r"[\s,.!:;…~-]+|(?=$)")
_COMMA = re.compile(r"[,.!:;…~-]\s*$")
_BETWEEN = re.compile(r"[\s,.!:;…~-]*")
_CALLED = re.compile(rf"[\s,]+(?:{alternatives([*phrases('address'), *phrases('chat tail')])})(?![\w-])", re.IGNORECASE)
_TO_ALL = re.compile(rf"^@(?:{alternatives(phrases('address'))})(?![\w-])[\s,:]*", re.IGNORECASE)
_BREAK = re.compile(r"\s*[,.:;!–-]+\s+|\s+(?:that|bahwa)\s+", re.IGNORECASE)
_LEADS = ("assent", "chat lead", "address")
_TAILS = ("chat tail", "address")
_PICTOGRAMS = frozenset({"So", "Sk", "Cn", "Cf", "Mn"})


def bare(text: str) -> str:
    """The words of a message without the mark of an edit, pictograms and politeness at its end."""
    words = _EDITED.sub("", text)
    while True:
        shorter = _without_tail(_without_pictograms(tidy(words)))
        if shorter == words:
            return words
        words = shorter


def opening(text: str) -> tuple[str, bool]:
    """What follows greetings, assent and forms of address at the beginning, and whether somebody agreed there."""
    rest, agreed = text, False
    while True:
        kind, behind = next(((k, b) for k in _LEADS if (b := _led(k, rest))), ("", ""))
        called = kind == "address" and rest is text and _COMMA.search(rest[: len(rest) - len(behind)]) is None
        if not behind or called:
            return rest, agreed
        agreed = agreed or kind == "assent"
        rest = behind


def unprefaced(text: str) -> str:
    """A sentence without politeness that comes before what it says: "Ijin pak, …", "Mohon ditambahkan: …", "FYI, …"."""
    rest = _TO_ALL.sub("", text)
    while behind := _behind_preface("preface", rest) or _behind_preface("asks to note", rest):
        rest = behind
    return rest


def _behind_preface(kind: str, text: str) -> str:
    """What follows such words, "" unless a form of address, a mark or a name shows that they stand by themselves."""
    found = pattern(kind).match(text)
    if found is None:
        return ""
    called = _CALLED.match(text, found.end())
    end = called.end() if called is not None else found.end()
    mark = _BREAK.match(text, end)
    if mark is not None:
        return text[mark.end() :]
    rest = text[end:].lstrip()
    apart = called is not None or (kind == "preface" and " " in found.group())
    return rest if apart and rest[:1].isupper() else ""


def _led(kind: str, text: str) -> str:
    """What follows a phrase of this kind and a pause, "" if the text does not begin with one or ends behind it."""
    found = pattern(kind).match(text)
    pause = _PAUSE.match(text, found.end()) if found is not None else None
    return text[pause.end() :] if pause is not None else ""


def _without_pictograms(text: str) -> str:
    end = next((n for n in range(len(text), 0, -1) if _is_word(text[n - 1])), 0)
    start = next((n for n in range(end) if _is_word(text[n])), 0)
    return text[start:end]


def _is_word(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in _PICTOGRAMS


def _without_tail(text: str) -> str:
    for kind in _TAILS:
        for found in pattern(kind).finditer(text):
            behind = _BETWEEN.fullmatch(text, found.end())
            if behind is not None and text[found.start() - 1 : found.start()] in {" ", ","}:
                return text[: found.start()].rstrip(" ,")
    return text
