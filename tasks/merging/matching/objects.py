"""How alike the objects of pairs are: shared words weighed by how telling they are; each distinct pair once."""

from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, common, holds, stretches
from tasks.merging.matching.features import Features
from tasks.merging.slots.sets import Sets

BATCH = 1 << 17
"""How many pairs are compared at a time."""


FEW = 2
"""Of so many common words one that differs on each side is half of what is said."""


MOSTLY = 0.7
"""Up to which likeness of objects one word of an office's name may be what tells them apart."""

RARE = 6
"""A name that stands in so many objects at most is what these are about."""

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
    on each side; other: what differs on both sides says more than what is common; rare: a rare name in capitals is
    common.
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
    rare: Bools

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
    return Objects(features, weight).likeness(a, b)


class Objects:
    """The objects of rows, made ready to be compared many times."""

    def __init__(self, features: Features, weight: Floats) -> None:
        """weight: of each word."""
        self._told = _told(features, weight)
        self._sizes = len(features.named), len(features.names)
        whole = features.slots.objects.code * np.int64(self._sizes[0]) + features.named.code
        whole = whole * self._sizes[1] + features.names.code
        self._kinds, self._kind = np.unique(whole, return_inverse=True)

    def likeness(self, a: Ints, b: Ints) -> Likeness:
        """The likeness of the objects of these pairs of rows."""
        parts = [self._alike(a[n : n + BATCH], b[n : n + BATCH]) for n in range(0, max(len(a), 1), BATCH)]
        return Likeness(*(np.concatenate([getattr(part, name) for part in parts]) for name in Likeness.__slots__))

    def _alike(self, a: Ints, b: Ints) -> Likeness:
        size = np.int64(max(len(self._kinds), 1))
        pairs, place = np.unique(self._kind[a] * size + self._kind[b], return_inverse=True)
        return _compared(self._told, self._sides(pairs // size), self._sides(pairs % size))[place]

    def _sides(self, kinds: Ints) -> tuple[Ints, Ints, Ints]:
        """The numbers of object, names in capitals and names at the beginning."""
        named, names = self._sizes
        whole = self._kinds[kinds]
        return whole // names // named, whole // names % named, whole % names


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


@dataclass(frozen=True, slots=True)
class _Told:
    """What is asked of words and objects for every pair.

    bare, kind: of words, see `Features`; kinds: of products that each object names, a mask; held: ascending, `object *
    size + word`; weight: of words; core: that of words which are not bare; all_weight, all_core: of all words of each
    object; rare: the weight from which on a word is rare.
    """

    features: Features
    bare: Bools
    kind: Ints
    kinds: Ints
    held: Ints
    weight: Floats
    core: Floats
    all_weight: Floats
    all_core: Floats
    rare: float


def _told(features: Features, weight: Floats) -> _Told:
    objects, bare, kind = features.slots.objects, features.bare(), features.kind()
    owner = np.repeat(np.arange(len(objects)), objects.sizes())
    core = np.where(bare, 0.0, weight)
    whole, peculiar = (
        np.bincount(owner, some[objects.values], len(objects)).astype(np.float64) for some in (weight, core)
    )
    held = owner * np.int64(features.size) + objects.values
    rare = float(np.log1p(np.expm1(weight.max(initial=0.0)) / RARE))
    return _Told(features, bare, kind, _kinds(objects, kind), held, weight, core, whole, peculiar, rare)


def _compared(told: _Told, one: tuple[Ints, Ints, Ints], other: tuple[Ints, Ints, Ints]) -> Likeness:
    features, objects = told.features, told.features.slots.objects
    mine, yours = shared(objects, one[0], other[0], features.size)
    many = np.bincount(mine[0], mine[2], len(one[0])).astype(np.int64)
    sizes = objects.sizes()
    swapped, differs = _different(_telling(told, other[0], mine), _telling(told, one[0], yours))
    return Likeness(
        like=_share(told.weight, told.all_weight[one[0]] + told.all_weight[other[0]], mine, 0.0),
        core=_share(told.core, told.all_core[one[0]] + told.all_core[other[0]], mine, 1.0),
        more_a=many < sizes[one[0]],
        more_b=many < sizes[other[0]],
        names=_both_alone(told, features.named, (one[0], one[1]), (other[0], other[1])),
        called=_both_alone(told, features.names, (one[0], one[2]), (other[0], other[2])),
        few=np.minimum(sizes[one[0]], sizes[other[0]]),
        swapped=swapped & (many <= FEW),
        other=differs,
        rare=_rare(told, one[1], other[0]),
    )


def _rare(told: _Told, names: Ints, others: Ints) -> Bools:
    """Whether a rare one of these sets of names is in the other object."""
    owner, values, there = _there(told.features.named, names, others, told.held, told.features.size)
    return np.bincount(owner, there & (told.weight[values] >= told.rare), len(names)) > 0


def _share(weight: Floats, both: Floats, found: tuple[Ints, Ints, Bools], otherwise: float) -> Floats:
    """The share of the weight of both objects that is common. found: the words of the one, see `shared`."""
    owner, values, there = found
    shared = np.bincount(owner, weight[values] * there, len(both))
    return np.where(both > 0, 2 * shared / np.where(both > 0, both, 1), otherwise)


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
    there, here = common(mine, yours)
    return (owner, values, there), (theirs, those, here)


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


def _telling(told: _Told, others: Ints, found: tuple[Ints, Ints, Bools]) -> tuple[Ints, Ints, Floats, Floats]:
    """How many words the other object lacks, how many of them say what it is about; weights of these and the common.

    A kind of product that the other object does not name says so too. others: the other object of each pair;
    found: the words of the one, see `_there`.
    """
    owner, values, there = found
    kind, about = told.kind[values], ~told.bare[values]
    alone = ~there & (about | ((kind >= 0) & (told.kinds[others[owner]] >> np.maximum(kind, 0) & 1 == 0)))
    size = len(others)
    left, mine = (np.bincount(owner, some, size).astype(np.int64) for some in (~there, alone))
    said, shared = (np.bincount(owner, told.weight[values] * some, size) for some in (alone, there & about))
    return left, mine, said.astype(np.float64), shared.astype(np.float64)


def _kinds(objects: Sets, kind: Ints) -> Ints:
    """The mask of the kinds of product that each object names. kind: of each word."""
    kind = kind[objects.values]
    owner = np.repeat(np.arange(len(objects)), objects.sizes())
    found = np.zeros(len(objects), np.int64)
    np.bitwise_or.at(found, owner[kind >= 0], np.int64(1) << kind[kind >= 0])
    return found


def _both_alone(told: _Told, names: Sets, one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> Bools:
    """Whether each has a name that is not in the other object. one, other: objects and names."""
    held, size = told.held, told.features.size
    return _alone(names, one[1], other[0], held, size) & _alone(names, other[1], one[0], held, size)


def _alone(found: Sets, names: Ints, others: Ints, held: Ints, size: int) -> Bools:
    owner, _, there = _there(found, names, others, held, size)
    return np.bincount(owner, ~there, len(names)) > 0
