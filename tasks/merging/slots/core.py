"""Every action taken apart at once: where its core stands, which act it names, and what is no part of its object."""

from dataclasses import dataclass

import numpy as np

from tasks.merging.acts import LIGHT
from tasks.merging.arrays import Bools, Ints, first_of
from tasks.merging.essence import FAR, GIVE_WAY, REACH, VAGUE_MAKING
from tasks.merging.language.lexicon import Lexicon, act_names


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
    start = _starts(ids, row, begins, lexicon)
    stop = np.minimum(ends, _tails(ids, row, start, lexicon))
    acting = np.flatnonzero(lexicon.act[ids] >= 0)
    acting = acting[(acting >= start[row[acting]]) & (acting < stop[row[acting]])]
    used = first_of(acting, row[acting], len(ends), -1)
    act = np.where(used >= 0, lexicon.act[ids[used]] if len(ids) else -1, -1)
    used = np.where(used >= 0, used, start - 1)
    act, used = _chosen(ids, stop, act, used, lexicon)
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


def _chosen(ids: Ints, stop: Ints, act: Ints, used: Ints, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Light and vague acts replaced by what follows them."""
    names = act_names()
    giving = np.isin(act, [n for n, name in enumerate(names) if name in GIVE_WAY])
    later, place = ahead(used + 1, stop, ids, lexicon.act, FAR, names.index(LIGHT))
    _, made = ahead(used + 1, stop, ids, lexicon.product, FAR)
    gave = giving & (later >= 0) & ((made < 0) | (place <= made))
    act, used = np.where(gave, later, act), np.where(gave, place, used)
    maker, _ = ahead(used + 1, stop, ids, lexicon.maker)
    vague = np.isin(act, [n for n, name in enumerate(names) if name in VAGUE_MAKING])
    return np.where(vague & (maker >= 0), maker, act), used
