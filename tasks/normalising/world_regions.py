"""The subdivisions and towns of the plan's own country, from tables of which only that country's rows are read."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tasks.model.values import Level, Region, parts
from tasks.normalising.reference import FOLDER, rows, spellings

_COLUMNS = ("country", "code", "name", "kind", "parent", "names", "short", "source")
_TOWN_COLUMNS = ("country", "name", "names", "source")
_TOWN = "town "
_WORD_CLASSES = frozenset({"direction", "word"})


class Subdivision(NamedTuple):
    """A region with all its names. shorts: those that count in capitals only ("KZN").

    ordinary: of its names those that are everyday words ("Central"), which mean it behind their kind alone.
    """

    region: Region
    written: tuple[str, ...]
    shorts: tuple[str, ...]
    ordinary: tuple[str, ...]


@cache
def subdivisions(country: str) -> tuple[Subdivision, ...]:
    """Those of a country by its two letters, the higher ones first; none if the table lacks the country."""
    read = [dict(zip(_COLUMNS, row, strict=True)) for row in _of_country("world_regions", country)]
    return tuple(_subdivision(row) for row in sorted(read, key=lambda row: row["parent"] != ""))


@cache
def towns(country: str) -> tuple[tuple[Region, tuple[str, ...]], ...]:
    """The towns of a country, as districts, with all their names; none if the table lacks the country."""
    read = [dict(zip(_TOWN_COLUMNS, row, strict=True)) for row in _of_country("world_towns", country)]
    return tuple(
        (Region(f"{_TOWN}{row['name']}", row["name"], Level.DISTRICT, ""), (row["name"], *parts(row["names"])))
        for row in read
    )


def is_town(region: Region) -> bool:
    """Whether a region is a town of that table, which says where something is but governs no office of its name."""
    return region.code.startswith(_TOWN)


def _of_country(table: str, country: str) -> list[list[str]]:
    """The rows of a table that begin with the two letters of a country."""
    if not country:
        return []
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader([line for line in lines if line.startswith(f"{country},")]))


def _subdivision(row: Mapping[str, str]) -> Subdivision:
    kind = _kind(row["kind"], row["country"])
    level, shown = (Level(kind["level"]), kind["shown"]) if kind is not None else (Level.PROVINCE, "")
    name, of_kind = row["name"], row["kind"].split()[-1].title()
    ordinary = _is_ordinary(name)
    full = shown.format(name) if shown else f"{name} {of_kind}" if ordinary else name
    further = parts(row["names"])
    written = dict.fromkeys([full, name, *further])
    everyday = tuple(n for n in (name, *further) if _is_ordinary(n))
    region = Region(row["code"], full, level, row["parent"])
    return Subdivision(region, tuple(written), tuple(parts(row["short"])), everyday)


@cache
def _kind(kind: str, country: str) -> Mapping[str, str] | None:
    """The row of region_kinds.csv for a kind of subdivision in a country, else for that kind anywhere."""
    of_kind = [row for row in rows("region_kinds") if row["kind"] == kind]
    own = [row for row in of_kind if country in spellings(row, "countries")]
    return next(iter([*own, *(row for row in of_kind if not row["countries"])]), None)


def _is_ordinary(name: str) -> bool:
    said = name.casefold().split()
    return len(said) == 1 and said[0] in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_words") if row["class"] in _WORD_CLASSES)
