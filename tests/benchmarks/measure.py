"""CPU seconds and peak memory of a whole process, as the operating system accounts for them."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: user and system seconds with those of its children, peak resident MiB, seconds passed."""

    cpu: float
    memory: float
    wall: float


def cost(*arguments: str) -> Cost:
    """What one run of Python with these arguments takes, in the project's folder. Raises if the run fails."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {' '.join(arguments)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.perf_counter() - start)


def median(costs: list[Cost]) -> Cost:
    """The middle of several runs, figure by figure: machines are noisy."""
    figures = zip(*((c.cpu, c.memory, c.wall) for c in costs), strict=True)
    return Cost(*map(statistics.median, figures))
