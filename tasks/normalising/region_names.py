"""The names of regions by their words: which regions bear the longest name that begins at a word."""

from collections.abc import Iterable, Sequence

from tasks.model.values import Level, Region
from tasks.normalising.region_listing import Listing
from tasks.normalising.region_shorts import of_kind
from tasks.normalising.words import Word, key, words

MARKERS = {
    "provinsi": "provinsi", "pemprov": "provinsi", "kabupaten": "kabupaten", "pemkab": "kabupaten", "kota": "kota",
    "pemkot": "kota", "kotamadya": "kota", "bupati": "kabupaten", "walikota": "kota", "gubernur": "provinsi",
    "daerah": "", "administrasi": "",
}  # fmt: skip
"""Words before a name that tell which kind of region it is of; "" tells nothing."""
_MARKERS_BEHIND = {"province": "provinsi", "regency": "kabupaten", "district": "kabupaten", "city": "kota",
                   "municipality": "kota"}  # fmt: skip
_LONGEST = 6  # words of the longest name

Borne = tuple[tuple[Region, ...], int]
"""The regions that bear a name, and the index of the word behind it."""


class RegionNames:
    """The names of the regions of a listing, with and without the word for their kind."""

    def __init__(self, listing: Listing) -> None:
        self._country = listing.country
        self._marked: dict[tuple[str, str], Region] = {}
        self._bare: dict[str, dict[str, Region]] = {}
        self.ordinary, self.capitals = _joined(listing.ordinary), _joined(listing.capitals)
        self.shorts, self.places = _joined(listing.shorts), _joined(listing.places)
        for region in listing.regions:
            self._index(region.name, region)
        for written, region in listing.spellings:
            self._index(written, region)
        self._beginnings = frozenset(name[:n] for name in self._bare for n in range(1, len(name) + 1))

    def at(self, said: Sequence[Word], i: int, place: bool) -> Borne | None:
        """The regions that bear the longest name that begins at this word; place: the text is an address or a place."""
        if i >= len(said) or not (said[i].text in MARKERS or said[i].text in self._beginnings):
            return None
        marker, base = _marker(said, i)
        found, name = None, ""
        for end, word in enumerate(said[base : base + _LONGEST], base + 1):
            name += word.text
            if word.is_mark or name not in self._beginnings:
                break
            if name in self._bare:
                found = self._borne(said, base, end, marker, name, place) or found
        return found

    def _borne(self, said: Sequence[Word], base: int, end: int, marker: str, name: str, place: bool) -> Borne | None:
        behind = "" if marker or end >= len(said) else _MARKERS_BEHIND.get(said[end].text, "")
        region = self._marked.get((marker or behind, name)) if marker or behind else None
        if region is not None:
            return (region,), end + (1 if behind else 0)
        bearers = () if marker else self._unmarked(name, said[base], place)
        regions, end = of_kind(said, end, bearers) if self._country else (bearers, end)
        return (_highest(regions), end) if regions else None

    def _unmarked(self, name: str, first: Word, place: bool) -> tuple[Region, ...]:
        found = tuple(self._bare.get(name, {}).values())
        small = (name in self.capitals and not first.capital) or (name in self.shorts and not first.upper)
        if not found or small or (name in self.ordinary and not (place and first.capital)):
            return ()
        return found

    def _index(self, written: str, region: Region) -> None:
        said = words(written)
        _, base = _marker(said, 0)
        name = "".join(word.text for word in said[base:])
        if not name:
            return
        marker = _marker_of(region)
        self._marked.setdefault((marker, name), region)
        self._bare.setdefault(name, {}).setdefault(region.code, region)
        if name.startswith("kepulauan") and region.level is Level.DISTRICT:
            self._marked.setdefault((marker, name.removeprefix("kepulauan")), region)
            self._bare.setdefault(name.removeprefix("kepulauan"), {}).setdefault(region.code, region)


def _joined(names: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(key(name)) for name in names)


def _highest(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """The province alone where a district bears the same name."""
    if len(regions) == 1:
        return regions
    return tuple(r for r in regions if r.level is Level.PROVINCE)[:1] or regions


def _marker_of(region: Region) -> str:
    if region.level is Level.PROVINCE:
        return "provinsi"
    return key(region.name)[0] if region.level is Level.DISTRICT else ""


def _marker(said: Sequence[Word], i: int) -> tuple[str, int]:
    """The marker that begins at a word and the index of the name behind it; "Kab/Kota X" marks nothing."""
    if i > 1 and said[i - 1].text == "/":
        return "", i
    marker = ""
    while i < len(said) and said[i].text in MARKERS:
        marker = marker or MARKERS[said[i].text]
        i += 1
    return marker, i
