"""Commitments in a chat that name who is to act without a sentence about it: "what - who - when", passives, places."""

import re
from collections.abc import Collection, Iterable

from tasks.extraction.action_words import first_verb, passive, starts_doing, verb_follows
from tasks.extraction.actors import like_person
from tasks.extraction.clauses import read_point, request_fields
from tasks.extraction.doers import agents, all_act
from tasks.extraction.phrases import after, alternatives, equals, holds, pattern, phrases, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy
from tasks.extraction.undertakings import EVIDENCE, evident, past
from tasks.extraction.utterances import opening
from tasks.model.values import joined

_BORDER = re.compile(r"\s+(?:--?|–|—|/|\||->|→)\s+|\s*[,;|]\s+(?!\d{4}\b)")
_SLASH = re.compile(r"\s+[/|]\s+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENGLISH_PASSIVE = re.compile(
    r"\b(?:to|will|shall|must|should)\s+be\s+(?:\w+ly\s+)?\w+(?:ed|en|t|ne|ld|de)\b.*?(?P<by>\s+by\s+(?:the\s+)?)"
    r"(?P<who>[A-Z][\w&.-]*(?:\s+(?:(?:of|for|and)\s+)*[A-Z][\w&.-]*)*)"
)
_PLACE_ACTS = re.compile(
    r"(?:the\s+)?(?P<who>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}(?:\s+[a-z]+)?)\s+(?P<asks>will|shall|to|would|is to)\s+"
)
_LEVEL_BEHIND = re.compile(
    rf"(?P<place>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)\s+(?i:{alternatives(phrases('level'))})(?![\w-])"
)
_CAPITAL = re.compile(r"(?P<who>[A-Z][\w&./-]*(?:\s+[A-Z][\w&./-]*){0,4})\s+(?=[a-z])")
_BINDS = frozenset({"yang", "yg", "telah", "sudah", "sdh", "tidak", "tdk", "belum", "blm", "untuk", "utk", "masih"})
_WITHIN = 8  # words among which a passive verb stands
_ACRONYM = 2  # capitals of an abbreviation


def governments(texts: Iterable[str]) -> frozenset[str]:
    """Names of places before a word for their level in these texts: "Kisumu" where one says "Kisumu county"."""
    return frozenset(found["place"] for text in texts for found in _LEVEL_BEHIND.finditer(text))


def posted(text: str, recognise: Recognisers, places: Collection[str] = ()) -> list[dict[str, str]]:
    """Fields of RAW of a message that says what is to be done, by whom, and when or for how much; none otherwise.

    places: names of places that stand for their governments.
    """
    sentence = opening(text)[0]
    if sentence.endswith("?") or past(sentence) or holds("rejected", sentence) or holds("wish", sentence):
        return []
    own = after("ours", sentence)
    found = _listed(own, recognise) or _passive(sentence, recognise) or _will_be(sentence, recognise)
    found = found or _place(sentence, recognise, places) or _office_there(sentence, recognise)
    found = found or _asked_of(sentence, recognise)
    if not found and own != sentence:
        found = read_point(own, recognise)
    return [{**found, "asked": "clause"}] if evident(found) else []


def planned(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW of a message that says when something is planned to be done or to come out: "X ditargetkan Mei"."""
    sentence = opening(text)[0]
    if sentence.endswith("?") or past(sentence) or holds("rejected", sentence) or holds("wish", sentence):
        return []
    found = _passive(sentence, recognise) if holds("scheduled passive", sentence) else {}
    return [{**found, "asked": "clause"}] if evident(found) else []


def _listed(text: str, recognise: Recognisers) -> dict[str, str]:
    """What, who and when side by side: "release of the guidebook - OCD - December", "latih kader / Dinkes / Mei"."""
    borders = [b for b in _BORDER.finditer(text) if _outside(text, b.start())]
    starts_ = [0, *(b.end() for b in borders)]
    ends = [*(b.start() for b in borders), len(text)]
    parts = [text[a:b] for a, b in zip(starts_, ends, strict=True)]
    at = next((n for n, part in enumerate(parts[1:], 1) if _names(part, recognise)), 0)
    if not at or at == len(parts) - 1 or _names(parts[0], recognise) or recognise.is_period(parts[0]):
        return {}
    what = text[: borders[at - 1].start()]
    if pattern("speaker").match(what) or recognise.periods(what):
        return {}
    rest = _SLASH.sub(", ", text[ends[at] + len(borders[at].group()) :])
    fields = read_point(f"{_SLASH.sub(', ', what)}, {rest}", recognise)
    return {**fields, "owners_text": joined([parts[at].strip(" ."), fields.get("owners_text", "")])}


def _outside(text: str, place: int) -> bool:
    return text.count("(", 0, place) <= text.count(")", 0, place)


def _names(words: str, recognise: Recognisers) -> bool:
    """Whether words between two borders are those who are to act."""
    bare = words.strip(" .")
    if not bare or recognise.is_period(bare) or recognise.money(bare) or recognise.only_fund(bare):
        return False
    acronym = bare.isupper() and bare.isalpha() and len(bare) > _ACRONYM
    return acronym or recognise.only_institutions(bare) or recognise.short_name(bare)


def _passive(text: str, recognise: Recognisers) -> dict[str, str]:
    """A thing to which something is to be done: "juknis ditandatangani Dirjen 12 Maret, PJ Direktorat Benih"."""
    before = ""
    for found in list(_WORD.finditer(text))[:_WITHIN]:
        thing, verb = tidy(text[: found.start()]), found.group()
        if thing and verb.islower() and passive(verb) and before not in _BINDS:
            return _done_to(thing, text[found.start() :], recognise)
        before = found.group().casefold()
    return {}


def _done_to(thing: str, verb: str, recognise: Recognisers) -> dict[str, str]:
    planned = pattern("scheduled passive").match(verb)
    firm = planned is not None or pattern("modal").search(thing) is not None
    subject = _unasked(thing) if planned is None else thing
    if all_act(subject.strip(), recognise) or (planned is None and pattern("modal").match(verb)):
        return {}
    if planned is None:
        fields = _by_whom(thing, verb, recognise)
    else:
        rest = verb[planned.end() :].lstrip()
        came = pattern("comes out").match(rest)
        if came is None and first_verb(rest) == 0:
            return {}
        fields = read_point(f"{thing}, {rest[came.end() if came is not None else 0 :].lstrip()}", recognise)
    return fields if firm or fields.get("owners_text") else {}


def _unasked(thing: str) -> str:
    """A thing without the words at its end that ask for what is to be done: "SE untuk sekolah | mohon segera"."""
    ends = (m for m in pattern("modal").finditer(thing) if m.end() == len(thing.rstrip()))
    asks = next(ends, None)
    return thing[: asks.start()].rstrip() if asks is not None else thing


def _by_whom(thing: str, verb: str, recognise: Recognisers) -> dict[str, str]:
    """The fields of an Indonesian passive; who does it may stand right behind the verb ("diselesaikan BNPB")."""
    done, _, rest = verb.partition(" ")
    named = recognise.institutions(rest)
    if not named or named[0].start:
        return read_point(f"{thing} {verb}", recognise)
    fields = read_point(f"{thing} {done}, {rest[named[0].end :].lstrip(' ,')}", recognise)
    return {**fields, "owners_text": joined([named[0].text, fields.get("owners_text", "")])}


def _will_be(text: str, recognise: Recognisers) -> dict[str, str]:
    """An English passive that names who does it: "the design to be completed by DPWH BOD, by end of January"."""
    found = _ENGLISH_PASSIVE.search(text)
    if found is None or recognise.periods(found["who"]):
        return {}
    if not (agents(text, recognise) or _names(found["who"], recognise) or any(map(_short, found["who"].split()))):
        return {}
    done, rest = text[: found.start("by")], text[found.end("who") :].lstrip(" ,")
    fields = read_point(f"{done}, {rest}", recognise)
    return {**fields, "owners_text": found["who"]}


def _place(text: str, recognise: Recognisers, places: Collection[str]) -> dict[str, str]:
    """A government named by its place alone: "Kisumu county will hire 40 officers", "Jigawa State will pay …"."""
    found = _PLACE_ACTS.match(text)
    if found is None or not verb_follows(found["asks"], text[found.end() :]):
        return {}
    who, body = found["who"], text[found.end() :]
    words = who.split()
    place = len(words) > 1 and equals("level", words[-1])
    if not (place or who in places or recognise.only_regions(who)) or starts("happens by itself", body):
        return {}
    return {**read_point(body, recognise), "owners_text": who}


def _office_there(text: str, recognise: Recognisers) -> dict[str, str]:
    """A short name that nobody knows, with the place where it acts, and a verb: "Diskuk Jabar latih 80 manajer …"."""
    found = _CAPITAL.match(text)
    if found is None or not starts_doing(text[found.end() :]) or recognise.only_regions(found["who"]):
        return {}
    there = any(m.end == len(found["who"]) and m.start > 0 for m in recognise.find_regions(found["who"]))
    return {**read_point(text[found.end() :], recognise), "owners_text": found["who"]} if there else {}


def _asked_of(text: str, recognise: Recognisers) -> dict[str, str]:
    """Who is asked by a name that nobody knows: "mohon Balittra mendampingi …", "pls Kapi send …"."""
    if not starts("plea", text):
        return {}
    rest = after("plea", text)
    found = _CAPITAL.match(rest)
    if found is None or not starts_doing(rest[found.end() :]) or starts("meeting people", rest):
        return {}
    if holds("address", found["who"]) or (starts("person title", found["who"]) and not like_person(found["who"])):
        return {}
    fields = request_fields(f"{found['who']} {rest[found.end() :]}", recognise) or read_point(
        rest[found.end() :], recognise
    )
    return {**fields, "owners_text": found["who"]} if any(fields.get(n) for n in EVIDENCE) else {}


def _short(word: str) -> bool:
    return sum(c.isupper() for c in word) >= _ACRONYM
