"""Those who act though no directory knows them: office holders, kinds of people, persons with a title or a mark."""

import re

from tasks.extraction.action_words import first_verb, starts_doing, starts_with_verb
from tasks.extraction.phrases import equals, holds, pattern, starts
from tasks.extraction.texts import fold, tidy

ARTICLE = re.compile(r"^(?:the|each|every|all|our|para|setiap|seluruh|semua)\s+", re.IGNORECASE)
"""What stands before the name of those who act and is no part of it."""
_JOINT = re.compile(r"\s*(?:[,&/;]|\b(?:(?:together|jointly)\s+with|and|dan|serta|with|bersama)\b)\s*", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|for|in|from|at)\s+")
_SERIAL = re.compile(r"(?:\s+(?:[A-Z]|[IVX]+|\d{1,2}))+$")
_OWN = re.compile(r"['’]s?\b")
_MENTION = re.compile(r"@\S+(?:\s+[A-Z]\w+)?")
_PERSON = re.compile(r"\.?\s+(?:[A-Z][\w'.-]*)(?:\s+[A-Z][\w'.-]*){0,2}")
_LEAST = 2
_LONGEST = 6  # words of a name


def like_actors(words: str) -> bool:
    """Whether words are those who act and nothing else: "the Harbour Master", "Bu Rina", "Petani dan nelayan"."""
    parts = parts_of(words)
    return bool(parts) and all(_like_actor(p) for p in parts)


def parts_of(words: str) -> list[str]:
    """The names in words about several who act."""
    return [p for p in _JOINT.split(tidy(words).rstrip(" :")) if p]


def _like_actor(words: str) -> bool:
    if like_person(words):
        return True
    bare = ARTICLE.sub("", words)
    if not _a_name(bare):
        return False
    return (starts("role", bare) and _indonesian(bare)) or holder(bare)


def holder(words: str) -> bool:
    """Whether the noun at the end of an English name, or before its "of", is one of those who act."""
    head = _SERIAL.sub("", _OF.split(_OWN.sub("", words))[0]).split()
    return any(equals("role", " ".join(head[-n:])) for n in (1, 2) if len(head) >= n)


def like_person(words: str) -> bool:
    """Whether words are a person with a title, or one whom a chat addresses: "Pak Joko", "Dr. Moyo", "@Budi"."""
    text = words.strip()
    titled = pattern("person title").match(text)
    return _MENTION.fullmatch(text) is not None or (
        titled is not None and _PERSON.fullmatch(text, titled.end()) is not None
    )


def like_office(words: str) -> bool:
    """Whether words end in a kind of office, small letters allowed: "District office A", "DC's office"."""
    bare = ARTICLE.sub("", words)
    head = _SERIAL.sub("", _OF.split(bare)[0]).split()
    if len(head) < _LEAST or not equals("office", head[-1]) or starts("document", bare):
        return False
    return _a_name(bare) or (len(head) <= _LONGEST and all(w[0].isupper() for w in head) and not starts_with_verb(bare))


def _a_name(words: str) -> bool:
    said = words.split()
    short = 0 < len(said) <= _LONGEST
    return short and not starts_doing(words) and first_verb(words) < 0 and not holds("subordinate", words)


def _indonesian(words: str) -> bool:
    """Whether the words behind an Indonesian role only say whose or where it is: no number, no verb."""
    return not any(w.isdigit() for w in fold(words).split())
