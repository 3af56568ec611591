"""Items keep their ids when their texts are reworded: what was bound, and what the records of this run continue."""

from collections.abc import Mapping

import pandas as pd

from tasks.memory.versions.matching import same_records
from tasks.merging.reasons.doubts import fingerprints


def continued(known: Mapping[str, str], before: pd.DataFrame, records: pd.DataFrame) -> Mapping[str, str]:
    """Item by fingerprint: those known, and for each record that was reworded the item that it belonged to.

    before: the records of the last version, with their items; records: those of this run (schema RECORDS both).
    """
    prints = fingerprints(records)
    if not len(before) or all(print_ in known for print_ in prints):
        return known
    items = before["item_id"].tolist()
    pairs = sorted(same_records(before, records).items())
    return {prints[other]: items[row] for row, other in reversed(pairs) if items[row]} | dict(known)
