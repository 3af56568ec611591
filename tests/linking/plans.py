"""Plans of a few records with their items, for tests of linking."""

from collections.abc import Mapping

import pandas as pd

from tasks.linking.link import Linked, link
from tasks.linking.targets import Targets
from tasks.merging.merge import merge
from tests.frames import GROUPS, records


def plan(*rows: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Items and records (with item_id) of a plan made of these records."""
    merged = merge(records(*rows), GROUPS, {})
    return merged.items, merged.records


def linked(*rows: Mapping[str, str]) -> tuple[Linked, dict[str, str]]:
    """The links of a plan made of these records, and the item of each record (R1 is the first)."""
    items, told = plan(*rows)
    return link(items, told, GROUPS), dict(zip(told["record_id"], told["item_id"], strict=True))


def aimed(*rows: Mapping[str, str]) -> tuple[Targets, list[str]]:
    """The targets of a plan, and the item of each of its records."""
    items, told = plan(*rows)
    return Targets(items, told), list(told["item_id"])
