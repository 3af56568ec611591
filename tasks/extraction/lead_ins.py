"""What leads into a sentence before those who are to act: an occasion, a subject, a condition, who decided it."""

import re
from dataclasses import dataclass

from tasks.extraction.action_words import passive, starts_doing
from tasks.extraction.actors import ARTICLE
from tasks.extraction.phrases import after, alternatives, equals, holds, pattern, phrases, starts

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
    said = _decided_on(text) or _unreported(_undecided(text))
    return Undirected(_TO_WHOM.sub("", said.text), said.before)


def led(text: str) -> bool:
    """Whether a sentence begins with words that lead up to the one who acts: "Soal dana, …", "Once …, …", "Untuk …"."""
    return starts("leads up", text) or starts("depends", text)


def led_decider(who: str) -> bool:
    """Whether words end with those who decide, behind what only leads up to them: "Atas hal itu | rapat"."""
    words = who.split()
    ends = [n for n in range(1, len(words)) if equals("decider", " ".join(words[n:]))]
    before = " ".join(words[: ends[0]]) if ends else ""
    told = any(holds(kind, before) for kind in ("telling", "telling that", "past time", "history"))
    return bool(ends) and (before.endswith(",") or led(before)) and not told


def _decided_on(text: str) -> Undirected | None:
    """A sentence that tells first what led a meeting to decide: "Menanggapi usul itu, sidang memutuskan | BPS …"."""
    found = pattern("decided").search(text)
    opening, comma, who = text[: found.start()].rpartition(", ") if found is not None else ("", "", "")
    rest = text[found.end() :].lstrip() if found is not None else ""
    meant = comma and not led(text) and led_decider(f"{opening}, {who.strip()}") and _NAME.match(rest) is not None
    return Undirected(rest, opening) if meant else None


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
