"""Who is to do what: the subject of a sentence that asks for something, told apart from what it asks for."""

import re
from dataclasses import dataclass, replace

from tasks.extraction.action_words import first_verb, is_doing, passive, starts_doing
from tasks.extraction.phrases import equals, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w&.-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w&.-]*)*)(?=\s+[a-z])")
_COMMA = re.compile(r",\s+")
_PASSIVE_WITHIN = 7  # words of a sentence among which its passive verb stands
_BINDING_PASSIVE = frozenset(
    {"yang", "yg", "telah", "sudah", "pernah", "tidak", "belum", "untuk", "masih", "sedang", "bahwa"}
)
_PASSIVE_VOICE = frozenset({"is", "are", "was", "were", "be", "been"})  # "BPS was requested to …" names the owner
_REPORTERS = 6  # words of those who report ("Seluruh peserta forum sepakat bahwa …")
_LONGEST = 14  # words of a subject


@dataclass(frozen=True, slots=True)
class Asked:
    """Owner words, words that ask ("agar", "will"), what is to be done, what stands before the owner; "" if none."""

    owner: str
    asks: str
    body: str
    before: str = ""


def asked(sentence: str, recognise: Recognisers) -> Asked | None:
    """A sentence taken apart; None if it does not say that something is to be done."""
    text = _unreported(tidy(sentence))
    if starts_doing(text) or _passive_asked(text):
        return _without_owner(text)
    for start in _starts(text, recognise):
        found = _with_owner(text[start:], recognise)
        if found is not None:
            return replace(found, before=text[:start].strip(" ,"))
    return _passive(text)


def _passive_asked(text: str) -> bool:
    """Whether a sentence begins with words that ask and a passive verb: "Perlu segera disusun …"."""
    modal = pattern("modal").match(text)
    word = _WORD.match(text, modal.end() + 1) if modal is not None else None
    return word is not None and passive(word.group())


def _unreported(text: str) -> str:
    """A sentence without words that report a decision: "It was agreed that …", "Forum merekomendasikan agar …"."""
    said = pattern("reported").search(text)
    before = text[: said.start()].split() if said is not None else []
    impersonal = [w.casefold() for w in before[:1]] == ["it"]
    passive_of = bool(before) and before[-1].casefold() in _PASSIVE_VOICE and not impersonal
    if said is None or len(before) > _REPORTERS or passive_of:
        return text
    rest = text[said.end() :].lstrip()
    return rest if rest else text


def _starts(text: str, recognise: Recognisers) -> list[int]:
    """Where the subject may begin: at the start, or behind words such as "Bagi peserta didik tunanetra, …".

    Those behind a comma come first where nobody is named before it.
    """
    commas = [c.end() for c in list(_COMMA.finditer(text))[:2]]
    named = recognise.institutions(text)
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
    """Whatever comes first of "X agar menyusun …", "X menyusun …", "X will prepare …", "X prepares …"."""
    verb = first_verb(text)
    for modal in pattern("modal").finditer(text):
        if 0 < verb < modal.start() and _owner_like(text[:verb], recognise):
            break
        if _owner_like(text[: modal.start()], recognise) and _is_asked(text[modal.end() :]):
            rest = _without_owner(_behind_adverb(text[modal.end() :]))
            return Asked(tidy(text[: modal.start()]), tidy(f"{modal.group()} {rest.asks}"), rest.body)
    if verb > 0 and _owner_like(text[:verb], recognise):
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


def _behind_adverb(rest: str) -> str:
    """What follows "pula", "then", "also" behind words that ask."""
    found = pattern("adverb").match(rest.lstrip())
    return rest.lstrip()[found.end() :].lstrip() if found is not None else rest.lstrip()


def _is_asked(rest: str) -> bool:
    rest = _behind_adverb(rest)
    first = _WORD.search(rest)
    return first is not None and (starts_doing(rest) or first.group()[:2].casefold() in {"me", "di", "be"})


def _third_person(text: str, recognise: Recognisers) -> Asked | None:
    """An institution, then an English verb with -s: "BPS prepares the list"."""
    named = recognise.institutions(text)
    if named and named[0].start > len("the "):
        return None
    end = _office(text, recognise) if not named else named[0].end
    if len(named) > 1 and _chained(text, named[0].end, named[1].start):
        end = named[-1].end
    verb = _WORD.match(text, end + 1)
    if not end or verb is None or not verb.group().islower() or not is_doing(_base(verb.group())):
        return None
    return Asked(tidy(text[:end]), "", text[verb.start() :])


def _office(text: str, recognise: Recognisers) -> int:
    """Where a name at the start ends that is written like that of an office ("the Weather Bureau"), 0 if none is."""
    found = _CAPITALS.match(text)
    return found.end() if found is not None and recognise.only_institutions(found[1]) else 0


def _base(verb: str) -> str:
    return next(
        (
            v
            for v in (verb, verb.removesuffix("s"), verb.removesuffix("es"), verb.removesuffix("ies") + "y")
            if is_doing(v)
        ),
        verb,
    )


def _chained(text: str, end: int, start: int) -> bool:
    return tidy(text[end:start]).casefold() in {"and", ",", "&", "with", "dan", "together with"}


def _owner_like(text: str, recognise: Recognisers) -> bool:
    """Whether words before a verb can be those who do it."""
    words = text.split()
    if (
        not words
        or len(words) > _LONGEST
        or starts_doing(text)
        or "." in text.rstrip(". ").replace("Prov.", "").replace("Kab.", "")
    ):
        return bool(words) and len(words) <= _LONGEST and _all_named(text, recognise)
    return bool(recognise.institutions(text)) or starts("people", text) or equals("we", text) or _acronym(words)


def _all_named(text: str, recognise: Recognisers) -> bool:
    named = recognise.institutions(text)
    return bool(named) and named[0].start <= 1


def _acronym(words: list[str]) -> bool:
    """A name in capitals that no directory knows: "BPBD", "Tim 9"."""
    first = words[0]
    return (len(first) > 1 and first.isupper()) or (
        len(words) <= 5
        and words[0][0].isupper()
        and all(w[0].isupper() or w in {"dan", "and", "of", "the", "&"} for w in words)
    )


def starts_with_request(text: str) -> bool:
    """Whether a sentence asks for something within its first words, before anything it may say of the past."""
    if starts_doing(text):
        return True
    verb, modal = first_verb(text), pattern("modal").search(text)
    places = [p for p in (verb, modal.start() if modal else -1) if p >= 0]
    past = pattern("history").search(text)
    return bool(places) and (past is None or min(places) < past.start())
