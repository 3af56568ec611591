"""English names of units that list what they are for: "Crops, Livestock and Fisheries (CLF) Department".

Such a name runs across its commas up to the word that says what it is, if none of its parts is an office by itself:
"Treasury, Finance Division and Audit Unit" are three.
"""

import re
from collections.abc import Callable, Sequence

from tasks.normalising.english_names import by_ending, is_short_form
from tasks.normalising.owner_roles import is_role_word
from tasks.normalising.words import Word

UNITS = frozenset({
    "directorate", "division", "department", "dept", "unit", "section", "branch", "desk", "subdivision", "wing",
})  # fmt: skip
"""Last words of the name of a part of a ministry or agency."""
PROGRAMMES = frozenset({"programme", "program"})
_BODIES = UNITS | frozenset({
    "agency", "bureau", "board", "authority", "commission", "service", "services", "secretariat", "office", "council",
    "inspectorate", "administration", "institute", "corporation", "centre", "center", "fund",
})  # fmt: skip
_INSIDE = frozenset({"of", "for", "on", "the"})
_AND = frozenset({"and", "dan"})
_SHORT_SUBJECTS = frozenset({"ict", "it", "hr", "hiv", "aids", "tb", "wash", "gis", "m", "e"})
_PERSONS = re.compile(
    r".*(?:ers|ors|ists|ians|men|women|people|youth|chiefs|parents|students|residents|communities|ngos|csos)"
)
_BRACKETS = re.compile(r"\s*\([^\W_]+\)\s*")
_LONGEST = 5  # words of one subject
_MOST = 6  # subjects
_SPACE = 2  # characters between two words with no dash between them


def may_be_part(name: str) -> bool:
    """Whether a name is called like a part of a body, which may stand behind it."""
    return not (UNITS | PROGRAMMES | {"bureau"}).isdisjoint(name.casefold().split())


def listing_end(said: Sequence[Word], i: int, known: Callable[[int], bool]) -> int:
    """The index behind a name that lists subjects and begins at a word; the word itself if none does.

    known: whether an institution begins at a word.
    """
    start, joint = i, ""
    for _ in range(_MOST):
        end = subject_end(said, start)
        if end == start or known(start):
            return i
        if said[end - 1].text in _BODIES:
            return end if joint in _AND and end - start > 1 else i
        if not _is_subject(said[start:end]) or end >= len(said):
            return i
        joint = said[end].text
        start = end + 1
        if joint == "," and start < len(said) and said[start].text in _AND:
            joint, start = "and", start + 1
        if joint not in _AND | {","}:
            return i
    return i


def subject_end(said: Sequence[Word], i: int) -> int:
    """The index behind words with capitals, a short form in brackets among them passed over."""
    end = i
    while end < min(i + _LONGEST, len(said)):
        word = said[end]
        if _short_in_brackets(said, end) and end + 3 < len(said) and said[end + 3].text in _BODIES:
            return end + 4
        inside = end > i and word.text in _INSIDE and end + 1 < len(said) and said[end + 1].capital
        dash = end > i and word.start - said[end - 1].end > _SPACE
        if (
            word.is_mark
            or dash
            or not (word.capital or inside)
            or (end > i and word.text in _AND)
            or is_role_word(said, end)
        ):
            break
        end += 1
        if word.text in _BODIES and (end >= len(said) or not said[end].capital):
            break
    return end


def without_short_forms(name: str) -> str:
    """A name without the short forms in brackets within it."""
    return _BRACKETS.sub(" ", name)


def past_short_form(said: Sequence[Word], i: int) -> int:
    """The index behind a short form in brackets at a word, the word itself if none stands there."""
    return i + 3 if i < len(said) and _short_in_brackets(said, i) else i


def _short_in_brackets(said: Sequence[Word], i: int) -> bool:
    return i + 2 < len(said) and said[i].text == "(" and said[i + 1].capital and said[i + 2].text == ")"


def _is_subject(part: Sequence[Word]) -> bool:
    last = part[-1]
    if any(is_short_form(word) and word.text not in _SHORT_SUBJECTS for word in part) or _PERSONS.fullmatch(last.text):
        return False
    return by_ending(part, " ".join(word.text for word in part)) is None
