"""Who is to do what: the subject of a sentence that asks for something, told apart from what it asks for."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tasks.extraction.action_words import (
    english_passive,
    first_verb,
    is_doing,
    is_verb,
    passive,
    starts_doing,
    verb_follows,
)
from tasks.extraction.actors import parts_of
from tasks.extraction.doers import LONGEST, all_act, owner_like
from tasks.extraction.lead_ins import led, undirected
from tasks.extraction.phrases import holds, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUBJUNCTIVE = re.compile(
    r"(?P<thing>(?:[\w'’-]+\s+){1,8}be\s+\w+(?:ed|en|t))\s+by\s+"
    r"(?P<who>(?:the\s+)?[A-Z][\w&-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w&-]*)*)(?P<rest>.*)",
    re.DOTALL,
)
_COMMA = re.compile(r",\s+")
_COMMAS = 4  # commas behind which the one who is to act may be named
_PASSIVE_WITHIN = 7  # words of a sentence among which its passive verb stands
_BINDING_PASSIVE = frozenset(
    {"yang", "yg", "telah", "sudah", "pernah", "tidak", "belum", "untuk", "masih", "sedang", "bahwa"}
)
_ADVERB = re.compile(r"\s+(?:\w{3,}ly|also|then|each|both|together)$")
_SHORT_NAME = re.compile(r"(?:the\s+)?[A-Z]\w*[A-Z]\w*")
_OBJECT = re.compile(r"\s+(?:\d|(?:the|a|an|all|its|their|new|every|each)\b)")
_VERB_WITHIN = 9  # words of a sentence among which its English verb stands


@dataclass(frozen=True, slots=True)
class Asked:
    """Owner words, words that ask ("agar", "will"), what is to be done, what stands before the owner; "" if none."""

    owner: str
    asks: str
    body: str
    before: str = ""


@lru_cache(maxsize=4096)
def asked(sentence: str, recognise: Recognisers) -> Asked | None:
    """A sentence taken apart; None if it does not say that something is to be done."""
    said = undirected(tidy(sentence))
    found = _asked(said.text, recognise)
    if found is None or not said.before:
        return found
    return replace(found, before=", ".join(words for words in (said.before, found.before) if words))


def _asked(text: str, recognise: Recognisers) -> Asked | None:
    doing = starts_doing(text) and not _named_after_a_doing(text, recognise)
    if not (doing and led(text)) and (doing or _passive_asked(text)):
        return _without_owner(text)
    for start in _starts(text, recognise):
        found = _with_owner(text[start:], recognise)
        if found is not None and (start or not doing):
            return _behind(replace(found, before=text[:start].strip(" ,")), recognise)
    return _without_owner(text) if doing else _passive(text)


def _behind(found: Asked, recognise: Recognisers) -> Asked:
    """What is asked for, without words before the owner that say that a meeting decided ("forum sepakat X")."""
    for said in pattern("decided").finditer(found.owner):
        before, rest = found.owner[: said.start()].strip(), found.owner[said.end() :].strip()
        if (not before or holds("meeting", before)) and rest and owner_like(rest, recognise):
            return replace(found, owner=rest)
        if before and not rest and owner_like(before, recognise):
            return replace(found, owner=before)
    return found


def _named_after_a_doing(text: str, recognise: Recognisers) -> bool:
    """Whether a sentence begins with an office that is called after what it does: "Extension Department to …"."""
    asks = pattern("modal").search(text)
    subject = text[: asks.start()].rstrip() if asks is not None else ""
    return bool(subject) and not is_verb(subject.split()[0]) and all_act(subject, recognise)


def _passive_asked(text: str) -> bool:
    """Whether a sentence begins with words that ask and a passive verb: "Perlu segera disusun …"."""
    modal = pattern("modal").match(text)
    word = _WORD.match(text, modal.end() + 1) if modal is not None else None
    return word is not None and passive(word.group())


def _starts(text: str, recognise: Recognisers) -> list[int]:
    """Where the subject may begin: at the start, or behind words such as "Bagi peserta didik tunanetra, …".

    Those behind a comma come first where nobody is named before it, and where the sentence begins with words that
    lead up to somebody ("Setelah X menetapkan pedoman, Y menyusun …", "On seed, the Council and the Ministry …").
    """
    commas = [c.end() for c in list(_COMMA.finditer(text))[:_COMMAS]]
    named = recognise.institutions(text)
    if led(text):
        return list(dict.fromkeys([*commas, *(i.start for i in named[:1]), 0]))
    commas = commas[:2]
    behind = [c for c in commas if named and named[0].start == c]
    if starts("together", text):
        behind = [c for c in commas if any(i.start == c for i in named)]
    return list(dict.fromkeys([*behind, 0, *commas]))


def _without_owner(text: str) -> Asked:
    modal = pattern("modal").match(text)
    if modal is None:
        return Asked("", "", text)
    more = _without_owner(text[modal.end() :].lstrip())
    return Asked("", tidy(f"{modal.group()} {more.asks}"), more.body)


def _with_owner(text: str, recognise: Recognisers) -> Asked | None:
    """Whatever comes first of "X agar menyusun …", "X menyusun …", "X will prepare …", "X prepares …".

    "The manual be revised by X to …" names X behind what is to be done.
    """
    done = _SUBJUNCTIVE.match(text)
    if done is not None:
        return Asked(done["who"], "", f"{done['thing']}{done['rest']}")
    if _thing_asked_for(text, recognise):
        return Asked("", "", text)
    verb = first_verb(text)
    for modal in pattern("modal").finditer(text):
        if 0 < verb < modal.start() and owner_like(text[:verb], recognise):
            break
        if english_passive(text[modal.end() :]) and len(text[: modal.start()].split()) <= LONGEST:
            return Asked("", "", text)
        if owner_like(text[: modal.start()], recognise) and _is_asked(modal.group(), text[modal.end() :]):
            rest = _without_owner(_behind_adverb(text[modal.end() :]))
            return Asked(tidy(text[: modal.start()]), tidy(f"{modal.group()} {rest.asks}"), rest.body)
    if verb > 0 and owner_like(text[:verb], recognise):
        return Asked(tidy(text[:verb]), "", text[verb:])
    return _third_person(text, recognise)


def _passive(text: str) -> Asked | None:
    """A thing, then what is to be done to it: "Juknis BOS diubah supaya …"."""
    before = ""
    for found in list(_WORD.finditer(text))[1:_PASSIVE_WITHIN]:
        if passive(found.group()) and before not in _BINDING_PASSIVE and found.group().islower():
            return Asked("", "", text)
        before = found.group().casefold()
    return None


def _thing_asked_for(text: str, recognise: Recognisers) -> bool:
    """Whether something is asked to be done to a thing: "Surat edaran untuk sekolah mohon diterbitkan …"."""
    for modal in pattern("modal").finditer(text):
        verb = _WORD.match(_behind_adverb(text[modal.end() :]))
        subject = text[: modal.start()].rstrip(" ,")
        if verb is not None and passive(verb.group()) and len(subject.split()) <= LONGEST:
            own = holds("subordinate", modal.group()) or first_verb(subject) >= 0 or all_act(subject, recognise)
            return bool(subject) and not own
    return False


def _behind_adverb(rest: str) -> str:
    """What follows "pula", "then", "also" behind words that ask."""
    found = pattern("adverb").match(rest.lstrip())
    return rest.lstrip()[found.end() :].lstrip() if found is not None else rest.lstrip()


def _is_asked(asks: str, rest: str) -> bool:
    rest = _behind_adverb(rest)
    first = _WORD.search(rest)
    doing = first is not None and (starts_doing(rest) or first.group()[:2].casefold() in {"me", "di"})
    return doing or verb_follows(asks, rest)


def _third_person(text: str, recognise: Recognisers) -> Asked | None:
    """Who acts, then an English verb: "BPS prepares the list", "District officers report losses"."""
    for verb in list(_WORD.finditer(text))[1:_VERB_WITHIN]:
        if not verb.group().islower() or not is_doing(_base(verb.group())):
            continue
        subject = _ADVERB.sub("", text[: verb.start()].rstrip())
        if subject and (all_act(subject, recognise) or _short_names_do(subject, text[verb.end() :])):
            return Asked(tidy(subject), "", text[verb.start() :])
    return None


def _short_names_do(subject: str, rest: str) -> bool:
    """Whether short names that nobody knows do something to what is counted or pointed at: "KVI supplies 9 doses"."""
    return _OBJECT.match(rest) is not None and all(_SHORT_NAME.fullmatch(p) for p in parts_of(subject))


def _base(verb: str) -> str:
    return next(
        (
            v
            for v in (verb, verb.removesuffix("s"), verb.removesuffix("es"), verb.removesuffix("ies") + "y")
            if is_doing(v)
        ),
        verb,
    )


def starts_with_request(text: str) -> bool:
    """Whether a sentence asks for something within its first words, before anything it may say of the past."""
    if starts_doing(text):
        return True
    verb, modal = first_verb(text), pattern("modal").search(text)
    places = [p for p in (verb, modal.start() if modal else -1) if p >= 0]
    past = pattern("history").search(text)
    return bool(places) and (past is None or min(places) < past.start())
