"""One clause that asks for two things: "membentuk tim di kecamatan dan menyusun peta rawan banjir per desa"."""

import re

from tasks.extraction.action_words import is_verb
from tasks.extraction.phrases import pattern

_AND = re.compile(r",?\s+(?:dan|serta)\s+(?:juga\s+|untuk\s+)?(?=me[a-z]{3,})")
_BACK = re.compile(r"\b(?:tersebut|itu|dimaksud|(?!tanya|punya)[a-z]{3,}nya)\b")
_OBJECT = 3  # words from which each half says what is done to what, so that it stands for itself


def each_done(action: str) -> list[str]:
    """What a clause asks for, each as words of the clause; one, unless every half has a verb and an object of its own.

    A verb below "untuk" or "yang", and one whose object the other half names ("menyusun dan menetapkan pedoman",
    "… dan melaporkan hasilnya"), is no second action.
    """
    for found in _AND.finditer(action):
        first, second = action[: found.start()], action[found.end() :]
        if _whole(first) and _whole(second) and not pattern("subordinate").search(first) and not _BACK.search(second):
            return [first, *each_done(second)]
    return [action]


def _whole(clause: str) -> bool:
    """Whether a clause begins with an active verb and goes on with what it is done to."""
    words = clause.split()
    return len(words) > _OBJECT and is_verb(words[0]) and words[0].islower() and not is_verb(words[-1])
