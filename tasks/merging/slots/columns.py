"""The slots of all actions as columns: the same that `essence` takes from one action."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np

from tasks.merging.arrays import Bools, Ints, first_of, holds
from tasks.merging.essence import REACH, SLOTS
from tasks.merging.language.lexicon import Lexicon, product_names, slot_phrases
from tasks.merging.language.phrases import replaced
from tasks.merging.language.tokens import Tokens
from tasks.merging.slots.core import Cores, ahead, cores
from tasks.merging.slots.sequences import Sequences, sequences
from tasks.merging.slots.sets import Sets, sets

FIRST_YEAR = 1987
"""The year of the lowest bit; 64 years have a bit, others share those at the ends."""

CHUNK = 1 << 21
"""About how many words are taken apart at a time."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What each action is about. Codes are -1 if silent, masks have one bit for each value named.

    act: of `act_names`; also: a second one beside it ("procure and distribute"); head: of `product_names`;
    products: mask of them; level … medium: mask of `slot_values`;
    years: mask from FIRST_YEAR; objects: roots; order: the same as they follow each other; own: roots left out of them
    that offices have their names from;
    steps, quantities: pairs as `pair` makes them.
    """

    act: Ints
    also: Ints
    head: Ints
    products: Ints
    level: Ints
    qualifier: Ints
    audience: Ints
    subject: Ints
    medium: Ints
    years: Ints
    objects: Sets
    order: Sequences
    own: Sets
    steps: Sets
    quantities: Sets


@cache
def slot_values(slot: str) -> tuple[str, ...]:
    """The values of a slot in the order of their bits."""
    return tuple(dict.fromkeys(value for told in slot_phrases().values() for name, value in told if name == slot))


def columns(tokens: Tokens, lexicon: Lexicon, who: Ints, named: Ints, offices: Ints) -> Slots:
    """Slots of texts. who: code of the names (owners, regions) of each text; their words are no part of objects.

    named: ascending `code * size of the vocabulary + root` of all words of these names; offices: of owners' alone.
    """
    made = [_columns(ids, lexicon, who[first : first + rows], named, offices) for ids, first, rows in chunks(tokens)]
    if not made:
        made = [_columns(np.zeros(0, np.int32), lexicon, who, named, offices)]
    joined: dict[str, Any] = {}
    for field in fields(Slots):
        parts = [getattr(part, field.name) for part in made]
        match parts[0]:
            case Sets():
                joined[field.name] = Sets.joined(parts)
            case Sequences():
                joined[field.name] = Sequences.joined(parts)
            case _:
                joined[field.name] = np.concatenate(parts)
    return Slots(**joined)


def pair(name: Ints, value: Ints, size: int) -> Ints:
    """Two words as one number."""
    return name.astype(np.int64) * size + value


def chunks(tokens: Tokens) -> Iterator[tuple[Ints, int, int]]:
    """(words, first text, how many texts) of stretches of texts that can be worked on at a time."""
    ends = tokens.ends()
    first = 0
    while first < len(ends):
        begin = int(ends[first - 1]) + 1 if first else 0
        last = max(int(np.searchsorted(ends, begin + CHUNK)), first + 1)
        yield tokens.ids[begin : int(ends[min(last, len(ends)) - 1]) + 1], first, min(last, len(ends)) - first
        first = last


def _columns(ids: Ints, lexicon: Lexicon, who: Ints, named: Ints, offices: Ints) -> Slots:
    core = cores(replaced(lexicon.single[ids], lexicon.phrases, lexicon.terms), lexicon)
    inside = core.mask()
    steps, numbers = _steps(core, inside, lexicon)
    objects, order, own = _objects(core, inside & ~numbers, lexicon, who, named, offices)
    head, _ = ahead(core.used + 1, core.stop, core.ids, lexicon.product, REACH + 1)
    return Slots(
        act=core.act.astype(np.int16),
        also=_also(core, lexicon).astype(np.int16),
        head=head.astype(np.int16),
        products=_products(core, inside, lexicon),
        **_filled(core, lexicon),
        years=_years(core, inside, lexicon),
        objects=objects,
        order=order,
        own=own,
        steps=steps,
        quantities=_quantities(core, inside, numbers, lexicon),
    )


def _also(core: Cores, lexicon: Lexicon) -> Ints:
    """The act behind "and" behind the act; or the first of those by means of which it is done ("through training")."""
    means = core.inside(np.flatnonzero(lexicon.means[core.ids[:-1]] & (lexicon.act[core.ids[1:]] >= 0)))
    means = means[(means > core.used[core.row[means]]) & (core.used >= core.start)[core.row[means]]]
    place = first_of(means + 1, core.row[means], len(core.start), 0)
    beside = _beside(core, lexicon)
    return np.where((beside < 0) & (place > 0), lexicon.act[core.ids[place]], beside) if len(core.ids) else beside


def _beside(core: Cores, lexicon: Lexicon) -> Ints:
    there = (core.used >= core.start) & (core.used + 2 < core.stop)
    place = np.where(there, core.used, 0)
    if not len(core.ids):
        return core.act
    and_, second = (core.ids[np.minimum(place + step, len(core.ids) - 1)] for step in (1, 2))
    return np.where(there & lexicon.ands[and_], lexicon.act[second], -1)


def _masks(rows: Ints, bits: Ints, size: int) -> Ints:
    found = np.zeros(size, np.int64)
    np.bitwise_or.at(found, rows, np.int64(1) << bits.astype(np.int64))
    return found


def _products(core: Cores, inside: Bools, lexicon: Lexicon) -> Ints:
    kinds = lexicon.product[core.ids]
    places = np.flatnonzero(inside & (kinds >= 0))
    return _masks(core.row[places], kinds[places], len(core.start))


def _years(core: Cores, inside: Bools, lexicon: Lexicon) -> Ints:
    years = lexicon.year[core.ids]
    places = np.flatnonzero(inside & (years >= 0))
    return _masks(core.row[places], np.clip(years[places] - FIRST_YEAR, 0, 63), len(core.start))


@cache
def _slot_masks() -> Ints:
    """For each slot and phrase the mask of the values that it names."""
    found = np.zeros((len(SLOTS), len(slot_phrases())), np.int64)
    for number, told in enumerate(slot_phrases().values()):
        for slot, value in told:
            found[SLOTS.index(slot), number] |= 1 << slot_values(slot).index(value)
    return found


def _filled(core: Cores, lexicon: Lexicon) -> dict[str, Ints]:
    found = np.zeros((len(SLOTS), len(core.start)), np.int64)
    for length, places, phrases in lexicon.slots.found(core.ids):
        row = core.row[places]
        there = (places >= core.start[row]) & (places + length <= core.stop[row])
        for slot, masks in enumerate(_slot_masks()):
            np.bitwise_or.at(found[slot], row[there], masks[phrases[there]])
    return dict(zip(SLOTS, found, strict=True))


def _steps(core: Cores, inside: Bools, lexicon: Lexicon) -> tuple[Sets, Bools]:
    """Steps, and which words number them."""
    places = core.inside(np.flatnonzero(lexicon.step_noun[core.ids] >= 0))
    numbers = np.zeros(len(core.ids), np.bool_)
    rows, pairs = [], []
    alive = places
    for step in range(1, REACH + 1):
        alive = alive[alive + step < core.stop[core.row[alive]]]
        value = lexicon.step_value[core.ids[alive + step]]
        told = alive[value >= 0]
        rows.append(core.row[told])
        pairs.append(pair(lexicon.step_noun[core.ids[told]], value[value >= 0], len(lexicon.vocabulary)))
        numbers[told + step] = True
        alive = alive[(value >= 0) | lexicon.joint[core.ids[alive + step]]]
    return sets(np.concatenate(rows), np.concatenate(pairs), len(core.start)), numbers


def _quantities(core: Cores, inside: Bools, numbers: Bools, lexicon: Lexicon) -> Sets:
    plain = inside & lexicon.digit[core.ids] & ~numbers & (lexicon.year[core.ids] < 0)
    noun = inside & ~lexicon.digit[core.ids] & ~lexicon.letter[core.ids]
    places = np.flatnonzero(plain[:-1] & noun[1:])
    pairs = pair(lexicon.root[core.ids[places + 1]], core.ids[places], len(lexicon.vocabulary))
    bare = np.flatnonzero(plain & lexicon.large[core.ids])
    rows = np.concatenate([core.row[places], core.row[bare]])
    return sets(rows, np.concatenate([pairs, core.ids[bare].astype(np.int64)]), len(core.start))


def _objects(
    core: Cores, wanted: Bools, lexicon: Lexicon, who: Ints, named: Ints, offices: Ints
) -> tuple[Sets, Sequences, Sets]:
    """Objects, the order of their words, and the words of offices' names that were left out of them."""
    wanted = np.logical_and(wanted, ~lexicon.bare[core.ids])
    wanted[core.used[core.used >= core.start]] = False
    wanted[core.used[_beside(core, lexicon) >= 0] + 2] = False
    marks = core.inside(np.flatnonzero(lexicon.amount[core.ids]))
    marks = marks[marks + 1 < core.stop[core.row[marks]]]
    marks = marks[lexicon.digit[core.ids[marks + 1]]]
    for step in range(3):
        wanted[np.minimum(marks + step, core.stop[core.row[marks]])] = False
    places = np.flatnonzero(wanted)
    row, root = core.row[places], lexicon.root[core.ids[places]].astype(np.int64)
    keys = pair(who[row], root, len(lexicon.vocabulary))
    own = holds(named, keys)
    theirs = np.flatnonzero(own)
    theirs = theirs[holds(offices, keys[theirs])]
    size = len(core.start)
    order = sequences(row[~own], root[~own], size)
    return sets(row[~own], root[~own], size), order, sets(row[theirs], root[theirs], size)


def products_named(mask: int) -> list[str]:
    """The names of a mask of products."""
    return [name for n, name in enumerate(product_names()) if mask >> n & 1]
