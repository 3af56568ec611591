"""Where a text says that one thing waits for another: the words of the thing beside a signal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from tasks.linking.lags import lag
from tasks.linking.signals import Signal, denied, signals
from tasks.merging.lists import rows

FOLDER = Path(__file__).parent
Strength = Literal["hard", "medium", "weak"]

_SENTENCES = re.compile(r"[;\n]|(?<=[^\W\d_]{4})\.\s+(?=[A-Z])")
_TRIM = " \t.,:;-–—"


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named as waited for ("after") or as waiting ("before").

    strength: how surely the signal means a dependency; phrase: the words of the thing; evidence: signal and words;
    lag: the least time between the two, see `lags.lag`.
    """

    direction: Literal["after", "before"]
    strength: Strength
    phrase: str
    evidence: str
    lag: str = ""


def mentions(text: str, prerequisite: bool = False) -> list[Mention]:
    """The mentions in a text. `prerequisite`: the text as a whole names what is waited for, signal or not."""
    found: list[Mention] = []
    for sentence in sentences(text):
        here = list(_in_sentence(sentence, states=prerequisite))
        if prerequisite and not any(m.strength != "weak" for m in here) and not denied(sentence):
            phrase = sentence.strip(_TRIM)
            here = [Mention("after", "hard", phrase, phrase)] if phrase else []
        found += here
    return list(dict.fromkeys(found))


def sentences(text: str) -> list[str]:
    """The sentences and clauses of a text, each of which may name things of its own."""
    return _SENTENCES.split(text) if text else []


def parted(mention: Mention, said: str) -> Mention | None:
    """What a mention names besides a reference by number ("1.2 and procurement of seed"), None if nothing."""
    _, found, rest = mention.phrase.partition(said)
    joint = _joint().match(rest) if found else None
    return replace(mention, phrase=rest[joint.end() :].strip(_TRIM)) if joint else None


def joined(mention: Mention) -> list[Mention]:
    """The things that a mention names one by one ("rain gauges and sensors"), empty if it is one."""
    named = [part.strip(_TRIM) for part in _joint().split(mention.phrase)]
    return [replace(mention, phrase=part) for part in named] if len(named) > 1 else []


def _in_sentence(sentence: str, states: bool) -> Iterator[Mention]:
    """The mentions in a sentence. `states`: that something is not there yet says that it is waited for."""
    found = [signal for signal in signals(sentence) if states or signal.position != "state"]
    strong = [s for s in found if s.strength != "weak"]
    covered: list[tuple[int, int]] = []
    for n, signal in enumerate(strong):
        start, end = _span(sentence, strong, n)
        covered.append((min(start, signal.start), max(end, signal.end)))
        if signal.direction in ("after", "before"):
            yield from _mention(sentence, signal, start, end)
    for signal in found:
        if signal.strength == "weak" and not any(a <= signal.start < b for a, b in covered):
            start, end = _weak_span(sentence, signal, strong)
            yield from _mention(sentence, signal, start, end)


def _mention(sentence: str, signal: Signal, start: int, end: int) -> Iterator[Mention]:
    phrase = sentence[start:end].strip(_TRIM)
    evidence = sentence[min(start, signal.start) : max(end, signal.end)].strip(_TRIM)
    if not phrase:
        return
    direction: Literal["after", "before"] = "before" if signal.direction == "before" else "after"
    time = lag(sentence[: signal.start], phrase, direction)
    yield Mention(direction, _strength(signal), phrase, evidence, time)


def _strength(signal: Signal) -> Strength:
    if signal.strength == "hard":
        return "hard"
    return "medium" if signal.strength == "medium" else "weak"


def _span(sentence: str, strong: list[Signal], n: int) -> tuple[int, int]:
    """Where the words of a signal's thing stand: up to the next signal or comma, or what precedes the signal."""
    signal = strong[n]
    if signal.position in ("after phrase", "state"):
        floor = strong[n - 1].end if n else 0
        begins = [floor, *(m.end() for m in _commas(sentence[: signal.start]))]
        return max((b for b in begins if sentence[b : signal.start].strip(_TRIM)), default=floor), signal.start
    ceiling = strong[n + 1].start if n + 1 < len(strong) else len(sentence)
    return signal.end, _first_comma(sentence, signal.end, ceiling)


def _weak_span(sentence: str, signal: Signal, strong: list[Signal]) -> tuple[int, int]:
    ceiling = min((s.start for s in strong if s.start >= signal.end), default=len(sentence))
    end = _first_comma(sentence, signal.end, ceiling)
    if signal.position != "within phrase":
        return signal.end, end
    before = [m.end() for m in _joints().finditer(sentence[: signal.start])]
    return max(before, default=0), end


def _first_comma(sentence: str, start: int, ceiling: int) -> int:
    return min((start + m.start() for m in _commas(sentence[start:ceiling])), default=ceiling)


def _commas(text: str) -> Iterator[re.Match[str]]:
    """Commas and dashes outside brackets."""
    return (m for m in _comma().finditer(text) if text.count("(", 0, m.start()) <= text.count(")", 0, m.start()))


@cache
def closing() -> str:
    """Pattern of what may follow the number of an item: nothing, a mark, "and", that it is done; no thing counted."""
    done = [
        re.escape(row["word"]) for row in rows("phrase_words", FOLDER) if row["kind"] in ("completion", "done", "joint")
    ]
    return rf"\s*(?:$|[,;.()&–-]|(?:{'|'.join(done)})\b)"


@cache
def _comma() -> re.Pattern[str]:
    """Commas, but not those within numbers or lists of them ("no. 1, no. 2"); dashes; the last full stop."""
    number = "|".join(re.escape(row["word"]) for row in rows("reference_words", FOLDER) if row["kind"] == "number")
    listed = rf"\s*(?:{number})\.?\s*\d|(?<=\d,)\s*\d{{1,3}}{closing()}"
    return re.compile(rf",(?!\d|{listed})|\s[-–—]\s|\.\s*$", re.I)


@cache
def _joints() -> re.Pattern[str]:
    """Words before which a noun phrase that reaches to the left begins anew."""
    return re.compile(
        r"\b(?:bagi|untuk|kepada|dengan|bantuan|oleh|pada|memakai|menggunakan|dan|for|with|by|of)\s", re.I
    )


@cache
def _joint() -> re.Pattern[str]:
    """A word that joins two things that are waited for, with a word to follow."""
    words = [re.escape(row["word"]) for row in rows("phrase_words", FOLDER) if row["kind"] == "joint"]
    return re.compile(rf"[)\]]?,?\s*(?:{'|'.join(words)})\s+(?=[^\W\d_]{{2}})", re.I)
