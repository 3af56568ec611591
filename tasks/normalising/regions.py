"""Provinces and districts in text: official names, abbreviations, and what stays open since two bear the name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tasks.model.values import Region
from tasks.normalising.reference import HashableRow, hashable
from tasks.normalising.region_context import is_part_of_name, names_something_else, stands_alone
from tasks.normalising.region_listing import Listing, of_country, of_indonesia, told
from tasks.normalising.region_lists import beside, is_direction
from tasks.normalising.region_names import MARKERS, Borne, RegionNames
from tasks.normalising.region_shorts import is_doubtful
from tasks.normalising.words import Word, words
from tasks.normalising.world_regions import is_town

_IN = frozenset({"in", "across", "throughout", "within"})
_LOADED = 4  # plans, and stages of one, that look at the same lists
_REMEMBERED = 16384  # texts whose regions are kept: places and titles are repeated, actions are not


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """A region where the text names it, the marker included ("Kab. Asmat")."""

    region: Region
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class AmbiguousRegion:
    """A bare name that two or three regions bear."""

    candidates: tuple[Region, ...]
    start: int
    end: int
    text: str


class Gazetteer:
    """The provinces and districts of a year, by official code, with every way in which they are written."""

    def __init__(self, year: int, listing: Listing) -> None:
        """year: in which the regions of the listing are so."""
        self.year, self.country = year, listing.country
        self._by_code: dict[str, Region] = {}
        self._by_name: dict[str, Region] = {}
        self._matches = lru_cache(maxsize=_REMEMBERED)(self._read)
        self._names = RegionNames(listing)
        for region in listing.regions:
            self._by_code[region.code] = region
            self._by_name[region.name.casefold()] = region

    @staticmethod
    def load(
        year: int,
        extra_rows: Iterable[Mapping[str, str]] = (),
        language: str = "id",
        learnt: Mapping[str, Region] = MappingProxyType({}),
        country: str = "",
    ) -> "Gazetteer":
        """The shipped list as it stood in this year; rows of a plan's own regions.csv are added. Kept for the next.

        language "en" shows provinces by their English names. learnt: regions that the plan's own words tell. country:
        the plan's own by its two letters; if it is not Indonesia, its own subdivisions count and not Indonesia's.
        """
        return _loaded(year, hashable(extra_rows), language, tuple(learnt.items()), country)

    def by_name(self, name: str) -> Region | None:
        """The region with this canonical name."""
        return self._by_name.get(name.casefold())

    def named(self, name: str) -> Region | None:
        """The region of which this is a spelling, marker or not."""
        said = words(name)
        found = self.at(said, 0)
        return found[0] if found is not None and found[1] == len(said) else None

    def parent(self, region: Region) -> Region | None:
        """The province in which a district lies."""
        return self._by_code.get(region.parent)

    def find(self, text: str, place: bool = False) -> list[RegionMatch]:
        """Regions in the order in which the text names them; `place`: the text is an address or a place column."""
        return [m for m in self._matches(text, place) if isinstance(m, RegionMatch)]

    def ambiguous(self, text: str) -> list[AmbiguousRegion]:
        """Bare names that several regions bear and that nothing in the text decides."""
        return [m for m in self._matches(text, place=True) if isinstance(m, AmbiguousRegion)]

    def at(self, text: Sequence[Word], i: int) -> tuple[Region, int] | None:
        """The one region whose name begins at this word, with or without its marker, and the index behind it."""
        found = self.bearers_at(text, i)
        return (found[0][0], found[1]) if found is not None and len(found[0]) == 1 else None

    def bearers_at(self, text: Sequence[Word], i: int) -> Borne | None:
        """The regions that bear the name at this word, several if it is bare and open, and the index behind it."""
        found = self._names.at(text, i, place=True)
        if found is None or any(map(is_town, found[0])):
            return None
        named = "".join(word.text for word in text[i : found[1]]) if self._names.places else ""
        return None if named in self._names.places else found

    def _read(self, text: str, place: bool) -> tuple[RegionMatch | AmbiguousRegion, ...]:
        said = words(text)
        spans: list[tuple[int, int, tuple[Region, ...]]] = []
        i = 0
        while i < len(said):
            found = self._names.at(said, i, place) or self._behind_in(said, i)
            if found is None or self._is_another_name(said, i, found[1], place):
                i += 1
                continue
            spans.append((i, found[1], found[0]))
            i = found[1]
        single = [(start, end, regions[0]) for start, end, regions in spans if len(regions) == 1]
        listed = beside(said, single, lambda i: self._everyday(said, i)) if single else []
        spans.extend((start, end, (region,)) for start, end, region in listed)
        return tuple(_match(text, said, *span) for span in sorted(spans, key=lambda span: span[0]))

    def _everyday(self, said: Sequence[Word], i: int) -> tuple[Region, int] | None:
        """The region whose name at a word is one of everyday life ("Northern"), and the index behind it."""
        found = self.at(said, i)
        named = "".join(word.text for word in said[i : found[1]]) if found is not None else ""
        return found if named in self._names.ordinary and not names_something_else(said, i, i + 1) else None

    def _behind_in(self, said: Sequence[Word], i: int) -> Borne | None:
        """The region of a country in English whose name is a noun of everyday life: "in Delta", not "in Northern"."""
        if not self.country or i == 0 or said[i - 1].text not in _IN or is_direction(said[i].text):
            return None
        found = self._everyday(said, i)
        closed = found is not None and (found[1] == len(said) or not said[found[1]].capital)
        return ((found[0],), found[1]) if found is not None and closed and found[1] == i + 1 else None

    def _is_another_name(self, said: Sequence[Word], i: int, end: int, place: bool) -> bool:
        if said[i].text in MARKERS:
            return False
        if (
            not place
            and said[i].text in self._names.shorts
            and is_doubtful(said, i, end, lambda j: self._is_region(said, j))
        ):
            return True
        if self._goes_on(said, i, end):
            return True
        if names_something_else(said, i, end):
            return True
        ordinary = "".join(word.text for word in said[i:end]) in self._names.ordinary
        return ordinary and not stands_alone(said, i, end) and self._names.at(said, end, place=False) is None

    def _is_region(self, said: Sequence[Word], i: int) -> bool:
        return self._names.at(said, i, place=True) is not None

    def _goes_on(self, said: Sequence[Word], i: int, end: int) -> bool:
        """Whether a name that the plan alone tells is part of another one: "Surin" of "Surin del Norte"."""
        name = "".join(word.text for word in said[i:end])
        return name in self._names.capitals and is_part_of_name(said, i, end)


def _match(
    text: str, said: Sequence[Word], start: int, end: int, regions: tuple[Region, ...]
) -> RegionMatch | AmbiguousRegion:
    first, last = said[start].start, said[end - 1].end
    if len(regions) == 1:
        return RegionMatch(regions[0], first, last, text[first:last])
    return AmbiguousRegion(regions, first, last, text[first:last])


@lru_cache(maxsize=_LOADED)
def _loaded(
    year: int, own: tuple[HashableRow, ...], language: str, learnt: tuple[tuple[str, Region], ...], country: str
) -> Gazetteer:
    added = told(map(dict, own), dict(learnt))
    return Gazetteer(year, of_indonesia(year, language, added) if country in {"", "ID"} else of_country(country, added))
