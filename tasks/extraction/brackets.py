"""Brackets behind an action: those that say who, when, how much or after what, and those that belong to it."""

import re
from collections.abc import Sequence

from tasks.extraction.action_words import first_verb
from tasks.extraction.phrases import after, holds, starts
from tasks.extraction.piece_marks import BRACKET
from tasks.extraction.pieces import LED, Piece, classify
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_WITHIN = re.compile(r"\s*[;,]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_NAME = 9  # words of a name at most


def bracketed(text: str, recognise: Recognisers) -> tuple[str, list[Piece]]:
    """A text without those of its brackets that say who, when, how much or after what; and what they say."""
    said: list[Piece] = []

    def taken(found: "re.Match[str]") -> str:
        parts = said_in(found[1], recognise)
        kinds = _kinds(parts, recognise)
        if not parts or not _tells(kinds) or set(kinds) == {"depends"}:
            return found[0]
        said.extend(Piece(k, _unled(k, p)) for k, p in zip(kinds, parts, strict=True))
        return " "

    return tidy(BRACKET.sub(taken, text)).replace(" ,", ","), said


def references(text: str, recognise: Recognisers) -> list[str]:
    """Brackets that only say after what something is to be done, or point to a number: "(menunggu KLHS)", "(no. 2)"."""
    inside = [b[1] for b in BRACKET.finditer(text)]
    return [words for words in inside if classify(words, recognise) == "depends"]


def said_in(inside: str, recognise: Recognisers) -> list[str]:
    """The things that a bracket says, told apart by commas, and by a dash before a time: "(BPPP Tegal – mulai Mei)"."""
    out: list[str] = []
    for part in (p for p in _WITHIN.split(inside) if p):
        dash = _DASH.search(part)
        when = recognise.periods(part[dash.end() :]) if dash is not None else []
        if dash is not None and when and when[0].start == 0 and not recognise.periods(part[: dash.start()]):
            out += [part[: dash.start()], part[dash.end() :]]
        else:
            out.append(part)
    return out


def _kinds(parts: Sequence[str], recognise: Recognisers) -> list[str]:
    """What the parts of a bracket are about. A name that no directory knows is an owner where a time or sum follows."""
    kinds = [classify(p, recognise) for p in parts]
    if kinds[:1] == ["other"] and _is_name(parts[0], recognise):
        told = len(kinds) > 1 and set(kinds[1:]) <= {"period", "money", "fund", "depends", "supporter"}
        if told or (len(kinds) == 1 and recognise.with_place(parts[0])):
            kinds[0] = "owner"
    return kinds


def _is_name(words: str, recognise: Recognisers) -> bool:
    if len(words.split()) > _NAME or first_verb(words) >= 0:
        return False
    return recognise.short_name(words) or holds("office", words) or starts("people", words)


def _tells(kinds: Sequence[str]) -> bool:
    """Whether a bracket speaks of the action's fields: all its parts do, or the first names an owner."""
    known = [k for k in kinds if k not in {"other", "purpose"}]
    return len(known) == len(kinds) or (len(kinds) > 1 and bool(known) and kinds[0] == "owner")


def _unled(kind: str, text: str) -> str:
    return after(kind, text) if kind in LED else text
