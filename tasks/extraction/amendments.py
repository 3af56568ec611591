"""Messages that add to what was said before in a chat, or put it right: "dananya 420 jt", "ralat: … jadi 15 Mei"."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from tasks.extraction.action_words import starts_doing
from tasks.extraction.clauses import read_point
from tasks.extraction.phrases import after, holds, pattern, starts
from tasks.extraction.pieces import pieces
from tasks.extraction.recognise import Recognisers
from tasks.extraction.stated import filled
from tasks.extraction.texts import fold
from tasks.extraction.utterances import opening

Fields = dict[str, str]

_ALIKE = 70
"""How much alike (0 to 100) an earlier action and the words that put it right must be."""
_TOLD = ("period_text", "end_text", "budget_text", "fund_text")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW = 2  # words beside a time or sum in a message that only adds it
_BECOMES = re.compile(r"\s*\b(?:jadi|menjadi|becomes|become|now|is|should be|to|moved to|to be)\s*$", re.I)
_LED = pattern("leads sum", "when", "tells when", "funded")


def addition(text: str, recognise: Recognisers) -> Fields:
    """What a message says if it only tells when or for how much: "dananya 420 jt dari APBD", "budget is USD 5,000"."""
    words = opening(text)[0]
    if text.endswith("?") or pattern("speaker").search(words) or starts("corrects", words):
        return {}
    fields = filled({}, pieces(words.rstrip("."), recognise, action_first=False), recognise)
    told = {name: fields[name] for name in _TOLD if fields.get(name)}
    rest = " ".join(text for name, text in fields.items() if name not in _TOLD)
    beside = _LONG_WORD.findall(_LED.sub(" ", rest)) + _beside(told, recognise)
    return told if told and len(beside) < _FEW else {}


def accepted(text: str, recognise: Recognisers) -> Fields:
    """When somebody will do what they were asked, if a message says no more: "on it, will send by Friday 8 May"."""
    words = after("modal", opening(text)[0])
    verb, _, rest = words.partition(" ")
    if not starts_doing(verb) or not recognise.is_period(rest) or not recognise.periods(rest):
        return {}
    return {"period_text": rest} if recognise.periods(rest)[0].start == 0 else {}


def _beside(told: Fields, recognise: Recognisers) -> list[str]:
    """Words that stand beside a sum or time in the pieces that tell them, and lead neither in."""
    text = _LED.sub(" ", " ".join(told.values()))
    for found in sorted([*recognise.periods(text), *recognise.money(text)], key=lambda m: -m.start):
        text = f"{text[: found.start]} {text[found.end :]}"
    return [] if recognise.only_fund(text) else _LONG_WORD.findall(text)


def added(fields: Mapping[str, str], more: Mapping[str, str]) -> Fields:
    """Fields with what they do not yet say."""
    return {**fields, **{name: words for name, words in more.items() if not fields.get(name)}}


def correction(text: str) -> str:
    """What follows a word that puts something right, "" if the message does not begin with one."""
    words = opening(text)[0]
    return after("corrects", words).lstrip(" ,;") if starts("corrects", words) else ""


def corrected(words: str, earlier: Sequence[Fields], recognise: Recognisers) -> tuple[int, Fields] | None:
    """Which of the actions before is put right, counted from the first, and its fields then; None if none is like it.

    Where the words name nothing, it is the last of `earlier` that tells what they tell.
    """
    new = _new(words)
    begins = [*recognise.periods(new)[:1], *recognise.money(new)[:1]]
    alone = any(found.start == 0 for found in begins)
    fields = (addition(new, recognise) if alone else {}) or read_point(new, recognise)
    told = {name: fields[name] for name in _TOLD if fields.get(name)}
    if not told:
        return None
    about = fold(_BECOMES.sub("", fields.get("action", "")))
    if not about:
        return (len(earlier) - 1, {**earlier[-1], **told}) if earlier else None
    rivals = [
        (fuzz.token_set_ratio(about, fold(old["action"])), n)
        for n, old in enumerate(earlier)
        if any(old.get(name) for name in told)
    ]
    best = max(rivals, default=(0.0, -1))
    if best[0] < _ALIKE:
        return None
    old = earlier[best[1]]
    return best[1], {**{k: v for k, v in old.items() if k not in told}, **told}


def _new(words: str) -> str:
    """Words that put something right without what they put aside: "15 Mei, bukan 3 Mei"."""
    found = pattern("instead").search(words)
    return (
        words[: found.start()].rstrip(" ,(")
        if found is not None and found.start() and holds("instead", words)
        else words
    )
