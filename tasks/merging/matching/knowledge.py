"""What is learnt from all mentions together and may be handed out to parts of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tasks.merging.arrays import Floats
from tasks.merging.language.initials import initials
from tasks.merging.language.repair import numbering, repairs
from tasks.merging.language.stems import alike
from tasks.merging.language.tokens import Tokens, Vocabulary, counted
from tasks.merging.matching.features import Features, features
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.model import Model, shipped
from tasks.merging.matching.objects import document_frequency, weights
from tasks.merging.matching.wording import Read, Words, mapped, read
from tasks.merging.words import single


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Learnt once for all mentions; plain values, so that it can be handed to other processes.

    rows: how many these were; frequency: in how many of their objects a word stands;
    model: the weights of evidence.
    """

    words: Words
    rows: int
    frequency: Mapping[str, int]
    model: Model

    def weight(self, features: Features) -> Floats:
        """The weight of each word number of these features."""
        numbers = np.zeros(features.size, np.int64)
        for word, count in self.frequency.items():
            numbers[features.number(word)] = count
        return weights(numbers, self.rows)


def seen(mentions: Mentions) -> tuple[Features, Knowledge]:
    """The features of mentions, and what is known before pairs are looked at."""
    vocabulary = Vocabulary()
    done = read(mentions.texts, vocabulary)
    words = words_of(done, vocabulary)
    made = features(mentions, words, done)
    frequency = document_frequency(made.slots.objects, made.size).tolist()
    told = {made.spelt(n): count for n, count in enumerate(frequency) if count}
    return made, Knowledge(words, len(mentions), told, shipped())


def words_of(done: Read, vocabulary: Vocabulary) -> Words:
    """The words of texts, the slips among them, and the abbreviations that they explain."""
    counts = counted(done.tokens, len(vocabulary)).tolist()
    told = dict(zip(vocabulary.words[1:], counts[1:], strict=True))
    repaired = repairs(told) | numbering(done.tokens, vocabulary, told)
    tokens = Tokens(mapped(vocabulary, repaired | single())[done.tokens.ids])
    short = initials(tokens, vocabulary, done.capitals)
    return Words(tuple(told), repaired, alike(told.keys() - repaired.keys()), short)
