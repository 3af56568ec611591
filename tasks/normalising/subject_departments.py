"""Departments of regions that say their subject first: "Energy Department Sindh", "KP Energy and Power Department"."""

from collections.abc import Callable, Sequence

from tasks.model.values import Institution, Region
from tasks.normalising.english_names import is_short_form
from tasks.normalising.institution_heads import Named
from tasks.normalising.office_short_forms import ShortForms
from tasks.normalising.shared_heads import beside
from tasks.normalising.words import Word

RegionAt = Callable[[int], tuple[Region, int] | None]
"""The region with a government that begins at a word, and the index behind it."""
_HEADS = frozenset({"department", "dept", "deptt", "departments", "depts", "deptts"})
_JOINTS = frozenset({"and", "dan"})  # "&" is read as the latter
_LONGEST = 8  # words of a subject


def department_behind(short: ShortForms, i: int, placed: tuple[Region, int]) -> list[Named]:
    """The department that a region's name at a word stands before: "KP Energy and Power Department"."""
    region, start = placed
    end = _department_end(short, start)
    if end == start or not short.closed(end):
        return []
    return [_named(short, (start, end), (i, end), region)]


def department_before(short: ShortForms, i: int, region_at: RegionAt) -> list[Named]:
    """The department at a word that its region follows: "Energy Department, Government of Sindh"."""
    said, end = short.said, _department_end(short, i)
    if end == i or end == len(said):
        return []
    start = end + 1 if said[end].text in {",", "of"} else end
    if [word.text for word in said[start : start + 2]] == ["government", "of"]:
        start += 2
    placed = region_at(start) if start < len(said) else None
    if placed is None or not short.closed(placed[1]):
        return []
    return [_named(short, (i, end), (i, placed[1]), placed[0])]


def _named(short: ShortForms, office: tuple[int, int], whole: tuple[int, int], region: Region) -> Named:
    """An office keeps the name that is written if letters stand for its subject ("E&P Deptt KP")."""
    said = short.said[slice(*office)]
    letters = any(is_short_form(word) or len(word.text) == 1 for word in said)
    name = short.written(*whole) if letters else beside(region.name, _in_full(short.written(*office)))
    return Named(Institution(name, region.level, region.name), whole[1])


def _in_full(office: str) -> str:
    *subject, head = office.split()
    return " ".join([*subject, "Departments" if head.rstrip(".").casefold().endswith("s") else "Department"])


def _department_end(short: ShortForms, i: int) -> int:
    """The index behind a subject and "Department" at a word; the word itself if none begins or a known name does."""
    said: Sequence[Word] = short.said
    if i == len(said) or _is_last_letter(said, i):
        return i
    for end in range(i, min(i + _LONGEST, len(said))):
        if said[end].text in _HEADS and end > i:
            return end + 1
        if not _belongs(said, end) or short.entry_at(end) is not None:
            return i
    return i


def _belongs(said: Sequence[Word], i: int) -> bool:
    return said[i].text in _JOINTS or (said[i].capital and not said[i].is_mark and said[i].text not in _HEADS)


def _is_last_letter(said: Sequence[Word], i: int) -> bool:
    """Whether a word is the last of letters that stand for a subject, the second one of "E&P"."""
    return len(said[i].text) == 1 and (i + 1 == len(said) or said[i + 1].text not in _JOINTS)
