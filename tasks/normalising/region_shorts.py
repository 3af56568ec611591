"""What a country's own usage adds to the name of a region: its kind behind it, and short forms in capitals."""

from collections.abc import Callable, Sequence
from functools import cache

from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word

_SURE = 3  # letters of a short form that is read in running text without another region beside it
_JOINTS = frozenset({"and", "dan", ",", "/", "&", "or"})
_PROVINCES = frozenset({"provinsi", "provincial", "province", "provinces", "state", "states"})


def kind_end(said: Sequence[Word], end: int) -> int:
    """The index behind the kind of a place that stands behind its name: "Limpopo Province", "Vhembe DM"."""
    found = _kinds().at(said, end) if end < len(said) and said[end].capital else None
    if found is None:
        return end
    in_capitals = not found[0] or all(word.upper for word in said[end : found[1]])
    return found[1] if in_capitals or not found[0] else end


def is_doubtful(said: Sequence[Word], i: int, end: int, is_region: Callable[[int], bool]) -> bool:
    """Whether two capitals in running text may mean another thing than a region: no region or kind stands beside them.

    is_region: whether a region's name begins at a word.
    """
    if end - i > 1 or len(said[i].text) >= _SURE:
        return False
    if (end < len(said) and said[end].text in _PROVINCES) or (i and said[i - 1].text in _PROVINCES):
        return False
    behind = end + 1 < len(said) and said[end].text in _JOINTS and is_region(end + 1)
    before = i > 1 and said[i - 1].text in _JOINTS and any(is_region(j) for j in range(max(0, i - 4), i - 1))
    return not (behind or before)


@cache
def _kinds() -> Phrases[str]:
    """The words for kinds of places, each with "short" if it is one in capitals ("DM")."""
    return Phrases((row["phrase"], row["class"]) for row in rows("place_kinds"))
