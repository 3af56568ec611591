"""The directory of institutions: the plan's own, those that are shipped, and all that are named after a scheme."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from types import MappingProxyType

from tasks.model.values import Institution, Level
from tasks.normalising.country_entries import country_entries, host_entries
from tasks.normalising.country_offices import Beside
from tasks.normalising.directory_rows import Entry, Near, entries, is_valid, own_entries, shipped
from tasks.normalising.english_names import by_ending_of
from tasks.normalising.field_offices import field_offices
from tasks.normalising.house import Houses, generic, housed, secretariat
from tasks.normalising.institution_definitions import Explained
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.institution_matches import InstitutionMatch, distinct
from tasks.normalising.institution_patterns import own_offices, read_open_place_first, read_pattern, read_place_first
from tasks.normalising.institution_reader import KnownAt
from tasks.normalising.institution_times import of_its_time
from tasks.normalising.institution_units import Units
from tasks.normalising.institution_wholes import governments, longer, site_end
from tasks.normalising.listed_subjects import without_short_forms
from tasks.normalising.located import located
from tasks.normalising.marked_offices import abbreviated_office, behind_comma, department_of_place
from tasks.normalising.owner_lists import Lists
from tasks.normalising.owner_parts import Owner, Part, read_part
from tasks.normalising.owner_roles import Role, roles_in
from tasks.normalising.owner_tails import Tails
from tasks.normalising.owners import MARKS, of_parts, split_owners
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.shared_heads import shared
from tasks.normalising.town_provinces import with_province
from tasks.normalising.unit_wholes import Wholes
from tasks.normalising.words import Phrases, Word, cut, key, words

_JOINTS = frozenset({",", "dan", "and"})
_REMEMBERED = 16384  # cells, and parts of cells, that are kept: most are repeated
_OFFICES = 32768  # of regions, of which each cell may name another
_SURE = 15  # letters of a name made after a scheme in which a slip of the pen is forgiven


class Directory:
    """Finds institutions in text and in owner cells, and gives each its canonical name, level and region."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        spelt: Iterable[Entry],
        offices: Mapping[tuple[str, str], Institution],
        houses: Houses,
        told: Mapping[str, str] = MappingProxyType({}),
        english: bool = False,
        year: int = 0,
    ) -> None:
        """spelt: all spellings, the earlier displace the later; offices: institution by kind of office and region.

        houses: the ministries and agencies, whose units bear their names; told: short names that the plan explains;
        english: it is in English; year: whose names of institutions count.
        """
        listed = list(spelt)
        self._gazetteer = gazetteer
        self.year = year or gazetteer.year
        self._phrases = Phrases((entry.written, entry) for entry in listed)
        self._near = Near(listed)
        borne = (entry.institution.name for entry in listed if not entry.past)
        self.units = Units(self._phrases, self._near, houses, gazetteer, borne)
        self._offices = offices
        self._houses = houses
        self._told = told
        self._explained = Explained(told, self._known_at, self._ending, self.begins, english)
        self._wholes = Wholes(partial(self.at, cell=True), self._is_known, self._is_listed, told, houses.host)
        self._english = english
        self._listed = {e.institution.name for e in listed if key(e.written) not in generic()}
        self._whole = any(not MARKS.isdisjoint(key(e.written)) for e in listed)
        spellings = (entry.written for entry in listed)
        self._lists = Lists(spellings, self.begins, self.units, gazetteer, told)
        self._proper = lru_cache(maxsize=_OFFICES)(self._find_proper)
        self._tails = Tails(partial(self.at, cell=True), self.begins)
        self._cell = lru_cache(maxsize=_REMEMBERED)(self._read_cell)
        self._part = lru_cache(maxsize=_REMEMBERED)(self._read_part)

    @classmethod
    def load(
        cls,
        gazetteer: Gazetteer,
        extra_rows: Iterable[Mapping[str, str]] = (),
        language: str = "id",
        host: str = "",
        abroad: bool = False,
        told: Mapping[str, str] = MappingProxyType({}),
        year: int | None = None,
    ) -> "Directory":
        """The shipped directory as of a year, else of the gazetteer's, with the rows of a plan's own institutions.csv.

        extra_rows: canonical, level, region, variants; they win over what is shipped. language "en" shows
        institutions that have an English name by that. host: who holds the meeting; units that every ministry has
        are those of its ministry. abroad: the plan is of a country other than Indonesia. told: what its documents
        say that short names stand for.
        """
        own = [e for row in extra_rows if row.get("canonical", "").strip() for e in own_entries(row, gazetteer)]
        offices = own_offices(own, gazetteer)
        known_in = year or gazetteer.year
        current: list[Entry] = list(country_entries(gazetteer))
        other: list[Entry] = []
        for row in rows("institutions"):
            if gazetteer.country and row["level"] != Level.OTHER:
                continue
            institution = shipped(row, language, gazetteer)
            if not is_valid(row, known_in):
                other.extend(entries(row, institution, abroad, past=True))
                continue
            institution = of_its_time(institution, known_in)
            current.extend(entries(row, institution, abroad))
            if row["office"]:
                offices.setdefault((row["office"], institution.region), institution)
        houses = Houses([*current, *other], host)
        of_host = host_entries(host, gazetteer) if abroad else secretariat(host, current)
        spelt = [*own, *housed([*current, *other], houses), *of_host]
        return cls(gazetteer, spelt, offices, houses, told, language == "en", known_in)

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
        return list(self._cell(text))

    def named(self, name: str) -> Institution:
        """The institution of one whole name, with level "other" if nobody knows it."""
        found = self.split(name)
        whole = len(found) == 1 and found[0].end - found[0].start == len(name)
        return found[0].institution if whole else self._ending(name) or Institution(name, Level.OTHER)

    def of_the_host(self, match: InstitutionMatch) -> bool:
        """Whether nothing but the host of the meeting tells whose unit this is."""
        unheard = key(match.text) in generic() or match.institution.name not in self._listed
        return unheard and self._houses.gives(match.institution.name, match.text)

    def is_told(self, match: InstitutionMatch) -> bool:
        """Whether the plan itself explains the short name that is written."""
        return match.text.partition(" ")[0] in self._told and match.text.partition(" ")[0] not in match.institution.name

    def _read_cell(self, text: str) -> tuple[InstitutionMatch, ...]:
        owners = split_owners(text, self._read_part, self._part, self._whole)
        return distinct([self._owner_match(text, owner) for owner in owners])

    def _read_part(self, text: str, role: Role) -> Part:
        cuts = self._lists.cuts(text)
        listed = of_parts(text, cuts, role, self._part) if cuts else None
        if listed is not None:
            return listed
        said = cut(text)
        return read_part(said, lambda i: self._tails.at(text, said, i), role)

    def at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """What the longest name that begins at this word stands for, nothing if none does."""
        named = self._explained.at(text, said, i, cell)
        if not named and self._english:
            named = shared(text, said, i, self._gazetteer, self.named)
        named = named or self._known_at(text, said, i, cell)
        if cell and self._english:
            named = self._wholes.at(text, said, i, named) or named
        if named:
            named[-1] = self.units.with_house(named[-1], said)
        return named

    def _known_at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        if said[i].is_mark and not self.begins(said, i):
            return []
        entry = self._phrases.at(said, i)
        whole = longer(text, said, i, entry, self.begins) if entry is not None and cell else None
        if whole is not None:
            return [whole]
        if entry is not None and not _allowed(entry[0], said[i], cell):
            entry = None
        if not cell and not said[i].capital and not (entry and entry[0].own):
            return []
        schemed = self._beside_region(text, said, i, cell) or self._schemed(text, said, i, cell)
        if entry is not None and (not schemed or entry[1] >= schemed[0].end):
            end = entry[1] + (1 if entry[1] < len(said) and said[entry[1]].text == "ri" else 0)
            institution, end = self.units.listed(entry[0], said, i, end)
            return [Named(institution, site_end(said, end, entry[0], self._gazetteer))]
        named = [self.units.proper(n, said, i) if n.unit else self._official(n) for n in schemed]
        if named or not cell:
            return named
        told = governments(said, i, self._gazetteer)
        told = told or [with_province(said, n, self._gazetteer) for n in read_open_place_first(said, text, i)]
        return told or abbreviated_office(said, text, i, self._gazetteer)

    def _beside_region(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """The office of a region of the plan's own country, if that is another than Indonesia."""
        if not self._gazetteer.country:
            return []
        entry_at, read = partial(self._phrases.at, said), partial(self._read_at, text, said, cell)
        return Beside(said, text, self._gazetteer, entry_at, read, cell).at(i)

    def _read_at(self, text: str, said: Sequence[Word], cell: bool, i: int) -> list[Named]:
        return self.at(text, said, i, cell)

    def _schemed(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        found = read_pattern(text, said, i, self._gazetteer, cell, _Known(self, text, said))
        if found and found[0].institution.level is not Level.OTHER:
            return [self._in_place(text, said, i, found[0])] if len(found) == 1 else found
        if offices := field_offices(said, text, i):
            return offices
        department = department_of_place(said, text, i, lambda at: self.at(text, said, at, cell))
        return department or found or read_place_first(text, said, i, self._gazetteer)

    def _in_place(self, text: str, said: Sequence[Word], i: int, named: Named) -> Named:
        """With the place behind a comma."""
        if named.end == len(said) or said[named.end].text != ",":
            return named
        return with_province(said, behind_comma(said, text, i, named, self._gazetteer), self._gazetteer)

    def begins(self, said: Sequence[Word], i: int) -> bool:
        """Whether a known name or the head of a scheme begins at this word."""
        return self._phrases.at(said, i) is not None or _is_head(said, i) or self._explained.begins(said, i)

    def _is_known(self, said: Sequence[Word], i: int) -> bool:
        return self.begins(said, i) or self._gazetteer.at(said, i) is not None

    def _is_listed(self, name: str) -> bool:
        return name in self._listed

    def _official(self, named: Named) -> Named:
        read = named.institution
        proper = self._proper(read.name, read.level, read.region, named.office)
        return named if proper is None else Named(proper, named.end, named.office)

    def _find_proper(self, name: str, level: Level, region: str, office: str) -> Institution | None:
        """The institution of a proper name, if the directory has it, or which a region is known to have under that."""
        entry = self._phrases.whole(name)
        if entry is not None:
            return entry.institution
        meant = self._near.institution(name) if level is Level.CENTRAL and len(name) >= _SURE else None
        if meant is not None:
            return meant
        proper = self._offices.get((office, region)) if region else None
        return proper if proper is not None and level is proper.level else None

    def _owner_match(self, text: str, owner: Owner) -> InstitutionMatch:
        written = text[owner.start : owner.end]
        institution, known = owner.institution, True
        if institution is None:
            name = " ".join(without_short_forms(written).split())
            heard = self._near.institution(written) or self._ending(name)
            institution, known = heard or Institution(name, Level.OTHER), heard is not None
        named = located(institution, self._gazetteer)
        return InstitutionMatch(named, owner.start, owner.end, written, owner.role, known, owner.office)

    def _ending(self, written: str) -> Institution | None:
        return by_ending_of(words(written), written, self._gazetteer)

    def _match(self, text: str, said: Sequence[Word], i: int, named: Named, role: Role) -> InstitutionMatch:
        start, end = said[i].start, said[named.end - 1].end
        return InstitutionMatch(
            located(named.institution, self._gazetteer), start, end, text[start:end], role, office=named.office
        )


def _allowed(entry: Entry, first: Word, cell: bool) -> bool:
    """In running text, short abbreviations count only in capitals, and words of everyday not at all."""
    if cell or entry.own:
        return True
    return not entry.in_cells_only and (first.upper or not (entry.written.isupper() and len(entry.written) <= 5))


def _is_head(said: Sequence[Word], i: int) -> bool:
    """Whether the head of a scheme begins at a word, and not a mere word of a list ("Hukum, Organisasi dan Humas")."""
    found = patterns().at(said, i)
    if found is None:
        return False
    patterned, end = found
    bare = end < len(said) and said[end].text in _JOINTS and all("name" in p.slots for p in patterned)
    return not bare


class _Known(KnownAt):
    def __init__(self, directory: Directory, text: str, said: Sequence[Word]) -> None:
        self._directory, self._text, self._said = directory, text, said

    def __call__(self, i: int) -> bool:
        return self._directory.begins(self._said, i)

    def house(self, i: int) -> tuple[str, int]:
        return self._directory.units.behind(self._said, i)

    def named(self, i: int) -> list[Named]:
        return self._directory.at(self._text, self._said, i, cell=True) if i < len(self._said) else []
