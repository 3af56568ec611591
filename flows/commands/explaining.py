"""`renja explain`: how an item of a plan that was built came about, from the plan's own tables and memory."""

import csv
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import pandas as pd

from flows.speaking.usage import WrongUsageError
from tasks.memory.decisions.recognise import Earlier
from tasks.memory.decisions.resolve import resolve
from tasks.memory.decisions.synonyms import aliases
from tasks.merging.merge import merge
from tasks.merging.reasons.account import account
from tasks.merging.reasons.doubts import doubts, sides
from tasks.model.decisions import Answers
from tasks.model.tables import RECORDS, frame
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.account import Told, account_lines
from tasks.rendering.messages import numbered

_ITEMS: Final = Path("tables") / "items.csv"
_RECORDS: Final = Path("tables") / "records.csv"
_MOST_NEAR: Final = 5
_PUNCTUATION: Final = re.compile(r"[^0-9a-z]+")

Row = dict[str, str]


def plan_of(item: str, folder: Path | None, outputs: Path) -> tuple[Path, Row]:
    """The output folder of the plan that holds an item (its id or its number), and its row of items.csv.

    folder: where to look; all folders in `outputs` if it is None. Raises WrongUsageError with a sentence.
    """
    folders = sorted(path.parents[1] for path in outputs.glob(f"*/{_ITEMS.as_posix()}")) if folder is None else [folder]
    plans = {path: _rows(path / _ITEMS) for path in folders if (path / _ITEMS).is_file()}
    if not plans:
        raise WrongUsageError("flows.usage.no-plan", folder=str(folder or outputs))
    found = [(path, row) for path, rows in plans.items() for row in rows if _bare(item) in _names(row)]
    if len({path for path, _ in found}) > 1:
        raise WrongUsageError("flows.usage.plans", word=item, folders=", ".join(str(path) for path, _ in found))
    if not found:
        near = ", ".join(_near(item, [row for rows in plans.values() for row in rows]))
        raise WrongUsageError("flows.usage.item", word=item, near=near)
    return found[0]


def lines(folder: Path, row: Row, remembered: Answers, speak: Catalogue) -> Iterator[str]:
    """What there is to say of an item (a row of items.csv) of the plan in a folder, for which people decided this."""
    records = frame(RECORDS, _rows(folder / _RECORDS))
    items = pd.DataFrame(_rows(folder / _ITEMS), dtype="str")
    decided = resolve(remembered.pairs, records, Earlier())
    judged = merge(records, (), {}, decided.decisions, aliases(remembered.synonyms)).judged
    of = records["item_id"].tolist()
    place = {record: n for n, record in enumerate(records["record_id"])}
    rows = [place[record] for record in row["record_ids"].split("; ") if record in place]
    if judged is None or not rows:
        return
    found = sides(records, judged, range(len(records)))
    every = [found[n] for n in range(len(records))]
    mine = {every[n].prints[0] for n in rows}
    asked = [d for d in doubts(records, judged, decided.settled) if mine & {d.a.prints[0], d.b.prints[0]}]
    told = Told(row["item_id"], account(judged, records, rows), every, of, numbered(items), asked, decided.answers)
    yield from account_lines(told, speak)


def _names(row: Row) -> tuple[str, str]:
    return _bare(row["item_id"]), _bare(row["number"])


def _near(item: str, rows: Sequence[Row]) -> list[str]:
    """Ids and numbers that may have been meant; the first ones if none is near."""
    names = {bare: row[key] for row in rows for key in ("number", "item_id") if (bare := _bare(row[key]))}
    near = get_close_matches(_bare(item), list(names), n=_MOST_NEAR, cutoff=0.5)
    return [names[bare] for bare in near or list(names)[:_MOST_NEAR]]


def _bare(name: str) -> str:
    return _PUNCTUATION.sub("", name.casefold())


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))
