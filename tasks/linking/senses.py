"""What a signal word means where it stands: "can't start before" waits, "pending applications" wait for nothing."""

import re
from functools import cache
from itertools import takewhile
from pathlib import Path

from tasks.merging import acts
from tasks.merging.essence import WRITTEN, of_kind
from tasks.merging.lists import column, rows
from tasks.merging.words import words

_NOT_BEFORE = re.compile(
    r"(?:\bcan(?:['’]?t|not| not)|\b(?:must|may|should|do|does|will|shall) not|n['’]t"
    r"|\bnot (?:to )?(?:start|begin|commence)"
    r"|\b(?:tidak|tdk|tak|belum|blm) (?:dapat|bisa|boleh|akan|mulai|dimulai)|\bjangan)(?:\W+\w+){0,5}\W*$"
    r"|\bnot\s+$",
    re.I,
)
"""Words before "before" by which something is not to happen until the other has happened."""

_CAN = re.compile(r"\s+(?P<first>\w+)(?:\s+[^\s,;.]+){0,5}?\s+(?:dapat|bisa)\b", re.I)
"""A thing of a few words that can do or undergo something."""

_USES = re.compile(r"(?:(?:will )?us(?:e|es|ing)|(?:dengan )?(?:memakai|menggunakan|memanfaatkan)) ", re.I)
"""Signals that say that a thing is used, and so must be there."""

_PHRASE = re.compile(r"\s+[^,;.()]+")
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"(\w+)\s*$")
_ACTION_NOUN = re.compile(r".{3,}(?:al|ion|nce|ment|ture|ing)$", re.I)


def waits_until(before: str) -> bool:
    """Whether a "before" behind these words says what is waited for ("cannot start before"), not what waits."""
    return bool(_NOT_BEFORE.search(before))


def enables(after: str) -> bool:
    """Whether "agar" before these words names what can then go on ("agar pelatihan dapat dimulai"), no request."""
    found = _CAN.match(after)
    return found is not None and not found["first"].casefold().startswith(("me", "di", "ber"))


def uses(evidence: str) -> bool:
    """Whether the words of a mention say that its thing is used."""
    return bool(_USES.match(evidence))


def is_adjective(before: str, after: str) -> bool:
    """Whether "pending" between these words only describes a noun ("all pending applications")."""
    last = _LAST.search(before)
    if not last:
        return False
    if last[1].casefold() in _words("quantifying"):
        return True
    phrase = _PHRASE.match(after)
    named = _WORD.findall(phrase.group() if phrase else "")
    thing = list(takewhile(lambda word: word.casefold() not in of_kind("function"), named))
    if not thing:
        return False
    return named[0].casefold() not in _words("determining") and not _is_awaited(thing[-1])


def _is_text(noun: str) -> bool:
    """Whether a noun names a text that is written or issued, one or several."""
    made_by = column("products", "word", "made_by")
    return any(made_by.get(word) in WRITTEN for word in words(noun))


@cache
def _is_awaited(noun: str) -> bool:
    """Whether a noun may be what is waited for: a name, a text, what is to happen, nothing counted."""
    folded = noun.casefold()
    if not noun.islower() or folded in _words("awaited") or _is_text(noun):
        return True
    return not folded.endswith("s") and bool(acts.form(folded) or _ACTION_NOUN.match(folded))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("senses", Path(__file__).parent) if row["kind"] == kind)
