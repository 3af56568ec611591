"""How far the name of an English ministry goes: "Ministry of Environment, Climate Change and Forestry"."""

from collections.abc import Sequence

from tasks.normalising.english_names import by_ending
from tasks.normalising.words import Word

_HEADS = frozenset({"ministry", "department", "dept", "directorate", "division", "bureau"})
_SUBJECTS = frozenset({
    "administration", "government", "development", "planning", "integration", "cohesion", "heritage", "guidance",
    "security", "unity", "resources", "affairs", "services", "economy", "economic",
})  # fmt: skip
"""Last words of what a ministry is for, though an office may begin like it ("National Administration")."""
_LONGEST = 4  # words of one subject
_AND = frozenset({"and", "&", "dan"})


def of_ministry(said: Sequence[Word], start: int) -> bool:
    """Whether a name that begins at a word is that of a ministry, a department or a part of one in English."""
    return any(word.text in _HEADS for word in said[start : start + 2])


def subject_follows(said: Sequence[Word], i: int) -> bool:
    """Whether a further subject of a ministry begins at a word behind "and", and not another institution."""
    end = _subject_end(said, i)
    return end > i and said[end - 1].text in _SUBJECTS


def subjects_listed(said: Sequence[Word], i: int) -> bool:
    """Whether the comma before a word lists subjects up to an "and": none of them is an institution by itself."""
    while True:
        end = _subject_end(said, i)
        if end == i or _is_institution(said[i:end]):
            return False
        if end < len(said) and said[end].text in _AND:
            last = _subject_end(said, end + 1)
            return last > end + 1 and not _is_institution(said[end + 1 : last])
        if end >= len(said) or said[end].text != ",":
            return False
        i = end + 1
        if i < len(said) and said[i].text in _AND:
            last = _subject_end(said, i + 1)
            return last > i + 1 and not _is_institution(said[i + 1 : last])


def _subject_end(said: Sequence[Word], i: int) -> int:
    end = i + 1 if i < len(said) and said[i].text == "the" else i
    start = end
    while end < min(start + _LONGEST, len(said)) and said[end].capital and not said[end].is_mark:
        end += 1
    return end if end > start else i


def _is_institution(words: Sequence[Word]) -> bool:
    acronym = len(words) == 1 and words[0].upper and words[0].text not in {"ict", "it"}
    return acronym or by_ending(words, " ".join(word.text for word in words)) is not None
