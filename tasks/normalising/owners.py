"""A cell that names institutions cut into parts that have nothing to do with each other, each of which is read once."""

import re
from collections.abc import Callable
from itertools import pairwise

from tasks.normalising.owner_parts import Owner, Part
from tasks.normalising.owner_roles import Role

MARKS = frozenset({";", "\n"})
"""Marks that no name runs across, unless it holds one itself."""
_CUT = re.compile(r"[;\n]\s*(?=[^\W_])")


def split_owners(text: str, read: Callable[[str, Role], Part], whole: bool) -> list[Owner]:
    """The names of a cell in their order. `read`: the names of a part, given the role that was said before it.

    Beside one that is marked as leading ("Bappenas (koordinator), BPS") those without a mark support.
    whole: the cell is not cut, since a name may hold one of the marks.
    """
    cuts = [] if whole else [found.end() for found in _CUT.finditer(text)]
    out, marked = (_of_parts(text, cuts, read) if cuts else None) or _of_one(read(text, ""))
    return [o if o.told or not marked else o._replace(role="support") for o in out]


def _of_one(part: Part) -> tuple[list[Owner], bool]:
    return list(part.owners), part.marked


def _of_parts(text: str, cuts: list[int], read: Callable[[str, Role], Part]) -> tuple[list[Owner], bool] | None:
    """The names of all parts, and whether one is marked; None if a part says something of another."""
    out: list[Owner] = []
    role: Role = ""
    marked = False
    for start, end in pairwise((0, *cuts, len(text))):
        part = read(text[start:end], role)
        if not part.alone:
            return None
        role, marked = part.role, marked or part.marked
        out.extend(o._replace(start=o.start + start, end=o.end + start) for o in part.owners)
    return out, marked
