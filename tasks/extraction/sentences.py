"""A paragraph cut into its sentences, abbreviations and numbers left whole."""

import re

from tasks.extraction.phrases import phrases
from tasks.extraction.texts import tidy

_STOP = re.compile(r"[.!?;]?(?<=[.!?])[)\"”']?\s+(?=\S)")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.?[)\"”']?\s*$")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each without white space around it."""
    text = tidy(text)
    out: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text[start : stop.start() + 1], text[stop.end() :]):
            out.append(text[start : stop.end()].strip())
            start = stop.end()
    return [s for s in [*out, text[start:].strip()] if s]


def _ends(before: str, behind: str) -> bool:
    """Whether a full stop ends the sentence: not behind an abbreviation, a single letter or "no."."""
    if before[-1] in "!?":
        return True
    found = _LAST_WORD.search(before)
    if found is None:
        return behind[:1].isupper()
    word = found[1].casefold()
    return len(word) > 1 and word not in phrases("abbreviated")
