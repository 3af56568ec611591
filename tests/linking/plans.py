"""Plans of a few records with their items, for tests of linking."""

from collections.abc import Mapping

import pandas as pd

from tasks.linking.targets import Targets
from tasks.merging.merge import merge
from tests.frames import GROUPS, records


def plan(*rows: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Items and records (with item_id) of a plan made of these records."""
    merged = merge(records(*rows), GROUPS, {})
    return merged.items, merged.records


def aimed(*rows: Mapping[str, str]) -> tuple[Targets, list[str]]:
    """The targets of a plan, and the item of each of its records."""
    items, told = plan(*rows)
    return Targets(items, told), list(told["item_id"])
