"""What a country's own usage adds to the name of a region: its kind behind it, and short forms in capitals."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from tasks.model.values import Level, Region
from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word


class Kind(NamedTuple):
    """A row of place_kinds.csv: the level of such a place, and what stands behind its name as the region's.

    full: the kind in full; form: "short" for one in capitals ("DM"), "known" for one that makes no place of a name.
    """

    level: Level
    shown: str
    full: str
    form: str


_SURE = 3  # letters of a short form that is read in running text without another region beside it
_JOINTS = frozenset({"and", "dan", ",", "/", "&", "or"})
_WHERE = frozenset({"in", "across", "throughout", "within"})
_PARTS = frozenset({"district", "districts", "counties", "municipalities", "towns", "villages"})
_PROVINCES = frozenset({"provinsi", "provincial", "province", "provinces", "state", "states"})


def of_kind(said: Sequence[Word], end: int, regions: Sequence[Region]) -> tuple[tuple[Region, ...], int]:
    """Those regions that are of the kind that stands behind their name, if one does, and the index behind it.

    "Limpopo Province" and "Vhembe DM" are; "Lusaka City" is not the province of that name.
    """
    found = _kinds().at(said, end) if end < len(said) and said[end].capital else None
    if found is None or (found[0].form == "short" and not all(word.upper for word in said[end : found[1]])):
        return tuple(regions), end
    return tuple(region for region in regions if region.level is found[0].level), found[1]


def own_kind(said: Sequence[Word], i: int) -> tuple[Kind, int] | None:
    """The kind that stands at a word and makes a place of the name before it, and the index behind: "Musina LM"."""
    found = _kinds().at(said, i) if said[i].capital else None
    if found is None or found[0].form == "known" or (found[0].form == "short" and not said[i].upper):
        return None
    return found


def kind_in_full(said: Sequence[Word], text: str, i: int, end: int) -> str:
    """A place as it is written, the short form of its kind in full: "Vhembe District Municipality" for "Vhembe DM"."""
    for start in range(i + 1, end):
        found = _fuller().at(said, start)
        if found is not None and found[1] == end and said[start].capital:
            return " ".join([*text[said[i].start : said[start - 1].end].split(), found[0]])
    return " ".join(text[said[i].start : said[end - 1].end].split())


def is_doubtful(said: Sequence[Word], i: int, end: int, is_region: Callable[[int], bool]) -> bool:
    """Whether two capitals in running text may mean another thing than a region: no region or kind stands beside them.

    is_region: whether a region's name begins at a word.
    """
    if end - i > 1 or len(said[i].text) >= _SURE:
        return False
    if _stands_for_a_place(said, i, end):
        return False
    behind = end + 1 < len(said) and said[end].text in _JOINTS and is_region(end + 1)
    before = i > 1 and said[i - 1].text in _JOINTS and any(is_region(j) for j in range(max(0, i - 4), i - 1))
    return not (behind or before)


def _stands_for_a_place(said: Sequence[Word], i: int, end: int) -> bool:
    """Whether the words beside say so: "KP province", "three GB districts", "districts of GB", "in KP", "…, GB"."""
    if end < len(said) and said[end].text in _PROVINCES | _PARTS:
        return True
    if i == 0:
        return False
    before, last = said[i - 1].text, end == len(said)
    part = i > 1 and before == "of" and said[i - 2].text in _PARTS
    return part or before in _PROVINCES | _WHERE or (before == "," and last)


@cache
def _kinds() -> Phrases[Kind]:
    return Phrases(
        (row["phrase"], Kind(Level(row["level"]), row["shown"], row["full"], row["class"]))
        for row in rows("place_kinds")
    )


@cache
def _fuller() -> Phrases[str]:
    return Phrases((row["phrase"], row["full"]) for row in rows("place_kinds") if row["full"])
