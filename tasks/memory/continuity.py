"""Items keep their ids when their texts are reworded: what was bound, and what the records of this run continue."""

from collections.abc import Mapping, Sequence

import pandas as pd

from tasks.merging.reasons.doubts import fingerprints

Same = Mapping[int, int]
"""Row of each record of the last version that is still there → its row among those of this run (`same_records`)."""


def continued(known: Mapping[str, str], before: pd.DataFrame, records: pd.DataFrame, same: Same) -> Mapping[str, str]:
    """Item by fingerprint: those known, and for each record that was reworded the item that it belonged to.

    before: the records of the last version, with their items; records: those of this run (schema RECORDS both). Ids
    that the last version shows come first, so that of several works that are one the same id stays. What still says
    what it said bears its id on, rather than what said the same and was reworded. Where all that bore such an id has
    gone, what was one work with it bears it on. Where several works say the same, the records themselves are named, by
    their record_id, and a work that joins them gets no id that one of them bears.
    """
    if not len(before):
        return known
    had, has = fingerprints(before), fingerprints(records)
    items = before["item_id"].tolist()
    still = frozenset(has)
    lasting = ((row, other) for row, other in sorted(same.items()) if had[row] == has[other] or had[row] not in still)
    pairs = [(row, other) for row, other in lasting if items[row]]
    shared = _shared(had, items, has, same)
    ids = records["record_id"].tolist()
    claims = {ids[other]: items[row] for row, other in pairs if has[other] in shared}
    pairs = [(row, other) for row, other in pairs if has[other] not in shared]
    found = {has[other]: known.get(had[row], items[row]) for row, other in reversed(pairs)} | dict(known)
    borne = {found[has[other]] for _, other in pairs} | set(claims.values())
    found |= {has[other]: items[row] for row, other in reversed(pairs) if items[row] not in borne}
    claimed = set(claims.values())
    found = {name: item for name, item in found.items() if name not in shared or item not in claimed} | claims
    shown = frozenset(items)
    return dict(sorted(found.items(), key=lambda pair: pair[1] not in shown))


def _shared(had: Sequence[str], items: Sequence[str], has: Sequence[str], same: Same) -> frozenset[str]:
    """The fingerprints that do not tell works apart: several items bore one, or what is new says the same as well."""
    bearers: dict[str, set[str]] = {}
    for name, item in zip(had, items, strict=True):
        bearers.setdefault(name, set()).add(item)
    old = frozenset(same.values())
    new = {name for row, name in enumerate(has) if row not in old}
    return frozenset(name for name, their in bearers.items() if len(their) > 1 or name in new)


def heirs(before: pd.DataFrame, records: pd.DataFrame, same: Same) -> dict[str, tuple[str, ...]]:
    """By the fingerprint of a record of the last version those that it has in this run, reworded."""
    had, has = fingerprints(before), fingerprints(records)
    found: dict[str, dict[str, None]] = {}
    for row, other in sorted(same.items()):
        if had[row] != has[other]:
            found.setdefault(had[row], {})[has[other]] = None
    return {name: tuple(others) for name, others in found.items()}
