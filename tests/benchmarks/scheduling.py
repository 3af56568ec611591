"""Scheduling of large plans: `python -m tests.benchmarks.scheduling [items …]`, 10,000 and 100,000 by default.

Three links an item. Of ten items seven have a period, two a deadline, one has no date; most links keep to the order of
the dates. Frames in and out are part of the time: from ITEMS and LINKS to filled tables with verdicts, and problems.
CPU seconds of one process, the middle of three runs.
"""

import random
import statistics
import sys
import time
from datetime import date

import pandas as pd

from tasks.model.tables import ITEMS, LINKS, frame
from tasks.scheduling.moments import first_day, last_day
from tasks.scheduling.schedule import schedule
from tests.benchmarks.points import point

SIZES = (10_000, 100_000)
LINKS_AN_ITEM = 3
AS_OF = date(2024, 1, 15)
_FIRST = 2024 * 12
_MONTHS = 36
_RUNS = 3
_TURNED = 0.02
"""The share of links whose dependent has the earlier place in the plan's order of time."""


def plan(count: int, seed: int = 2024) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Items along three years and links between them, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  reproducible, not secret
    items = frame(ITEMS, [_item(n, count, chance) for n in range(count)])
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < count * LINKS_AN_ITEM:
        a, b = sorted((chance.randrange(count), chance.randrange(count)))
        far = b - a > count // 12
        if a != b and (far or chance.random() < _TURNED):
            pairs.add((a, b))
    return items, frame(LINKS, [_link(a, b) for a, b in sorted(pairs)])


def _item(number: int, count: int, chance: random.Random) -> dict[str, str]:
    first = _FIRST + number * _MONTHS // count
    stated = chance.choices(("both", "by", "none"), (7, 2, 1))[0]
    return {
        "item_id": f"RK-{number:06d}",
        "action": f"Kegiatan {number}",
        "owners": f"Dinas {number % 500}",
        "start": first_day(first) if stated == "both" else "",
        "end": last_day(first + chance.randrange(6)) if stated != "none" else "",
        "period_sense": {"both": "within", "by": "by", "none": "none"}[stated],
    }


def _link(a: int, b: int) -> dict[str, str]:
    fixed = {"kind": "explicit", "relation": "finish-start", "status": "accepted", "confidence": "0.90"}
    return {"from_item": f"RK-{a:06d}", "to_item": f"RK-{b:06d}", "evidence": "setelah selesai"} | fixed


def main(sizes: list[int]) -> None:
    """Prints the time for each size."""
    for count in sizes:
        items, links = plan(count)
        costs = []
        for _ in range(_RUNS):
            begin = time.process_time()
            made = schedule(items, links, AS_OF)
            costs.append(time.process_time() - begin)
        point("scheduling (items, three links each)", count, statistics.median(costs))
        late = len(made.problems)
        print(f"{count:>9,} items {len(links):>9,} links {late:>7,} chains {statistics.median(costs):7.2f} CPU s")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
