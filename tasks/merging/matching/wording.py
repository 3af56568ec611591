"""What was read and learnt of the words of a collection of mentions, and which words name their own parties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from tasks import normalising
from tasks.merging import acts
from tasks.merging.arrays import Ints
from tasks.merging.essence import of_kind
from tasks.merging.language.pieces import Cut
from tasks.merging.language.tokens import Tokens, Vocabulary, tokenised
from tasks.merging.lists import rows
from tasks.merging.matching.acronyms import Written
from tasks.merging.matching.mentions import Party
from tasks.merging.matching.offices import INITIALS
from tasks.merging.words import fold, plain, words


@dataclass(frozen=True, slots=True)
class Words:
    """What was learnt of the words of a text collection.

    words: all, ascending; repaired: right words for slips of the pen; stems: for each root one
    of the same stem, unless it is itself; short: abbreviations of phrases.
    """

    words: tuple[str, ...] = ()
    repaired: Mapping[str, str] = field(default_factory=dict)
    stems: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[tuple[str, ...], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """Texts as numbers: all words, those in capitals, and names that begin with one, each with its text."""

    tokens: Tokens
    rows: Ints
    capitals: Ints
    named_rows: Ints
    names: Ints


def read(texts: Sequence[str], vocabulary: Vocabulary) -> Read:
    """Texts as numbers; words that the vocabulary does not have are added."""
    cut = Cut(texts)
    tokens = tokenised(cut, vocabulary)
    written = Written(cut)
    return Read(tokens, *written.acronyms(vocabulary.number), *written.names(vocabulary.number, tokens))


def mapped(vocabulary: Vocabulary, repaired: Mapping[str, str]) -> Ints:
    """The number of the right word for each word number."""
    right = np.arange(len(vocabulary), dtype=np.int32)
    for word, best in repaired.items():
        if word in vocabulary.number and best in vocabulary.number:
            right[vocabulary.number[word]] = vocabulary.number[best]
    return right


def own_words(parties: Sequence[Party], vocabulary: Vocabulary) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """(party, root) of the words of its owners' and regions' names, and of those that stand in owners' alone."""
    places = [
        _roots((*p.regions, *(over for region in p.regions for over in parents().get(region, ())))) for p in parties
    ]
    offices = [(_roots(p.owners) | _initials(p.owners)) - place for p, place in zip(parties, places, strict=True)]
    told = [[(n, vocabulary.add(root)) for root in sorted(found)] for n, found in enumerate(offices)]
    there = [[(n, vocabulary.add(root)) for root in sorted(found)] for n, found in enumerate(places)]
    own = [pair for some in told for pair in some]
    return [*own, *(pair for some in there for pair in some)], own


def _roots(names: Iterable[str]) -> set[str]:
    return {acts.root(word) for name in names for word in words(name)}


def _initials(names: Iterable[str]) -> set[str]:
    """The initials of names of several words ("dilg"), by which texts call their offices."""
    spelt = ("".join(word[0] for word in plain(name) if word not in of_kind("function")) for name in names)
    return {short for short in spelt if len(short) >= INITIALS}


@cache
def parents() -> dict[str, tuple[str, ...]]:
    """The provinces of each district, by folded names: they are often written behind it."""
    told = rows("regions", Path(normalising.__file__).parent)
    name = {row["code"]: fold(row["name"]) for row in told}
    found: dict[str, set[str]] = {}
    for row in told:
        if row["parent"] in name:
            found.setdefault(fold(row["name"]), set()).add(name[row["parent"]])
    return {district: tuple(sorted(over)) for district, over in found.items()}
