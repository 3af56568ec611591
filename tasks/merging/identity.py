"""The lasting identity of items: what a record is recognised by in later runs, and how new ids are made."""

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256

from tasks.merging.words import fold, plain
from tasks.model.values import parts

PREFIX = "RK-"
FAMILY_PREFIX = "F-"
LENGTH = 5
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 after Crockford: no I, L, O, U, which people mistake (https://www.crockford.com/base32.html)."""


def fingerprint(record: Mapping[str, str]) -> str:
    """What a record (a row of RECORDS) is recognised by: its action, owners and regions, not its file or place.

    Letter case, white space, punctuation and the order of owners and regions do not matter.
    """
    said = (plain(record["action"]), _names(record["owners"]), _names(record["regions"]))
    return sha256("\n".join(" | ".join(part) for part in said).encode()).hexdigest()


def item_ids(items: Sequence[Sequence[str]], known: Mapping[str, str]) -> list[str]:
    """One id an item, none twice. `items`: the fingerprints of each item's records, the first record's first.

    An item keeps the id of earlier runs (`known`: fingerprint → id) that its records carry, of several the one that
    stands first in `known`, in whatever order the records come; an id that an item before it has taken is not given
    again. The others get new ones.
    """
    rank = {item: n for n, item in enumerate(dict.fromkeys(known.values()))}
    taken: set[str] = set()
    ids = []
    for prints in items:
        free = {known[p] for p in prints if p in known} - taken
        found = min(free, key=rank.__getitem__, default="")
        taken.add(found)
        ids.append(found)
    taken |= set(known.values())
    for n, prints in enumerate(items):
        if not ids[n]:
            ids[n] = minted(PREFIX, prints[0], taken)
            taken.add(ids[n])
    return ids


def minted(prefix: str, said: str, taken: Collection[str]) -> str:
    """A new id from what it stands for; longer by a character for as long as it is taken."""
    number = int.from_bytes(sha256(said.encode()).digest(), "big")
    code = "".join(_DIGITS[number >> shift & 31] for shift in range(251, -1, -5))
    return next(prefix + code[:n] for n in range(LENGTH, len(code)) if prefix + code[:n] not in taken)


def _names(cell: str) -> list[str]:
    return sorted(fold(name) for name in parts(cell))
