"""Units of ministries and agencies ("Direktorat X"): whose they are, by the words beside them or by the host."""

from collections.abc import Iterable, Sequence

from tasks.model.values import Institution, Level
from tasks.normalising.directory_rows import Entry, Near
from tasks.normalising.house import Houses, generic
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.owner_roles import LINKS
from tasks.normalising.regions import Gazetteer
from tasks.normalising.shortened_units import fuller, is_unit, spelt_out
from tasks.normalising.words import Phrases, Word, key

LINKS_OF_UNITS = frozenset({"cq", "c", "q", "(", "melalui", "via", "through", ":"})
_MARKS = frozenset({",", "/"})
_MINISTRY = ("Kementerian ", "Ministry ")
_LONGEST = 10  # words of the longest name of a ministry
_SURE = 15  # letters of a name made after a scheme in which a slip of the pen is forgiven


class Units:
    """Gives a unit the name of its ministry or agency."""

    def __init__(
        self, phrases: Phrases[Entry], near: Near, houses: Houses, gazetteer: Gazetteer, borne: Iterable[str]
    ) -> None:
        """phrases, near: the spellings of the directory; houses: its ministries and agencies.

        borne: the names that institutions bear in the year of the meeting.
        """
        self._fuller = [name for name in dict.fromkeys(borne) if is_unit(name)]
        self._phrases, self._near, self._houses, self._gazetteer = phrases, near, houses, gazetteer

    def behind(self, said: Sequence[Word], i: int) -> tuple[str, int]:
        """The house that begins at a word, or whose unit begins there, and the index behind it; "", i if none."""
        found = self._phrases.at(said, i) if i < len(said) and said[i].capital else None
        house = self._houses.of(found[0].institution) if found is not None and not found[0].in_cells_only else ""
        if found is None or not house:
            return "", i
        end = found[1]
        return house, end + (1 if end < len(said) and said[end].text == "ri" else 0)

    def listed(self, entry: Entry, said: Sequence[Word], i: int, end: int) -> tuple[Institution, int]:
        """The institution of a spelling from `i` to `end`; a unit that all ministries have is that of the one named."""
        unit = generic().get(key(entry.written))
        if unit is None or entry.own:
            return entry.institution, end
        house, behind = self.behind(said, end)
        house = house or self._before(said, i, LINKS_OF_UNITS)
        if not house or self._houses.of(entry.institution) == house:
            return entry.institution, behind
        return Institution(f"{unit[1]} {house}", Level.CENTRAL), behind

    def proper(self, named: Named, said: Sequence[Word], i: int) -> Named:
        """The proper name of a unit that was read from the words at `i`: that of the directory, else with its house.

        The house is the one that the words behind or, as in "Kementerian X c.q. Direktorat Y", before name, else the
        host's. A name that holds a place, or that another house and a comma stand before, may be nobody's: it stays.
        """
        said_house = named.house or self._before(said, i, LINKS_OF_UNITS)
        house = said_house or self._houses.host
        name = spelt_out(named.institution.name)
        meant = (
            self._exactly(f"{name} {house}") or self._near_or_exactly(name) or self._in_full(f"{name} {house}", house)
        )
        if meant is not None and (not said_house or self._houses.of(meant) == said_house):
            return Named(meant, named.end, named.office)
        open_ = not said_house and (self._gazetteer.find(name, place=True) or self._before(said, i, _MARKS))
        if house and not open_:
            return Named(Institution(f"{name} {house}", named.institution.level), named.end, named.office)
        return named._replace(institution=Institution(name, named.institution.level))

    def with_house(self, named: Named, said: Sequence[Word]) -> Named:
        """With the ministry that stands behind its unit or office: "BPIW Kementerian X", "Balai Y (Kementerian X)".

        Behind a comma only one whose unit it is known to be is no owner of its own.
        """
        known = named.institution
        own = self._houses.of(known) if known.level is Level.CENTRAL else ""
        if (not own and known.level is not Level.CENTRAL_UNIT) or self._houses.is_house(known.name):
            return named
        mark = said[named.end].text if named.end < len(said) and said[named.end].text in {"(", ","} else ""
        found = self._phrases.at(said, named.end + 1 if mark else named.end)
        if found is None or not self._houses.is_house(found[0].institution.name):
            return named
        entry, end = found
        house, ministry = self._houses.of(entry.institution), entry.institution.name.startswith(_MINISTRY)
        closed = end < len(said) and said[end].text == ")" and ministry
        if mark == ",":
            same = ministry and own == house and (end == len(said) or said[end].is_mark or said[end].text in LINKS)
            return named._replace(end=end) if same else named
        if not (closed if mark else not entry.in_cells_only) or own not in {"", house}:
            return named
        return named._replace(end=end + 1 if mark else end)

    def close(self, said: Sequence[Word]) -> bool:
        """Whether words end with the name of a ministry or agency, or of a unit of one."""
        return self._house_up_to(said, len(said)) != ""

    def begins_with_ministry(self, said: Sequence[Word]) -> bool:
        """Whether words begin with the name of a ministry."""
        found = self._phrases.at(said, 0)
        return found is not None and found[0].institution.name.startswith(_MINISTRY)

    def ends_with_unit(self, said: Sequence[Word]) -> bool:
        """Whether words may end with the name of a unit of a ministry."""
        ends = (self._phrases.at(said, start) for start in range(max(0, len(said) - _LONGEST), len(said)))
        names = [end[0].institution.name for end in ends if end is not None and end[1] == len(said)]
        return any(not self._houses.is_house(name) for name in names) or _has_unit_head(said)

    def _in_full(self, name: str, house: str) -> Institution | None:
        """The unit of a house that a name cut short stands for."""
        found = fuller(name, (n for n in self._fuller if house and n.endswith(f" {house}")))
        return self._exactly(found) if found else None

    def _exactly(self, name: str) -> Institution | None:
        found = self._phrases.whole(name)
        return found.institution if found is not None else None

    def _near_or_exactly(self, name: str) -> Institution | None:
        return self._exactly(name) or (self._near.institution(name) if len(name) >= _SURE else None)

    def _before(self, said: Sequence[Word], i: int, between: frozenset[str]) -> str:
        """The house whose name stands before a word, with nothing but these words between them."""
        end = i
        while end > 0 and said[end - 1].text in between:
            end -= 1
        return self._house_up_to(said, end) if end < i else ""

    def _house_up_to(self, said: Sequence[Word], end: int) -> str:
        found = (self.behind(said, start) for start in range(max(0, end - _LONGEST), end))
        return next((house for house, stop in found if house and stop == end), "")


def _has_unit_head(said: Sequence[Word]) -> bool:
    heads = (found for i in range(len(said)) for found, _ in patterns().all_at(said, i))
    return any("unit" in pattern.slots for found in heads for pattern in found)
