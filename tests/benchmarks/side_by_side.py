"""A reader side by side with its peer: in turn, in one process, CPU seconds, medians."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

RUNS = 5

Reader = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of both, in CPU seconds."""

    own: float
    peer: float

    @property
    def ratio(self) -> float:
        """How many times faster the own reader is."""
        return self.peer / self.own


def seconds(read: Reader, data: bytes) -> float:
    """CPU seconds of one reading."""
    start = time.process_time()
    read(data)
    return time.process_time() - start


def compare(data: bytes, own: Reader, peer: Reader, runs: int = RUNS) -> Pair:
    """Both measured in turn, so that a busy machine is busy for both."""
    pairs = [(seconds(own, data), seconds(peer, data)) for _ in range(runs)]
    mine, theirs = zip(*pairs, strict=True)
    return Pair(statistics.median(mine), statistics.median(theirs))


def growth(sizes: list[int], make: Callable[[int], bytes], read: Reader, runs: int = 3) -> list[tuple[int, float]]:
    """CPU seconds by size, the median of several runs each."""
    out = []
    for size in sizes:
        data = make(size)
        out.append((size, statistics.median(seconds(read, data) for _ in range(runs))))
    return out
