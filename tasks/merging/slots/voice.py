"""Verbs in the passive put in front of what they are done to, for all texts at once; see `tasks.merging.voice`."""

import numpy as np

from tasks.merging.arrays import Ints, first_of, stretches
from tasks.merging.language.lexicon import Lexicon
from tasks.merging.voice import GAP


def turned(ids: Ints, row: Ints, begins: Ints, lexicon: Lexicon) -> Ints:
    """The words of texts as `voice.turned` puts those of each. row: text of each word; begins: of each text."""
    modal, verb = _verbs(ids, row, begins, lexicon)
    some = np.flatnonzero(verb >= 0)
    size, front = (verb - begins + 1)[some], (modal - begins)[some]
    owner, turn = stretches(size)
    first = begins[some][owner]
    made = ids.copy()
    made[first + turn] = ids[first + (turn + front[owner]) % size[owner]]
    return made


def _verbs(ids: Ints, row: Ints, begins: Ints, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """The places of modal word and verb of each text that are to be put in front; no verb: -1."""
    modals = np.flatnonzero(lexicon.modal[ids])
    doings = np.flatnonzero((lexicon.act[ids] >= 0) & (lexicon.product[ids] < 0))
    modal = first_of(modals, row[modals], len(begins), -1)
    doing = first_of(doings, row[doings], len(begins), len(ids))
    verb = np.full(len(begins), -1, np.int64)
    texts = np.flatnonzero(modal > begins)
    place = modal[texts]
    free = (doing[texts] > place) | ((doing[texts] > begins[texts]) & ~lexicon.purpose[ids[place]])
    texts = texts[free]
    for step in range(1, GAP + 1):
        place = modal[texts] + step
        texts, place = texts[place < len(ids)], place[place < len(ids)]
        told = lexicon.undergone[ids[place]] | (lexicon.be[ids[place - 1]] & (lexicon.act[ids[place]] >= 0))
        verb[texts[told]] = place[told]
        texts = texts[~told & lexicon.joining[ids[place]]]
    return modal, verb
