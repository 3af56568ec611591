"""The place behind the head of an office: a region, or a whole level of government ("Provinsi", "Kab/Kota")."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tasks.model.values import Institution, Level, Region
from tasks.normalising.region_rows import is_foreign
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

JOINTS = frozenset({",", "dan", "/", "and"})
_FILLERS = frozenset({"di", "of", "in", "daerah", "pemerintah", "wilayah", "the"})
_GOVERNED = frozenset({Level.PROVINCE, Level.DISTRICT})
_DISTRICT = "Kabupaten/Kota"


class Place(NamedTuple):
    """Where an office sits: `region` None for all of a level; `written`: how that stands in a canonical name."""

    end: int
    level: Level
    region: Region | None = None
    written: str = ""


def place_at(said: Sequence[Word], i: int, gazetteer: Gazetteer) -> Place | None:
    """The place that begins at this word, if one does."""
    bearers = gazetteer.bearers_at(said, i)
    region = _governed(bearers)
    if region is not None:
        return region
    j = i
    while j < len(said) and said[j].text in _FILLERS and j - i < 2:
        j += 1
    if j > i:
        bearers = gazetteer.bearers_at(said, j)
    return _governed(bearers) or _level_at(said, j) or _open_name(said, j, bearers)


def _governed(bearers: tuple[tuple[Region, ...], int] | None) -> Place | None:
    """The one region that bears a name, if it has a government."""
    if bearers is None or len(bearers[0]) > 1 or bearers[0][0].level not in _GOVERNED:
        return None
    return Place(bearers[1], bearers[0][0].level, bearers[0][0])


def _level_at(said: Sequence[Word], i: int) -> Place | None:
    """Such as "Provinsi", "Kab/Kota", "kabupaten dan kota", without a name behind it."""
    if i >= len(said):
        return None
    if said[i].text in {"provinsi", "provincial"}:
        return None if _name_follows(said, i + 1) else Place(i + 1, Level.PROVINCE, None, "Provinsi")
    if said[i].text not in {"kabupaten", "kota"}:
        return None
    end = i + 1
    while end < len(said) and said[end].text in {"/", "dan", "kota", "kabupaten"}:
        end += 1
    while said[end - 1].text in {"/", "dan"}:
        end -= 1
    return None if _name_follows(said, end) else Place(end, Level.DISTRICT, None, _DISTRICT)


def _name_follows(said: Sequence[Word], i: int) -> bool:
    return i < len(said) and said[i].capital and not said[i].is_mark


def _open_name(said: Sequence[Word], i: int, bearers: tuple[tuple[Region, ...], int] | None) -> Place | None:
    """A district that is not known or a bare name that two regions bear: kept as written, region left open.

    bearers: the regions that bear the name at this word, and the index behind it.
    """
    if i >= len(said):
        return None
    if bearers is not None and len(bearers[0]) > 1:
        end = bearers[1]
        return Place(end, Level.DISTRICT, None, " ".join(w.text.title() for w in said[i:end]))
    if said[i].text not in {"kabupaten", "kota"} or not _name_follows(said, i + 1):
        return None
    return Place(i + 2, Level.DISTRICT, None, f"{said[i].text.title()} {said[i + 1].text.title()}")


def places_behind(
    said: Sequence[Word], first: Place, gazetteer: Gazetteer, head_at: Callable[[int], bool]
) -> Iterator[Place]:
    """Further places of the same head: "Disdik Jabar dan Jateng", "Dinas Pendidikan Provinsi dan Kab/Kota".

    head_at: whether the head of an office begins at a word; a place right before one belongs to that.
    """
    place: Place | None = first
    while place is not None:
        i = place.end
        while i < len(said) and said[i].text in JOINTS:
            i += 1
        if i == place.end or i >= len(said):
            return
        region = gazetteer.at(said, i)
        if region is not None and region[0].level in _GOVERNED:
            place = Place(region[1], region[0].level, region[0])
        else:
            place = _level_at(said, i) if first.region is None else None
        if place is not None and (head_at(place.end) or _holds(place, first, said[i - 1].text == ",")):
            return
        if place is not None:
            yield place


def _holds(place: Place, first: Place, behind_comma: bool) -> bool:
    """Whether a province only says where the town before it lies: "Municipality of Leven, Surin"."""
    if place.region is None or first.region is None or not behind_comma or place.level is not Level.PROVINCE:
        return False
    return first.level is Level.DISTRICT and (is_foreign(place.region) or first.region.parent == place.region.code)


def government(place: Place) -> Institution:
    """The government of a place that stands alone where an institution is asked for ("Kab. Bogor", "Provinsi")."""
    name = with_marker(place.region) if place.region else place.written
    return Institution(f"Pemerintah {name}", place.level, place.region.name if place.region else "")


def suffix(place: Place, level: Level) -> str:
    """How a place stands in a canonical name: "Provinsi Jawa Barat" for its offices, "Jawa Barat" for central units."""
    if level in {Level.CENTRAL_UNIT, Level.CENTRAL}:
        open_name = place.written if place.written not in {"Provinsi", "Kabupaten/Kota"} else ""
        return f" {place.region.name if place.region else open_name}".rstrip()
    return f" {with_marker(place.region)}" if place.region else f" {place.written}"


def with_marker(region: Region) -> str:
    """A region's name with its marker; Aceh and Yogyakarta bear none (UU 11/2006, UU 13/2012)."""
    if region.level is not Level.PROVINCE or region.code == "11":
        return region.name
    return "Daerah Istimewa Yogyakarta" if region.code == "34" else f"Provinsi {region.name}"
