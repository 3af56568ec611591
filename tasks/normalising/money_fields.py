"""The columns of money: sums and sources of funds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from tasks.model.values import Level, Money, joined
from tasks.normalising.funds import find_funds, funds_in_prose, is_abroad
from tasks.normalising.money import money_understood, parse_money
from tasks.normalising.paid_from import sum_and_fund
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer

_COLUMNS = ("budget_text", "budget_unit", "fund_text", "action", "period_text")
_LONGEST_FUND = 60  # letters of a fund that no list knows, kept as written
_APBD_OF = {Level.PROVINCE: "APBD Provinsi", Level.DISTRICT: "APBD Kab/Kota"}
_PARTS = re.compile(r"\s*(?:[,;+&\n]|\bdan\b|\band\b)\s*")
_BEHIND_SUM = re.compile(r"\d[^()]*\(([A-Z][\w&-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w&-]*){0,4})\)\s*\.?$")
_SHARE = re.compile(r"^\d{1,2}\s?%\s?(?=[A-Z])")
_SEVERAL = re.compile(r"\s*[/;+]\s*")
_SPEAKS_OF_MONEY = re.compile(
    r"\b(?:budgets?|fund(?:s|ing)?|grants?|loans?|credit|levy|revenues?|dana|anggaran)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Funded:
    """Money of a record as a table holds it; `unclear`: the words of a sum that are not understood."""

    budget: str = ""
    funds: str = ""
    unclear: str = ""


def funded(raw: pd.DataFrame, currency: str, language: str, gazetteer: Gazetteer) -> list[Funded]:
    """Budget and funds of every row, funds named in a language; equal words are read once.

    Where no column names a fund, the action may say what it is paid with.
    """
    known: dict[tuple[str, ...], Funded] = {}
    out = []
    for *words, action, period in zip(*(raw[column] for column in _COLUMNS), strict=True):
        key = tuple(words)
        if key not in known:
            known[key] = _funded(words, currency, language, gazetteer)
        found = known[key]
        paid = [] if found.funds else [*funds_in_prose(action, language), *funds_in_prose(period, language)]
        out.append(replace(found, funds=joined(list(dict.fromkeys(paid)))) if paid else found)
    return out


def _funded(words: Sequence[str], currency: str, language: str, gazetteer: Gazetteer) -> Funded:
    budget, unit, fund = words
    sum_, charged = sum_and_fund(budget)
    found = _sum(budget, sum_, unit, currency, language) if budget.strip() else None
    abroad = is_abroad(language, currency)
    paid = find_funds(budget, language, abroad) or _payer(budget) or _as_written(charged)
    funds = dict.fromkeys([*_named(fund, language, abroad), *paid])
    shown = [_of_level(name, f"{fund} {budget}", gazetteer) for name in funds]
    unclear = "" if found or money_understood(budget, unit, currency, language) else budget
    return Funded(found.cell() if found else "", joined(list(dict.fromkeys(shown))), unclear)


def _sum(budget: str, bare: str, unit: str, currency: str, language: str) -> Money | None:
    """The sum of a cell, without the fund that it is charged to if it can't be read with it."""
    return parse_money(budget, unit, currency, language) or parse_money(bare, unit, currency, language)


def _named(fund: str, language: str, abroad: bool) -> list[str]:
    """Funds of a cell: known ones, and as written what speaks of money beside them or stands alone."""
    known = find_funds(fund, language, abroad)
    if not known:
        several = _SEVERAL.split(fund)
        named = len(several) > 1 and all(part[:1].isupper() and len(part) > 1 for part in several)
        return [name for part in (several if named else [fund]) for name in _as_written(part)]
    rest = [
        part for part in _PARTS.split(fund) if not find_funds(part, language, abroad) and _SPEAKS_OF_MONEY.search(part)
    ]
    return [*known, *(name for part in rest for name in _as_written(part))]


def _of_level(fund: str, text: str, gazetteer: Gazetteer) -> str:
    """The APBD of one region is that of a province or of a district: "APBD Jabar", "APBD Sleman"."""
    if fund != "APBD":
        return fund
    named = [m.region for m in gazetteer.find(text, place=True)]
    levels = {r.level for r in [*named, *(c for a in gazetteer.ambiguous(text) for c in a.candidates)]}
    return _APBD_OF.get(levels.pop(), fund) if len(levels) == 1 else fund


def _payer(budget: str) -> list[str]:
    """Who is named in brackets behind a sum pays it: "KES 4 billion (GoK)"."""
    found = _BEHIND_SUM.search(budget)
    return _as_written(found[1]) if found is not None else []


def _as_written(fund: str) -> list[str]:
    words = " ".join(fund.split()).strip(" -–.,;")
    plain = any(c.isalpha() for c in words) and not any(c.isdigit() for c in _SHARE.sub("", words))
    if not plain or len(words) > _LONGEST_FUND or words.casefold() in _nothing():
        return []
    return [(words[0].upper() + words[1:]).replace(";", ",")]


@cache
def _nothing() -> frozenset[str]:
    """Words of a cell that names no fund."""
    return frozenset(row["phrase"] for name in ("vague_words", "no_fund_words") for row in rows(name))
