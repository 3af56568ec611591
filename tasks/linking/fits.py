"""What speaks against an item being the one that a mention means: group, office, place, time, phase, level, kind."""

from collections.abc import Iterable
from functools import lru_cache

from tasks.linking.mentions import Mention
from tasks.linking.targets import Target
from tasks.linking.wanted import Wanted
from tasks.merging import acts
from tasks.merging.matching.wording import parents

NAMED = 0.6
"""How much of an office's name must be found."""


def possible(asked: Wanted, items: Iterable[Target], own: Target, group: str) -> list[Target]:
    """The items, without the one that speaks, against which nothing is said of group, office, place, time, phase.

    own: the item that speaks; group: code of the group that is named, empty if none.
    """
    near = (one for one in _near(asked, items, own) if not asked.here or _is_there(one, own))
    return [one for one in near if one is not own and _may_be(asked, one, group)]


def is_past(asked: Wanted, target: Target) -> bool:
    """Whether a thing is of years before all those of an item ("the Roads Act of 1998")."""
    return bool(asked.years and target.years) and max(asked.years) < min(target.years)


def level_fits(asked: Wanted, target: Target) -> bool:
    """Whether an item is of the level asked for, if one is."""
    return not asked.level or (asked.level == "regional") == target.regional


def kind_fits(mention: Mention, asked: Wanted, target: Target) -> bool:
    """Whether the act or product asked for is that of the item."""
    if asked.lead:
        return _kind(asked.lead) in _kinds(target.acts) or _unnamed(asked, target)
    if mention.direction == "before" and not (asked.product and not asked.acts):
        return bool(asked.acts & target.acts)
    if asked.product:
        return asked.product in target.products
    if any(map(acts.yields, target.acts)) or not _kinds(target.acts).isdisjoint(_kinds(asked.acts)):
        return True
    return mention.strength == "hard" and len(asked.words) > 2 and asked.words <= target.words


def _is_there(target: Target, own: Target) -> bool:
    """Whether an item is of a place that another names, or of one of its regions."""
    return not own.subject.isdisjoint(target.names) or not own.regions.isdisjoint(target.regions)


def _near(asked: Wanted, items: Iterable[Target], own: Target) -> Iterable[Target]:
    """The items in the regions that are named, else those in no region or one that shares ground with the speaker's."""
    if asked.regions:
        return [one for one in items if not asked.regions.isdisjoint(one.regions)]
    here = own.regions
    if not here:
        return items
    over = _with_provinces(here)
    return [
        one
        for one in items
        if not one.regions or not over.isdisjoint(one.regions) or not here.isdisjoint(_with_provinces(one.regions))
    ]


@lru_cache(maxsize=65536)
def _with_provinces(regions: frozenset[str]) -> frozenset[str]:
    """Regions and the provinces of the districts among them."""
    return regions.union(*(parents().get(region, ()) for region in regions))


def _may_be(asked: Wanted, target: Target, group: str) -> bool:
    if group and group not in target.groups:
        return False
    if asked.names and not _of_office(asked, target):
        return False
    return _slots_fit(asked, target) and not is_past(asked, target)


def _of_office(asked: Wanted, target: Target) -> bool:
    """Whether an item is of the office that is named, in short or by enough of its words."""
    shared = asked.names & target.names
    return bool(asked.short & shared) or len(shared) >= NAMED * len(asked.names)


def _slots_fit(asked: Wanted, target: Target) -> bool:
    for mine, yours in ((asked.slots, target.slots), (asked.steps, target.steps)):
        if mine and any({v for n, v in yours if n == name} and (name, value) not in yours for name, value in mine):
            return False
    return True


def _kind(act: str) -> str:
    """The group of acts that make one kind of work; goods or land bought, handed out or put up arrive all the same."""
    return "supply" if acts.family(act) in ("distribute", "acquire") else acts.family(act)


@lru_cache(maxsize=65536)
def _kinds(all_of: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_kind, all_of))


def _unnamed(asked: Wanted, target: Target) -> bool:
    """Whether an item whose act says little ("conduct") has the act asked for among its words."""
    if not target.acts <= {"", acts.LIGHT}:
        return False
    return any((found := acts.form(word)) and found.act == asked.lead for word in target.subject)
