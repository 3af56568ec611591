"""Families: the same kind of work by different regions or offices, shown together and never merged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from tasks.merging import acts
from tasks.merging.arrays import Bools, Floats, Ints, distinct, stretches
from tasks.merging.language.lexicon import act_names, slot_phrases
from tasks.merging.lists import column
from tasks.merging.matching.blocks import Block, key, paired
from tasks.merging.matching.candidates import telling, turn
from tasks.merging.matching.contradictions import heads_differ
from tasks.merging.matching.family_names import local, named_apart, share_name
from tasks.merging.matching.features import Features
from tasks.merging.matching.groups import groups
from tasks.merging.matching.mentions import Party
from tasks.merging.matching.objects import likeness

_WORD = re.compile(r"[^\W_]+")

KEYS = 3
"""By how many of its most telling words a kind of work is looked up."""

BLOCK = 64
"""A block of so many kinds is compared as a whole."""

LIKE = 0.45
"""From which likeness of objects on, places and school levels left out, two items are of one kind."""

LOCAL = 3
"""A name that items of so many places at most have is one of a place."""

LIKE_WITHIN = 0.3
"""The same if the object of one holds the whole object of the other, and both say what is done."""

LIKE_NAMED = 0.4
"""The same if both name the same programme or product, and say what is done."""

REGIONAL_RULES = ("peraturan_daerah", "peraturan_gubernur", "peraturan_bupati", "peraturan_walikota")
"""Words for rules that regions make. Source: Undang-Undang 12/2011, articles 7 and 8."""

SLOTS = ("qualifier", "audience", "subject", "medium")
"""What parts kinds if both name it and not the same; school levels do not."""


def families(features: Features, weight: Floats, item: Ints) -> Ints:
    """The family of each item, named by its lowest item, -1 for none. item: of each row, from 0 on, each with a row."""
    made = _without_levels(features)
    order = np.argsort(turn(features))
    firsts = order[np.unique(item[order], return_index=True)[1]]
    those, places = _parties(features.mentions.parties)
    regional, place = those[features.mentions.party], places[features.mentions.party]
    found = local(made, firsts, place[firsts], LOCAL)
    weight = np.where(found, 0.0, weight)
    made = replace(made, named=made.named.together(made.names).without(found | made.bare()))
    kind, first = _kinds(made, np.arange(len(item)))
    one, other = _starred(*_like(made, weight, first), np.bincount(kind[regional], minlength=len(first)))
    group = groups(len(first), one, other, lambda a, b: ~_kin(made, first[a], first[b]))[kind]
    told = _widest(item[order], group[order], place[order], regional[order])
    told = order[told]
    return _several(group[told], place[told], regional[told])


def _parties(parties: Sequence[Party]) -> tuple[Bools, Ints]:
    """Whether each party is one of many in the regions, and the number of its place: its regions, else its owners."""
    numbers: dict[tuple[str, ...], int] = {}
    place = [numbers.setdefault(party.regions or party.owners, len(numbers)) for party in parties]
    regional = [
        party.regional and (bool(party.regions) or not all(map(_is_general, party.owners))) for party in parties
    ]
    return np.array(regional, np.bool_), np.array(place, np.int64)


@cache
def _is_general(owner: str) -> bool:
    """Whether a folded name means all offices of its kind ("dinas perikanan kabupaten/kota", "county offices")."""
    return next(reversed(_WORD.findall(owner)), "") in column("general_names", "word", "source")


def _widest(item: Ints, group: Ints, place: Ints, regional: Bools) -> Ints:
    """The row of each item whose group reaches most places, of equals the lowest."""
    reach = _reach(group, place, regional)[group] * regional
    order = np.lexsort((np.arange(len(item)), -reach, item))
    return order[np.unique(item[order], return_index=True)[1]]


def _reach(group: Ints, place: Ints, regional: Bools) -> Ints:
    """The number of places of the regional rows of each group."""
    span = np.int64(place.max(initial=0)) + 1
    pairs = distinct(group[regional] * span + place[regional])
    return np.bincount(pairs // span, minlength=int(group.max(initial=0)) + 1)


def _without_levels(features: Features) -> Features:
    levels = [words for words, told in slot_phrases().items() if any(slot == "level" for slot, _ in told)]
    some = np.zeros(features.size, np.bool_)
    some[[features.number(words[0]) for words in levels if len(words) == 1]] = True
    objects = features.slots.objects.without(some).mapped(_one_rule(features))
    return replace(features, slots=replace(features.slots, objects=objects), named=features.named.without(some))


def _one_rule(features: Features) -> Ints:
    """Word numbers, the rules that regions make as one."""
    numbers = np.arange(features.size)
    known = features.lexicon.vocabulary.number
    numbers[[known[rule] for rule in REGIONAL_RULES]] = known[REGIONAL_RULES[0]]
    return numbers


@cache
def _kind_of_act() -> Ints:
    """The family of each act as a number; the last is that of no act."""
    names = [acts.family(act) for act in act_names()]
    return np.array([*(names.index(name) for name in names), -1])


def _kinds(made: Features, rows: Ints) -> tuple[Ints, Ints]:
    """The number of each item's kind, and the first item of each kind."""
    slots = made.slots
    columns = [slots.objects.code, slots.head, slots.products, *(getattr(slots, slot) for slot in SLOTS)]
    act = np.where(made.vague, -1, _kind_of_act()[slots.act])
    _, first, kind = np.unique(key(act[rows], *(c[rows] for c in columns)), return_index=True, return_inverse=True)
    return kind, first


def _like(made: Features, weight: Floats, first: Ints) -> tuple[Ints, Ints]:
    """Pairs of kinds that are alike, the most alike first."""
    parts = [*_candidates(made, weight, first)]
    code = distinct(np.concatenate([np.zeros(0, np.int64), *(a * np.int64(len(first)) + b for a, b in parts)]))
    a, b = code // max(len(first), 1), code % max(len(first), 1)
    kin = _kin(made, first[a], first[b])
    a, b = a[kin], b[kin]
    found = likeness(made, weight, first[a], first[b])
    vague = made.vague[first[a]] | made.vague[first[b]]
    within = ~(found.more_a & found.more_b) & (found.like >= LIKE_WITHIN) & ~vague
    shared = share_name(made, first[a], first[b]) & (found.like >= LIKE_NAMED) & ~vague
    near = np.flatnonzero((found.like >= LIKE) | within | shared)
    near = near[~named_apart(made, first[a[near]], first[b[near]], found.names[near])]
    order = near[np.lexsort((b[near], a[near], -found.like[near]))]
    return a[order], b[order]


def _starred(one: Ints, other: Ints, items: Ints) -> tuple[Ints, Ints]:
    """Of pairs of kinds, the most alike first, those of each kind with its centre: so likeness is not passed on.

    Centres are kinds of regional items, those with the most items around them that are not alike another centre; one
    that is left alone goes with the kind that is most alike it. items: regional ones of each kind.
    """
    around = items + np.bincount(one, items[other], len(items)) + np.bincount(other, items[one], len(items))
    near: dict[int, list[int]] = {}
    for a, b in zip((*one.tolist(), *other.tolist()), (*other.tolist(), *one.tolist()), strict=True):
        near.setdefault(a, []).append(b)
    centre = np.zeros(len(items), np.bool_)
    for kind in sorted(near, key=lambda n: (-around[n], n)):
        centre[kind] = items[kind] > 0 and not centre[near[kind]].any()
    member = np.where(centre[one], other, one)
    pairs = np.flatnonzero(centre[one] != centre[other])
    _, nearest = np.unique(member[pairs], return_index=True)
    chosen = pairs[nearest]
    alone = centre.copy()
    alone[one[chosen]] = alone[other[chosen]] = False
    left = np.flatnonzero(alone[one] | alone[other])
    _, nearest = np.unique(np.where(alone[one], one, other)[left], return_index=True)
    chosen = np.sort(np.concatenate([chosen, left[nearest]]))
    return one[chosen], other[chosen]


def _candidates(made: Features, weight: Floats, first: Ints) -> Iterator[tuple[Ints, Ints]]:
    sizes, begins, words = telling(made.slots.objects, weight, KEYS)
    code = made.slots.objects.code[first]
    kind, rank = stretches(sizes[code])
    word = words[begins[code[kind]] + rank]
    act, vague = _kind_of_act()[made.slots.act[first]], made.vague[first]
    turn = np.argsort(np.argsort(key(code, made.said[first]), kind="stable"), kind="stable")
    clear = ~vague[kind]
    yield from paired(Block(key(word[clear], act[kind[clear]]), kind[clear]), turn, (), BLOCK)
    yield from paired(Block(key(word), kind, vague[kind]), turn, (), BLOCK)


def _kin(made: Features, a: Ints, b: Ints) -> Bools:
    """Whether rows may be of one kind."""
    act = _kind_of_act()[made.slots.act]
    alike = (act[a] == act[b]) | made.vague[a] | made.vague[b]
    alike &= ~heads_differ(made, a, b)
    for slot in SLOTS:
        mask = getattr(made.slots, slot)
        alike &= (mask[a] == 0) | (mask[b] == 0) | (mask[a] & mask[b] != 0)
    told: Bools = alike
    return told


def _several(group: Ints, place: Ints, regional: Bools) -> Ints:
    """The groups that regional items of more than one place make."""
    items = np.flatnonzero(regional)
    inside = items[_reach(group, place, regional)[group[items]] > 1]
    found = np.full(len(group), -1, np.int64)
    _, first, family = np.unique(group[inside], return_index=True, return_inverse=True)
    found[inside] = inside[first][family] if len(inside) else inside
    return found
