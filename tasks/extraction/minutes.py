"""Running text in which nobody set a title over what was agreed: the clauses that say who is to do what."""

import re
from collections.abc import Iterator, Mapping

from tasks.extraction.action_words import starts_doing
from tasks.extraction.actors import ARTICLE, like_actors, like_office
from tasks.extraction.asked_apart import asked_apart
from tasks.extraction.clauses import added, request_fields
from tasks.extraction.compound import each_done
from tasks.extraction.doers import agents, named_again
from tasks.extraction.lead_ins import led_decider
from tasks.extraction.phrases import after, equals, holds, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences, without_reason
from tasks.extraction.subjects import Asked, asked, starts_with_request
from tasks.extraction.texts import tidy

_SHALL = re.compile(r"\b(I|we|he|she|they)['’]ll\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_PARTS = re.compile(r";\s+")
_HEAD = 6  # words before a colon at most
_INTERJECTION = 3  # words before "mohon" at most ("oh iya tolong …")
_EVIDENCE = ("period_text", "budget_text")
_PLEASE = re.compile(r"\s(?:please|kindly|tolong|mohon)(?=\s)", re.IGNORECASE)


def requests(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW for each clause that names who is to do what, and says so: "X diminta …", "X will …".

    A sentence without such words counts if it says when or for how much ("X melatih relawan pada Agustus 2019"). What
    somebody only reported, asked or proposed, history, and what was refused are none. Sentences in between that
    state an obstacle or the like add to the request before them.
    """
    out: list[dict[str, str]] = []
    before = ""
    for said in _clauses(text, recognise):
        clause = before = named_again(said, before, recognise)
        fields = _request(clause, recognise) or _after_colon(clause, recognise)
        if fields:
            out += [{**fields, "asked": "clause", "action": action} for action in each_done(fields["action"])]
        elif out:
            out[-1] = added(out[-1], clause, recognise)
    return out


def decisions(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """The same for those sentences alone in which the meeting itself or its chair decides: "Rapat meminta X …".

    What somebody told to be lacking right before is the obstacle that the decision answers.
    """
    out: list[dict[str, str]] = []
    lack = ""
    for sentence in sentences(text):
        found = requests(sentence, recognise) if _decides(sentence) else []
        out += [{**fields, "obstacle": fields.get("obstacle") or lack} for fields in found]
        lack = _told_to_lack(sentence)
    return out


def _told_to_lack(sentence: str) -> str:
    """What somebody tells to be lacking or too much: "Wakil NTT menyampaikan | hijauan langka"; "" if nothing is."""
    told = pattern("telling", "telling that").search(sentence)
    said = sentence[told.end() :].strip(" .") if told is not None else ""
    return said if holds("lacking", said) else ""


def _decides(sentence: str) -> bool:
    found = pattern("decided", "reported").search(sentence)
    who = ARTICLE.sub("", sentence[: found.start()].strip(" ,")) if found is not None else ""
    return found is not None and (not who or equals("decider", who) or led_decider(who))


def _clauses(text: str, recognise: Recognisers) -> Iterator[str]:
    for sentence in sentences(_SHALL.sub(r"\1 will", text)):
        for part in _PARTS.split(sentence):
            yield from (tidy(words) for words in asked_apart(part, recognise))


def _after_colon(clause: str, recognise: Recognisers) -> dict[str, str]:
    """What is asked for behind a few words and a colon: who spoke, or what the meeting concluded."""
    head, colon, rest = clause.partition(": ")
    if not colon or len(head.split()) > _HEAD:
        return {}
    if not recognise.only_institutions(head):
        return _request(rest, recognise)
    return _request(rest, recognise) or _promised(rest, recognise, head) or _told_to(rest, recognise, head)


def _told_to(text: str, recognise: Recognisers, owner: str) -> dict[str, str]:
    """What stands behind a name and a colon, with a time or sum: "Dinkes: timbang 9.400 balita, April 2026"."""
    if not starts_doing(text) or _refused(text, plea=False):
        return {}
    fields = request_fields(text, recognise)
    told = any(fields.get(name) for name in _EVIDENCE) and not fields.get("owners_text")
    return {**fields, "owners_text": owner} if told else {}


def _promised(text: str, recognise: Recognisers, speaker: str) -> dict[str, str]:
    """What a speaker says will be done, without naming anybody: "Polri: sependapat, dan akan memasang kamera"."""
    for part in (text, *(text[c.end() :] for c in _COMMA.finditer(text))):
        words = after("connective", part)
        if pattern("modal").match(words) and starts_doing(words) and not _refused(words, plea=False):
            fields = request_fields(words, recognise)
            return {**fields, "owners_text": speaker} if fields and not fields.get("owners_text") else fields
    return {}


def _pleaded(clause: str, recognise: Recognisers) -> str:
    """What follows "mohon", "please" among the first words, "" if nobody pleads there."""
    found = pattern("plea").search(clause)
    before = clause[: found.start()] if found is not None else ""
    if found is None or len(before.split()) > _INTERJECTION or recognise.institutions(before):
        return ""
    polite = " will " if holds("could", found.group()) else " "
    return tidy(_PLEASE.sub(polite, after("plea", clause[found.start() :]), count=1))


def _request(clause: str, recognise: Recognisers) -> dict[str, str]:
    pleaded = _pleaded(clause, recognise)
    plea = bool(pleaded)
    text = pleaded or after("connective", clause)
    found = asked(text.rstrip("?"), recognise)
    if _refused(text, plea, found.body if found is not None else ""):
        return {}
    if found is None or not found.owner:
        return _assigned(text, plea, recognise)
    fields = request_fields(text.rstrip("?"), recognise) if _acts(found.owner, recognise) else {}
    if not fields.get("owners_text") or not _meant(text, found, fields, plea):
        return {}
    if equals("we", found.owner):
        fields = {name: words for name, words in fields.items() if name != "owners_text"}
    return fields


def _assigned(text: str, plea: bool, recognise: Recognisers) -> dict[str, str]:
    """What is asked for without a subject that does it: "Action: NEMA - publish …", "It shall be inspected by …"."""
    duty = pattern("modal").search(text)
    if not plea and (duty is None or holds("vague", text[: duty.end()]) or not agents(text, recognise)):
        return {}
    fields = request_fields(text.rstrip("?"), recognise)
    return fields if fields.get("owners_text") else {}


def _meant(text: str, found: Asked, fields: Mapping[str, str], plea: bool) -> bool:
    """Whether a clause about somebody's doing asks for it: it was decided or asked in words, or has a time or sum."""
    if starts("telling that", found.body):
        return False
    if plea or holds("decided", text):
        return True
    if any(fields.get(name) for name in _EVIDENCE):
        return bool(found.asks) or not starts("telling", found.body)
    return bool(found.asks) and not _vague(text, found.body)


def _vague(text: str, body: str) -> bool:
    """Whether a clause without time or money speaks of a duty, a possibility, or what is done in any case."""
    return holds("vague", text.partition(body)[0]) or starts("vague", body)


def _acts(owner: str, recognise: Recognisers) -> bool:
    """Whether words before a verb name who is to act, rather than what somebody said or did, or those who meet."""
    if ": " in owner or pattern("perfect", "saying").search(owner) is not None or starts("meeting people", owner):
        return False
    bare = ARTICLE.sub("", owner)
    if like_actors(owner) or like_office(bare) or recognise.only_regions(bare):
        return True
    named = bool(recognise.institutions(owner)) or recognise.short_name(bare) or holds("office", bare)
    return named or starts("people", bare) or equals("we", bare) or any(_acronym(w) for w in bare.split())


def _acronym(word: str) -> bool:
    """Whether a word is written like an abbreviation: "BPS", "CoG"."""
    return sum(c.isupper() for c in word) > 1


def _refused(text: str, plea: bool, body: str = "") -> bool:
    """Whether a clause asks a question, tells of the past, or of what was only proposed, wished for or refused.

    body: what it asks for, where a proposal may be named ("menyusun usulan anggaran").
    """
    if holds("rejected", text) or holds("wish", text) or (text.endswith("?") and not plea):
        return True
    if holds("history", without_reason(text)) and not starts_with_request(text):
        return True
    before = text.partition(body)[0] if body else text
    return not plea and not holds("decided", text) and holds("proposed", before)
