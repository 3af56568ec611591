"""The directory of institutions: the plan's own, those that are shipped, and all that are named after a scheme."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tasks.model.values import Institution, Level, parts
from tasks.normalising.institution_patterns import KnownAt, Named, patterns, read_pattern
from tasks.normalising.owners import Owner, roles_in, split_owners
from tasks.normalising.reference import rows, spellings
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Phrases, Word, words

Role = Literal["lead", "support", ""]
_IN_CELLS = "~"  # marks a spelling that names an institution only in a cell for institutions


@dataclass(frozen=True, slots=True)
class InstitutionMatch:
    """An institution where a text names it. `known` False: kept as written, not found in any directory."""

    institution: Institution
    start: int
    end: int
    text: str
    role: Role = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Entry:
    institution: Institution
    written: str
    own: bool = False
    in_cells_only: bool = False


class Directory:
    """Finds institutions in text and in owner cells, and gives each its canonical name, level and region."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        own: Iterable[_Entry],
        shipped: Iterable[_Entry],
        offices: Mapping[tuple[str, str], Institution],
    ) -> None:
        """own: the plan's entries, which win; offices: institution by kind of office and region."""
        self._gazetteer = gazetteer
        self._phrases = Phrases((entry.written, entry) for entry in [*own, *shipped])
        self._offices = offices

    @classmethod
    def load(
        cls, gazetteer: Gazetteer, extra_rows: Iterable[Mapping[str, str]] = (), language: str = "id"
    ) -> "Directory":
        """The shipped directory as of the gazetteer's year, with the rows of a plan's own institutions.csv.

        extra_rows: canonical, level, region, variants; they win over what is shipped. language "en" shows
        institutions that have an English name by that.
        """
        own = [entry for row in extra_rows if row.get("canonical", "").strip() for entry in _own_entries(row)]
        current: list[_Entry] = []
        other: list[_Entry] = []
        offices: dict[tuple[str, str], Institution] = {}
        for row in rows("institutions"):
            valid = _valid(row, gazetteer.year)
            institution = _institution(row, language, gazetteer)
            if row["office"] and valid:
                offices.setdefault((row["office"], institution.region), institution)
            (current if valid else other).extend(_entries(row, institution))
        return cls(gazetteer, own, [*current, *other], offices)

    def find(self, text: str) -> list[InstitutionMatch]:
        """Institutions in running text, in order; the role is what the words before say ("didukung X")."""
        said = words(text)
        found: list[tuple[Named, int]] = []
        i = 0
        while i < len(said):
            named = self.at(text, said, i, cell=False)
            found.extend((n, i) for n in named)
            i = named[-1].end if named else i + 1
        roles = roles_in(said, [(start, n.end) for n, start in found])
        return [self._match(text, said, start, n, role) for (n, start), role in zip(found, roles, strict=True)]

    def split(self, text: str) -> list[InstitutionMatch]:
        """The names in a cell for institutions; who is not known stays as written, with level "other"."""
        said = words(text)
        owners = split_owners(text, said, lambda i: self.at(text, said, i, cell=True))
        return _distinct(_owner_match(text, owner) for owner in owners)

    def at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """What the longest name that begins at this word stands for, nothing if none does."""
        entry = self._phrases.at(said, i)
        listed = entry is not None and self._allowed(entry[0], said[i], cell)
        if not cell and not said[i].capital and not (entry and entry[0].own):
            return []
        schemed = read_pattern(text, said, i, self._gazetteer, cell, _Known(self, said))
        if entry is not None and listed and (not schemed or entry[1] >= schemed[0].end):
            return [Named(entry[0].institution, entry[1])]
        return [self._official(n) for n in schemed]

    def begins(self, said: Sequence[Word], i: int) -> bool:
        """Whether a known name or the head of a scheme begins at this word."""
        return self._phrases.at(said, i) is not None or patterns().at(said, i) is not None

    def _official(self, named: Named) -> Named:
        """The office's proper name where a region is known to have it under that."""
        proper = self._offices.get((named.office, named.institution.region)) if named.institution.region else None
        return Named(proper, named.end, named.office) if proper and named.institution.level is proper.level else named

    def _allowed(self, entry: _Entry, first: Word, cell: bool) -> bool:
        if cell or entry.own:
            return True
        if entry.in_cells_only:
            return False
        return first.upper or not (entry.written.isupper() and len(entry.written) <= 5)

    def _match(self, text: str, said: Sequence[Word], i: int, named: Named, role: Role) -> InstitutionMatch:
        start, end = said[i].start, said[named.end - 1].end
        return InstitutionMatch(named.institution, start, end, text[start:end], role)


class _Known(KnownAt):
    def __init__(self, directory: Directory, said: Sequence[Word]) -> None:
        self._directory, self._said = directory, said

    def __call__(self, i: int) -> bool:
        return self._directory.begins(self._said, i)


def _owner_match(text: str, owner: Owner) -> InstitutionMatch:
    written = text[owner.start : owner.end]
    institution = owner.institution or Institution(" ".join(written.split()), Level.OTHER)
    return InstitutionMatch(institution, owner.start, owner.end, written, owner.role, owner.institution is not None)


def _distinct(matches: Iterable[InstitutionMatch]) -> list[InstitutionMatch]:
    seen: dict[str, InstitutionMatch] = {}
    for found in matches:
        seen.setdefault(found.institution.name, found)
    return list(seen.values())


def _institution(row: Mapping[str, str], language: str, gazetteer: Gazetteer) -> Institution:
    name = row["english"] if language == "en" and row["english"] else row["canonical"]
    region = gazetteer.named(row["region"]) if row["region"] else None
    return Institution(name, Level(row["level"]), region.name if region else row["region"])


def _valid(row: Mapping[str, str], year: int) -> bool:
    return int(row["from"] or 0) <= year <= int(row["to"] or 9999)


def _entries(row: Mapping[str, str], institution: Institution) -> list[_Entry]:
    out = []
    for written in spellings(dict(row), "canonical", "variants", "english"):
        bare = written.removeprefix(_IN_CELLS)
        out.append(_Entry(institution, bare, in_cells_only=bare != written))
    return out


def _own_entries(row: Mapping[str, str]) -> list[_Entry]:
    level = row.get("level", "").strip()
    known = Level(level) if level in set(Level) else Level.OTHER
    institution = Institution(row["canonical"].strip(), known, row.get("region", "").strip())
    written = [institution.name, *parts(row.get("variants", ""))]
    return [_Entry(institution, name, own=True) for name in written]
