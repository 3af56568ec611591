"""Those who take part in a chat: for whom they speak, what they are asked to do by name, what they promise."""

import re
from collections.abc import Collection, Mapping

from tasks.extraction.clauses import request_fields
from tasks.extraction.doers import all_act
from tasks.extraction.minutes import requests
from tasks.extraction.phrases import after, alternatives, equals, holds, pattern, phrases, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import fold, tidy

_CALLED = re.compile(r"(?P<at>@)?[\u2068~]*(?P<name>[^\W\d_][\w.'-]*)\u2069?[,:]?\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]+)\)")
_WHEN = ("period_text", "budget_text")
_FROM = re.compile(rf"(?<!\w)(?i:{alternatives(phrases('from office'))})\s+(?:the\s+)?(?P<office>[A-Z].*)")
_OFFICE = re.compile(r"[A-Z][\w&.'’-]*(?:\s+(?:(?:of|for|and|dan|the)\s+)*[A-Z][\w&.'’-]*)*")
_WORDS = 12  # of a message in which somebody introduces themselves
_ACRONYM = 3  # letters of an abbreviation that no directory knows


def employed(who: str, recognise: Recognisers) -> str:
    """The institution that a speaker's name holds ("Pak Joko Dishub", "Tom (Wildlife Dept)"), "" if none."""
    inside = _BRACKET.search(who)
    if inside is not None and _an_office(inside[1], recognise):
        return inside[1]
    bare = tidy(_BRACKET.sub(" ", who))
    named = recognise.institutions(bare)
    if not named:
        return _written_like_one(bare, recognise)
    rest = bare[named[0].end :].split()
    branch = named[0].start > 0 and all(w[0].isupper() and not equals("person title", w) for w in rest)
    return bare[named[0].start :] if branch else named[0].text


def _an_office(words: str, recognise: Recognisers) -> bool:
    return all_act(words, recognise) or recognise.only_regions(words) or _short(words)


def _written_like_one(who: str, recognise: Recognisers) -> str:
    """The words behind a given name from an abbreviation or a word for an office on: "Okello NWSC", "Ana Asdep II".

    The name of a place before an abbreviation belongs to it; a word for an office may stand at the end.
    """
    bare = who.strip()
    while starts("person title", bare):
        bare = after("person title", bare).lstrip(". ")
    _, *words = bare.split() or [""]
    if not words or not all(w[0].isupper() or _short(w) or w in {"of", "and", "dan", "&"} for w in words):
        return ""
    if holds("office", words[-1]) and len(words) > 1:
        return " ".join(words)
    at = next((n for n, w in enumerate(words) if _short(w) or holds("office", w)), -1)
    if at > 0 and recognise.only_regions(words[at - 1]):
        at -= 1
    return " ".join(words[at:]) if at >= 0 else ""


def _short(word: str) -> bool:
    """Whether a word is written like an abbreviation of three letters and more: "NWSC", "CoG"."""
    return word.isalpha() and len(word) >= _ACRONYM and sum(c.isupper() for c in word) > 1


def introduced(text: str, recognise: Recognisers) -> str:
    """The office of which a speaker says to be: "saya Dedi dari DLH Cimahi", "Ruth here from Lae Polytechnic"."""
    found = _FROM.search(text)
    if found is None or len(text.split()) > _WORDS or pattern("introduces").search(text[: found.start()]) is None:
        return ""
    named = recognise.institutions(found["office"])
    if named and named[0].start == 0:
        return named[0].text
    office = _OFFICE.match(found["office"])
    words = office.group() if office is not None else ""
    named_so = len(words.split()) > 1 or _short(words)
    return words if named_so and not recognise.only_regions(words) else ""


def called(speakers: Collection[str], recognise: Recognisers) -> dict[str, str]:
    """What each speaker is called, folded, and who acts then: the institution in the name, else the person."""
    out: dict[str, str] = {}
    for who in sorted(speakers):
        bare = after("person title", who)
        first = fold(bare).split()[:1]
        if first and not recognise.institutions(bare.split()[0]):
            out.setdefault(first[0], employed(who, recognise) or who)
    return out


def asked_by_name(text: str, names: Mapping[str, str], recognise: Recognisers) -> list[dict[str, str]]:
    """What one who is called by name is asked or said to do: "@Budi tolong kirim …", "Tom will send …"."""
    found = _CALLED.match(text, len(text) - len(after("person title", text)))
    if found is None or not (found["at"] or fold(found["name"]) in names) or text.endswith("?"):
        return []
    if not found["at"] and found["name"].isupper():  # an abbreviation that only sounds like a speaker
        return []
    owner, rest = names.get(fold(found["name"]), found["name"]), text[found.end() :]
    if rest.startswith("("):
        return []
    pleaded = after("plea", rest)
    named = recognise.institutions(pleaded)
    other = pleaded != rest and bool(named) and named[0].start == 0  # "@Rina mohon BPS mengirim …" asks BPS
    said = requests(rest if other else f"I will {pleaded}" if pleaded != rest else f"I {rest}", recognise)
    return [{**f, "owners_text": f.get("owners_text") or owner, "asked": "clause"} for f in said if f]


def answered(text: str, who: str, recognise: Recognisers) -> list[dict[str, str]]:
    """What a speaker promises in an answer that names nobody, with a time: "sure, will share the manual by May"."""
    rest = after("assent", text).lstrip(" ,.!-")
    if not who or text.endswith("?") or pattern("promise").match(rest) is None:
        return []
    fields = request_fields(rest, recognise)
    told = any(fields.get(name) for name in _WHEN)
    return [{**fields, "owners_text": employed(who, recognise) or who, "asked": "clause"}] if told else []
