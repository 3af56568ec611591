"""Points of a growth curve, put down for whoever runs all benchmarks: what a size took one engine."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

OWN = "Renja"
FILE = "RENJA_BENCHMARK_POINTS"
"""The environment variable that names the file for them; without it nothing is put down."""


@dataclass(frozen=True, slots=True)
class Point:
    """curve: what is measured, the unit of its sizes in brackets; seconds: CPU seconds."""

    curve: str
    engine: str
    size: int
    seconds: float


def point(curve: str, size: int, seconds: float, engine: str = OWN) -> None:
    """Put a point down, if somebody wants it."""
    if FILE in os.environ:
        with Path(os.environ[FILE]).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(Point(curve, engine, size, seconds))) + "\n")


def points(file: Path) -> Iterator[Point]:
    """Those that were put down in a file, in their order."""
    if file.exists():
        yield from (Point(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines())
