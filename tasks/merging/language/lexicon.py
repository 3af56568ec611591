"""What each distinct word is: its act, its root, the lists it stands in; one array for each property."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from tasks.merging import acts
from tasks.merging.arrays import Bools, Ints
from tasks.merging.essence import (
    ANDS,
    GIVE_WAY,
    LARGE,
    MEANS,
    PASSIVE,
    ROMAN,
    STEP_JOINTS,
    THINGS,
    YEAR,
    numbers_step,
    of_kind,
    opening,
)
from tasks.merging.language.phrases import Phrases
from tasks.merging.language.tokens import Vocabulary
from tasks.merging.lists import column, rows
from tasks.merging.voice import BE, JOINING, PURPOSE, undergone
from tasks.merging.words import single, terms


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Properties by word number; -1 where a word has none. single: the number of its one form."""

    vocabulary: Vocabulary
    single: Ints
    act: Ints
    root: Ints
    product: Ints
    maker: Ints
    step_noun: Ints
    step_value: Ints
    year: Ints
    digit: Bools
    large: Bools
    modal: Bools
    joining: Bools
    purpose: Bools
    undergone: Bools
    be: Bools
    opening: Bools
    amount: Bools
    bare: Bools
    joint: Bools
    ands: Bools
    means: Bools
    passive: Bools
    thing: Bools
    letter: Bools
    act_of_it: Bools
    phrases: Phrases
    terms: tuple[tuple[int, ...], ...]
    tails: Phrases
    slots: Phrases


@cache
def act_names() -> tuple[str, ...]:
    """Names of the acts, by code."""
    return tuple(dict.fromkeys(row["act"] for row in rows("act_groups")))


@cache
def product_names() -> tuple[str, ...]:
    """Names of the kinds of product, by code."""
    return tuple(dict.fromkeys(row["product"] for row in rows("products")))


@cache
def slot_phrases() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """(slot, value) of each phrase of slots.csv but steps."""
    found: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    for row in rows("slots"):
        if row["slot"] != "step":
            words = tuple(row["word"].split())
            found[words] = (*found.get(words, ()), (row["slot"], row["value"]))
    return found


@cache
def listed() -> frozenset[str]:
    """Every word that a list names or makes."""
    found = {word for phrase, term in terms().items() for word in (*phrase, *term)}
    found |= {word for pair in single().items() for word in pair}
    found |= {word for phrase in slot_phrases() for word in phrase}
    found |= {word for row in (*rows("tails"), *rows("slots")) for word in row["word"].split()}
    return frozenset(
        found | {row["word"] for row in (*rows("products"), *rows("stopwords"))} | STEP_JOINTS | {*ROMAN.values()}
    )


def lexicon(vocabulary: Vocabulary, learnt: Mapping[tuple[str, ...], str] | None = None) -> Lexicon:
    """The properties of all words of a vocabulary, to which the words of the lists and all roots are added.

    learnt: phrases that a text collection abbreviates, whose words the vocabulary has; the lists go first.
    """
    short = {tuple(single().get(w, w) for w in phrase): word for phrase, word in (learnt or {}).items()}
    forms_of = {phrase: (single().get(word, word),) for phrase, word in short.items()} | terms()
    forms_of |= {(word,): terms()[phrase] for phrase, word in short.items() if phrase in terms()}
    for word in sorted(listed()):
        vocabulary.add(word)
    roots = [vocabulary.add(acts.root(word)) for word in vocabulary.words[:]]
    words = vocabulary.words
    roots += range(len(roots), len(words))
    codes = {name: n for n, name in enumerate(act_names())}
    forms = [acts.form(word) for word in words]
    act = np.array([-1 if form is None else codes[form.act] for form in forms], np.int16)
    kinds = {name: n for n, name in enumerate(product_names())}
    digit = np.array([word.isdigit() for word in words])
    modal, amount = _within(words, of_kind("modal")), _within(words, of_kind("amount"))
    stop = modal | amount | _within(words, of_kind("function", "light"))
    nya = np.array([word.endswith("nya") for word in words])
    return Lexicon(
        vocabulary=vocabulary,
        single=_numbers(vocabulary, {word: single().get(word, word) for word in words}),
        act=act,
        root=np.array(roots, np.int32),
        product=_coded(words, column("products", "word", "product"), kinds),
        maker=_coded(words, column("products", "word", "made_by"), codes),
        step_noun=_numbers(vocabulary, {row["word"]: row["word"] for row in rows("slots") if row["slot"] == "step"}),
        step_value=_step_values(vocabulary),
        year=np.array([int(word) if YEAR.fullmatch(word) else -1 for word in words], np.int32),
        digit=digit,
        large=np.array([word.isdigit() and len(word) >= LARGE for word in words]),
        modal=modal,
        joining=_within(words, (BE, *of_kind(*JOINING))),
        purpose=_within(words, PURPOSE),
        undergone=np.array([undergone(word) for word in words], np.bool_),
        be=_within(words, (BE,)),
        opening=_within(words, (word for (word,) in opening())),
        amount=amount,
        bare=stop | digit | np.isin(act, [codes[name] for name in GIVE_WAY]),
        joint=_within(words, STEP_JOINTS),
        ands=_within(words, (word for (word,) in ANDS)),
        means=_within(words, MEANS),
        thing=_within(words, THINGS),
        passive=np.array([PASSIVE.match(word) is not None for word in words]),
        letter=np.array([len(word) == 1 for word in words]),
        act_of_it=nya & (act >= 0),
        phrases=_phrases(vocabulary, forms_of),
        terms=tuple(_spelt(vocabulary, term) for term in forms_of.values()),
        tails=_phrases(vocabulary, [tuple(row["word"].split()) for row in rows("tails")]),
        slots=_phrases(vocabulary, slot_phrases()),
    )


def _within(words: Sequence[str], some: Iterable[str]) -> Bools:
    among = frozenset(some)
    return np.array([word in among for word in words])


def _coded(words: Sequence[str], given: dict[str, str], codes: dict[str, int]) -> Ints:
    return np.array([codes.get(given.get(word, ""), -1) for word in words], np.int16)


def _numbers(vocabulary: Vocabulary, given: dict[str, str]) -> Ints:
    return np.array([vocabulary.number.get(given.get(word, ""), -1) for word in vocabulary.words], np.int32)


def _step_values(vocabulary: Vocabulary) -> Ints:
    """The number of a step ("ii" is 2) by word, -1 for words that number none."""
    values = {word: ROMAN.get(word, word) for word in vocabulary.words}
    given = {w: v for w, v in values.items() if numbers_step(v)}
    return _numbers(vocabulary, given)


def _spelt(vocabulary: Vocabulary, phrase: Iterable[str]) -> tuple[int, ...]:
    return tuple(vocabulary.number[word] for word in phrase)


def _phrases(vocabulary: Vocabulary, phrases: Iterable[tuple[str, ...]]) -> Phrases:
    return Phrases([_spelt(vocabulary, phrase) for phrase in phrases], len(vocabulary))
