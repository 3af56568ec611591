"""The directory of institutions: the plan's own, those that are shipped, and all that are named after a scheme."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from types import MappingProxyType

from tasks.model.values import Institution, Level
from tasks.normalising.institution_at import NamesAt
from tasks.normalising.institution_heads import Named
from tasks.normalising.institution_matches import InstitutionMatch, distinct
from tasks.normalising.institution_spellings import Spellings
from tasks.normalising.listed_subjects import without_short_forms
from tasks.normalising.located import located
from tasks.normalising.owner_lists import Lists
from tasks.normalising.owner_parts import Owner, Part, read_part
from tasks.normalising.owner_roles import Role, roles_in
from tasks.normalising.owner_tails import Tails
from tasks.normalising.owners import of_parts, split_owners
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word, cut, words

_REMEMBERED = 16384  # cells, and parts of cells, that are kept: most are repeated


class Directory:
    """Finds institutions in text and in owner cells, and gives each its canonical name, level and region."""

    def __init__(
        self, spellings: Spellings, told: Mapping[str, str] = MappingProxyType({}), english: bool = False
    ) -> None:
        """told: short names that the plan explains; english: it is in English."""
        self._spellings = spellings
        self._gazetteer = spellings.gazetteer
        self.year = spellings.year
        self.host = spellings.houses.host
        self._told = told
        self.names = NamesAt(spellings, told, english, self.named)
        begins = self.names.begins
        spelt = (entry.written for entry in spellings.entries)
        self._lists = Lists(spelt, begins, self.names.units, self._gazetteer, told)
        self._tails = Tails(partial(self.names.at, cell=True), begins)
        self._whole = spellings.has_marks
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
        return cls(Spellings.load(gazetteer, extra_rows, language, host, abroad, year), told, language == "en")

    def find(self, text: str) -> list[InstitutionMatch]:
        """Institutions in running text, in order; the role is what the words before say ("didukung X")."""
        said = words(text)
        found: list[tuple[Named, int]] = []
        i = 0
        while i < len(said):
            named = self.names.at(text, said, i, cell=False)
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
        return found[0].institution if whole else self._spellings.ending(name) or Institution(name, Level.OTHER)

    def of_the_host(self, match: InstitutionMatch) -> bool:
        """Whether nothing but the host of the meeting tells whose unit this is."""
        return self._spellings.of_the_host(match.institution.name, match.text)

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

    def _owner_match(self, text: str, owner: Owner) -> InstitutionMatch:
        written = text[owner.start : owner.end]
        institution, known = owner.institution, True
        if institution is None:
            name = " ".join(without_short_forms(written).split())
            heard = self._spellings.heard(written, name)
            institution, known = heard or Institution(name, Level.OTHER), heard is not None
        named = located(institution, self._gazetteer)
        return InstitutionMatch(named, owner.start, owner.end, written, owner.role, known, owner.office)

    def _match(self, text: str, said: Sequence[Word], i: int, named: Named, role: Role) -> InstitutionMatch:
        start, end = said[i].start, said[named.end - 1].end
        return InstitutionMatch(
            located(named.institution, self._gazetteer), start, end, text[start:end], role, office=named.office
        )
