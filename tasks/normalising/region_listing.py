"""The regions that a gazetteer knows and the ways in which they are written: Indonesia's, or another country's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.model.values import Region, parts
from tasks.normalising.reference import rows
from tasks.normalising.region_rows import abroad, official, own_region, shown_names
from tasks.normalising.words import key
from tasks.normalising.world_regions import subdivisions, towns

_REFORM = 2022  # year of the laws that divided Papua; before it the list of 2017 holds


@dataclass(frozen=True, slots=True)
class Listing:
    """Regions, whose names hold their marker ("Kabupaten Bogor"), and spellings, the earlier before the later.

    ordinary: words that are names only behind a marker, or alone in a place column; capitals: with a capital;
    shorts: in capitals only; places: towns and islands that say where something is, though in an office's name they
    stand for no region; country: whose regions they are, by its two letters, "" for Indonesia or if unknown.
    """

    regions: Sequence[Region]
    spellings: Sequence[tuple[str, Region]]
    ordinary: Sequence[str] = ()
    capitals: Sequence[str] = ()
    shorts: Sequence[str] = ()
    places: Sequence[str] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the plan itself tells: the regions of its regions.csv, all their spellings, what its words teach."""

    regions: Sequence[Region]
    spellings: Sequence[tuple[str, Region]]
    learnt: Mapping[str, Region]


def told(extra_rows: Iterable[Mapping[str, str]], learnt: Mapping[str, Region]) -> Told:
    """From the rows of a plan's own regions.csv and the regions that its own words tell."""
    own = [(own_region(row), parts(row.get("variants", ""))) for row in extra_rows if row.get("canonical", "").strip()]
    return Told(
        [region for region, _ in own], [(written, region) for region, variants in own for written in variants], learnt
    )


def of_indonesia(year: int, language: str, own: Told) -> Listing:
    """The shipped list as it stood in a year. language "en": provinces by their English names."""
    shown = shown_names(language)
    vintage = "2017" if year < _REFORM else "2025"
    shipped = {row["name"]: official(row, shown) for row in rows("regions") if row["vintage"] == vintage}
    foreign = {row["name"]: abroad(row) for row in rows("region_aliases") if row["kind"].startswith("abroad")}
    known = shipped | foreign
    aliases = [(row["alias"], known[row["name"]]) for row in rows("region_aliases") if row["name"] in known]
    return Listing(
        [*own.regions, *known.values(), *own.learnt.values()],
        [*own.spellings, *shipped.items(), *aliases, *own.learnt.items()],
        ordinary=_aliases("word"),
        capitals=[*own.learnt, *_aliases("capital")],
        places=_aliases("place"),
    )


def of_country(country: str, own: Told) -> Listing:
    """The subdivisions and towns of another country but those that the plan's own table has."""
    taken = {_joined(name) for name in (*(r.name for r in own.regions), *(name for name, _ in own.spellings))}
    listed = [s for s in subdivisions(country) if taken.isdisjoint(map(_joined, s.written))]
    spelt = [(written, s.region) for s in listed for written in (*s.written, *s.shorts)]
    taken |= {_joined(name) for name, _ in spelt} | {_joined(name) for name in own.learnt}
    places = [(name, region) for region, names in towns(country) for name in names if _joined(name) not in taken]
    return Listing(
        [*own.regions, *(s.region for s in listed), *own.learnt.values()],
        [*own.spellings, *spelt, *own.learnt.items(), *places],
        ordinary=[name for s in listed for name in s.ordinary],
        capitals=[*own.learnt, *(n for s in listed for n in s.written if n[0].isupper()), *(n for n, _ in places)],
        shorts=[name for s in listed for name in s.shorts],
        country=country,
    )


def _aliases(kind: str) -> list[str]:
    return [row["alias"] for row in rows("region_aliases") if row["kind"] == kind]


def _joined(name: str) -> str:
    return "".join(key(name))
