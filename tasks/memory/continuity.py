"""Items keep their ids when their texts are reworded: what was bound, and what the records of this run continue."""

from collections.abc import Mapping

import pandas as pd

from tasks.merging.reasons.doubts import fingerprints

Same = Mapping[int, int]
"""Row of each record of the last version that is still there → its row among those of this run (`same_records`)."""


def continued(known: Mapping[str, str], before: pd.DataFrame, records: pd.DataFrame, same: Same) -> Mapping[str, str]:
    """Item by fingerprint: those known, and for each record that was reworded the item that it belonged to.

    before: the records of the last version, with their items; records: those of this run (schema RECORDS both). Ids
    that the last version shows come first, so that of several works that are one the same id stays. What still says
    what it said bears its id on, rather than what said the same and was reworded. Where all that bore such an id has
    gone, what was one work with it bears it on.
    """
    if not len(before):
        return known
    had, has = fingerprints(before), fingerprints(records)
    items = before["item_id"].tolist()
    still = frozenset(has)
    lasting = ((row, other) for row, other in sorted(same.items()) if had[row] == has[other] or had[row] not in still)
    pairs = [(row, other) for row, other in lasting if items[row]]
    found = {has[other]: known.get(had[row], items[row]) for row, other in reversed(pairs)} | dict(known)
    borne = {found[has[other]] for _, other in pairs}
    found |= {has[other]: items[row] for row, other in reversed(pairs) if items[row] not in borne}
    shown = frozenset(items)
    return dict(sorted(found.items(), key=lambda pair: pair[1] not in shown))


def heirs(before: pd.DataFrame, records: pd.DataFrame, same: Same) -> dict[str, tuple[str, ...]]:
    """By the fingerprint of a record of the last version those that it has in this run, reworded."""
    had, has = fingerprints(before), fingerprints(records)
    found: dict[str, dict[str, None]] = {}
    for row, other in sorted(same.items()):
        if had[row] != has[other]:
            found.setdefault(had[row], {})[has[other]] = None
    return {name: tuple(others) for name, others in found.items()}
