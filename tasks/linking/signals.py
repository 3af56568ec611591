"""The words in a sentence that say that one thing waits for another.

They and their directions lie in signals.csv (after the table of dependency language of the domain notes).
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tasks.linking.senses import enables, is_adjective, waits_until
from tasks.merging.lists import rows

_WORD = re.compile(r"\w+")
_ANY = r"\w+(?:\s+\w+){0,2}?"
"""What a star in signals.csv stands for: one to three words ("cannot * without it")."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal in a sentence. position: where the words of its thing stand, as in signals.csv."""

    direction: str
    strength: str
    position: str
    start: int
    end: int


def signals(sentence: str) -> list[Signal]:
    """The signals in a sentence, of those that begin with one word the longest; none begins within another."""
    table, beginning = _table(), _beginning()
    found: list[Signal] = []
    end = 0
    for word in _WORD.finditer(sentence):
        first = word.group().casefold()
        if first in beginning and word.start() >= end and (match := _pattern(first).match(sentence, word.start())):
            end = match.end()
            told = table[beginning[first][int((match.lastgroup or "s0")[1:])]]
            signal = _here(Signal(*told, match.start(), end), sentence)
            found += [signal] if signal.position != "clause" or enables(sentence[end:]) else []
    return found


def _here(signal: Signal, sentence: str) -> Signal:
    """A signal as it is meant between the words around it."""
    before, after = sentence[: signal.start], sentence[signal.end :]
    if signal.position == "preposition" and is_adjective(before, after):
        return replace(signal, direction="none", strength="negation")
    if signal.direction == "before" and waits_until(before):
        return replace(signal, direction="after")
    return signal


def denied(sentence: str) -> bool:
    """Whether a sentence says that nothing is waited for."""
    return any(s.direction == "none" for s in signals(sentence))


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    told = rows("signals", Path(__file__).parent)
    return {row["word"]: (row["direction"], row["strength"], row["position"]) for row in told}


@cache
def _beginning() -> dict[str, list[str]]:
    """The signals by their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for signal in sorted(_table(), key=lambda signal: (-len(signal), signal)):
        found[_WORD.findall(signal)[0]].append(signal)
    return found


@cache
def _pattern(first: str) -> re.Pattern[str]:
    """What the signals look like that begin with a word: tried only where it stands, they cost little."""
    signals = (re.escape(signal).replace(r"\ ", r"\s+").replace(r"\*", _ANY) for signal in _beginning()[first])
    named = (f"(?P<s{n}>{signal})" for n, signal in enumerate(signals))
    return re.compile(rf"(?:{'|'.join(named)})(?!\w)", re.I)
