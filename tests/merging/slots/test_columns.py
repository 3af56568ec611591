"""The columns say of many actions at once what `essence` says of each."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.merging import acts
from tasks.merging.essence import SLOTS, Essence, essence
from tasks.merging.language.lexicon import Lexicon, act_names, lexicon, listed, product_names
from tasks.merging.language.pieces import Cut
from tasks.merging.language.tokens import Vocabulary, tokenised
from tasks.merging.slots.columns import FIRST_YEAR, Slots, columns, products_named, slot_values
from tasks.merging.slots.sets import Sets
from tasks.merging.words import words
from tasks.model.values import parts
from tests.frames import GOLD

SAMPLES = [path.name for path in GOLD.parents[1].iterdir() if (path / "gold" / "records.csv").exists()]
NUMBERS = ["1", "2", "ii", "iii", "30", "2.500", "2018", "2019", "a", "s", "d", "sampai", "genap"]
WORDS = st.sampled_from(sorted(listed()) + sorted(acts.forms()) + NUMBERS + ["hasilnya", "menyusunnya", "dan", "Zzz"])
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=6)


def taken_apart(texts: Sequence[str], names: Sequence[tuple[str, ...]]) -> list[Essence]:
    vocabulary = Vocabulary()
    tokens = tokenised(Cut(texts), vocabulary)
    codes = {name: n for n, name in enumerate(dict.fromkeys(names))}
    own = [(n, vocabulary.add(acts.root(w))) for name, n in codes.items() for one in name for w in words(one)]
    known = lexicon(vocabulary)
    named = np.array(sorted({n * len(vocabulary) + word for n, word in own}), np.int64)
    made = columns(tokens, known, np.array([codes[name] for name in names], np.int64), named, named)
    return [told(made, known, n) for n in range(len(texts))]


def told(made: Slots, known: Lexicon, row: int) -> Essence:
    spelt, size = known.vocabulary.words, len(known.vocabulary)

    def pairs(found: Sets) -> tuple[tuple[str, str], ...]:
        named = ((spelt[n // size] if n >= size else "", spelt[n % size]) for n in found.of(int(found.code[row])))
        return tuple(sorted(named))

    masks = [(slot, value, int(getattr(made, slot)[row]) >> n & 1) for slot in SLOTS for n, value in bits(slot)]
    return Essence(
        act=(*act_names(), "")[made.act[row]],
        object=tuple(sorted(spelt[n] for n in made.objects.of(int(made.objects.code[row])))),
        tail=(),
        head=(*product_names(), "")[made.head[row]],
        products=tuple(sorted(products_named(int(made.products[row])))),
        slots=tuple(sorted((slot, value) for slot, value, there in masks if there)),
        steps=pairs(made.steps),
        years=tuple(str(FIRST_YEAR + n) for n in range(64) if int(made.years[row]) >> n & 1),
        quantities=pairs(made.quantities),
    )


def bits(slot: str) -> list[tuple[int, str]]:
    return list(enumerate(slot_values(slot)))


def without_tail(about: Essence) -> Essence:
    return Essence(**{name: getattr(about, name) for name in Essence.__slots__} | {"tail": ()})


@given(TEXTS)
@settings(deadline=None)
def test_columns_equal_the_essence_of_each_text(texts: list[str]) -> None:
    names: list[tuple[str, ...]] = [("Dinas Pendidikan Jawa Barat", "Jawa Barat")[: n % 3] for n in range(len(texts))]
    expected = [without_tail(essence(text, name)) for text, name in zip(texts, names, strict=True)]
    assert taken_apart(texts, names) == expected


@pytest.mark.parametrize("sample", SAMPLES)
def test_columns_equal_the_essence_of_every_record_of_the_samples(sample: str) -> None:
    rows = pd.read_csv(GOLD.parents[1] / sample / "gold" / "records.csv", dtype=str, keep_default_na=False)
    texts = list(rows["action"])
    names = [(*parts(o), *parts(r)) for o, r in zip(rows["owners"], rows["regions"], strict=True)]
    expected = [without_tail(essence(text, name)) for text, name in zip(texts, names, strict=True)]
    assert taken_apart(texts, names) == expected


def test_nothing_gives_nothing() -> None:
    assert taken_apart([], []) == []
