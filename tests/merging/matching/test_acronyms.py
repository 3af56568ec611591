"""Names are found in texts cut at spaces as they are in texts that are read letter by letter."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.arrays import Ints
from tasks.merging.language.pieces import Cut
from tasks.merging.language.tokens import Vocabulary, tokenised
from tasks.merging.matching.acronyms import MOST, Written

WORDS = ["BOS", "(DAK)", "Rapor", "(Rapor", "e-Rapor", "Guru/Kepala", "kerja", "A1", "-", "(", "uji,", "\n", "\t", ""]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=5)

ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b")
NAME = re.compile(r"(?<=[\w,)(–-] )\(?([A-Z][a-z]{2,})\b|(?<=\w[/-])([A-Z][a-z]{2,})\b")


def told(found: tuple[Ints, Ints], vocabulary: Vocabulary) -> list[tuple[int, str]]:
    return sorted((row, vocabulary.words[n]) for row, n in zip(found[0].tolist(), found[1].tolist(), strict=True))


@given(TEXTS)
def test_words_in_capitals(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    tokenised(Cut(texts), vocabulary)
    found = told(Written(Cut(texts)).acronyms(vocabulary.number), vocabulary)
    asked = [(n, w) for n, t in enumerate(texts) if not t.isupper() for w in ACRONYM.findall(t)]
    assert found == sorted((n, w.casefold()) for n, w in asked if w.casefold() in vocabulary.number)


@given(TEXTS)
def test_words_that_begin_with_a_capital(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    tokens = tokenised(Cut(texts), vocabulary)
    found = told(Written(Cut(texts)).names(vocabulary.number, tokens), vocabulary)
    asked: list[tuple[int, str]] = []
    for n, text in enumerate(texts):
        names = [(one or other).casefold() for one, other in NAME.findall(text.replace("\n", " "))]
        names = [name for name in names if name in vocabulary.number]
        if len(names) <= MOST * len(tokenised(Cut([text]), vocabulary).ids[:-1]):
            asked += [(n, name) for name in names]
    assert found == sorted(asked)
