"""All checks of rules.csv, one after the other."""

from collections.abc import Callable, Iterator

import pandas as pd

from tasks.linking.checks.authority import mismatched
from tasks.linking.checks.budgets import early
from tasks.linking.checks.grants import unanswered
from tasks.linking.checks.load import overloaded
from tasks.linking.checks.plan import Actions
from tasks.model.problem import Problem

CHECKS: tuple[Callable[[Actions], Iterator[Problem]], ...] = (mismatched, unanswered, early, overloaded)


def findings(items: pd.DataFrame, records: pd.DataFrame, links: pd.DataFrame) -> Iterator[Problem]:
    """What the checks find in the items and their records and links (schemas ITEMS, RECORDS, LINKS)."""
    actions = Actions(items, records, links)
    for check in CHECKS:
        yield from check(actions)
