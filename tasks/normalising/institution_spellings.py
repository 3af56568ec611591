"""How institutions are spelt: the plan's own list, those that are shipped, in the order in which they win."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tasks.model.values import Institution, Level
from tasks.normalising.country_entries import country_entries, host_entries
from tasks.normalising.directory_rows import Entry, Near, entries, is_valid, own_entries, shipped
from tasks.normalising.english_names import by_ending_of
from tasks.normalising.house import Houses, generic, housed, secretariat
from tasks.normalising.institution_patterns import own_offices
from tasks.normalising.institution_times import of_its_time
from tasks.normalising.owners import MARKS
from tasks.normalising.reference import HashableRow, hashable, rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Phrases, key, words

_LOADED = 4  # plans, and stages of one, that look at the same lists
_OFFICES = 32768  # of regions, of which each cell may name another
_SURE = 15  # letters of a name made after a scheme in which a slip of the pen is forgiven


class Spellings:
    """All spellings of institutions that are known as of a year, and the offices that regions are known to have."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        spelt: Iterable[Entry],
        offices: Mapping[tuple[str, str], Institution],
        houses: Houses,
        year: int = 0,
    ) -> None:
        """spelt: the earlier displace the later; offices: institution by kind of office and region.

        houses: the ministries and agencies, whose units bear their names; year: whose names of institutions count.
        """
        self.entries = tuple(spelt)
        self.gazetteer = gazetteer
        self.houses = houses
        self.year = year or gazetteer.year
        self.phrases = Phrases((entry.written, entry) for entry in self.entries)
        self.near = Near(self.entries)
        self._offices = offices
        self._listed = {e.institution.name for e in self.entries if key(e.written) not in generic()}
        self.proper = lru_cache(maxsize=_OFFICES)(self._find_proper)

    @staticmethod
    def load(
        gazetteer: Gazetteer,
        extra_rows: Iterable[Mapping[str, str]] = (),
        language: str = "id",
        host: str = "",
        abroad: bool = False,
        year: int | None = None,
    ) -> "Spellings":
        """What is shipped as of a year, with what the plan adds; see Directory.load. Kept for the next call."""
        return _loaded(gazetteer, hashable(extra_rows), language, host, abroad, year or gazetteer.year)

    @classmethod
    def _of(
        cls,
        gazetteer: Gazetteer,
        extra_rows: Iterable[Mapping[str, str]],
        language: str,
        host: str,
        abroad: bool,
        year: int,
    ) -> "Spellings":
        own = [e for row in extra_rows if row.get("canonical", "").strip() for e in own_entries(row, gazetteer)]
        offices = own_offices(own, gazetteer)
        current: list[Entry] = list(country_entries(gazetteer))
        other: list[Entry] = []
        for row in rows("institutions"):
            if gazetteer.country and row["level"] != Level.OTHER:
                continue
            institution = shipped(row, language, gazetteer)
            if not is_valid(row, year):
                other.extend(entries(row, institution, abroad, past=True))
                continue
            institution = of_its_time(institution, year)
            current.extend(entries(row, institution, abroad))
            if row["office"]:
                offices.setdefault((row["office"], institution.region), institution)
        houses = Houses([*current, *other], host)
        of_host = host_entries(host, gazetteer) if abroad else secretariat(host, current)
        spelt = [*own, *housed([*current, *other], houses), *of_host]
        return cls(gazetteer, spelt, offices, houses, year)

    @property
    def borne(self) -> Iterable[str]:
        """The names that institutions bear as of the year."""
        return (entry.institution.name for entry in self.entries if not entry.past)

    @property
    def has_marks(self) -> bool:
        """Whether a spelling holds one of the marks that part owners, so that a cell must be read whole."""
        return any(not MARKS.isdisjoint(key(entry.written)) for entry in self.entries)

    def is_listed(self, name: str) -> bool:
        """Whether an institution of this name is listed by more than a name that every ministry's unit may bear."""
        return name in self._listed

    def of_the_host(self, name: str, written: str) -> bool:
        """Whether nothing but the host of the meeting tells whose unit this is."""
        unheard = key(written) in generic() or not self.is_listed(name)
        return unheard and self.houses.gives(name, written)

    def heard(self, written: str, name: str) -> Institution | None:
        """The institution of a name that nobody lists so: one that is spelt nearly so, or one that says its kind."""
        return self.near.institution(written) or self.ending(name)

    def ending(self, written: str) -> Institution | None:
        """The institution of a name whose last words say its kind."""
        return by_ending_of(words(written), written, self.gazetteer)

    def _find_proper(self, name: str, level: Level, region: str, office: str) -> Institution | None:
        """The institution of a proper name, if the directory has it, or which a region is known to have under that."""
        entry = self.phrases.whole(name)
        if entry is not None:
            return entry.institution
        meant = self.near.institution(name) if level is Level.CENTRAL and len(name) >= _SURE else None
        if meant is not None:
            return meant
        proper = self._offices.get((office, region)) if region else None
        return proper if proper is not None and level is proper.level else None


@lru_cache(maxsize=_LOADED)
def _loaded(
    gazetteer: Gazetteer, own: tuple[HashableRow, ...], language: str, host: str, abroad: bool, year: int
) -> Spellings:
    return Spellings._of(gazetteer, map(dict, own), language, host, abroad, year)
