"""What a directory finds: an institution where a text names it."""

from collections.abc import Iterable
from typing import NamedTuple

from tasks.model.values import Institution
from tasks.normalising.owner_roles import Role


class InstitutionMatch(NamedTuple):
    """An institution where a text names it.

    known: False where it is kept as written because no directory has it; office: the kind of office of which a
    region has one, "" if none.
    """

    institution: Institution
    start: int
    end: int
    text: str
    role: Role = ""
    known: bool = True
    office: str = ""


def distinct(matches: Iterable[InstitutionMatch]) -> tuple[InstitutionMatch, ...]:
    """Each institution where it is named first."""
    seen: dict[str, InstitutionMatch] = {}
    for found in matches:
        seen.setdefault(found.institution.name, found)
    return tuple(seen.values())
