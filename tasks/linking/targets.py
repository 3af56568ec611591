"""Items made findable: the words of what they make, by whom, where; and an index from words to items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

import pandas as pd

from tasks.linking.endings import stem
from tasks.linking.initials import Initials
from tasks.linking.known import Known, listed, name_words
from tasks.merging import acts
from tasks.merging.entry import Entry, entries
from tasks.merging.essence import Essence, of_kind, product, split
from tasks.merging.likeness import Weights
from tasks.merging.words import words
from tasks.model.values import Level, parts

Row = Mapping[str, str]

MOST = 400
"""So many items a word may lead to; a word of more says too little to look by."""


@dataclass(frozen=True, slots=True)
class Target:
    """An item as something to refer to.

    words: roots of its actions and outputs, without what it waits for; subject: those of the actions alone; core: the
    words of its first action, see `split`; years: those that it names and those of its period; products: kinds of
    product it makes; acts: classes; slots, steps: as in Essence; owners: words of its owners' names as written and in
    full, names: of its supporters' too; regional: not of the centre; entry: its first record.
    """

    item_id: str
    words: frozenset[str]
    subject: frozenset[str]
    core: tuple[str, ...]
    years: frozenset[str]
    products: frozenset[str]
    acts: frozenset[str]
    slots: frozenset[tuple[str, str]]
    steps: frozenset[tuple[str, str]]
    owners: frozenset[str]
    names: frozenset[str]
    groups: frozenset[str]
    regions: frozenset[str]
    regional: bool
    family: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Told:
    """A record of an item. core: the words of its action, see `split`."""

    row: Row
    entry: Entry
    core: tuple[str, ...]


class Targets:
    """The items of a plan, findable by word; `weights` say how telling a word is among them.

    rows: the records, row by row.
    """

    def __init__(self, items: pd.DataFrame, records: pd.DataFrame) -> None:
        self.rows = _rows(records)
        told: dict[str, list[_Told]] = defaultdict(list)
        for row, entry in zip(self.rows, entries(records), strict=True):
            told[row["item_id"]].append(_Told(row, entry, _core(words(entry.text))))
        self.all = {item: _target(item, told[item], family) for item, family in _pairs(items)}
        self.known = Known(records)
        self.initials = Initials(row["action"] for row in self.rows)
        self.weights = Weights(target.words for target in self.all.values())
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_family: dict[str, list[str]] = defaultdict(list)
        for target in self.all.values():
            for word in sorted({key for w in target.words for key in _keys(w)}):
                self._by_word[word].append(target.item_id)
            for name in sorted(target.names):
                self._by_name[name].append(target.item_id)
            self._by_family[target.family].append(target.item_id)

    def with_words(self, wanted: Iterable[str]) -> list[Target]:
        """The items that share a telling word, in the order of the plan."""
        keys = sorted({key for word in wanted for key in _keys(word)})
        hits = [self._by_word[key] for key in keys if 0 < len(self._by_word.get(key, ())) <= MOST]
        return self._of(item for found in hits for item in found)

    def with_name(self, wanted: Iterable[str]) -> list[Target]:
        """The items whose owners or supporters bear one of these words."""
        hits = [self._by_name[name] for name in wanted if 0 < len(self._by_name.get(name, ())) <= MOST]
        return self._of(item for found in hits for item in found)

    def bears(self, word: str) -> bool:
        """Whether an office's name has this word."""
        return word in self._by_name

    def is_name(self, word: str) -> bool:
        """Whether a word is part of few offices' names rather than of what is done."""
        if word in listed("completion") or acts.form(word) or product(word):
            return False
        done = len(self._by_word.get(stem(word), ()))
        return 2 * done < len(self._by_name.get(word, ())) and self.known.tells(word)

    def kin(self, family: str) -> list[str]:
        """The items of a family."""
        return self._by_family[family] if family else []

    def _of(self, found: Iterable[str]) -> list[Target]:
        return [self.all[item] for item in dict.fromkeys(found)]


def content(tokens: Iterable[str]) -> set[str]:
    """Roots of the words that say something."""
    return {root for word in tokens if (root := telling(word))}


@lru_cache(maxsize=65536)
def telling(word: str) -> str:
    """The root of a word that says something, empty for any other: function words, years."""
    if word in of_kind("function", "light", "modal", "amount") or (word.isdigit() and len(word) == 4):
        return ""
    return stem(acts.root(word))


def _rows(records: pd.DataFrame) -> list[Row]:
    columns = [str(column) for column in records.columns]
    return [
        dict(zip(columns, cells, strict=True)) for cells in zip(*(records[c].tolist() for c in columns), strict=True)
    ]


def _core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """What is done, see `split`; with what precedes "to", which in English follows verbs ("pay wages to guards")."""
    core, tail = split(tokens)
    whole = tokens[: len(tokens) - len(tail)]
    return whole if whole[-len(core) - 1 : -len(core)] == ("to",) else core


def _pairs(items: pd.DataFrame) -> Iterable[tuple[str, str]]:
    return zip(items["item_id"], items["family_id"], strict=True)


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """What a word is looked up by: itself, and its act if it is one."""
    found = acts.form(word)
    return (word, f"act {found.act}") if found else (word,)


def _target(item: str, told: Sequence[_Told], family: str) -> Target:
    rows = [one.row for one in told]
    outputs = [words(row["output"]) for row in rows if row["output"]]
    abouts = [one.entry.about for one in told]
    subject = frozenset(content(word for one in told for word in one.core))
    owners = [_either(row["owners"], row["owners_text"]) for row in rows]
    names = [_either(own, row["supporters"]) for own, row in zip(owners, rows, strict=True)]
    return Target(
        item_id=item,
        words=subject | content(word for output in outputs for word in output),
        subject=subject,
        core=told[0].core,
        years=_years(rows, abouts),
        products=frozenset(_products(abouts, outputs)),
        acts=frozenset([about.act for about in abouts]),
        slots=frozenset([pair for about in abouts for pair in about.slots]),
        steps=frozenset([pair for about in abouts for pair in about.steps]),
        owners=_union(map(name_words, owners)),
        names=_union(map(name_words, names)),
        groups=frozenset([row["group"] for row in rows]),
        regions=_union(one.entry.regions for one in told),
        regional=_is_regional(rows),
        family=family,
        entry=told[0].entry,
    )


def _either(one: str, other: str) -> str:
    """Names of two cells as one cell."""
    return f"{one} ; {other}" if other and other != one else one


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All of some sets, which are kept once for all items that have the same."""
    return reduce(frozenset.union, sets)


def _is_regional(told: Sequence[Row]) -> bool:
    levels = {level for row in told for level in parts(row["levels"])}
    below = levels & {Level.PROVINCE, Level.DISTRICT, Level.SCHOOL}
    return Level.CENTRAL not in levels and bool(below or any(row["regions"] for row in told))


def _years(told: Sequence[Row], abouts: Sequence[Essence]) -> frozenset[str]:
    dated = {row[side][:4] for row in told for side in ("start", "end") if row[side]}
    return frozenset(dated.union(*(about.years for about in abouts)))


def _products(abouts: Sequence[Essence], outputs: Sequence[tuple[str, ...]]) -> set[str]:
    made = {kind for about in abouts if acts.makes(about.act) for kind in about.products}
    return made | {kind for output in outputs for word in output if (kind := product(word))}
