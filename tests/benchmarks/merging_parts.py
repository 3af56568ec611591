"""Merging in eight parts, each in a process of its own with what was learnt of the whole: the same is found.

    python -m tests.benchmarks.merging_parts 10000 [--seed 1]

Tells the CPU seconds of learning, of each part, and of the whole for comparison.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.engine import learnt, matched
from tasks.merging.matching.knowledge import Knowledge
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.parts import parts
from tests.benchmarks.measure import ROOT
from tests.benchmarks.synth_reader import read

PARTS = 8

Found = TypeVar("Found")


def one(mentions: Mentions, known: Knowledge | None) -> tuple[Ints, set[tuple[int, int]], float]:
    """Groups and questions of mentions, and the CPU seconds of finding them."""
    found, took = timed(lambda: matched(mentions, known))
    return found.group, set(zip(found.asked.a.tolist(), found.asked.b.tolist(), strict=True)), took


def timed(run: Callable[[], Found]) -> tuple[Found, float]:
    """What a run gives, and its CPU seconds in this process."""
    begin = time.process_time()
    return run(), time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", default="1")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder) / "items.csv"
        made = ["-n", str(asked.size), "--extra", "-o", str(items), "--seed", asked.seed]
        subprocess.run([sys.executable, "-m", "tests.benchmarks.synth_items", *made], cwd=ROOT, check=True)
        mentions, _ = read(items)
    tell(mentions)


def tell(mentions: Mentions) -> None:
    """Prints whether the parts give what the whole gives, and what both cost."""
    whole, asked, alone = one(mentions, None)
    known, learning = timed(lambda: learnt(mentions))
    divided = parts(mentions, PARTS)
    group, questions, seconds = whole.copy(), set(), []
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        waiting = [pool.submit(one, mentions.some(rows), known) for rows in divided]
        for rows, part in zip(divided, waiting, strict=True):
            found, pairs, took = part.result()
            group[rows] = rows[found]
            questions |= {(int(rows[a]), int(rows[b])) for a, b in pairs}
            seconds.append(took)
    same = np.array_equal(group, whole) and questions == asked
    print(f"{len(divided)} parts of {min(map(len, divided))} to {max(map(len, divided))} mentions")
    print(f"groups and questions {'equal' if same else 'DIFFER'}")
    print(f"whole {alone:.2f} s, learning {learning:.2f} s, parts {' '.join(f'{s:.2f}' for s in seconds)} s")


if __name__ == "__main__":
    main()
