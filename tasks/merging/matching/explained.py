"""Words that say what an abbreviation beside them stands for: "transmission plan (TSEP)" is about the TSEP alone."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tasks.merging.arrays import Bools, Ints
from tasks.merging.language.lexicon import Lexicon
from tasks.merging.slots.columns import Slots
from tasks.merging.slots.sequences import sequences
from tasks.merging.slots.sets import Sets, sets


def without_explanations(slots: Slots, known: Lexicon, short: Mapping[tuple[str, ...], str]) -> Slots:
    """Slots whose objects lack the words of phrases that they abbreviate. short: the abbreviation of each phrase."""
    objects, order = slots.objects, slots.order
    owner = np.repeat(np.arange(len(objects)), objects.sizes())
    row = np.repeat(np.arange(len(order.bounds) - 1), np.diff(order.bounds))
    said, told = np.zeros(len(owner), np.bool_), np.zeros(len(row), np.bool_)
    for phrase, word in short.items():
        there = _there(objects, owner, int(known.root[known.vocabulary.number[word]]))
        if there.any():
            roots = known.root[[known.vocabulary.number[part] for part in phrase]]
            said |= there[owner] & np.isin(objects.values, roots)
            told |= there[objects.code[row]] & np.isin(order.values, roots)
    if not said.any():
        return slots
    made = sets(owner[~said], objects.values[~said], len(objects))
    whole = Sets(made.code[objects.code], made.bounds, made.values, made.hashes)
    return replace(slots, objects=whole, order=sequences(row[~told], order.values[~told], len(order.bounds) - 1))


def _there(objects: Sets, owner: Ints, number: int) -> Bools:
    """Which objects hold a word."""
    found = np.zeros(len(objects), np.bool_)
    found[owner[objects.values == number]] = True
    return found
