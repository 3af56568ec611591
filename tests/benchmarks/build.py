"""How a whole build grows with the number of records: `python -m tests.benchmarks.build [SIZE ...]`.

Each size is a meeting of CSV files made from a seed, built with --direct in a process of its own, three times over;
printed are the median CPU seconds and peak memory, and both per record against the smallest size.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Cost, cost, median
from tests.benchmarks.meetings import meeting
from tests.benchmarks.points import point

_SIZES = [1_000, 10_000]
_RUNS = 3


def build(inputs: Path, out: Path) -> Cost:
    """One build into a fresh folder."""
    return cost("-m", "flows.cli", "build", str(inputs), "--out", str(out), "--direct")


def main(sizes: list[int]) -> None:
    """Print a line a size."""
    first: tuple[int, Cost] | None = None
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            inputs = meeting(Path(name) / str(size), size)
            taken = median([build(inputs, Path(name) / f"out-{size}-{run}") for run in range(_RUNS)])
            point("a whole build (records)", size, taken.cpu)
            first = first or (size, taken)
            growth = taken.cpu / first[1].cpu / (size / first[0])
            print(f"{size:>9,} records  {taken.cpu:8.1f} CPU s  {taken.memory:8.0f} MiB  {growth:5.2f} x linear")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or _SIZES)
