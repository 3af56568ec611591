"""One reading of a workbook in a process that loads nothing else: `python -m tests.benchmarks.one_sheet FILE`.

Prints the peak of its resident memory in MiB, as Linux accounts for it.
"""

import re
import sys
from pathlib import Path

from tasks.model.blocks import Table
from tasks.reading.collector import no_collector
from tasks.reading.excel.workbook import read_workbook


def read(path: str) -> int:
    """The length of every cell's shown text."""
    with no_collector():
        tables = (block for block in read_workbook(Path(path).read_bytes()).blocks if isinstance(block, Table))
        return sum(len(text) for table in tables for _, _, text in table.words())


def peak() -> float:
    """The peak of this process so far."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    read(sys.argv[1])
    print(f"{peak():.1f}")
