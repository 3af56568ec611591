"""What those who speak in a chat undertake for themselves: "kami latih 500 pendamping, Mei", "we'll send it by May"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extraction.action_words import starts_doing, starts_with_verb
from tasks.extraction.clauses import read_point
from tasks.extraction.phrases import after, alternatives, equals, holds, pattern, phrases, starts
from tasks.extraction.pieces import classify
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences, without_reason
from tasks.extraction.texts import fold, tidy
from tasks.extraction.utterances import opening
from tasks.model.values import joined

EVIDENCE = ("period_text", "end_text", "budget_text")
"""Fields of which one must be told, lest talk be taken for a commitment."""
_PRONOUN = alternatives(phrases("speaker"))
_OFFICE = alternatives(phrases("own office"))
_SPEAKER = re.compile(
    rf"(?<![\w-])(?:(?:{_OFFICE})\s+(?:kami|kita)|(?:our|my)\s+(?:\w+\s+)?(?:{_OFFICE})|{_PRONOUN})(?![\w-])",
    re.IGNORECASE,
)
_WILL = re.compile(r".*(?:['’]ll|going to)", re.IGNORECASE)
_ARE = re.compile(r".*['’](?:re|m)", re.IGNORECASE)
_BEING = re.compile(r"(?:are|am|is)\s+(?=\w+ing\b)", re.IGNORECASE)
_VERB = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_LAST_WORD = re.compile(r"([\w'’]+)\W*$")
_ENGLISH = re.compile(r"(?:(?:we|i)\b|our\b|my\b)", re.IGNORECASE)
_LONGEST = 10  # words of what is named before the speaker at most
_FEW = 4  # words behind the speaker among which the past would be told
_WHEN_OR_HOW = frozenset({"period", "money", "fund", "depends"})


@dataclass(frozen=True, slots=True)
class _Promise:
    """The words before the speaker in their clause, and from the verb on; `office`: whom they name as their own."""

    before: str
    body: str
    office: str = ""


def undertaken(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW for each sentence in which the speaker says what they will do, and when or for how much.

    Nobody is named as owner, unless the sentence does. What was done, asked or proposed, meetings and meals are none.
    """
    found: list[dict[str, str]] = []
    said = sentences(text)
    for n, sentence in enumerate(said):
        if sentence.endswith("?") or holds("rejected", sentence) or holds("wish", sentence):
            continue
        for promise in _promises(opening(sentence)[0], recognise):
            rest = "" if evident(_read(promise, recognise)) else " ".join(said[n + 1 : n + 2])
            fields = _read(promise, recognise, rest)
            if evident(fields):
                found.append({**fields, "owners_text": fields.get("owners_text") or promise.office, "asked": "clause"})
                break
    return found


def evident(fields: dict[str, str]) -> bool:
    """Whether an action has words, and a time or sum."""
    return bool(fields.get("action")) and any(fields.get(name) for name in EVIDENCE)


def speaks(sentence: str) -> bool:
    """Whether the speaker names themselves or their office in a sentence."""
    return _SPEAKER.search(sentence) is not None


def past(words: str) -> bool:
    """Whether words tell of what is over."""
    said = without_reason(words)
    return holds("history", said) or holds("past time", said) or holds("done", " ".join(said.split()[-1:]))


def _promises(sentence: str, recognise: Recognisers) -> Iterator[_Promise]:
    for found in _SPEAKER.finditer(sentence):
        before, rest = sentence[: found.start()], sentence[found.end() :]
        last = _LAST_WORD.search(before)
        clause = before.rstrip(" ,:")
        if last is not None and holds("binds speaker", last[1]) and clause == before.rstrip():
            continue
        if (
            len(before.split()) > _LONGEST
            or holds("history", " ".join(rest.split()[:_FEW]))
            or holds("past time", rest)
        ):
            continue
        office, rest = _own_name(rest, recognise)
        body = _verb_on(found.group(), rest)
        if body and not holds("past time", before):
            yield _Promise(tidy(before), body, office)


def _own_name(rest: str, recognise: Recognisers) -> tuple[str, str]:
    """The office that follows "kami dari", "we at", and what comes behind it."""
    bare = after("from office", rest) if starts("from office", rest) else ""
    named = recognise.institutions(bare)
    if not named or named[0].start > len("the "):
        return "", rest
    return named[0].text, bare[named[0].end :].lstrip(" ,")


def _verb_on(speaker: str, rest: str) -> str:
    """The words from the verb on, "" if what follows the speaker is no undertaking."""
    rest, firm = rest.lstrip(" ,"), _WILL.fullmatch(speaker) is not None
    english = _ENGLISH.match(speaker) is not None
    while not starts("no undertaking", rest) or (english and firm and starts("happens by itself", rest)):
        adverb = pattern("modal", "chat adverb").match(rest)
        if adverb is None or (starts("scheduled", rest) and not starts_doing(rest[adverb.end() :])):
            break
        firm = firm or adverb.group().casefold() not in phrases("adverb")
        rest = rest[adverb.end() :].lstrip(" ,")
    verb = _VERB.match(rest)
    if verb is None or not verb.group().islower():
        return ""
    if starts("no undertaking", rest) and not (english and firm and rest.startswith(("have ", "support "))):
        return ""
    being = _BEING.match(rest)
    if being is not None or _ARE.fullmatch(speaker) is not None:
        return rest[being.end() if being is not None else 0 :] if "ing" in rest.split()[0] or being else ""
    return rest if not english or firm or starts_with_verb(rest) else ""


def _read(promise: _Promise, recognise: Recognisers, more: str = "") -> dict[str, str]:
    """The fields of a promise; `more`: the sentence behind it, where that one tells when or for how much."""
    before, body = promise.before, joined_sentence(promise.body, more, recognise)
    if not before:
        return read_point(body, recognise)
    topic = before.rstrip(" :,")
    if before.endswith(":"):
        held = set(fold(topic).split()) <= set(fold(body).split())
        return read_point(body if held else f"{topic}: {body}", recognise)
    left, comma, near = before.rpartition(", ")
    if before.endswith(",") or classify(topic, recognise) in _WHEN_OR_HOW or starts("place before", topic):
        fields = read_point(body, recognise)
        kind = classify(topic, recognise)
        name = {"period": "period_text", "money": "budget_text", "fund": "fund_text", "depends": "depends_text"}
        field = name.get(kind, "place_text" if recognise.only_regions(after("place before", topic)) else "remarks")
        return {**fields, field: joined([fields.get(field, ""), topic])}
    if comma and starts_doing(left):
        return read_point(body, recognise)
    return read_point(_fronted(opening(near if comma else topic)[0], body), recognise)


def joined_sentence(body: str, more: str, recognise: Recognisers) -> str:
    """A body with the sentence behind it, if that one only says when or for how much ("… keluar. TW II 2019")."""
    if more and (recognise.is_period(more) or (recognise.money(more) and recognise.money(more)[0].start == 0)):
        return f"{body.rstrip('. ')}, {more}"
    return body


def _fronted(topic: str, body: str) -> str:
    """What is named first and done then in the order of a request: "modul kami kirim …" as "kirim modul …"."""
    planned = pattern("scheduled").match(body)
    if planned is not None and (starts_doing(topic) or not equals("carries out", planned.group())):
        rest = body[planned.end() :].lstrip()
        came = pattern("comes out").match(rest)
        return f"{topic} {rest[came.end() if came is not None else 0 :].lstrip()}"
    verb, _, rest = body.partition(" ")
    return f"{verb} {topic} {rest}"
