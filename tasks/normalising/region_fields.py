"""The column of regions: those that an action is about, else those that its owners serve."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.model.values import Level, Region
from tasks.normalising.english_names import place_of_kind
from tasks.normalising.field_offices import numbered_regions
from tasks.normalising.owned import Owned
from tasks.normalising.placing import Placing
from tasks.normalising.region_neighbours import of_the_same_kind
from tasks.normalising.region_rows import is_foreign
from tasks.normalising.regions import AmbiguousRegion, Gazetteer
from tasks.normalising.words import words
from tasks.normalising.world_regions import is_town

_WHERE = frozenset({"in", "of", "for", "across", "within", "throughout", "to", "at", "from"})
_COLUMNS = ("action", "place_text", "heading")


@dataclass(frozen=True, slots=True)
class Placed:
    """Canonical names of a record's regions. ambiguous: a name that stays open, with what it may mean."""

    regions: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, str], ...] = ()
    inferred: str = ""


def placed(raw: pd.DataFrame, owners: Sequence[Owned], placing: Placing) -> list[Placed]:
    """Regions of every row; equal words and owners are read once."""
    known: dict[tuple[object, ...], Placed] = {}
    out = []
    for *texts, owned in zip(*(raw[column] for column in _COLUMNS), owners, strict=True):
        served = tuple(dict.fromkeys(o.region for o in owned.owners if o.region))
        key = (*texts, served)
        if key not in known:
            known[key] = _placed(texts, served, owned.houses, placing)
        out.append(known[key])
    return out


def _placed(
    texts: Sequence[str], served: tuple[str, ...], houses: Sequence[tuple[int, int]], placing: Placing
) -> Placed:
    """The action and the place column say it, else the title above, else the owners (marked inferred)."""
    action, place, heading = texts
    gazetteer = placing.gazetteer
    told = _of_action(action, houses, gazetteer)
    beside = _beside(action, houses, gazetteer)
    named = [*told, *beside, *(m.region for m in gazetteer.find(place, place=True))]
    own = [region for name in served if (region := gazetteer.by_name(name))]
    open_names = gazetteer.ambiguous(place)
    settled = [region for a in open_names for region in _settled(a, [*named, *own])]
    left = [a for a in open_names if not _settled(a, [*named, *own])]
    named = _without_towns([*named, *settled], own)
    if not named and not left:
        named = placing.of_heading(heading)
    ambiguous = tuple((a.text, ", ".join(r.name for r in a.candidates)) for a in left)
    if named or left:
        return Placed(_finest([*named, *_inside(own, named)]), ambiguous, "regions: list" if beside else "")
    return Placed(served, (), "regions: owner" if served else "")


def _without_towns(named: Sequence[Region], own: Iterable[Region]) -> list[Region]:
    """Without towns where a region is named, or one of the owners' own: they only say where in it."""
    placed = [region for region in named if not is_town(region)]
    return placed if placed or any(not is_town(region) for region in own) else list(named)


def _inside(own: Sequence[Region], named: Sequence[Region]) -> list[Region]:
    """The learnt districts of the owners in a province that the record names: they say where in it."""
    parents = {region.code for region in named if is_foreign(region)}
    return [region for region in own if region.level is Level.DISTRICT and region.parent in parents]


def _of_action(action: str, houses: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Region]:
    """Regions in the action's words, not those in the name of a house that serves the whole country."""
    listed = [m.region for m in gazetteer.find(action) if not any(start <= m.start < end for start, end in houses)]
    return listed or _foreign(action, houses)


def _beside(action: str, houses: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[Region]:
    """Regions that no list has, which the action names in one list with a district that the plan's words tell."""
    said = words(action)
    listed = gazetteer.find(action) if gazetteer.country else []
    found = [m for m in listed if is_foreign(m.region) and not is_town(m.region)]
    index = {word.start: i for i, word in enumerate(said)} | {word.end: i + 1 for i, word in enumerate(said)}
    known = [(index[m.start], index[m.end], m.region) for m in found]
    within = [(index[start], index[end]) for start, end in houses if start in index and end in index]
    return of_the_same_kind(said, known, [i for start, end in within for i in range(start, end)])


def _foreign(action: str, houses: Sequence[tuple[int, int]]) -> list[Region]:
    """Regions that no list has and that an action names in English with their kind: "in Lake Province"."""
    said = words(action)
    starts = [i for i in range(1, len(said)) if said[i - 1].text in _WHERE]
    outside = [i for i in starts if not any(start <= said[i].start < end for start, end in houses)]
    places = [place_of_kind(said, i) for i in outside]
    named = [place.region for place in places if place is not None and place.region is not None]
    numbered = [r for r, at, _ in numbered_regions(action, said) if not any(start <= at < end for start, end in houses)]
    return [*named, *numbered]


def _settled(ambiguous: AmbiguousRegion, others: Iterable[Region]) -> list[Region]:
    """The one candidate that another region of the record names or holds."""
    codes = {code for region in others for code in (region.code, region.parent) if code}
    exact = [c for c in ambiguous.candidates if c.code in codes]
    return exact if len(exact) == 1 else []


def _finest(regions: Iterable[Region]) -> tuple[str, ...]:
    """Names without doubles; a province is left out where one of its districts stands."""
    distinct = list(dict.fromkeys(regions))
    parents = {r.parent for r in distinct if r.parent}
    return tuple(r.name for r in distinct if r.code not in parents)
