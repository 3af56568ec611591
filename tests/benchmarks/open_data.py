"""`renja merge` on synthetic items: CPU seconds of each stage and the memory used by its end, in MiB.

    python -m tests.benchmarks.open_data 10000 100000 [--seed 1]

The items are those of `synth_items`, all differently worded, with the columns of records.csv. Each size runs in a
process of its own, from the CSV file to the tables.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.watch import Advance, Watch
from tests.benchmarks.measure import ROOT
from tests.benchmarks.merging import memory

_COLUMNS = {
    "id": "record_id", "group": "group", "text": "action", "owner": "owners", "region": "regions", "start": "start",
    "end": "end", "budget": "budget",
}  # fmt: skip


def table(size: int, seed: str, path: Path, keep: str = "") -> None:
    """Writes so many items with the columns of records.csv, and one column more as it is if `keep` names it."""
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder) / "items.csv"
        made = ["-n", str(size), "--extra", "-o", str(items), "--seed", seed]
        command = [sys.executable, "-m", "tests.benchmarks.synth_items", *made]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        renamed(items, path, keep)


def renamed(items: Path, path: Path, keep: str = "") -> None:
    """The same items with the columns of records.csv."""
    columns = _COLUMNS | ({keep: keep} if keep else {})
    with items.open(encoding="utf-8", newline="") as lines, path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(columns.values())
        writer.writerows([row[name] for name in columns] for row in csv.DictReader(lines))


class Seconds(Watch):
    """Keeps CPU seconds, and the memory used so far."""

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Advance]:
        """Enter a stage."""
        begin = time.process_time()
        yield lambda _: None
        self.seconds[name] = time.process_time() - begin
        self.seconds[f"{name} MiB"] = memory()["memory_mib"]


def one(path: Path, out: Path) -> dict[str, float]:
    """Merges a table in this process; what each stage took."""
    from flows.commands.open_data import merge_table
    from flows.settings import Settings
    from tasks.rendering.catalogue import load

    watch = Seconds()
    merge_table(path, out, Settings(), load("id"), watch)
    return watch.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--run", nargs=2, metavar=("TABLE", "FOLDER"), help=argparse.SUPPRESS)
    parser.add_argument("--seed", default="1")
    asked = parser.parse_args()
    if asked.run:
        print(json.dumps(one(Path(asked.run[0]), Path(asked.run[1]))))
        return
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "items.csv"
            table(size, asked.seed, path)
            command = [sys.executable, "-m", "tests.benchmarks.open_data", "--run", str(path), f"{folder}/out"]
            told = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
            print(size, "  ".join(f"{name} {value:.4g}" for name, value in told.items()), flush=True)


if __name__ == "__main__":
    main()
