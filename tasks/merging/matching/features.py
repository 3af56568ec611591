"""Mentions as columns of numbers, all that vetoes, keys and comparison look at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from tasks.merging import acts
from tasks.merging.arrays import Bools, Ints, holds, mixed, stretches, summed
from tasks.merging.language.lexicon import Lexicon, act_names, lexicon, slot_phrases
from tasks.merging.language.tokens import Tokens, Vocabulary
from tasks.merging.lists import rows
from tasks.merging.matching.explained import without_explanations
from tasks.merging.matching.mentions import OPEN, Mentions
from tasks.merging.matching.wording import Read, Words, mapped, own_words, read
from tasks.merging.slots.columns import FIRST_YEAR, Slots, chunks, columns
from tasks.merging.slots.sets import Sets, sets

FOREVER = 12 * 10_000
"""A month after all others; its negative is one before all others."""


@dataclass(frozen=True, slots=True)
class Features:
    """Columns over mentions. slots: with objects as classes of words, see `_classes`; named: objects in capitals.

    names: objects in capitals at the beginning; group: of acts that may be one work, -1 if it is not clear;
    vague: no act that says what is done;
    first, last: months of the period; calendar: mask of its years; said: a number for the words of the text.
    """

    mentions: Mentions
    lexicon: Lexicon
    slots: Slots
    named: Sets
    names: Sets
    group: Ints
    vague: Bools
    first: Ints
    last: Ints
    calendar: Ints
    said: Ints

    def __len__(self) -> int:
        return len(self.mentions)

    @property
    def size(self) -> int:
        """One more than the highest number of a word or class of words."""
        return len(self.lexicon.vocabulary) + len(act_names())

    def bare(self) -> Bools:
        """Which words fill a slot, name a kind of product, a step or an act: these count themselves, or say little."""
        number = self.lexicon.vocabulary.number
        found = np.ones(self.size, np.bool_)
        found[: len(number)] = (self.lexicon.product >= 0) | (self.lexicon.step_noun >= 0)
        found[[number[words[0]] for words in slot_phrases() if len(words) == 1]] = True
        found[[number[row["word"]] for row in rows("acts") if row["word"] in number]] = True
        return found

    def kind(self) -> Ints:
        """The kind of product that each word names, -1 if none."""
        found = np.full(self.size, -1, np.int64)
        found[: len(self.lexicon.product)] = self.lexicon.product
        return found

    def spelt(self, number: int) -> str:
        """A word, or the name of a class of words in angle brackets."""
        vocabulary = self.lexicon.vocabulary.words
        return vocabulary[number] if number < len(vocabulary) else f"<{act_names()[number - len(vocabulary)]}>"

    def number(self, spelt: str) -> int:
        """The number of what `spelt` gives."""
        vocabulary = self.lexicon.vocabulary.number
        return vocabulary[spelt] if spelt[0] != "<" else len(vocabulary) + act_names().index(spelt[1:-1])


def features(mentions: Mentions, words_of: Words, done: Read | None = None) -> Features:
    """Features of mentions, which belong to a collection with these words.

    done: what `read` gives for them and a vocabulary of these words alone.
    """
    vocabulary = Vocabulary(words_of.words)
    done = done or read(mentions.texts, vocabulary)
    own, theirs = own_words(mentions.parties, vocabulary)
    known = lexicon(vocabulary, words_of.short)
    right = mapped(vocabulary, words_of.repaired)
    tokens = Tokens(right[done.tokens.ids])
    size = len(vocabulary)
    named, offices = (np.unique(np.array([n * size + word for n, word in some], np.int64)) for some in (own, theirs))
    slots = without_explanations(columns(tokens, known, mentions.party, named, offices), known, words_of.short)
    capitals = _named(done.rows, done.capitals, slots, known)
    names = _named(done.named_rows, done.names, slots, known)
    classes = _classes(known, words_of.stems)
    first, last, calendar = _periods(mentions)
    return Features(
        mentions=mentions,
        lexicon=known,
        slots=replace(
            slots,
            objects=slots.objects.mapped(classes),
            order=slots.order.mapped(classes),
            own=slots.own.mapped(classes),
        ),
        named=capitals.mapped(classes),
        names=names.mapped(classes),
        group=np.where(slots.also >= 0, -1, _by_act(slots.act, _groups())),
        vague=_by_act(slots.act, _vague()).astype(np.bool_),
        first=first,
        last=last,
        calendar=calendar,
        said=_said(tokens),
    )


def _named(rows: Ints, values: Ints, slots: Slots, known: Lexicon) -> Sets:
    """Those of these words that are part of objects."""
    size = len(known.vocabulary)
    held = np.repeat(np.arange(len(slots.objects)), slots.objects.sizes()) * size + slots.objects.values
    there = holds(held, slots.objects.code[rows] * size + values)
    return sets(rows[there], values[there], len(slots.act))


def _classes(known: Lexicon, stems: Mapping[str, str]) -> Ints:
    """The class of each root: one word of the same stem; forms of one act are one class, behind the vocabulary."""
    spelt = known.vocabulary.words
    classes = np.arange(len(spelt))
    for word, other in stems.items():
        classes[known.vocabulary.number[word]] = known.vocabulary.number[other]
    acting = [(n, form) for n, word in enumerate(spelt) if (form := acts.form(word)) is not None]
    for number, form in acting:
        classes[number] = len(spelt) + act_names().index(form.act)
    return classes


def _by_act(act: Ints, values: Ints) -> Ints:
    """Values by code of act for every row; the last is that of a row without act."""
    return values[act]


@cache
def near() -> Bools:
    """Whether two acts (by code) may be one work; the last is that of no act, which may be any."""
    found = np.ones((len(act_names()) + 1, len(act_names()) + 1), np.bool_)
    for n, act in enumerate(act_names()):
        found[n, :-1] = [not acts.near(act).isdisjoint(acts.near(other)) for other in act_names()]
    return found


@cache
def akin() -> Bools:
    """Whether two acts (by code, the last none) may be one work if people say so."""
    found = np.zeros((len(act_names()) + 1, len(act_names()) + 1), np.bool_)
    for n, act in enumerate(act_names()):
        found[n, :-1] = [not acts.akin(act).isdisjoint(acts.akin(other)) for other in act_names()]
    return found


@cache
def authored() -> Bools:
    """Whether two acts (by code, the last none) are of those by which one thing comes about, or gets better."""
    found = np.zeros((len(act_names()) + 1, len(act_names()) + 1), np.bool_)
    for n, act in enumerate(act_names()):
        found[n, :-1] = [not acts.AUTHORED.isdisjoint(acts.akin(act) & acts.akin(other)) for other in act_names()]
    return found


@cache
def _vague() -> Ints:
    return np.array([*(act == acts.LIGHT or acts.LIGHT in acts.near(act) for act in act_names()), True])


@cache
def _groups() -> Ints:
    """The smallest code of the acts that may be one work with an act, directly or by others; -1 for vague ones."""
    alike = near()[:-1, :-1]
    group = np.arange(len(alike) + 1)
    for _ in alike:
        group[:-1] = [group[:-1][row].min() for row in alike]
    return np.where(_vague() == 1, -1, group)


def _periods(mentions: Mentions) -> tuple[Ints, Ints, Ints]:
    first, last = (_months(side) for side in (mentions.start, mentions.end))
    open_first, open_last = mentions.start == OPEN, mentions.end == OPEN
    low, high = np.where(open_first, last, first) // 12, np.where(open_last, first, last) // 12
    low, high = (np.clip(year - FIRST_YEAR, 0, 63).astype(np.uint64) for year in (low, high))
    ones = np.uint64(0xFFFFFFFFFFFFFFFF)
    years = (ones >> (np.uint64(63) - high)) & (ones << low)
    calendar = np.where(open_first & open_last, np.uint64(0), years).view(np.int64)
    return np.where(open_first, -FOREVER, first), np.where(open_last, FOREVER, last), calendar


def _months(days: Ints) -> Ints:
    stated = np.where(days == OPEN, 0, days).astype("datetime64[D]").astype("datetime64[M]")
    return stated.astype(np.int64) + 12 * 1970


def _said(tokens: Tokens) -> Ints:
    return np.concatenate([np.zeros(0, np.int64), *(_hashed(ids) for ids, _, _ in chunks(tokens))])


def _hashed(ids: Ints) -> Ints:
    ends = np.flatnonzero(ids == 0)
    _, turn = stretches(np.diff(ends, prepend=-1))
    return summed(mixed(ids.astype(np.int64) << np.int64(24) | turn), ends + 1).view(np.int64)
