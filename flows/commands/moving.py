"""`renja whatif`: what slips if an item of a plan is moved, from the tables of the plan. Writes nothing."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd
import pandera.pandas as pa

from flows.commands.explaining import Row
from flows.folder.run_record import NAME
from flows.speaking.usage import WrongUsageError
from tasks.model.tables import ITEMS, LINKS, frame
from tasks.normalising.periods import PeriodContext, parse_period
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.messages import numbered
from tasks.scheduling.what_if import Moved, Slip, months_to, what_if

_TABLES: Final = "tables"
_MONTHS: Final = re.compile(r"([+-]?)\s*(\d{1,3})(?:\s*(?:bulan|bln|months?|mo))?", re.IGNORECASE)
_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
_FAR: Final = 600
"""Months by which an item can be moved at most."""


def lines(folder: Path, row: Row, move: str, speak: Catalogue) -> Iterator[str]:
    """What slips if an item (a row of items.csv) of the plan in a folder is moved.

    move: by how many months ("3", "-2", "+1 bulan") or to which month ("2017-09", "September 2017"). Raises
    WrongUsageError with a sentence.
    """
    items, links = (_table(folder, name, schema) for name, schema in (("items", ITEMS), ("links", LINKS)))
    as_of, item = _day(folder), row["item_id"]
    months = _by(move)
    if months is None:
        months = months_to(items, links, as_of, item, _month(move, row, as_of))
    if abs(months) > _FAR:
        raise WrongUsageError("flows.usage.move", word=move)
    actions = dict(zip(items["item_id"], items["action"], strict=True))
    yield from told(what_if(items, links, as_of, item, months), numbered(items), actions, speak)


def told(moved: Moved, names: dict[str, str], actions: dict[str, str], speak: Catalogue) -> Iterator[str]:
    """The lines: how the item itself ends, what slips with it and by how much, whom that concerns."""

    def said(key: str, slip: Slip) -> str:
        owners = ", ".join(slip.owners) or speak.text("scheduling.what-if.nobody")
        return speak.text(
            f"scheduling.what-if.{key}", item=names[slip.item], action=actions[slip.item], owners=owners,
            before=_said(slip.before, speak), after=_said(slip.after, speak), months=_apart(slip.months, speak),
        )  # fmt: skip

    yield said("moved" if moved.own.months else "stays", moved.own)
    if moved.own.months > moved.asked:
        yield said("held", moved.own)
    if moved.ringed:
        yield said("ringed", moved.own)
    if not moved.slips:
        yield speak.text("scheduling.what-if.none")
    for slip in moved.slips:
        yield f"  {said('slip', slip)}"
    if moved.slips:
        owners = len({owner for slip in moved.slips for owner in slip.owners})
        yield speak.text("scheduling.what-if.sum", items=str(len(moved.slips)), owners=str(owners))
    yield speak.text("scheduling.what-if.proposed")


def _apart(months: int, speak: Catalogue) -> str:
    key = "later" if months > 0 else "earlier"
    one = ".one" if abs(months) == 1 else ""
    return speak.text(f"scheduling.what-if.{key}{one}", months=str(abs(months)))


def _said(last: str, speak: Catalogue) -> str:
    """The month that ends with this day."""
    day = date.fromisoformat(last)
    return wording.days(day.replace(day=1), day, speak)


def _by(move: str) -> int | None:
    found = _MONTHS.fullmatch(move.strip())
    return int(found[1] + found[2]) if found else None


def _month(move: str, row: Row, as_of: date) -> date:
    """A day in the month that the words name; a month without a year is of the year in which the item ends."""
    try:
        if found := _MONTH.fullmatch(move.strip()):
            return date(int(found[1]), int(found[2]), 1)
        year = int((row["end"] or row["start"] or as_of.isoformat())[:4])
        period = parse_period(move, PeriodContext(year, as_of, as_of))
        end = period.end if period else None
    except ValueError:
        end = None
    if end is None:
        raise WrongUsageError("flows.usage.move", word=move)
    return end


def _table(folder: Path, name: str, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """A table of the plan. Raises WrongUsageError if it is not there or not ours."""
    try:
        with (folder / _TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
            return frame(schema, list(csv.DictReader(rows)))
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise WrongUsageError("flows.usage.plan-damaged", folder=str(folder)) from error


def _day(folder: Path) -> date:
    """The day for which the plan was made."""
    try:
        return date.fromisoformat(json.loads((folder / NAME).read_text(encoding="utf-8"))["as_of"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WrongUsageError("flows.usage.plan-damaged", folder=str(folder)) from error
