"""All checks of rules.csv, one after the other."""

from collections.abc import Callable, Iterator

import pandas as pd

from tasks.linking.checks.applying import applies
from tasks.linking.checks.authority import mismatched
from tasks.linking.checks.budgets import early
from tasks.linking.checks.grants import unanswered
from tasks.linking.checks.load import overloaded
from tasks.linking.checks.plan import Actions
from tasks.model.problem import Code, Problem

CHECKS: dict[Code, Callable[[Actions], Iterator[Problem]]] = {
    Code.AUTHORITY_MISMATCH: mismatched,
    Code.GRANT_UNANSWERED: unanswered,
    Code.BUDGET_TOO_LATE: early,
    Code.INSTITUTION_OVERLOADED: overloaded,
}


def findings(items: pd.DataFrame, records: pd.DataFrame, links: pd.DataFrame, country: str = "ID") -> Iterator[Problem]:
    """What the checks find in the items and their records and links (schemas ITEMS, RECORDS, LINKS).

    country: whose plan it is, by its two letters, "" if nobody knows; checks of another country's law find nothing.
    """
    actions = Actions(items, records, links)
    for code, check in CHECKS.items():
        if applies(code, country):
            yield from check(actions)
