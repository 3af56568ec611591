"""What is said to do something: "the expansion plan" of "the expansion plan has fixed the corridors"."""

import re

from tasks.merging import acts
from tasks.merging.words import fold

_HAS = re.compile(r"(?P<thing>.+?)\s+(?:has|have|had)\s+(?!been\b)\w+\s+(?:the|an?|its|their|all)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def doer(phrase: str) -> str:
    """The words before the verb by which a thing acts on another, empty if it acts on none."""
    english = _HAS.match(phrase)
    if english:
        return english["thing"]
    verbs = (word for word in _WORD.finditer(phrase) if word.start() and _is_active(word.group()))
    return next((phrase[: word.start()].strip() for word in verbs if phrase[word.end() :].strip()), "")


def _is_active(word: str) -> bool:
    folded = fold(word)
    return folded.startswith("me") and acts.form(folded) is not None
