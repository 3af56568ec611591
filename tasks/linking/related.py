"""Cross-references without a word of dependency: "lihat juga butir 3", "terkait dengan K2 no. 7", "see also item 4"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tasks.linking.mentions import mentions, sentences
from tasks.linking.numbers import Reference, points_to, references
from tasks.linking.printed import Printed, Row

RELATED = "related"
"""The relation of items of which one only points to the other; it binds nobody."""

FIELDS = ("action", "remarks", "solution", "depends_text")
"""Where records point to one another."""

Pair = tuple[str, str]


def related(rows: Sequence[Row], printed: Printed, linked: Collection[Pair]) -> dict[Pair, str]:
    """The items pointed to and the items that point to them, with the words, without those that are linked otherwise.

    A number that fits several items, of which none is nearest, points to nothing.
    """
    found: dict[Pair, str] = {}
    for place, row in enumerate(rows):
        for said, words in _pointers(row):
            target = _item(rows, printed.find(replace(said, group=said.group or printed.named(words)), place))
            pair = (target, row["item_id"])
            known = any(ends in held for ends in (pair, pair[::-1]) for held in (linked, found))
            if target and target != row["item_id"] and not known:
                found[pair] = words
    return found


def _item(rows: Sequence[Row], places: list[int]) -> str:
    items = {rows[place]["item_id"] for place in places}
    return items.pop() if len(items) == 1 else ""


def _pointers(row: Row) -> Iterator[tuple[Reference, str]]:
    """The numbers behind a word that only points, one by one, with their words; none beside one of dependency."""
    for field in (name for name in FIELDS if row[name]):
        for sentence in sentences(row[field]):
            words = points_to(sentence)
            if words and all(mention.strength == "weak" for mention in mentions(sentence)):
                for said in references(words):
                    yield from ((replace(said, numbers=(one,)), words) for one in said.numbers)
