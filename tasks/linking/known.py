"""The names that a plan knows: of its offices and regions, and the words in them that tell one from another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import pandas as pd

from tasks.linking.mentions import FOLDER
from tasks.linking.shortened import leading
from tasks.merging.essence import of_kind
from tasks.merging.lists import rows
from tasks.merging.words import fold, words
from tasks.model.values import parts

COMMON = 0.15
"""A word in the names of more than this share of the offices tells no office from another."""

FEW = 3
"""A word in so few names always tells."""

Name = tuple[str, ...]


class Known:
    """The offices (owners and supporters, as written and in full) and regions of a plan's records."""

    def __init__(self, records: pd.DataFrame) -> None:
        offices = _names(records, "owners", "supporters", "owners_text")
        self._bearers = Counter(word for office in offices for word in set(office))
        self._all = len(offices)
        self._joined = {pair for office in offices for pair in pairwise(office)}
        self._by_letter: dict[str, list[Name]] = defaultdict(list)
        for office in offices:
            if len(office) > 1:
                self._by_letter[office[0][0]].append(office)
        telling = (name_words(" ".join(office)) for office in offices)
        self._alone = {word for names in telling if len(names) == 1 for word in names}
        self._full: dict[str, set[str]] = {}
        shortened = {office[:-1] for office in offices if len(office) > 2}
        self._offices = _by_first(office for office in sorted({*offices, *shortened}) if len(office) > 1)
        self._regions: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for region in sorted({fold(name) for cell in set(records["regions"]) for name in parts(cell)}):
            own = tuple(word for word in words(region) if word not in listed("regional"))
            if own:
                self._regions[own[0]].append((own, region))

    def tells(self, word: str) -> bool:
        """Whether a word of offices' names is in few of them."""
        return self._bearers[word] <= max(COMMON * self._all, FEW)

    def alone(self, word: str) -> bool:
        """Whether a word is all that tells of an office ("Pustekkom", "Dinas Pendidikan")."""
        return word in self._alone

    def offices_in(self, tokens: Sequence[str]) -> set[str]:
        """The telling words of the offices that a text names in full, or but for their last word."""
        found: set[str] = set()
        for n, word in enumerate(tokens):
            for office in self._offices.get(word, ()):
                if tuple(tokens[n : n + len(office)]) == office:
                    found |= name_words(" ".join(office))
        return found

    def full(self, short: str) -> set[str]:
        """The telling words of the one office of which a word is the short form ("Puslatan"); empty if not one."""
        if short not in self._full:
            heads = {name[:size] for name in self._by_letter.get(short[0], ()) if (size := leading(short, name))}
            found = {frozenset(name_words(" ".join(head))) for head in heads}
            self._full[short] = set(next(iter(found))) if len(found) == 1 else set()
        return self._full[short]

    def regions_in(self, tokens: Sequence[str]) -> dict[str, set[str]]:
        """The regions (folded names) that a text names, each with its words; not those within an office's name."""
        found = {}
        for n, word in enumerate(tokens):
            for own, region in self._regions.get(word, ()):
                if tuple(tokens[n : n + len(own)]) == own and not self._in_office(tokens, n):
                    found[region] = set(own)
        return found

    def _in_office(self, tokens: Sequence[str], n: int) -> bool:
        return n > 0 and tokens[n - 1] not in listed("regional") and (tokens[n - 1], tokens[n]) in self._joined


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of phrase_words.csv of a kind."""
    return frozenset(row["word"] for row in rows("phrase_words", FOLDER) if row["kind"] == kind)


@lru_cache(maxsize=65536)
def name_words(names: str) -> frozenset[str]:
    """The telling words of names of offices, without those that many share ("dinas", "ministry")."""
    leave = listed("office") | of_kind("function")
    return frozenset(word for word in words(names) if word not in leave)


def _names(records: pd.DataFrame, *columns: str) -> list[Name]:
    cells = {cell for column in columns for cell in records[column]}
    return sorted({words(name) for cell in cells for name in parts(cell)})


def _by_first(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        found[name[0]].append(name)
    return found
