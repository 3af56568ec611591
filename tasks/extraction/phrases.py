"""Turns of phrase that tell what a text is: a total, a remark, history, the title of a section, part of a sentence."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tasks.extraction.texts import fold

_NOTHING = re.compile(r"(?!)")
_FOLDER = Path(__file__).parent
_LEAD = re.compile(r"[\s()*\[\"'“”‘’:•–-]*")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a list beside this module, `<name>.csv`."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def phrases(kind: str) -> Mapping[str, str]:
    """Phrases of a kind, with their values: level words have one, the others none."""
    return {row["phrase"].casefold(): row["value"] for row in rows("phrases") if row["kind"] == kind}


def alternatives(words: Iterable[str]) -> str:
    """The words as one pattern, longest first, spaces of any width."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


@cache
def pattern(*kinds: str) -> "re.Pattern[str]":
    """Any phrase of these kinds, as whole words."""
    words = [word for kind in kinds for word in phrases(kind)]
    return re.compile(rf"(?<![\w-])(?:{alternatives(words)})(?![\w-])", re.IGNORECASE) if words else _NOTHING


def starts(kind: str, text: str) -> bool:
    """Whether a text begins with a phrase of this kind; brackets, stars and quotation marks before it do not count."""
    return pattern(kind).match(text, _lead(text)) is not None


def after(kind: str, text: str) -> str:
    """What follows the phrase with which a text begins, colon and spaces left out; the whole text if none does."""
    found = pattern(kind).match(text, _lead(text))
    return text if found is None else text[found.end() :].lstrip(" :–-).")


def holds(kind: str, text: str) -> bool:
    """Whether a phrase of this kind stands anywhere in a text."""
    return pattern(kind).search(text) is not None


def equals(kind: str, text: str) -> bool:
    """Whether a text is a phrase of this kind and nothing else."""
    return text.strip().casefold() in phrases(kind) or (fold(text) in _folded(kind))


@cache
def _folded(kind: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases(kind)) - {""}


def _lead(text: str) -> int:
    found = _LEAD.match(text)
    return found.end() if found else 0
