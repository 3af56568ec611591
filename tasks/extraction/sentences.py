"""A paragraph cut into its sentences, abbreviations and numbers left whole."""

import re

from tasks.extraction.phrases import pattern, phrases
from tasks.extraction.texts import tidy

_STOP = re.compile(r"[.!?;]?(?<=[.!?])[)\"”']?\s+(?=\S)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMERAL = re.compile(r"[IVXLC]+\b")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\.$")
_SHORT = 4  # letters of an abbreviation that no list has
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


def without_reason(sentence: str) -> str:
    """A sentence up to the clause that says why: "X agar diterbitkan Maret, | karena Mei sudah ujian"."""
    why = pattern("because").search(sentence)
    return sentence[: why.start()].rstrip(" ,") if why is not None and why.start() else sentence


def _ends(before: str, behind: str) -> bool:
    """Whether a full stop ends the sentence: not behind an abbreviation, initials, a single letter or "no."."""
    if before[-1] in "!?" or _YEAR.search(before) is not None:
        return True
    found = _LAST_WORD.search(before)
    if found is None:
        return behind[:1].isupper()
    word = found[1].casefold()
    if _INITIALS.fullmatch(word) is not None:
        return behind.split()[0].strip(",").casefold() in phrases("begins")
    return len(word) > 1 and word not in phrases("abbreviated") and not _abbreviates(found[1], behind)


def _abbreviates(word: str, behind: str) -> bool:
    """Whether a short word that no list has is cut off: it can't be spoken, or a numeral follows ("Wil. XIX")."""
    cut = len(word) <= _SHORT and not word.isupper() and word.isalpha()
    return cut and (_VOWEL.search(word) is None or (word[0].isupper() and _NUMERAL.match(behind) is not None))
