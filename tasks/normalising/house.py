"""Units that every ministry has ("Biro Hukor", "Itjen"): whose they are is told by the host of the meeting."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tasks.model.values import Institution, Level
from tasks.normalising.directory_rows import Entry
from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import key

_MINISTRY = ("Kementerian ", "Ministry ")
_DIRECTORATES = ("Ditjen ", "Direktorat Jenderal ")
_SECRETARIATS = ("Setditjen", "Set. Ditjen", "Sesditjen", "Sekditjen", "Sekretariat Ditjen",
                 "Sekretariat Direktorat Jenderal")  # fmt: skip
_OF_STATE = (" RI", " Republik Indonesia")


class Houses:
    """The ministries and agencies of a directory, and the one that holds the meeting.

    host: the name of the host's house as the names of its units end with it, "" where the host tells none.
    """

    def __init__(self, listed: Sequence[Entry], host: str) -> None:
        """host: the host of the meeting as its organisers write it, itself a house or a unit of one."""
        self._spellings: dict[str, list[str]] = {}
        for entry in listed:
            if _is_house(entry):
                self._spellings.setdefault(entry.institution.name, [entry.institution.name]).append(entry.written)
        self._houses: dict[str, list[str]] = {}
        for house, ways in self._spellings.items():
            for way in dict.fromkeys(ways):
                self._houses.setdefault(way, []).append(house)
        units = sorted({e.institution.name for e in listed if e.institution.level is Level.CENTRAL})
        self._ends = Counter(end for unit in units for end in _ends(unit))
        self._borne: dict[str, str] = {}
        self.host = self._host(host, listed)

    def of(self, institution: Institution) -> str:
        """The house that an institution is, or whose unit it is, as the names of units bear it; "" if none."""
        name = institution.name
        if name in self._spellings:
            return self._as_borne(name)
        if institution.level is not Level.CENTRAL:
            return ""
        houses = [house for end in _ends(name) for house in self._houses.get(end, ())]
        return self._as_borne(max(houses, key=len)) if houses else ""

    def is_house(self, name: str) -> bool:
        """Whether a name is a ministry's or an agency's own, no unit's."""
        return name in self._spellings

    def gives(self, name: str, text: str) -> bool:
        """Whether a unit's name ends with the host's house though the words that name the unit do not."""
        if not self.host or not name.endswith(f" {self.host}"):
            return False
        said = f" {' '.join(key(text))} "
        spelt = [s for h, ways in self._spellings.items() if self._as_borne(h) == self.host for s in [self.host, *ways]]
        return not any(f" {' '.join(key(s))} " in said for s in spelt)

    def _as_borne(self, house: str) -> str:
        """The spelling of a house with which most names of its units end, else its proper name."""
        if house not in self._borne:
            spelt = list(dict.fromkeys(self._spellings[house]))
            counts = [self._ends[s] for s in spelt]
            self._borne[house] = spelt[counts.index(max(counts))]
        return self._borne[house]

    def _host(self, host: str, listed: Sequence[Entry]) -> str:
        written = _bare(host)
        said = key(written)
        same = next((e.institution for e in listed if key(e.written) == said), None)
        if same is not None and self.of(same):
            return self.of(same)
        told = f" {' '.join(key(written))} "
        named = [h for h, spelt in self._spellings.items() if any(f" {' '.join(key(s))} " in told for s in spelt)]
        ministries = [h for h in named if h.startswith(_MINISTRY)]
        if ministries:
            return self._as_borne(max(ministries, key=len))
        return written if written.startswith(_MINISTRY) else ""


def housed(listed: Sequence[Entry], houses: Houses) -> list[Entry]:
    """The spellings of a directory, those that every ministry uses given to the host's house alone.

    Where the host tells none, such a unit keeps its name without one.
    """
    own = houses.host
    kept = [e for e in listed if key(e.written) not in generic() or (own and houses.of(e.institution) == own)]
    kept = _host_first(kept, houses)
    taken = {key(e.written) for e in kept}
    return [*kept, *_added(own, taken)]


def secretariat(host: str, listed: Sequence[Entry]) -> list[Entry]:
    """The secretariat of the directorate general that holds a meeting, which is called so without its name there."""
    written = key(host.partition(",")[0])
    own = next((e.institution for e in listed if key(e.written) == written), None)
    if own is None or not own.name.startswith(_DIRECTORATES):
        return []
    named = Institution(f"Sekretariat {own.name}", Level.CENTRAL)
    return [Entry(named, spelling, in_cells_only=True) for spelling in _SECRETARIATS]


def _host_first(listed: Sequence[Entry], houses: Houses) -> list[Entry]:
    """Of units of several ministries that bear one abbreviation ("DJPB") the host's comes first."""
    bearers: dict[tuple[str, ...], set[Institution]] = {}
    spelt = [key(entry.written) for entry in listed]
    for entry, said in zip(listed, spelt, strict=True):
        bearers.setdefault(said, set()).add(entry.institution)
    shared = [e for e, said in zip(listed, spelt, strict=True) if len(bearers[said]) > 1]
    of_host = [e for e in shared if houses.host and _is_of(e.institution, houses)]
    return [*of_host, *listed]


def _is_of(institution: Institution, houses: Houses) -> bool:
    """Whether it is the host's, also by the ministry's subject alone ("BPSDM Perhubungan")."""
    subject = houses.host.removeprefix(_MINISTRY[0])
    return houses.of(institution) == houses.host or institution.name.endswith(f" {subject}")


@cache
def generic() -> dict[tuple[str, ...], tuple[str, str]]:
    """The units of generic_units.csv by key: the spelling, and the unit's name."""
    return {key(s): (s, row["canonical"]) for row in rows("generic_units") for s in spellings(row, "variants")}


def _is_house(entry: Entry) -> bool:
    """A ministry, or an agency that is known by its abbreviation ("BKKBN")."""
    name, central = entry.institution.name, entry.institution.level is Level.CENTRAL
    agency = name.isupper() and name.isalnum()
    return central and not entry.in_cells_only and (name.startswith(_MINISTRY) or agency)


def _ends(name: str) -> Iterator[str]:
    """What stands behind each space of a name."""
    at = name.find(" ")
    while at >= 0:
        yield name[at + 1 :]
        at = name.find(" ", at + 1)


def _bare(host: str) -> str:
    written = " ".join(host.split())
    for ending in _OF_STATE:
        written = written.removesuffix(ending)
    return written


def _added(house: str, taken: set[tuple[str, ...]]) -> Iterator[Entry]:
    for spelling, (written, unit) in generic().items():
        if spelling not in taken:
            yield Entry(Institution(f"{unit} {house}".strip(), Level.CENTRAL), written)
