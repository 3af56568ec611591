"""A cell that names institutions cut into parts that have nothing to do with each other, each of which is read once."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tasks.normalising.owner_parts import Owner, Part
from tasks.normalising.owner_roles import Role

MARKS = frozenset({";", "\n"})
"""Marks that no name runs across, unless it holds one itself."""
Read = Callable[[str, Role], Part]
"""Reads the names of a part, given the role that was said before it."""
_CUT = re.compile(r"[;\n]\s*(?=[^\W_])")


def split_owners(text: str, read: Read, remembered: Read, whole: bool) -> Sequence[Owner]:
    """The names of a cell in their order. `read`: the names of a part; remembered: the same for one that others share.

    Beside one that is marked as leading ("Bappenas (koordinator), BPS") those without a mark support.
    whole: the cell is not cut, since a name may hold one of the marks.
    """
    cuts = [] if whole or MARKS.isdisjoint(text) else [found.end() for found in _CUT.finditer(text)]
    part = (of_parts(text, cuts, "", remembered) if cuts else None) or read(text, "")
    if not part.marked:
        return part.owners
    return [o if o.told else o._replace(role="support") for o in part.owners]


def of_parts(text: str, cuts: Sequence[int], role: Role, read: Read) -> Part | None:
    """A text as the parts that begin at its start and at the cuts; None if one of them says something of another.

    role: what is said of the names before the text.
    """
    out: list[Owner] = []
    marked = False
    for start, end in pairwise((0, *cuts, len(text))):
        part = read(text[start:end], role)
        if not part.alone or (part.runs_on and end < len(text)):
            return None
        role, marked = part.role, marked or part.marked
        out.extend(o._replace(start=o.start + start, end=o.end + start) for o in part.owners)
    return Part(tuple(out), role, marked, True, part.runs_on)
