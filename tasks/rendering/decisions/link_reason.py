"""Why one item may wait for another, in no more than twenty words."""

from collections.abc import Mapping
from typing import Final

from tasks.model.decisions import LinkQuestion
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.reason import MOST_WORDS
from tasks.scheduling.verdicts import Verdict

_MOST_SHOWN: Final = 5
"""Items of a ring that are told by name."""

_MOST_COMMON: Final = 4
_BROKEN: Final = (Verdict.IMPOSSIBLE, Verdict.OVERPROMISED)


def link_reason(question: LinkQuestion, names: Mapping[str, str], speak: Catalogue) -> str:
    """What speaks for a link, and what hangs on the answer.

    For a link of a ring: the ring by the names of its items, and whether this is the link to cut.
    """
    if question.ring:
        return _ring(question, names, speak)
    stages, found, words = question.evidence.partition(": ")
    told = " → ".join(_stage(name, speak) for name in stages.split(" → ")) if found else stages
    common = speak.text("decisions.agree.words", words=" ".join(words.split()[:_MOST_COMMON])) if words else ""
    late = speak.text("decisions.link.broken") if question.verdict in _BROKEN else ""
    return _cut("; ".join(filter(None, [told, common, late])))


def _ring(question: LinkQuestion, names: Mapping[str, str], speak: Catalogue) -> str:
    ring = [names.get(item, item).partition(" ")[0] for item in question.ring]
    shown = ring if len(ring) <= _MOST_SHOWN else [*ring[: _MOST_SHOWN - 2], "…", ring[-1]]
    key = "weakest" if question.weakest else "ring"
    told = speak.text(f"decisions.link.{key}", ring=" → ".join([*shown, ring[0]]))
    return _cut(f"{told}: “{question.evidence}”" if question.evidence else told)


def _stage(name: str, speak: Catalogue) -> str:
    key = f"stage.{name}"
    return speak.text(key) if key in speak else name


def _cut(text: str) -> str:
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join([*words[: MOST_WORDS - 1], "…"])
