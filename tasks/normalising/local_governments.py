"""Local governments that a plan names by their region alone, in the form that it uses for others of their kind."""

from collections.abc import Iterable

from tasks.model.values import Institution, Level
from tasks.normalising.regions import Gazetteer

_GOVERNING = frozenset({"government", "council", "assembly", "administration"})


def in_form(named: Iterable[Institution], gazetteer: Gazetteer) -> dict[str, str]:
    """For names that are only a region's ("Nandi", "Nandi County") those of its government ("Nandi County Government").

    A plan that writes governments of that kind of region in several ways, or in none, leaves them as they are.
    """
    distinct = [i for i in dict.fromkeys(named) if gazetteer.country and _kind(i.region)]
    local = [i for i in distinct if (at := gazetteer.by_name(i.region)) is not None and at.level is Level.DISTRICT]
    forms: dict[str, set[str]] = {}
    for institution in local:
        form = institution.name.removeprefix(f"{institution.region} ")
        if form != institution.name and form.split()[-1].casefold() in _GOVERNING:
            forms.setdefault(_kind(institution.region), set()).add(form)
    one = {kind: next(iter(ways)) for kind, ways in forms.items() if len(ways) == 1}
    bare = [i for i in local if i.name in {i.region, i.region.removesuffix(f" {_kind(i.region)}")}]
    return {i.name: f"{i.region} {one[_kind(i.region)]}" for i in bare if _kind(i.region) in one}


def _kind(region: str) -> str:
    """The kind of region that ends its name ("County"), "" if none does."""
    name, _, kind = region.rpartition(" ")
    return kind if name else ""
