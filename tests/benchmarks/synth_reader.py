"""The synthetic items as mentions: a small reader that knows how the generator writes offices and regions."""

import csv
import re
from functools import cache
from pathlib import Path

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.mentions import OPEN, Mentions, Party, day, numbered
from tests.benchmarks import synth_items

_REGION = re.compile(r"(provinsi|prov\.?|kota|kabupaten|kab\.?)\s+(.*)")
_KINDS = {"p": "provinsi", "ko": "kota", "ka": "kabupaten"}


def read(path: Path) -> tuple[Mentions, Ints]:
    """The mentions of a file of items, and the true group of each."""
    texts, parties, columns = [], [], []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            texts.append(row["text"])
            parties.append(_party(row["owner"], row["region"]))
            budget = int(row["budget"]) if row["budget"] else OPEN
            columns.append((day(row["start"]), day(row["end"]), budget, int(row["cluster"])))
    start, end, sums, truth = np.array(columns, np.int64).reshape(-1, 4).T
    party, distinct = numbered(parties)
    return Mentions(texts, party, distinct, np.full(len(texts), -1), start, end, sums), truth


@cache
def _party(owner: str, region: str) -> Party:
    office, place = _office(owner)
    where = _region(region) or place
    owners = (f"{office} {where}".strip(),) if office else ()
    return Party(owners, (), (where,) if where else (), bool(where))


@cache
def _region(written: str) -> str:
    folded = written.strip().lower().split(",")[0]
    if folded in ("", "nasional", "pusat"):
        return ""
    found = _REGION.match(folded)
    if not found:
        return f"provinsi {_long(folded)}"
    kind = next(kind for begin, kind in _KINDS.items() if found[1].startswith(begin))
    return f"{kind} {_long(found[2]) if kind == 'provinsi' else found[2]}"


def _long(name: str) -> str:
    return {short.lower(): full.lower() for full, short in synth_items.PROV_ABBR.items()}.get(name, name)


@cache
def _office(written: str) -> tuple[str, str]:
    folded = written.strip().lower()
    for key, forms in synth_items.CENTRAL:
        if folded in map(str.lower, forms):
            return key, ""
    for form, key in _heads():
        if folded.startswith(f"{form} "):
            return key, _region(folded.removeprefix(form))
    return folded, ""


@cache
def _heads() -> list[tuple[str, str]]:
    offices = (*synth_items.DISTRICT_OFFICES, *synth_items.PROV_OFFICES)
    heads = {(form.replace(" {r}", "").lower(), key) for key, forms, _ in offices for form in forms}
    return sorted(heads, key=lambda head: (-len(head[0]), head))
