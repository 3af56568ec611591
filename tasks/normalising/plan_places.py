"""Places of a country that no list has, learnt from the plan itself: "Nandi County" makes "Nandi" that county.

Only for plans in English: those in Indonesian have the list of Indonesia's regions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import pandas as pd

from tasks.model.values import Level, Region
from tasks.normalising.english_names import (
    is_short_form,
    place_in_front,
    place_of_kind,
    place_of_office,
    town_of_council,
)
from tasks.normalising.institution_heads import patterns
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word, words

_NAMES = ("place_text", "heading", "owners_text", "supporters_text", "proposer_text")
_OFFICES = ("owners_text", "supporters_text", "proposer_text")
_PARTS = re.compile(r"\s*(?:[;,/\n›:()]|\s[-–]\s|\band\b)\s*")
_OF = frozenset({"of", "in", "for", "from", "to", "across", "within", "throughout"})


def learnt_places(raw: pd.DataFrame, base: Gazetteer) -> dict[str, Region]:
    """Regions that the plan names with their kind, by their full names and, where only one bears it, the bare name.

    base: the regions that are known already; nothing is learnt about those.
    """
    found: dict[str, Region] = {}
    bare: dict[str, set[str]] = {}
    alone = _short_forms(raw)
    for text in sorted({text for column in _NAMES for text in raw[column].unique()}):
        for region in _places(text):
            name = region.name.rpartition(" ")[0] if region.name.split()[-1].casefold() in _kinds() else region.name
            known = base.named(region.name) is not None or base.named(name) is not None
            if not known and name not in alone and not _speaks_of_subjects(name):
                found[region.name] = region
                bare.setdefault(name, set()).add(region.name)
    found = _within_provinces(raw, found)
    short = {name: found[next(iter(full))] for name, full in bare.items() if len(full) == 1 and _is_proper(name)}
    return short | found


def _short_forms(raw: pd.DataFrame) -> frozenset[str]:
    """Short forms that stand alone where institutions are named: no places, whatever kind stands behind them."""
    texts = {text for column in _OFFICES for text in raw[column].unique()}
    parts = {part.strip() for text in texts for part in _PARTS.split(text)}
    return frozenset(part for part in parts if part.isalpha() and part.isupper() and len(part) > 1)


def _within_provinces(raw: pd.DataFrame, found: Mapping[str, Region]) -> dict[str, Region]:
    """The regions, each district with its province, where all records that name it name the same one."""
    provinces = [name for name, region in found.items() if region.level is Level.PROVINCE]
    beside: dict[str, set[str]] = {}
    for texts in zip(*(raw[column] for column in (*_NAMES, "action")), strict=True) if provinces else ():
        said = "\n".join(texts).casefold()
        here = [name for name in provinces if name.casefold() in said]
        for name, region in found.items():
            if region.level is Level.DISTRICT and len(here) == 1 and name.rpartition(" ")[0].casefold() in said:
                beside.setdefault(name, set()).update(here)
    parents = {name: next(iter(named)) for name, named in beside.items() if len(named) == 1}
    return {name: replace(region, parent=parents.get(name, region.parent)) for name, region in found.items()}


def _places(text: str) -> Iterator[Region]:
    for part in _PARTS.split(text):
        said = words(part)
        for i in _beginnings(said):
            place = place_of_kind(said, i)
            if place is not None and place.region is not None:
                yield place.region
        town = town_of_council(said)
        if town is not None:
            yield town
        yield from _of_offices(said)


def _of_offices(said: Sequence[Word]) -> Iterator[Region]:
    """Places of offices whose head says the kind, and which bear their names alone: "Leven PDRRMO", "LGU of Leven"."""
    for i in range(len(said)):
        head = patterns().at(said, i)
        if head is None or "named" not in head[0][0].slots or head[0][0].level is None:
            continue
        place = place_of_office(said, head[1], head[0][0].level, "", bare=True) or place_in_front(
            said, i, head[0][0].level
        )
        if place is not None and place.region is not None:
            yield place.region


def _beginnings(said: Sequence[Word]) -> list[int]:
    return [i for i in range(len(said)) if i == 0 or said[i - 1].text in _OF or is_short_form(said[i - 1])]


def _is_proper(name: str) -> bool:
    """Whether a name without its kind can be nothing else: not "Central", "Lake", "Upper East", nor a short form."""
    return not name.isupper() and not any(word in _common() for word in name.casefold().split())


def _speaks_of_subjects(name: str) -> bool:
    """Such as "Health District", "Special Region", "Each County": no place of its own."""
    return _common().get(name.casefold().split()[0]) == "subject"


@cache
def _common() -> Mapping[str, str]:
    return {row["word"]: row["class"] for row in rows("place_words")}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_words") if row["class"] == "kind")
