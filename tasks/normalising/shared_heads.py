"""Offices of several regions under one head: "Eastern, Lake and Upper North Provincial Health Offices"."""

from collections.abc import Callable, Sequence

from tasks.model.values import Institution, Level, Region
from tasks.normalising.institution_heads import Named
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

_JOINTS = frozenset({",", "and", "dan", "/"})
_SINGULAR = {
    "directorates": "Directorate", "departments": "Department", "offices": "Office", "councils": "Council",
    "governments": "Government", "secretariats": "Secretariat", "assemblies": "Assembly", "boards": "Board",
    "agencies": "Agency", "authorities": "Authority", "commissions": "Commission", "divisions": "Division",
    "ministries": "Ministry", "administrations": "Administration", "commissioners": "Commissioner",
    "committees": "Committee", "hospitals": "Hospital", "stores": "Stores", "units": "Unit", "teams": "Team",
}  # fmt: skip
"""Last words of heads for several offices, and for one of them."""
_LONGEST = 6  # words of a head
_KINDS = frozenset({"region", "province", "state", "district", "county"})
_OF_KIND = _KINDS | {"regional", "provincial", "municipal"}
_GOVERNED = frozenset({Level.PROVINCE, Level.DISTRICT})
_Place = tuple[Region, int, int]
"""A region, and the words from which and up to which it is named."""


def shared(
    text: str, said: Sequence[Word], i: int, gazetteer: Gazetteer, named: Callable[[str], Institution]
) -> list[Named]:
    """The offices of the regions that are listed from a word on, before their head; none if none are.

    named: the institution of a whole name.
    """
    places = _listed(said, i, gazetteer)
    if len(places) < 2:
        return []
    start = _bare_end(said, places[-1])
    end = _head_end(said, start)
    if end == start:
        return []
    head = " ".join([*text[said[start].start : said[end - 1].end].split()[:-1], _SINGULAR[said[end - 1].text]])
    out = []
    for n, (region, first, behind) in enumerate(places):
        name = f"{text[said[first].start : said[_bare_end(said, places[n]) - 1].end]} {head}"
        office = named(name)
        office = office if office.region == region.name else Institution(name, region.level, region.name)
        out.append(Named(office, end if n == len(places) - 1 else behind))
    return out


def beside(region: str, office: str) -> str:
    """The name of an office behind that of its region, whose kind is not said twice: "Lake Regional Office"."""
    bare, _, kind = region.rpartition(" ")
    twice = bare and kind.casefold() in _KINDS and office.split()[0].casefold() in _OF_KIND
    return f"{bare if twice else region} {office}"


def _bare_end(said: Sequence[Word], place: _Place) -> int:
    """The index behind the own name of a place, before the word for its kind."""
    _, start, end = place
    return end - 1 if end - start > 1 and said[end - 1].text in _OF_KIND else end


def _listed(said: Sequence[Word], i: int, gazetteer: Gazetteer) -> list[_Place]:
    """The regions of one level that are named from a word on, with nothing but commas and "and" between them."""
    out: list[_Place] = []
    while i < len(said) and said[i].capital:
        found = gazetteer.at(said, i)
        if found is None or found[0].level not in _GOVERNED or (out and found[0].level is not out[0][0].level):
            break
        out.append((found[0], i, found[1]))
        i = found[1]
        if i >= len(said) or said[i].text not in _JOINTS:
            break
        while i < len(said) and said[i].text in _JOINTS:
            i += 1
    return out


def _head_end(said: Sequence[Word], i: int) -> int:
    """The index behind a head for several offices at a word; the word itself if none begins there."""
    for end in range(i, min(i + _LONGEST, len(said))):
        if said[end].is_mark or not said[end].capital:
            return i
        if said[end].text in _SINGULAR:
            return end + 1
    return i
