"""How alike the objects of pairs are: shared words weighed by how telling they are; each distinct pair once."""

from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, holds, stretches
from tasks.merging.matching.features import Features
from tasks.merging.slots.sets import Sets

BATCH = 1 << 20
"""How many distinct pairs of objects are compared at a time."""


FEW = 2
"""Of so many common words one that differs on each side is half of what is said."""


MOSTLY = 0.7
"""Up to which likeness of objects one word of an office's name may be what tells them apart."""

MORE = 1.5
"""How many times as telling as what is common that must be which differs on both sides for it to say more."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likeness of each pair.

    like: share of the weight of both sides that is common, 0 to 1; core: the same without the words
    that fill slots or name kinds, 1 if there are no others; more_a, more_b: whether a side has
    words that the other has not; names, called: both have names in capitals, or that begin with one, that the other
    has not; few: the number of words
    of the side that has fewer; swapped: a few words are equal but one
    on each side; other: what differs on both sides says more than what is common.
    """

    like: Floats
    core: Floats
    more_a: Bools
    more_b: Bools
    names: Bools
    called: Bools
    few: Ints
    swapped: Bools
    other: Bools

    def __getitem__(self, rows: Ints | Bools | slice) -> "Likeness":
        return Likeness(*(getattr(self, name)[rows] for name in Likeness.__slots__))

    def turned(self, which: Bools) -> "Likeness":
        """The two sides of these pairs exchanged."""
        more_a, more_b = np.where(which, self.more_b, self.more_a), np.where(which, self.more_a, self.more_b)
        return replace(self, more_a=more_a, more_b=more_b)


def document_frequency(objects: Sets, size: int) -> Ints:
    """In how many rows each word stands."""
    rows = np.bincount(objects.code, minlength=len(objects))
    return np.bincount(objects.values, np.repeat(rows, objects.sizes()), size).astype(np.int64)


def weights(frequency: Ints, rows: int) -> Floats:
    """Inverse document frequency of each word; one that is not known counts as one seen once."""
    return np.log1p(max(rows, 1) / np.maximum(frequency, 1))


def likeness(features: Features, weight: Floats, a: Ints, b: Ints) -> Likeness:
    """The likeness of the objects of these pairs of rows."""
    objects, named = features.slots.objects, features.named
    size, many = np.int64(len(named)), np.int64(len(features.names))
    coded = (objects.code * size + named.code) * many + features.names.code
    whole, both = np.unique(coded, return_inverse=True)
    one, other = both[a].astype(np.int64), both[b].astype(np.int64)
    pairs, place = np.unique(one * len(whole) + other, return_inverse=True)
    held = np.repeat(np.arange(len(objects)), objects.sizes()) * np.int64(features.size) + objects.values
    parts = []
    for first in range(0, max(len(pairs), 1), BATCH):
        some = pairs[first : first + BATCH]
        left, right = (
            whole[some // len(whole)] if len(whole) else some,
            whole[some % len(whole)] if len(whole) else some,
        )
        sides = ((side // many // size, side // many % size, side % many) for side in (left, right))
        parts.append(_compared(features, weight, held, *sides))
    joined = Likeness(*(np.concatenate([getattr(part, name) for part in parts]) for name in Likeness.__slots__))
    return joined[place]


def swapped(features: Features, weight: Floats, a: Ints, b: Ints) -> Bools:
    """Whether these pairs are swapped, and more than little differs, if objects hold words of offices' names."""
    slots = features.slots
    own = slots.own.sizes()[slots.own.code] > 0
    found = np.zeros(len(a), np.bool_)
    some = np.flatnonzero(own[a] | own[b])
    whole = replace(features, slots=replace(slots, objects=slots.objects.together(slots.own)))
    like = likeness(whole, weight, a[some], b[some])
    found[some] = like.swapped & (like.like <= MOSTLY)
    return found


def _compared(
    features: Features, weight: Floats, held: Ints, one: tuple[Ints, Ints, Ints], other: tuple[Ints, Ints, Ints]
) -> Likeness:
    objects = features.slots.objects
    mine, yours = shared(objects, one[0], other[0], features.size)
    owner, values, there = mine
    many = np.bincount(owner, there, len(one[0])).astype(np.int64)
    sizes = objects.sizes()

    def share(weight: Floats, otherwise: float) -> Floats:
        shared = np.bincount(owner, weight[values] * there, len(one[0]))
        total = np.bincount(np.repeat(np.arange(len(objects)), sizes), weight[objects.values], len(objects))
        both = total[one[0]] + total[other[0]]
        return np.where(both > 0, 2 * shared / np.where(both > 0, both, 1), otherwise)

    swapped, differs = _different(_telling(features, weight, other[0], mine), _telling(features, weight, one[0], yours))
    return Likeness(
        like=share(weight, 0.0),
        core=share(np.where(features.bare(), 0.0, weight), 1.0),
        more_a=many < sizes[one[0]],
        more_b=many < sizes[other[0]],
        names=_both_alone(features, features.named, (one[0], one[1]), (other[0], other[1]), held),
        called=_both_alone(features, features.names, (one[0], one[2]), (other[0], other[2]), held),
        few=np.minimum(sizes[one[0]], sizes[other[0]]),
        swapped=swapped & (many <= FEW),
        other=differs,
    )


def shared(
    objects: Sets, one: Ints, other: Ints, size: int
) -> tuple[tuple[Ints, Ints, Bools], tuple[Ints, Ints, Bools]]:
    """(pair, word, whether the other object has it) of the words of both sides of pairs of objects."""
    sides = []
    for codes in (one, other):
        owner, rank = stretches(objects.sizes()[codes])
        sides.append((owner, objects.values[objects.bounds[codes[owner]] + rank]))
    (owner, values), (theirs, those) = sides
    mine, yours = owner * np.int64(size) + values, theirs * np.int64(size) + those
    return (owner, values, holds(yours, mine)), (theirs, those, holds(mine, yours))


def _there(found: Sets, codes: Ints, others: Ints, held: Ints, size: int) -> tuple[Ints, Ints, Bools]:
    """(pair, word, whether the other object has it) of the words of the sets `codes`."""
    owner, rank = stretches(found.sizes()[codes])
    values = found.values[found.bounds[codes[owner]] + rank]
    return owner, values, holds(held, others[owner] * np.int64(size) + values)


def _different(
    side: tuple[Ints, Ints, Floats, Floats], other: tuple[Ints, Ints, Floats, Floats]
) -> tuple[Bools, Bools]:
    """Whether one telling word differs on each side, and whether more differs than is common; see `_telling`."""
    (left, mine, said, common), (right, yours, told, _) = side, other
    swapped = (left == 1) & (mine == 1) & (right == 1) & (yours == 1)
    return swapped, np.minimum(said, told) > MORE * common


def _telling(
    features: Features, weight: Floats, others: Ints, found: tuple[Ints, Ints, Bools]
) -> tuple[Ints, Ints, Floats, Floats]:
    """How many words the other object lacks, how many of them say what it is about; weights of these and the common.

    A kind of product that the other object does not name says so too. others: the other object of each pair;
    found: the words of the one, see `_there`.
    """
    owner, values, there = found
    kinds, kind = _kinds(features), features.kind()[values]
    about = ~features.bare()[values]
    alone = ~there & (about | ((kind >= 0) & (kinds[others[owner]] >> np.maximum(kind, 0) & 1 == 0)))
    size = len(others)
    left, mine = (np.bincount(owner, some, size).astype(np.int64) for some in (~there, alone))
    said, common = (np.bincount(owner, weight[values] * some, size) for some in (alone, there & about))
    return left, mine, said.astype(np.float64), common.astype(np.float64)


def _kinds(features: Features) -> Ints:
    """The mask of the kinds of product that each object names."""
    objects = features.slots.objects
    kind = features.kind()[objects.values]
    owner = np.repeat(np.arange(len(objects)), objects.sizes())
    found = np.zeros(len(objects), np.int64)
    np.bitwise_or.at(found, owner[kind >= 0], np.int64(1) << kind[kind >= 0])
    return found


def _both_alone(features: Features, names: Sets, one: tuple[Ints, Ints], other: tuple[Ints, Ints], held: Ints) -> Bools:
    """Whether each has a name that is not in the other object. one, other: objects and names."""
    size = features.size
    return _alone(names, one[1], other[0], held, size) & _alone(names, other[1], one[0], held, size)


def _alone(found: Sets, names: Ints, others: Ints, held: Ints, size: int) -> Bools:
    owner, _, there = _there(found, names, others, held, size)
    return np.bincount(owner, ~there, len(names)) > 0
