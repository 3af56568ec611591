"""Every action taken apart at once: where its core stands, which act it names, and what is no part of its object."""

from dataclasses import dataclass

import numpy as np

from tasks.merging.acts import LIGHT
from tasks.merging.arrays import Bools, Ints, first_of
from tasks.merging.essence import FAR, GIVE_WAY, REACH, VAGUE_MAKING, WRITTEN
from tasks.merging.language.lexicon import Lexicon, act_names
from tasks.merging.slots.voice import turned


@dataclass(frozen=True, slots=True)
class Cores:
    """Texts as words, phrases in their one form. ids: words, a 0 behind each text; row: text of each word.

    start, stop: the core of each text; act: its act (code, -1: none); used: place of the act's word, start - 1 if none.
    """

    ids: Ints
    row: Ints
    start: Ints
    stop: Ints
    act: Ints
    used: Ints

    def inside(self, places: Ints) -> Ints:
        """The places that lie in a core."""
        row = self.row[places]
        return places[(places >= self.start[row]) & (places < self.stop[row])]

    def mask(self) -> Bools:
        """Whether each word is in a core."""
        place = np.arange(len(self.ids))
        inside: Bools = (place >= self.start[self.row]) & (place < self.stop[self.row])
        return inside


def cores(ids: Ints, lexicon: Lexicon) -> Cores:
    """Texts, phrases in their one form, with core and act, as `essence.split` and the act of `essence` say."""
    ends = np.flatnonzero(ids == 0)
    row = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=-1))
    begins = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    ids = turned(ids, row, begins, lexicon)
    start = _starts(ids, row, begins, lexicon)
    stop = np.minimum(ends, _tails(ids, row, start, lexicon))
    acting = np.flatnonzero(lexicon.act[ids] >= 0)
    acting = acting[(acting >= start[row[acting]]) & (acting < stop[row[acting]])]
    used = first_of(acting, row[acting], len(ends), -1)
    act = np.where(used >= 0, lexicon.act[ids[used]] if len(ids) else -1, -1)
    used = np.where(used >= 0, used, start - 1)
    act, used = _chosen(ids, start, stop, act, used, lexicon)
    return Cores(ids, row, start, stop, act, used)


def ahead(
    first: Ints, stop: Ints, ids: Ints, values: Ints, reach: int = REACH, unwanted: int = -1
) -> tuple[Ints, Ints]:
    """The first value (≥ 0, not `unwanted`) of `reach` words from `first` on, and its place; -1 if there is none."""
    value, place = np.full(len(first), -1, np.int64), np.full(len(first), -1, np.int64)
    for step in reversed(range(reach)):
        at = first + step
        there = at < stop
        told = np.where(there, values[ids[np.where(there, at, 0)]], -1) if len(ids) else value
        good = (told >= 0) & (told != unwanted)
        value, place = np.where(good, told, value), np.where(good, at, place)
    return value, place


def _starts(ids: Ints, row: Ints, begins: Ints, lexicon: Lexicon) -> Ints:
    modal = np.flatnonzero(lexicon.modal[ids])
    acting = np.flatnonzero(lexicon.act[ids] >= 0)
    first = first_of(modal, row[modal], len(begins), -1)
    earliest = first_of(acting, row[acting], len(begins), len(ids))
    opens = lexicon.opening[ids[begins]] if len(ids) else np.zeros(0, np.bool_)
    return np.where((first >= 0) & (earliest >= first) & ~opens, first + 1, begins)


def _tails(ids: Ints, row: Ints, start: Ints, lexicon: Lexicon) -> Ints:
    follows = np.zeros(len(ids), np.bool_)
    for _, places, _ in lexicon.tails.found(ids):
        follows[places] = True
    follows[:-1] |= lexicon.ands[ids[:-1]] & lexicon.act_of_it[ids[1:]]
    places = np.flatnonzero(follows)
    places = places[places >= start[row[places]] + 2]
    return first_of(places, row[places], len(start), len(ids))


def _chosen(ids: Ints, start: Ints, stop: Ints, act: Ints, used: Ints, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Light and vague acts replaced by what follows them."""
    names = act_names()
    named, maker = _product_first(ids, stop, used, start, lexicon)
    giving = np.isin(act, [n for n, name in enumerate(names) if name in GIVE_WAY]) & ~_before_and(
        ids, stop, used, lexicon
    )
    later, place = _giving(ids, stop, used, lexicon)
    gave = giving & (later >= 0)
    act, used = np.where(gave, later, act), np.where(gave, place, used)
    asked, _ = ahead(used + 1, stop, ids, lexicon.maker)
    vague = np.isin(act, [n for n, name in enumerate(names) if name in VAGUE_MAKING])
    act = np.where(vague & (asked >= 0), asked, act)
    return np.where(named, maker, act), np.where(named, start - 1, used)


def _product_first(ids: Ints, stop: Ints, used: Ints, start: Ints, lexicon: Lexicon) -> tuple[Bools, Ints]:
    """Whether a text begins with a product, and the act by which it is made.

    The text names no act, or one that is the contents of the product ("guidelines on using …").
    """
    if not len(ids):
        return used >= start, used
    first, second = ids[np.minimum(start, len(ids) - 1)], ids[np.maximum(used, 0)]
    maker = lexicon.maker[first].astype(np.int64)
    written = np.isin(maker, [n for n, name in enumerate(act_names()) if name in WRITTEN])
    before = (used == start + 1) & ~lexicon.passive[second]
    told: Bools = (before | ((used == start - 1) & written)) & (start < stop) & (lexicon.product[first] >= 0)
    return told, maker


def _before_and(ids: Ints, stop: Ints, used: Ints, lexicon: Lexicon) -> Bools:
    """Whether "and" follows, so that the act stands beside another rather than before it."""
    there = used + 1 < stop
    told: Bools = there & lexicon.ands[ids[np.where(there, used + 1, 0)]] if len(ids) else there
    return told


def _giving(ids: Ints, stop: Ints, used: Ints, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """The act close behind, and its place, unless a product stands before it; -1 if there is none."""
    acts = np.where(lexicon.thing, -1, lexicon.act)
    later, place = ahead(used + 1, stop, ids, acts, FAR, act_names().index(LIGHT))
    _, made = ahead(used + 1, stop, ids, lexicon.product, FAR)
    good = (made < 0) | (place <= made)
    return np.where(good, later, -1), np.where(good, place, -1)
