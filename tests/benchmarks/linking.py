"""Linking of large plans: `python -m tests.benchmarks.linking [items …]`, 10,000 and 100,000 by default.

Items are those of `synth_items`, one record each, 200 to a file, numbered. One of five names what it waits for: the
item that it truly depends on, in that item's own words, or a number of its file. Frames in and out are part of the
time: from ITEMS and RECORDS to links and problems. CPU seconds of one process.
"""

import random
import sys
import time

import pandas as pd

from tasks.linking.link import link
from tasks.model.meeting import Group
from tasks.model.tables import ITEMS, RECORDS, frame
from tests.benchmarks.measure import ROOT
from tests.benchmarks.points import point
from tests.benchmarks.synth_items import generate, true_edges

SIZES = (10_000, 100_000)
GROUPS = tuple(Group(f"K{n}", f"Kelompok {n}") for n in range(1, 7))
A_FILE = 200
_SAID = 0.2
_ROWS_AN_ITEM = 2.2
_LEVELS = {"pusat": "central", "upt": "central-unit", "provinsi": "province"}


def plan(count: int, seed: int = 7) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Items and their records, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  reproducible, not secret
    rows, clusters = generate(int(count * _ROWS_AN_ITEM), seed)  # type: ignore[no-untyped-call]
    firsts: dict[int, tuple[str, ...]] = {}
    for row in rows:
        firsts.setdefault(row[6], row)
    kept = sorted(firsts)[:count]
    before = {target: source for source, target, _ in true_edges(clusters) if source in firsts}  # type: ignore[no-untyped-call]
    records = [_record(place, cluster, firsts, before, chance) for place, cluster in enumerate(kept)]
    items = [{"item_id": row["item_id"], "action": row["action"]} for row in records]
    return frame(ITEMS, items), frame(RECORDS, records)


def _record(
    place: int, cluster: int, firsts: dict[int, tuple[str, ...]], before: dict[int, int], chance: random.Random
) -> dict[str, str]:
    text, owner, level, region, start, end = (str(cell) for cell in firsts[cluster][:6])
    waits = ""
    if chance.random() < _SAID and place % A_FILE:
        waits = f"no. {chance.randrange(place % A_FILE) + 1}"
        if cluster in before and chance.random() < 0.5:
            waits = str(firsts[before[cluster]][0])
    named = region if level != "pusat" else ""
    return {
        "record_id": f"R-{place:07d}",
        "item_id": f"RK-{place:07d}",
        "group": GROUPS[place // A_FILE % len(GROUPS)].code,
        "file": f"berkas {place // A_FILE}.docx",
        "locator": f"table 1, row {place % A_FILE + 2}",
        "number": str(place % A_FILE + 1),
        "action": text,
        "owners": owner,
        "owners_text": owner,
        "levels": _LEVELS.get(level, "district"),
        "regions": named,
        "start": start,
        "end": end,
        "depends_text": f"setelah {waits}" if waits else "",
    }


def run(count: int) -> float:
    """Link a plan of so many items and tell what it took; the CPU seconds."""
    items, records = plan(count)
    begin = time.process_time()
    made = link(items, records, GROUPS)
    seconds = time.process_time() - begin
    point("linking (items)", count, seconds)
    kinds = made.links["kind"].value_counts().to_dict()
    found = f"{kinds.get('explicit', 0)} explicit and {kinds.get('inferred', 0)} inferred links"
    print(f"{len(items)} items: {seconds:.1f} s; {found}, {len(made.problems)} problems")
    return seconds


def main(sizes: list[int]) -> None:
    """Each size, and how much longer each took than the one before."""
    link(*plan(1000), GROUPS)
    seconds = [run(size) for size in sizes]
    for (small, one), (large, other) in zip(
        zip(sizes, seconds, strict=True), list(zip(sizes, seconds, strict=True))[1:], strict=False
    ):
        print(f"{large / small:.0f} times the items: {other / one:.1f} times the time")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
