"""Items keep their ids when their texts are reworded: what was bound, and what the records of this run continue."""

from collections.abc import Mapping

import pandas as pd

from tasks.memory.versions.matching import same_records
from tasks.merging.reasons.doubts import fingerprints


def continued(known: Mapping[str, str], before: pd.DataFrame, records: pd.DataFrame) -> Mapping[str, str]:
    """Item by fingerprint: those known, and for each record that was reworded the item that it belonged to.

    before: the records of the last version, with their items; records: those of this run (schema RECORDS both). Ids
    that the last version shows come first, so that of several works that are one the same id stays. Where all that
    bore such an id has gone, what was one work with it bears it on.
    """
    if not len(before):
        return known
    had, has = fingerprints(before), fingerprints(records)
    items = before["item_id"].tolist()
    pairs = [(row, other) for row, other in sorted(same_records(before, records).items()) if items[row]]
    found = {has[other]: known.get(had[row], items[row]) for row, other in reversed(pairs)} | dict(known)
    borne = {found[has[other]] for _, other in pairs}
    found |= {has[other]: items[row] for row, other in reversed(pairs) if items[row] not in borne}
    shown = frozenset(items)
    return dict(sorted(found.items(), key=lambda pair: pair[1] not in shown))
