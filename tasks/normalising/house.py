"""Units that every ministry has ("Biro Hukor", "Itjen"): whose they are is told by the host of the meeting."""

from collections.abc import Iterator, Sequence
from functools import cache

from tasks.model.values import Institution, Level
from tasks.normalising.directory_rows import Entry
from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import key

_MINISTRY = ("Kementerian", "Ministry")


def housed(listed: Sequence[Entry], host: str) -> list[Entry]:
    """The spellings of a directory, those that every ministry uses given to the host's ministry alone.

    host: the host of the meeting as its organisers write it. Where it tells no ministry, such a unit keeps its name
    without one.
    """
    names = _names(host, listed)
    kept = [e for e in listed if key(e.written) not in generic() or _of(e.institution, names)]
    taken = {key(e.written) for e in kept}
    return [*kept, *_added(names, taken)]


@cache
def generic() -> dict[tuple[str, ...], tuple[str, str]]:
    """The units of generic_units.csv by key: the spelling, and the unit's name."""
    return {key(s): (s, row["canonical"]) for row in rows("generic_units") for s in spellings(row, "variants")}


def _names(host: str, listed: Sequence[Entry]) -> list[str]:
    """The names of the host's ministry, its proper one first; none if the host tells no ministry."""
    ministries = [e for e in listed if e.institution.name.startswith(_MINISTRY)]
    told = f" {' '.join(key(_full(host, listed)))} "
    meant = [e.institution for e in ministries if f" {' '.join(key(e.written))} " in told]
    if not meant:
        return []
    ministry = max(meant, key=lambda m: len(m.name))
    return [ministry.name, *(e.written for e in ministries if e.institution == ministry)]


def _full(host: str, listed: Sequence[Entry]) -> str:
    """The host with the full name of the unit that it is: "Pustekkom" is one of the education ministry."""
    found = next((e.institution.name for e in listed if key(e.written) == key(host)), "")
    return f"{host} {found}"


def _of(unit: Institution, names: Sequence[str]) -> bool:
    return any(unit.name.endswith(f" {name}") for name in names)


def _added(names: Sequence[str], taken: set[tuple[str, ...]]) -> Iterator[Entry]:
    for spelling, (written, unit) in generic().items():
        if spelling not in taken:
            yield Entry(Institution(" ".join([unit, *names[:1]]), Level.CENTRAL), written)
