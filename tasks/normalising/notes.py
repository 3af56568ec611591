"""What documents say beside their actions that values are read with."""

from typing import NamedTuple

from tasks.normalising.definitions import Noted
from tasks.normalising.fiscal_years import BudgetYear


class Notes(NamedTuple):
    """budget_years: how budget years run; definitions: what short names stand for. Both in the documents' order.

    planned_years: first years of the budget years with two numbers ("2020/21") that titles name, once a title.
    """

    budget_years: tuple[BudgetYear, ...] = ()
    definitions: tuple[Noted, ...] = ()
    planned_years: tuple[int, ...] = ()


NOTHING = Notes()
