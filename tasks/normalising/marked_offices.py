"""Offices whose name says little, but whose place says much: "DTPH Prov. Jawa Barat", "Meru County Dept. of Roads"."""

from collections.abc import Callable, Sequence

from tasks.model.values import Institution, Level
from tasks.normalising.english_names import place_of_kind
from tasks.normalising.institution_extent import says_dinas
from tasks.normalising.institution_heads import Named
from tasks.normalising.institution_places import Place, place_at
from tasks.normalising.regions import Gazetteer
from tasks.normalising.shared_heads import beside
from tasks.normalising.words import Word

_MARKERS = frozenset({"provinsi", "kabupaten", "kota"})
_DEPARTMENTS = frozenset({"department", "dept", "directorate", "office", "ministry", "division", "bureau"})
_STATES = frozenset({"state", "provinsi", "province", "region"})
_SHORTEST, _LONGEST = 4, 12  # letters of an abbreviation
_BRANCHES = frozenset({"dprd", "dprp", "dprk", "dpra"})
"""Abbreviations with a D that are no Dinas."""


def abbreviated_office(said: Sequence[Word], text: str, i: int, gazetteer: Gazetteer) -> list[Named]:
    """An abbreviation that no directory has, with a place that says its kind: an office of that region.

    One that says "Dinas" itself needs only the place: "Dispermadesdukcapil Jateng".

    It keeps the name that is written: what the letters stand for differs from region to region.
    """
    word = said[i]
    if i + 1 >= len(said) or not _is_abbreviation(word):
        return []
    known = said[i + 1].text in _MARKERS or (_may_say_dinas(word) and gazetteer.at(said, i + 1) is not None)
    place = place_at(said, i + 1, gazetteer) if known else None
    if place is None or place.level not in {Level.PROVINCE, Level.DISTRICT}:
        return []
    name = " ".join(text[word.start : said[place.end - 1].end].split())
    return [Named(Institution(name, place.level, place.region.name if place.region else ""), place.end)]


def _is_abbreviation(word: Word) -> bool:
    """Capitals alone ("DTPH"), or a beginning that says "Dinas" ("Disbunnakeswan")."""
    short = word.upper and 1 < len(word.text) <= _LONGEST and word.text.isalnum() and not word.text.isdigit()
    return short or says_dinas(word)


def _may_say_dinas(word: Word) -> bool:
    """Whether a place alone tells of whom an office is: "Disbunnakeswan Jateng", "DPUTR Jateng"."""
    letters = word.upper and word.text.isalnum() and _SHORTEST <= len(word.text) <= _LONGEST
    return says_dinas(word) or (letters and word.text.startswith("d") and word.text not in _BRANCHES)


def behind_comma(said: Sequence[Word], text: str, i: int, named: Named, gazetteer: Gazetteer) -> Named:
    """A department with its county behind a comma ("Department of Fisheries, Kisumu County") is that county's.

    A list of departments and governments goes on behind the place; there none is taken for the other's.
    """
    start = named.end + 1
    if not _is_open(named.institution) or start >= len(said) or said[named.end].text != ",":
        return named
    place = _place_behind(said, start, gazetteer)
    if place is not None and not _may_be_of(said, i, named.institution, place):
        place = None
    closing = place is not None and (place.end == len(said) or said[place.end].text in {";", "\n", ")", "("})
    if place is None or place.region is None or not closing:
        return named
    office = text[said[i].start : said[named.end - 1].end]
    full = beside(place.region.name, " ".join(office.split()))
    return Named(Institution(full, place.level, place.region.name), place.end)


def _is_open(institution: Institution) -> bool:
    """Whether a place behind may still say whose an office is."""
    governed = institution.level in {Level.PROVINCE, Level.DISTRICT}
    return institution.level is Level.CENTRAL or (governed and not institution.region)


def _may_be_of(said: Sequence[Word], i: int, institution: Institution, place: Place) -> bool:
    """Whether an office may be a place's: one of that level, a department, a ministry where the place says its kind."""
    if institution.level is not Level.CENTRAL:
        return institution.level is place.level
    if said[i].text != "ministry":
        return said[i].text in _DEPARTMENTS
    return place.level is Level.PROVINCE and said[place.end - 1].text in _STATES


def _place_behind(said: Sequence[Word], i: int, gazetteer: Gazetteer) -> Place | None:
    if [word.text for word in said[i : i + 2]] == ["government", "of"]:
        i += 2
    known = gazetteer.at(said, i) if gazetteer.country and i < len(said) else None
    if known is not None:
        return Place(known[1], known[0].level, known[0], known[0].name)
    return place_of_kind(said, i)


def department_of_place(said: Sequence[Word], text: str, i: int, read: Callable[[int], list[Named]]) -> list[Named]:
    """A place that says its kind and its department: "Turkana County Department of Agriculture and Fisheries".

    read: what the name that begins at a word stands for.
    """
    place = place_of_kind(said, i)
    if place is None or place.region is None or place.end + 1 >= len(said):
        return []
    if said[place.end].text not in _DEPARTMENTS or said[place.end + 1].text not in {"of", "for"}:
        return []
    named = read(place.end)
    end = named[0].end if len(named) == 1 else 0
    if end <= place.end + 1:
        return []
    written = " ".join(text[said[i].start : said[end - 1].end].split())
    return [Named(Institution(written, place.level, place.region.name), end)]
