"""The institutions of one record while its words are read."""

from dataclasses import dataclass

from tasks.model.values import Institution


@dataclass(frozen=True, slots=True)
class Owned:
    """Institutions of a record. unknown: names that no directory has; inferred: why, where it is not written."""

    owners: tuple[Institution, ...] = ()
    supporters: tuple[Institution, ...] = ()
    unknown: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    offices: tuple[tuple[str, str, str], ...] = ()
    """Kind of office, region, name of those institutions of which a region has one."""
    houses: tuple[tuple[int, int], ...] = ()
    """Where the action names institutions that serve the whole country."""
    named: tuple[tuple[int, int], ...] = ()
    """Where the action names institutions at all."""
    acting: tuple[tuple[int, int], ...] = ()
    """Where it names those who act."""
