"""The columns of money: sums and sources of funds."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.model.values import joined
from tasks.normalising.funds import find_funds
from tasks.normalising.money import money_understood, parse_money

_COLUMNS = ("budget_text", "budget_unit", "fund_text")
_LONGEST_FUND = 60  # letters of a fund that no list knows, kept as written


@dataclass(frozen=True, slots=True)
class Funded:
    """Money of a record as a table holds it; `unclear`: the words of a sum that are not understood."""

    budget: str = ""
    funds: str = ""
    unclear: str = ""


def funded(raw: pd.DataFrame, currency: str, language: str = "id") -> list[Funded]:
    """Budget and funds of every row, funds named in a language; equal words are read once."""
    known: dict[tuple[str, ...], Funded] = {}
    out = []
    for words in zip(*(raw[column] for column in _COLUMNS), strict=True):
        if words not in known:
            known[words] = _funded(words, currency, language)
        out.append(known[words])
    return out


def _funded(words: Sequence[str], currency: str, language: str) -> Funded:
    budget, unit, fund = words
    found = parse_money(budget, unit, currency) if budget.strip() else None
    funds = [*find_funds(fund, language), *find_funds(budget, language)] or _as_written(fund)
    unclear = "" if found or money_understood(budget, unit, currency) else budget
    return Funded(found.cell() if found else "", joined(funds), unclear)


def _as_written(fund: str) -> list[str]:
    words = " ".join(fund.split()).strip(" -–.,;")
    plain = any(c.isalpha() for c in words) and not any(c.isdigit() for c in words)
    return [words.replace(";", ",")] if plain and len(words) <= _LONGEST_FUND else []
