"""Bodies named by their kind alone ("the Ministry", "Police"): the one that was named before, or the only one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tasks.model.values import Institution, Level
from tasks.normalising.owned import Owned

_KINDS = frozenset({
    "ministry", "authority", "commission", "agency", "bureau", "fund", "board", "council", "police", "treasury",
})  # fmt: skip
"""Names of one word that mean one certain body, as "the" or the speaker's own country says."""
_ONE_IN_A_STATE = frozenset({"police", "treasury"})


def in_full(owned: Sequence[Owned], files: Iterable[str], host: str) -> list[Owned]:
    """With the names of one word written out.

    They mean the one body of their kind that the same file named before, else the host of the meeting, else, of
    what a state has but one, the only one in the plan. Who may be one of several stays as written.
    """
    own = [Institution(host, Level.CENTRAL)] if host else []
    everyone = [i for found in owned for i in (*found.owners, *found.supporters)]
    before: dict[str, list[Institution]] = {}
    out = []
    for found, file in zip(owned, files, strict=True):
        told = before.setdefault(file, [])
        out.append(_written_out(found, (told, own), everyone))
        told += [*found.owners, *found.supporters]
    return out


def _written_out(found: Owned, nearest: Iterable[Sequence[Institution]], everyone: Sequence[Institution]) -> Owned:
    bare = {i for i in (*found.owners, *found.supporters) if i.name.casefold() in _KINDS}
    full = {i: body for i in bare if (body := _meant(i.name.casefold(), nearest, everyone)) is not None}
    if not full:
        return found
    owners, supporters = (tuple(full.get(i, i) for i in named) for named in (found.owners, found.supporters))
    fields = (("owners", found.owners), ("supporters", found.supporters))
    told = [f"{field}: abbreviation" for field, named in fields if any(i in full for i in named)]
    unknown = tuple(name for name in found.unknown if name not in {i.name for i in full})
    return replace(found, owners=owners, supporters=supporters, unknown=unknown, inferred=(*found.inferred, *told))


def _meant(kind: str, nearest: Iterable[Sequence[Institution]], everyone: Sequence[Institution]) -> Institution | None:
    """The one body of a kind that is named nearest, None if there are several or none."""
    for named in (*nearest, *([everyone] if kind in _ONE_IN_A_STATE else [])):
        bodies = {i for i in named if kind in i.name.casefold().split() and i.name.casefold() != kind}
        if bodies:
            return bodies.pop() if len(bodies) == 1 else None
    return None
