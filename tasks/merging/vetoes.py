"""What forbids that two records are the same work, however alike their words are."""

from collections.abc import Iterator

from tasks.merging import acts
from tasks.merging.entry import Entry
from tasks.merging.essence import SLOTS, Essence, strict_steps
from tasks.merging.likeness import common, counts

STRICT_SLOTS = ("level", "qualifier")
"""Slots that must be equal: one side's silence is a difference."""

MONTHS_APART = 2
"""From more than how many months between two stated periods on they are different work."""


def vetoes(a: Entry, b: Entry) -> Iterator[str]:
    """The reasons why two records must stay apart, none if they may be one."""
    one, other = a.about, b.about
    if not acts_agree(one, other):
        yield "act"
    if heads_differ(one, other):
        yield "product"
    yield from _slots(one, other)
    yield from _numbers(one, other)
    if _years_apart(a, b) or _years_apart(b, a):
        yield "year"
    if a.regions != b.regions and not _implied(a, b):
        yield "region"
    if a.owners and b.owners and not (a.owners & b.involved or b.owners & a.involved):
        yield "owner"
    if periods_apart(a, b):
        yield "period"
    left, right = common(one.object, other.object)
    if (a.acronyms & set(one.object)) - left and (b.acronyms & set(other.object)) - right:
        yield "name"


def acts_agree(a: Essence, b: Essence) -> bool:
    """Whether the acts may be one; one that is not named, or light, agrees with any."""
    return bool(acts.near(a.act) & acts.near(b.act)) or vague(a) or vague(b)


def vague(about: Essence) -> bool:
    """Whether an action names no act, or a light one only."""
    return about.act == "" or acts.LIGHT in acts.near(about.act)


def heads_differ(a: Essence, b: Essence) -> bool:
    """Whether the two act upon different kinds of product (a guideline, a module)."""
    return bool(a.head and b.head and a.head not in b.products and b.head not in a.products)


def periods_apart(a: Entry, b: Entry) -> bool:
    """Whether the periods lie months apart, or in different years."""
    gap = max(a.start, b.start) - min(a.end, b.end)
    return gap > MONTHS_APART or (bool(a.years() and b.years()) and not a.years() & b.years())


def _slots(a: Essence, b: Essence) -> Iterator[str]:
    one, other = counts(a.slots), counts(b.slots)
    for slot in SLOTS:
        mine, yours = one.get(slot, frozenset()), other.get(slot, frozenset())
        if mine != yours and (slot in STRICT_SLOTS or not (mine <= yours or yours <= mine)):
            yield slot


def _numbers(a: Essence, b: Essence) -> Iterator[str]:
    for name, one, other in (("step", a.steps, b.steps), ("quantity", a.quantities, b.quantities)):
        mine, yours = counts(one), counts(other)
        if any(noun and not mine[noun] & yours[noun] for noun in mine.keys() & yours.keys()):
            yield name
        if any(noun in strict_steps() for noun in mine.keys() ^ yours.keys()):
            yield name


def _years_apart(a: Entry, b: Entry) -> bool:
    """The years that the action of `a` names are not those of `b`, named or of its period.

    A year outside the record's own period is a label ("ujian 2018", prepared in 2017) and compared with labels only.
    """
    named, other = set(a.about.years), set(b.about.years)
    if not named or (not other and a.years() and not named & a.years()):
        return False
    other = other or b.years()
    return bool(other) and not named & other


def _implied(a: Entry, b: Entry) -> bool:
    """One names no region, but both have the same regional office as owner."""
    return (not a.regions or not b.regions) and a.regional and b.regional and bool(a.owners & b.owners)
