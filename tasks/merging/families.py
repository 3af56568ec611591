"""Families: the same kind of work by different regions or offices, shown together and never merged."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tasks.merging import acts
from tasks.merging.cluster import clusters
from tasks.merging.entry import Entry
from tasks.merging.essence import SLOTS
from tasks.merging.likeness import Weights, counts, likeness
from tasks.merging.lists import rows
from tasks.merging.pairs import neighbours
from tasks.merging.vetoes import heads_differ, vague

KEYS = 3
"""By how many of its most telling words an item is looked up."""

LIKE = 0.58
"""From which likeness of objects on, places and school levels left out, two items are of one kind."""


def families(items: Sequence[Entry], weights: Weights) -> list[list[int]]:
    """Positions of the items of each family, at least two; `items` are one entry an item."""
    objects = [_object(item) for item in items]
    scored = []
    for a, b in _candidates(items, objects, weights):
        like, _ = likeness(objects[a], objects[b], weights)
        if like >= LIKE and kin(items[a], items[b]):
            scored.append((-like, items[a].name, items[b].name, a, b))
    found = clusters(len(items), [(a, b) for *_, a, b in sorted(scored)], lambda a, b: kin(items[a], items[b]))
    return [members for members in found if len(members) > 1]


def kin(a: Entry, b: Entry) -> bool:
    """Whether two items may be of one kind: regional both, elsewhere or by others, no slot against it."""
    one, other = a.about, b.about
    if not (a.regional and b.regional) or (a.regions == b.regions and a.owners & b.owners):
        return False
    if acts.family(one.act) != acts.family(other.act) and not (vague(one) or vague(other)):
        return False
    if heads_differ(one, other):
        return False
    mine, yours = counts(one.slots), counts(other.slots)
    return all(_agree(mine.get(slot), yours.get(slot)) for slot in SLOTS if slot != "level")


def _agree(mine: frozenset[str] | None, yours: frozenset[str] | None) -> bool:
    return not mine or not yours or bool(mine & yours)


def _object(item: Entry) -> tuple[str, ...]:
    levels = {row["word"] for row in rows("slots") if row["slot"] == "level"}
    return tuple(word for word in item.about.object if word not in levels)


def _candidates(
    items: Sequence[Entry], objects: Sequence[tuple[str, ...]], weights: Weights
) -> Iterator[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(objects):
        if items[n].regional:
            for word in weights.rarest(words, KEYS):
                blocks[word].append(n)
    seen: set[tuple[int, int]] = set()
    for word in sorted(blocks):
        for a, b in neighbours(sorted(blocks[word], key=lambda n: (objects[n], items[n].name))):
            if (a, b) not in seen:
                seen |= {(a, b), (b, a)}
                yield a, b
