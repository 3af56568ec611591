"""Names that are a region's since they stand in one list with regions: "in Northern, Lake and Copper Valley"."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from tasks.model.values import Region
from tasks.normalising.reference import rows
from tasks.normalising.words import Word

Span = tuple[int, int, Region]
"""The index of the first word of a region's name, that behind it, and the region."""
At = Callable[[int], tuple[Region, int] | None]
"""The region that bears the name at a word, everyday words being names, too, and the index behind it."""
_JOINTS = frozenset({",", "and", "dan"})
_LONGEST = 3  # words of a name


def is_direction(word: str) -> bool:
    """Whether a word only tells which part of a country is meant, by which many places are called: "northern"."""
    return word in _directions()


def beside(said: Sequence[Word], found: Sequence[Span], at: At) -> list[Span]:
    """Further names of the lists in which these regions stand: everyday words that name a region of the same level."""
    out: list[Span] = []
    taken = {start for start, _, _ in found}
    for start, end, region in found:
        for names in (before(said, start), behind(said, end)):
            for first, stop in names:
                other = at(first)
                if first in taken:
                    continue
                if other is None or other[1] != stop or other[0].level is not region.level:
                    break
                out.append((first, stop, other[0]))
                taken.add(first)
    return out


def before(said: Sequence[Word], start: int) -> Iterator[tuple[int, int]]:
    """The names before a name in its list, the nearest first."""
    while start > 1 and said[start - 1].text in _JOINTS:
        end = start - 1
        while end > 0 and said[end - 1].text in _JOINTS:
            end -= 1
        first = end
        while first > max(0, end - _LONGEST) and said[first - 1].capital and not said[first - 1].is_mark:
            first -= 1
        if first == end or (first > 0 and said[first - 1].capital):
            return
        yield first, end
        start = first


def behind(said: Sequence[Word], end: int) -> Iterator[tuple[int, int]]:
    """The names behind a name in its list, the nearest first."""
    while end < len(said) and said[end].text in _JOINTS:
        first = end
        while first < len(said) and said[first].text in _JOINTS:
            first += 1
        end = first
        while end < min(len(said), first + _LONGEST) and said[end].capital and not said[end].is_mark:
            end += 1
        if end == first or (end < len(said) and said[end].capital):
            return
        yield first, end


@cache
def _directions() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_words") if row["class"] == "direction")
