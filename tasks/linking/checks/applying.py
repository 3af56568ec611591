"""Which checks of rules.csv apply to a plan: those that are bound to a country's law only to plans of that country."""

from functools import cache
from pathlib import Path

from tasks.merging.lists import rows
from tasks.model.problem import Code

_FOLDER = Path(__file__).parent


@cache
def applies(check: Code, country: str) -> bool:
    """Whether a check applies to plans of a country, by its two letters, "" if nobody knows which it is."""
    return next(row["country"] for row in rows("rules", _FOLDER) if row["id"] == check) in {"", country}
