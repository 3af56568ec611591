"""Rows of a directory of institutions, shipped or the plan's own, as the spellings by which they are found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from tasks.model.values import Institution, Level, parts
from tasks.normalising.reference import spellings
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import key

_LIKENESS = 92  # of 100: one wrong letter in a name of twelve
_SHORTEST = 8  # letters; shorter names differ by one letter from others that are right
_LONG_WORD = 7  # letters of a word in which a slip of the pen still leaves it that word
_IN_CELLS = "~"  # marks a spelling that names an institution only in a cell for institutions
_HEADS = (("Ditjen ", "Direktorat Jenderal "), ("Dit. ", "Direktorat "))


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelling of an institution. own: from the plan's table; in_cells_only: too common a word for running text.

    past: not borne in the year of the meeting, before or after it.
    """

    institution: Institution
    written: str
    own: bool = False
    in_cells_only: bool = False
    past: bool = False


def shipped(row: Mapping[str, str], language: str, gazetteer: Gazetteer) -> Institution:
    """The institution of a row of institutions.csv, in English by its English name if it has one."""
    name = row["english"] if language == "en" and row["english"] else row["canonical"]
    region = gazetteer.named(row["region"]) if row["region"] else None
    return Institution(name, Level(row["level"]), region.name if region else row["region"])


def is_valid(row: Mapping[str, str], year: int) -> bool:
    """Whether the institution bears this name in a year."""
    return int(row["from"] or 0) <= year <= int(row["to"] or 9999)


def entries(row: Mapping[str, str], institution: Institution, abroad: bool = False, past: bool = False) -> list[Entry]:
    """All spellings of a row of institutions.csv.

    abroad: the plan is another country's, whose "Ministry of Education" is not called as Indonesia's is in full; past:
    the institution does not bear the name in the year of the meeting.
    """
    out: list[Entry] = []
    for written in spellings(dict(row), "canonical", "variants", "english"):
        if abroad and " of " in written and written != row["english"]:
            continue
        bare = written.removeprefix(_IN_CELLS)
        out.extend(Entry(institution, form, in_cells_only=bare != written, past=past) for form in _forms(bare))
    return out


def _forms(written: str) -> Iterator[str]:
    """A spelling with its first word as it is, in full, and short."""
    yield written
    for short, full in _HEADS:
        if written.startswith(short):
            yield full + written.removeprefix(short)
        elif written.startswith(full):
            yield short + written.removeprefix(full)


def own_entries(row: Mapping[str, str], gazetteer: Gazetteer) -> list[Entry]:
    """All spellings of a row of the plan's own table; a level that is none becomes "other"."""
    level = row.get("level", "").strip()
    known = Level(level) if level in set(Level) else Level.OTHER
    region = row.get("region", "").strip()
    named = gazetteer.named(region) if region else None
    institution = Institution(row["canonical"].strip(), known, named.name if named else region)
    written = [institution.name, *parts(row.get("variants", ""))]
    return [Entry(institution, form, own=True) for name in written for form in _forms(name)]


class Near:
    """Finds the institution whose name a word is a slip of the pen away from."""

    def __init__(self, listed: Iterable[Entry]) -> None:
        """Short spellings are left out, and those that are everyday words."""
        self._names: dict[str, Institution] = {}
        for entry in listed:
            name = " ".join(key(entry.written))
            if len(name) >= _SHORTEST and not entry.in_cells_only:
                self._names.setdefault(name, entry.institution)
        self._found: dict[str, Institution | None] = {}
        self._as_long = cache(self._of_length)

    def institution(self, written: str) -> Institution | None:
        """The one institution that is meant, None if none or more than one is near, or the first letter differs."""
        if written not in self._found:
            self._found[written] = self._nearest(" ".join(key(written)))
        return self._found[written]

    def _nearest(self, name: str) -> Institution | None:
        if len(name) < _SHORTEST or any(c.isdigit() for c in name):
            return None
        near = process.extract(name, self._as_long(len(name)), scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=5)
        meant = {self._names[found] for found, _, _ in near if found[0] == name[0] and _slip(name, found)}
        return meant.pop() if len(meant) == 1 else None

    def _of_length(self, length: int) -> list[str]:
        """The names that can be alike to one of so many letters; of others too many are missing."""
        least = 100 - _LIKENESS
        return [n for n in self._names if abs(len(n) - length) * 100 <= (len(n) + length) * least]


def _slip(written: str, known: str) -> bool:
    """Whether two names differ in long words alone: in a short one a letter makes another name ("Keswa", "Keswan")."""
    said, meant = written.split(), known.split()
    if len(said) != len(meant):
        return True
    return all(min(len(a), len(b)) >= _LONG_WORD for a, b in zip(said, meant, strict=True) if a != b)
