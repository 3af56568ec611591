"""What forbids that two mentions are the same work, for many pairs at once; see `tasks.merging.vetoes`."""

from collections.abc import Callable
from enum import IntFlag
from functools import cache, partial

import numpy as np

from tasks.merging import vetoes
from tasks.merging.arrays import Bools, Ints
from tasks.merging.essence import strict_steps
from tasks.merging.matching.features import FOREVER, Features, akin, authored, near
from tasks.merging.matching.kinds import Judge, tabled
from tasks.merging.matching.mentions import Party
from tasks.merging.matching.offices import whole
from tasks.merging.matching.wording import parents
from tasks.merging.slots.sets import Sets


class Reason(IntFlag):
    """Why two mentions stay apart; those of the second part: what one of them does not say, or says in part.

    OWNER_LIKELY: one names no owner, but both the same region, whose office is likely the same; PART: one names more
    audiences or subjects than the other; ACT_PART: one does more than the other; REGION_SILENT: one office, and one
    names no region, or a wider one; NAMES_DIFFER: each names something that the other does not; OWNER_PART: the name of
    one owner holds the other's; OWNER_ALIKE: its words do; ACT_AKIN: acts that only people can say to be one; ACT_NEAR:
    acts by which one thing comes about.
    """

    ACT = 1
    PRODUCT = 2
    LEVEL = 4
    QUALIFIER = 8
    AUDIENCE = 16
    SUBJECT = 32
    MEDIUM = 64
    STEP = 128
    QUANTITY = 256
    YEAR = 512
    REGION = 1024
    OWNER = 2048
    PERIOD = 4096
    FILE = 16384
    ACT_NEAR = 1 << 15
    LEVEL_SILENT = 1 << 16
    QUALIFIER_SILENT = 1 << 17
    STEP_SILENT = 1 << 18
    AUDIENCE_SILENT = 1 << 19
    SUBJECT_SILENT = 1 << 20
    OWNER_SILENT = 1 << 21
    ACT_SILENT = 1 << 22
    OWNER_LIKELY = 1 << 23
    PART = 1 << 24
    ACT_PART = 1 << 25
    REGION_SILENT = 1 << 26
    NAMES_DIFFER = 1 << 27
    OWNER_PART = 1 << 28
    OWNER_ALIKE = 1 << 29
    ACT_AKIN = 1 << 30


NEAR_MONTHS = 3
"""Periods in two years that are no further apart may be one, over the turn of the year."""

VETO = (1 << 15) - 1
"""Reasons that forbid."""

STRICT = (
    Reason.LEVEL_SILENT
    | Reason.QUALIFIER_SILENT
    | Reason.STEP_SILENT
    | Reason.PART
    | Reason.NAMES_DIFFER
    | Reason.OWNER_ALIKE
    | Reason.ACT_AKIN
)
"""Silences that only a person may decide on."""

SILENT = Reason.AUDIENCE_SILENT | Reason.SUBJECT_SILENT | Reason.OWNER_SILENT | Reason.REGION_SILENT | Reason.OWNER_PART
"""Silences that a good likeness makes up for."""


def reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """All reasons of each pair of rows but NAMES_DIFFER, which is found when objects are compared."""
    found = act_reasons(features, a, b) | size_reasons(features, a, b) | subject_reasons(features, a, b)
    found |= time_reasons(features, a, b)
    return found | party_reasons(features, a, b) | set_judge(features)(a, b)


def judges(features: Features) -> tuple[Judge, ...]:
    """What together gives `reasons`, made for many pairs of these rows; the quickest and the most frequent first."""
    slots, told = features.slots, features.mentions
    return (
        tabled(partial(act_reasons, features), slots.act, slots.also, slots.head, slots.products),
        tabled(partial(subject_reasons, features), slots.audience, slots.subject),
        tabled(partial(size_reasons, features), slots.level, slots.qualifier, slots.medium),
        tabled(partial(time_reasons, features), slots.years, told.start, told.end),
        partial(party_reasons, features),
        set_judge(features),
    )


def act_reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """Reasons of what is done, and to which kind of product."""
    found = np.zeros(len(a), np.int64)
    vague_a, vague_b = features.vague[a], features.vague[b]
    _acts(found, features, a, b)
    _add(found, vague_a != vague_b, Reason.ACT_SILENT)
    _add(found, heads_differ(features, a, b), Reason.PRODUCT)
    return found


def subject_reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """Reasons of for whom it is done, and on what."""
    found = np.zeros(len(a), np.int64)
    _mask(found, features.slots.audience, a, b, Reason.AUDIENCE, Reason.AUDIENCE_SILENT)
    _mask(found, features.slots.subject, a, b, Reason.SUBJECT, Reason.SUBJECT_SILENT)
    return found


def size_reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """Reasons of levels, qualifiers and media."""
    found = np.zeros(len(a), np.int64)
    _mask(found, features.slots.level, a, b, Reason.LEVEL, Reason.LEVEL_SILENT)
    _mask(found, features.slots.qualifier, a, b, Reason.QUALIFIER, Reason.QUALIFIER_SILENT)
    _mask(found, features.slots.medium, a, b, Reason.MEDIUM, 0)
    return found


def time_reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """Reasons of years and periods."""
    found = np.zeros(len(a), np.int64)
    _add(found, _years_apart(features, a, b) | _years_apart(features, b, a), Reason.YEAR)
    _add(found, _periods_apart(features, a, b), Reason.PERIOD)
    return found


def party_reasons(features: Features, a: Ints, b: Ints) -> Ints:
    """Reasons of who and where, and of rows of one file, which are one work only if they say the same."""
    told = features.mentions
    one, other = told.party[a], told.party[b]
    found = _by_pair(one, other, len(told.parties), lambda m, n: _parties(told.parties[m], told.parties[n]))
    file = (told.file[a] == told.file[b]) & (told.file[a] >= 0)
    different = (features.said[a] != features.said[b]) | ((found & _PARTY_DIFFERS) != 0)
    _add(found, file & different, Reason.FILE)
    return found & ~_PARTY_DIFFERS


def set_judge(features: Features) -> Judge:
    """A judge that gives the reasons of steps and of quantities, and compares two sets once."""
    size = len(features.lexicon.vocabulary)
    strict = {features.lexicon.vocabulary.number[word] for word in strict_steps()}
    steps, quantities = features.slots.steps, features.slots.quantities

    @cache
    def step(m: int, n: int) -> int:
        mine, yours = _named(steps, m, size), _named(steps, n, size)
        silent = bool((mine.keys() ^ yours.keys()) & strict)
        return Reason.STEP * _differ(mine, yours) | Reason.STEP_SILENT * silent

    @cache
    def quantity(m: int, n: int) -> int:
        return Reason.QUANTITY * _differ(_named(quantities, m, size), _named(quantities, n, size))

    def judge(a: Ints, b: Ints) -> Ints:
        found = np.zeros(len(a), np.int64)
        for slot, differ in ((steps, step), (quantities, quantity)):
            one, other = slot.code[a], slot.code[b]
            unequal = np.flatnonzero(one != other)
            found[unequal] |= _by_pair(one[unequal], other[unequal], len(slot), differ)
        return found

    return judge


_PARTY_DIFFERS = 1 << 40


def _parties(a: Party, b: Party) -> int:
    found = _PARTY_DIFFERS * ((a.owners, a.regions) != (b.owners, b.regions))
    shared = not set(a.owners).isdisjoint(b.owners)
    implied = not (a.regions and b.regions) and a.regional and b.regional and shared
    if a.regions != b.regions and not implied:
        found |= Reason.REGION_SILENT if shared and _wider(a.regions, b.regions) else Reason.REGION
    if not (a.owners and b.owners):
        found |= Reason.OWNER_LIKELY if a.regions and a.regions == b.regions else Reason.OWNER_SILENT
    elif a.involved.isdisjoint(b.owners) and b.involved.isdisjoint(a.owners):
        found |= _names(a, b)
    return int(found)


def _names(a: Party, b: Party) -> int:
    """What becomes of owners that are not the same by name."""
    kin = [(m, n) for one, other in ((a, b), (b, a)) for m in one.owners for n in other.owners if n in one.held]
    if not kin:
        return int(Reason.OWNER)
    return int(Reason.OWNER_PART if any(whole(m, n) for m, n in kin) else Reason.OWNER_ALIKE)


def _wider(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one place, or none, holds all the others."""
    return any(all(_within(place, over) for place in inner) for inner, over in ((one, other), (other, one)))


def _within(place: str, over: tuple[str, ...]) -> bool:
    return not over or place in over or not set(parents().get(place, ())).isdisjoint(over)


def _acts(found: Ints, features: Features, a: Ints, b: Ints) -> None:
    slots, named = features.slots, ~features.vague[a] & ~features.vague[b]
    first = near()[slots.act[a], slots.act[b]]
    second = (slots.also[a] >= 0) & near()[slots.also[a], slots.act[b]]
    second |= (slots.also[b] >= 0) & near()[slots.act[a], slots.also[b]]
    third = akin()[slots.act[a], slots.act[b]]
    _add(found, named & ~first & ~second & ~third, Reason.ACT)
    sure = authored()[slots.act[a], slots.act[b]]
    _add(found, named & ~first & ~second & third & ~sure, Reason.ACT_AKIN)
    _add(found, named & ~first & ~second & sure, Reason.ACT_NEAR)
    _add(found, named & ~first & second, Reason.ACT_PART)


def _add(found: Ints, which: Bools, reason: int) -> None:
    found |= which * np.int64(reason)


def _by_pair(one: Ints, other: Ints, size: int, judge: Callable[[int, int], int]) -> Ints:
    """The judgement of each pair of codes, each distinct pair judged once; equal codes are judged as such."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    pairs, place = np.unique(low * np.int64(max(size, 1)) + high, return_inverse=True)
    return np.array([judge(n // size, n % size) for n in pairs.tolist()], np.int64)[place] if len(pairs) else low


def _named(found: Sets, code: int, size: int) -> dict[int, set[int]]:
    named: dict[int, set[int]] = {}
    for value in found.of(code):
        named.setdefault(value // size, set()).add(value % size)
    return named


def _differ(mine: dict[int, set[int]], yours: dict[int, set[int]]) -> bool:
    return any(name and mine[name].isdisjoint(yours[name]) for name in mine.keys() & yours.keys())


def heads_differ(features: Features, a: Ints, b: Ints) -> Bools:
    """Whether rows act upon different kinds of product."""
    head, products = features.slots.head, features.slots.products
    one, other = head[a].astype(np.int64), head[b].astype(np.int64)
    both = (one >= 0) & (other >= 0)
    missed = (products[b] >> np.maximum(one, 0) & 1 == 0) & (products[a] >> np.maximum(other, 0) & 1 == 0)
    told: Bools = np.logical_and(both, missed)
    return told


def _mask(found: Ints, mask: Ints, a: Ints, b: Ints, differs: int, silent: int) -> None:
    one, other = mask[a], mask[b]
    both = (one != 0) & (other != 0)
    apart = (one & ~other != 0) & (other & ~one != 0)
    against = both & ((one != other) if differs in (Reason.LEVEL, Reason.QUALIFIER) else apart)
    _add(found, against, differs)
    _add(found, (one != other) & ~both, silent)
    _add(found, (one != other) & both & ~against, Reason.PART if silent else 0)


def _years_apart(features: Features, a: Ints, b: Ints) -> Bools:
    """As `vetoes` has it: the years that one names are not those of the other, named or of its period."""
    named, other = features.slots.years[a], features.slots.years[b]
    own, yours = features.calendar[a], features.calendar[b]
    label = (other == 0) & (own != 0) & (named & own == 0)
    against = np.where(other == 0, yours, other)
    told: Bools = np.logical_and((named != 0) & ~label, (against != 0) & (named & against == 0))
    return told


def _between(features: Features, a: Ints, b: Ints) -> Ints:
    """Months between two periods; one with a single day named is as long as the month."""
    first, last = features.first, features.last
    begin = np.where(first == -FOREVER, last, first)
    end = np.where(last == FOREVER, first, last)
    gap: Ints = np.maximum(begin[a], begin[b]) - np.minimum(end[a], end[b])
    return gap


def _periods_apart(features: Features, a: Ints, b: Ints) -> Bools:
    first, last = features.first, features.last
    gap = np.maximum(first[a], first[b]) - np.minimum(last[a], last[b])
    one, other = features.calendar[a], features.calendar[b]
    years = (one != 0) & (other != 0) & (one & other == 0) & (_between(features, a, b) > NEAR_MONTHS)
    told: Bools = np.logical_or(gap > vetoes.MONTHS_APART, years)
    return told
