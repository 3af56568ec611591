"""Which pairs are looked at: those that share an office and a telling word, or an office, act and year; never all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Bools, Floats, Ints, stretches
from tasks.merging.matching.blocks import REACH, Block, packed, paired
from tasks.merging.matching.features import Features
from tasks.merging.slots.sets import Sets

KEYS, KEYS_SMALL = 4, 12
"""By how many of its most telling words a mention is looked up, and the same in a small collection."""

SMALL = 5000
"""How many mentions a small collection has at most."""

LARGE = 200_000
"""From how many mentions on a collection is large: its blocks are fuller, and what they hold is less alike."""

BLOCK, BLOCK_SMALL, BLOCK_LARGE = 16, 64, 8
"""How large a block with a common word may be to be compared as a whole; in a small and in a large collection."""

PARAPHRASES, PARAPHRASES_SMALL, PARAPHRASES_LARGE = 16, 40, 4
"""How large one without a common word may be; in a small and in a large collection."""

PART = 1 << 16
"""About how many rows under names are looked through at a time."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """Rows under names. wild: which of them name no office, so that they may belong to any of the place."""

    row: Ints
    name: Ints
    wild: Bools | None = None

    def those(self, chosen: Ints | Bools) -> "_Entries":
        return _Entries(self.row[chosen], self.name[chosen], None if self.wild is None else self.wild[chosen])

    def wild_if(self, other: Bools) -> Bools:
        return other if self.wild is None else self.wild & other

    def parts(self) -> Iterator["_Entries"]:
        """These in parts, all rows under a name in one."""
        order = np.argsort(packed(self.name, self.row))
        name = self.name[order]
        first = 0
        while first < len(name):
            last = int(np.searchsorted(name, name[min(first + PART, len(name)) - 1], side="right"))
            yield self.those(order[first:last])
            first = last


def candidates(features: Features, place: Ints, weight: Floats, whole: int) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of rows (lower, higher) in batches; a pair may come again in a later one.

    place: of each row in an order by content, see `turn`; weight: of each word; whole: how many mentions the whole has
    of which these are a part.
    """
    small = whole <= SMALL
    keys, limit, few, reach = _limits(whole)
    finer = _finer(features)
    same = Block(packed(features.said, features.mentions.party), np.arange(len(features)))
    yield from paired(same, place, finer, limit)
    year = _year(features)
    chosen = telling(features.slots.objects, weight, keys)
    named = (_offices(features), _places(features), _kin(features))
    for entries in (part for found in named for part in found.parts()):
        for block in _with_words(entries, features, year, chosen, small):
            yield from paired(block, place, finer, limit)
        yield from paired(_without_words(entries, features, year), place, finer, few, reach)


def _limits(whole: int) -> tuple[int, int, int, int]:
    """By how many words so many mentions are looked up; the sizes of blocks with and without one; see REACH."""
    if whole <= SMALL:
        return KEYS_SMALL, BLOCK_SMALL, PARAPHRASES_SMALL, REACH
    limit, few = (BLOCK_LARGE, PARAPHRASES_LARGE) if whole >= LARGE else (BLOCK, PARAPHRASES)
    return KEYS, limit, few, few


def _with_words(
    entries: _Entries, features: Features, year: Ints, chosen: tuple[Ints, Ints, Ints], every: bool
) -> Iterator[Block]:
    """The blocks of rows that share a name and a word; an act or a year that is not clear may be any.

    chosen: words by which objects are looked up, see `telling`; every: whether any act and year may be.
    """
    sizes, begins, words = chosen
    code = features.slots.objects.code[entries.row]
    entry, rank = stretches(sizes[code])
    word = words[begins[code[entry]] + rank]
    some = entries.those(entry)
    if every:
        yield Block(packed(some.name, word), some.row, some.wild)
        return
    acted, dated = features.group[some.row] >= 0, year[some.row] >= 0
    both = acted & dated
    clear = some.those(both)
    clear_key = packed(clear.name, word[both], features.group[clear.row], year[clear.row])
    yield Block(clear_key, clear.row, clear.wild)
    yield Block(packed(some.name, word), some.row, some.wild_if(~acted))
    done = some.those(acted)
    yield Block(packed(done.name, word[acted], features.group[done.row]), done.row, done.wild_if(~dated[acted]))


def _without_words(entries: _Entries, features: Features, year: Ints) -> Block:
    clear = entries.those((features.group[entries.row] >= 0) & (year[entries.row] >= 0))
    return Block(packed(clear.name, features.group[clear.row], year[clear.row]), clear.row, clear.wild)


def turn(features: Features) -> Ints:
    """The turn of each row in an order by content."""
    told = features.mentions
    order = np.argsort(packed(features.slots.objects.code, features.said, np.arange(len(features))))
    said = features.said[order]
    again = np.flatnonzero(said[1:] == said[:-1])
    some = np.union1d(again, again + 1)
    rows = order[some]
    columns = (told.file, told.budget, told.end, told.start, told.party, features.said, features.slots.objects.code)
    order[some] = rows[np.lexsort([column[rows] for column in columns])]
    place = np.empty(len(features), np.int64)
    place[order] = np.arange(len(features))
    return place


def _finer(features: Features) -> tuple[Ints, ...]:
    """What divides large blocks further: slots of which two values are always two works, the others, the period."""
    slots, told = features.slots, features.mentions
    first = packed(slots.level, slots.steps.code)
    second = packed(first, slots.audience, slots.subject)
    return first, second, packed(second, told.start, told.end)


def _year(features: Features) -> Ints:
    """The year of each mention, as a bit, -1 if it is none or several."""
    years = (features.calendar | features.slots.years).view(np.uint64)
    single = (years != 0) & (years & (years - np.uint64(1)) == 0)
    return np.where(single, np.log2(np.where(single, years, np.uint64(1)).astype(np.float64)).astype(np.int64), -1)


def _offices(features: Features) -> _Entries:
    """All owners and supporters."""
    numbers: dict[str, int] = {}
    parties = features.mentions.parties
    return _spread(features, [[numbers.setdefault(n, len(numbers)) for n in sorted(p.involved)] for p in parties])


def _kin(features: Features) -> _Entries:
    """The owners whose names others hold, and those others."""
    parties = features.mentions.parties
    numbers = {name: n for n, name in enumerate(sorted({name for p in parties for name in p.held}))}
    own = _spread(features, [[numbers[n] for n in p.owners if n in numbers] for p in parties])
    held = _spread(features, [[numbers[n] for n in p.held] for p in parties])
    wild = np.repeat([True, False], [len(own.row), len(held.row)])
    return _Entries(np.concatenate([own.row, held.row]), np.concatenate([own.name, held.name]), wild)


def _places(features: Features) -> _Entries:
    """The regions in which somebody names no owner; everybody there may be meant."""
    parties, party = features.mentions.parties, features.mentions.party
    silent = np.array([not p.owners for p in parties], np.bool_)
    regions = {parties[n].regions: -n - 1 for n in np.unique(party[silent[party]]).tolist()} if len(parties) else {}
    there = _spread(features, [[regions[p.regions]] if p.regions in regions else [] for p in parties])
    return _Entries(there.row, there.name, silent[party[there.row]])


def _spread(features: Features, values: Sequence[Sequence[int]]) -> _Entries:
    """The values of its party under each row."""
    party = features.mentions.party
    sizes = np.array([len(some) for some in values], np.int64)
    begins = np.cumsum(sizes) - sizes
    whole = np.array([value for some in values for value in some], np.int64)
    row, rank = stretches(sizes[party] if len(party) else party)
    return _Entries(row, whole[begins[party[row]] + rank] if len(row) else row)


def telling(objects: Sets, weight: Floats, keys: int) -> tuple[Ints, Ints, Ints]:
    """(size, begin, words): the `keys` most telling words of each distinct object, of equals the lowest number."""
    owner, rank = stretches(objects.sizes())
    order = np.lexsort((objects.values, -weight[objects.values], owner))
    sizes = np.minimum(objects.sizes(), keys)
    return sizes, np.cumsum(sizes) - sizes, objects.values[order[rank < keys]]
