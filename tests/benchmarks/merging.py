"""Duplicates among synthetic items: figures, seconds and memory, alone or side by side with Splink.

    python -m tests.benchmarks.merging 10000 100000 [--seed 1] [--unseen 0.3] [--typos 0.5] [--pool B] [--dial 0.9]
        [--peer]

Every size is made by `synth_items` in a process of its own and read by `synth_reader`; each engine runs in a process
of its own. Seconds are wall and CPU of finding the groups from mentions that are read already, after a first small run
that loads lists and stems; the seconds of reading are told apart. `--peer` needs requirements-peers.txt and tells
Splink's figures at that threshold which suits it best.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.decision import DIAL
from tasks.merging.matching.engine import Matched, matched
from tasks.merging.matching.groups import connected
from tests.benchmarks.measure import ROOT
from tests.benchmarks.points import OWN, point
from tests.benchmarks.synth_reader import read

WARM = 2000
_NAMES = {"own": OWN, "peer": "Splink"}


def pairs(*columns: Ints) -> int:
    """How many pairs of rows are equal in all columns."""
    counts = Counter(zip(*(column.tolist() for column in columns), strict=True))
    return sum(n * (n - 1) // 2 for n in counts.values())


def figures(group: Ints, truth: Ints) -> dict[str, float]:
    """Precision and recall of pairs, and how many are false."""
    right, made, true = pairs(group, truth), pairs(group), pairs(truth)
    return {"precision": right / max(made, 1), "recall": right / max(true, 1), "false": made - right}


def reviewed(found: Matched, truth: Ints) -> Ints:
    """The groups after every question has been answered right."""
    right = truth[found.asked.a] == truth[found.asked.b]
    one = np.concatenate([found.group, found.asked.a[right]])
    return connected(len(truth), one, np.concatenate([np.arange(len(truth)), found.asked.b[right]]))


def own(path: Path, dial: float) -> dict[str, float]:
    """Figures and cost of our engine on a file of items."""
    begin = time.perf_counter()
    mentions, truth = read(path)
    reading = time.perf_counter() - begin
    matched(mentions.some(np.arange(min(WARM, len(mentions)))))
    begin, cpu = time.perf_counter(), time.process_time()
    found = matched(mentions, dial=dial)
    told = {"read_s": reading, "wall_s": time.perf_counter() - begin, "cpu_s": time.process_time() - cpu, **memory()}
    sides = np.sort(np.stack([found.group[found.asked.a], found.group[found.asked.b]]), axis=0)
    asked = len(np.unique(sides, axis=1).T)
    after = figures(reviewed(found, truth), truth)["recall"]
    return (
        told | figures(found.group, truth) | {"recall_reviewed": after, "questions_per_1000": 1000 * asked / len(truth)}
    )


def peer(path: Path) -> dict[str, float]:
    """Figures and cost of Splink on a file of items, at the best threshold."""
    from tests.benchmarks.splink_peer import groups

    mentions, truth = read(path)
    begin, cpu = time.perf_counter(), time.process_time()
    found = groups(mentions)
    told = {"wall_s": time.perf_counter() - begin, "cpu_s": time.process_time() - cpu, **memory()}
    scored = [figures(group, truth) | {"threshold": threshold} for threshold, group in found.items()]
    return told | max(scored, key=lambda s: 2 * s["precision"] * s["recall"] / (s["precision"] + s["recall"]))


def memory() -> dict[str, float]:
    """Peak resident MiB of this process."""
    return {"memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--run", nargs=2, metavar=("ENGINE", "FILE"), help=argparse.SUPPRESS)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--dial", type=float, default=DIAL)
    for name, usual in (("seed", "1"), ("unseen", "0"), ("typos", "0.15"), ("pool", "all")):
        parser.add_argument(f"--{name}", default=usual)
    asked = parser.parse_args()
    if asked.run:
        path = Path(asked.run[1])
        print(json.dumps(own(path, asked.dial) if asked.run[0] == "own" else peer(path)))
        return
    for size in asked.sizes:
        _measure(size, asked)


def _measure(size: int, asked: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        items = str(Path(folder) / "items.csv")
        given = [f for name in ("seed", "unseen", "typos", "pool") for f in (f"--{name}", getattr(asked, name))]
        _python("tests.benchmarks.synth_items", "-n", str(size), "--extra", "-o", items, *given)
        for engine in list(_NAMES)[: 1 + asked.peer]:
            told = json.loads(_python("tests.benchmarks.merging", "--run", engine, items, "--dial", str(asked.dial)))
            point("merging (mentions)", size, told["cpu_s"], _NAMES[engine])
            print(size, engine, "  ".join(f"{name} {value:.5g}" for name, value in told.items()), flush=True)


def _python(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
