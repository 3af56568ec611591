"""Names that a known word or place begins: the government of a place, a house with its site, a longer English name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tasks.model.values import Institution, Level, Region
from tasks.normalising.directory_rows import Entry
from tasks.normalising.english_names import by_ending, place_of_kind
from tasks.normalising.institution_heads import Named
from tasks.normalising.institution_places import government, place_at
from tasks.normalising.listed_subjects import UNITS
from tasks.normalising.region_rows import is_foreign
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

_INSIDE = frozenset({"and", "of", "for", "the"})
_MARKERS = ("Prov", "Kab", "Kota")
_SITES = frozenset({"stasiun", "cabang", "wilayah", "regional", "perwakilan", "unit"})


def governments(said: Sequence[Word], i: int, gazetteer: Gazetteer) -> list[Named]:
    """The government of a place that stands for it in a cell for institutions: "Kab. Bogor", "Eastern Province"."""
    place = place_at(said, i, gazetteer)
    if place is not None and place.region is not None and is_foreign(place.region):
        return [] if _goes_on(said, place.end) else [_foreign_government(place.region, place.end)]
    if place is not None and (place.region is not None or place.written.startswith(_MARKERS)):
        return [Named(government(place), place.end, f"{place.level} government")]
    foreign = place_of_kind(said, i)
    if foreign is None or (foreign.end < len(said) and said[foreign.end].capital):
        return []
    region = foreign.region.name if foreign.region is not None else ""
    return [Named(Institution(foreign.written, foreign.level, region), foreign.end)]


def _foreign_government(region: Region, end: int) -> Named:
    return Named(Institution(region.name, region.level, region.name), end)


def site_end(said: Sequence[Word], end: int, entry: Entry, gazetteer: Gazetteer) -> int:
    """A place right behind a national house belongs to its name: "RRI Kupang", "TVRI Stasiun Kalsel"."""
    if entry.own or entry.institution.region or entry.institution.level not in {Level.OTHER, Level.CENTRAL}:
        return end
    start = end + 1 if end < len(said) and said[end].text in _SITES else end
    if start >= len(said) or not said[start].capital:
        return end
    place = place_at(said, start, gazetteer)
    return place.end if place is not None else end


def longer(
    text: str, said: Sequence[Word], i: int, entry: tuple[Entry, int], begins: Callable[[Sequence[Word], int], bool]
) -> Named | None:
    """An English name of which only the first words are known: "WHO Country Office", "Ministry of Health Treasury".

    begins: whether another institution begins at a word.
    """
    end = entry[1]
    if entry[0].own or not _goes_on(said, end) or begins(said, end):
        return None
    while end < len(said) and not said[end].is_mark and (said[end].capital or said[end].text in _INSIDE):
        end += 1
    named = by_ending(said[i:end], text[said[i].start : said[end - 1].end])
    if named is None:
        return None
    body = entry[0].institution
    known = body.level
    if known is Level.CENTRAL and not entry[0].in_cells_only and said[end - 1].text in UNITS and end - entry[1] > 1:
        unit = " ".join(text[said[entry[1]].start : said[end - 1].end].split())
        return Named(Institution(f"{unit}, {body.name}", known), end)
    of_its_own = entry[0].in_cells_only or known is Level.SCHOOL
    return Named(named if of_its_own else replace(named, level=known), end)


def _goes_on(said: Sequence[Word], i: int) -> bool:
    return i < len(said) and said[i].capital and not said[i].is_mark
