"""What leads into a sentence before those who are to act: an occasion, a subject, a condition, who decided it."""

import re
from dataclasses import dataclass

from tasks.extraction.action_words import passive, starts_doing
from tasks.extraction.actors import ARTICLE
from tasks.extraction.phrases import after, alternatives, equals, pattern, phrases, starts

_ORDINAL = re.compile(rf"(?:{alternatives(phrases('ordinal'))})\s*[,:]\s+", re.IGNORECASE)
_WITHIN_WHAT = re.compile(
    r"^(?:(?:dalam|pada|at|during|in)\s+(?:rapat|sidang|forum|pertemuan|kesempatan|the\s+(?:meeting|session|discussion))"
    r"(?:\s+(?:ini|itu|tersebut))?,?\s+)",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"^(?:kepada|kpd|that|bahwa)\s+(?=\S)", re.IGNORECASE)
_NAME = re.compile(r"(?:the\s+|para\s+|seluruh\s+|setiap\s+)?[A-Z]")
_PASSIVE_VOICE = frozenset({"is", "are", "was", "were", "be", "been"})  # "BPS was requested to …" names the owner
_REPORTERS = 6  # words of those who report ("Seluruh peserta forum sepakat bahwa …")
_MEETING = 14  # the same, with the day and the occasion ("Rapat tanggal 12 Februari 2024 memutuskan bahwa …")
_THAT = ("bahwa", "agar", "that")


@dataclass(frozen=True, slots=True)
class Undirected:
    """A sentence without the words that report or announce it, and what stood before those."""

    text: str
    before: str = ""


def undirected(sentence: str) -> Undirected:
    """A sentence without "first", "likewise", "it was agreed that", "to the" before what is asked for."""
    text = _unconnected(_WITHIN_WHAT.sub("", _ORDINAL.sub("", sentence, count=1)))
    said = _unreported(_undecided(text))
    return Undirected(_TO_WHOM.sub("", said.text), said.before)


def led(text: str) -> bool:
    """Whether a sentence begins with words that lead up to the one who acts: "Soal dana, …", "Once …, …", "Untuk …"."""
    return starts("leads up", text) or starts("depends", text)


def _unconnected(text: str) -> str:
    """A sentence without "Demikian pula", "Selain itu", "Likewise", where a name or a comma follows them."""
    found = pattern("connective").match(text)
    if found is None:
        return text
    comma = text[found.end() :].lstrip().startswith(",")
    rest = after("connective", text).lstrip(", ")
    return rest if rest and (comma or _NAME.match(rest) is not None) else text


def _undecided(text: str) -> str:
    """A sentence without the words by which a meeting decided right before a name: "Forum sepakat | Kemensos …"."""
    found = pattern("decided").search(text)
    if found is None:
        return text
    who, rest = ARTICLE.sub("", text[: found.start()].strip(" ,")), text[found.end() :].lstrip()
    decided = equals("decider", who) if who else passive(found.group()) or not starts_doing(text)
    return rest if decided and _NAME.match(rest) is not None else text


def _unreported(text: str) -> Undirected:
    """A sentence without words that report a decision: "It was agreed that …", "Forum merekomendasikan agar …"."""
    said = pattern("reported").search(text)
    if said is None:
        return Undirected(text)
    opening, comma, reporter = text[: said.start()].rpartition(", ")
    if comma and not led(opening):
        opening, reporter = "", text[: said.start()]
    before = reporter.split()
    impersonal = [w.casefold() for w in before[:1]] == ["it"]
    passive_of = bool(before) and before[-1].casefold() in _PASSIVE_VOICE and not impersonal
    far = _MEETING if said.group().casefold().endswith(_THAT) else _REPORTERS
    rest = text[said.end() :].lstrip(" ,")
    return Undirected(text) if len(before) > far or passive_of or not rest else Undirected(rest, opening)
