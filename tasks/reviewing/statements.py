"""What a correction in words sets right: "Waktu: Mei 2017", "Maret menjadi Mei 2017", "Bali, bukan Banten".

A correction is understood as a whole or not at all: half of it applied would be worse than a person at work.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tasks.model.proposals import Part
from tasks.model.values import Sense
from tasks.normalising.money import parse_money
from tasks.normalising.periods import PeriodContext, parse_period
from tasks.reviewing.fields import field_words

TARGETS: Final = frozenset(
    {"action", "output", "obstacle", "progress", "solution", "time", "owners", "supporters", "regions", "budget",
     "funds"}
)  # fmt: skip
"""The fields that a correction can set."""

_SOME_YEAR: Final = PeriodContext(2000)  # only whether words are a time, not which
_SEVERAL: Final = re.compile(r"\s*[\n;]\s*")
_EDGES: Final = " \u00a0.,;-–•\"'“”‘’„"
_YEAR_TWICE: Final = re.compile(r"\b(\d{4})\s+\1\b")
_SHORTEST: Final = 3
"""Characters of words that are looked for in the fields of a row."""


def stated(words: str, held: Mapping[str, str]) -> tuple[Part, ...]:
    """The fields that a correction sets; none if any of it is not understood. held: the words of the row by field."""
    found = [_statement(text, held) for text in _SEVERAL.split(words.strip()) if text.strip(_EDGES)]
    parts = [part for part in found if part is not None]
    return tuple(parts) if len(parts) == len(found) == len({part.field for part in parts}) else ()


def reads_as(field: str, words: str) -> bool:
    """Whether words are a time, or a sum of money."""
    if field in ("time", "start", "end"):
        told = parse_period(words, _SOME_YEAR)
        return told is not None and told.sense != Sense.NONE
    return field == "budget" and parse_money(words) is not None


def _statement(text: str, held: Mapping[str, str]) -> Part | None:
    words = text.strip(_EDGES)
    label = re.match(rf"{_some('lead')}(?P<label>{_labels()})(?!\w)\s*(?P<rest>.*)", words, re.IGNORECASE)
    if label is None:
        return _exchanged(words, held) or _bare(words, held)
    return _labelled(label, held) or _exchanged(words, held)


def _labelled(match: re.Match[str], held: Mapping[str, str]) -> Part | None:
    """What follows the name of a field."""
    field, rest = field_words()[match["label"].casefold()], match["rest"]
    old = held.get(field, "")
    if added := re.fullmatch(rf"{_one('more')}\s*(.+)", rest, re.IGNORECASE):
        return _part(field, old, "\n".join(filter(None, [old, added[1].strip(_EDGES)])))
    if exchanged := _exchange(rest, old):
        return _part(field, old, exchanged)
    new = re.fullmatch(rf"(?:{_one('becomes')}\s*)+(?P<new>.+)", rest, re.IGNORECASE)
    if new:
        return _part(field, old, new["new"].strip(_EDGES))
    return _part(field, old, rest.strip(_EDGES)) if reads_as(field, rest) else None


def _exchanged(text: str, held: Mapping[str, str]) -> Part | None:
    """Words of the row in place of which others are to stand: the field is the one that holds them."""
    found = [
        (field, words, new)
        for field, words in held.items()
        if field in TARGETS and (new := _exchange(re.sub(f"^{_some('lead')}", "", text, flags=re.IGNORECASE), words))
    ]
    return _part(*found[0]) if len(found) == 1 else None


def _bare(text: str, held: Mapping[str, str]) -> Part | None:
    """A time or a sum, and nothing else."""
    words = re.sub(f"^{_some('lead')}", "", text, flags=re.IGNORECASE)
    field = next((name for name in ("time", "budget") if reads_as(name, words)), "")
    return _part(field, held.get(field, ""), words) if field else None


def _part(field: str, old: str, new: str) -> Part | None:
    return Part(field, old, new) if field in TARGETS and new and new != old else None


def _exchange(text: str, words: str) -> str:
    """The words of a field after an exchange that a text asks for; empty if it asks for none in them."""
    for old, new in _exchanges(text):
        place = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", words, re.IGNORECASE) if len(old) >= _SHORTEST else None
        if place and new:
            return _YEAR_TWICE.sub(r"\1", f"{words[: place.start()]}{new}{words[place.end() :]}")
    return ""


def _exchanges(text: str) -> Iterator[tuple[str, str]]:
    """Old and new words, in every way in which a text can be read."""
    contrast = re.fullmatch(rf"{_one('not')}\s+(.+?),?\s+{_one('but')}\s+(.+)", text, re.IGNORECASE)
    if contrast:
        yield contrast[1].strip(_EDGES), contrast[2].strip(_EDGES)
    other = re.fullmatch(rf"(?:{_one('becomes')}\s*)*(.+?),?\s+{_one('not')}\s+(.+)", text, re.IGNORECASE)
    if other:
        yield other[2].strip(_EDGES), other[1].strip(_EDGES)
    start = re.match(rf"{_one('from')}\s+", text, re.IGNORECASE)
    rest = text[start.end() :] if start else text
    for change in re.finditer(rf"{_one('becomes')}", rest, re.IGNORECASE):
        new = re.sub(rf"^(?:\s*{_one('becomes')})+", "", rest[change.end() :], flags=re.IGNORECASE)
        yield rest[: change.start()].strip(_EDGES), new.strip(_EDGES)


@cache
def _one(kind: str) -> str:
    """A pattern of one of the words of a kind, the longest first."""
    with (Path(__file__).parent / "correction_words.csv").open(encoding="utf-8", newline="") as rows:
        words = [row["word"] for row in csv.DictReader(rows) if row["kind"] == kind]
    told = (_bounded(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return f"(?:{'|'.join(told)})"


def _bounded(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalpha() else re.escape(word)


def _some(kind: str) -> str:
    """A pattern of any number of the words of a kind."""
    return rf"(?:{_one(kind)}\s*)*"


@cache
def _labels() -> str:
    words = sorted((word for word, field in field_words().items() if field in TARGETS), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, words))
