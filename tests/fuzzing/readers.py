"""Damaged copies of all pathologies through the reader processes: `python -m tests.fuzzing.readers`.

Options: `--files 2000` copies, `--seed 2017`. Ends with 1 and keeps the files if any of them makes a reader crash or
hang, gives neither blocks nor a problem, or leaves characters unaccounted for.
"""

import argparse
import hashlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.problem import Code
from tasks.reading.process.pool import Limits, ReaderPool
from tests.fuzzing.mutations import mutated
from tests.reading.packages import PATHOLOGIES

_WORKERS = 2
_NO_DOCUMENTS = frozenset({".json", ".md", ".py", ".yaml"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one copy; `fault` is empty if all is well."""

    path: Path
    format: str
    fault: str
    read: bool


def originals() -> list[Path]:
    """The files that are damaged: all pathologies but the bombs, which are damage enough."""
    found = (p for p in PATHOLOGIES.rglob("*") if p.is_file() and p.suffix not in _NO_DOCUMENTS)
    return sorted(p for p in found if p.stat().st_size < 500_000)


def copies(folder: Path, count: int, seed: int) -> Iterator[Path]:
    """Damaged copies in a folder, each original in turn; the same for the same seed."""
    sources = originals()
    for number in range(count):
        original = sources[number % len(sources)]
        chance = random.Random(f"{seed} {number}")  # noqa: S311  reproducible, not secret
        path = folder / f"{number:05d} {original.name}"
        path.write_bytes(mutated(original.read_bytes(), chance))
        yield path


def fault(document: Document) -> str:
    """What is wrong with how a file was read; empty if nothing is."""
    causes = {dict(found.details).get("cause", "") for found in document.problems}
    if "@reading.crashed" in causes:
        return "crash"
    if "@reading.too-long" in causes:
        return "hang"
    if not document.blocks and not document.problems:
        return "silence"
    lost = any(found.code is Code.TEXT_UNACCOUNTED for found in document.problems)
    return "unaccounted text" if lost else ""


def outcomes(paths: list[Path], limits: Limits | None = None) -> Iterator[Outcome]:
    """Each file read in a reader process, as the product does it."""

    def read(path: Path) -> Outcome:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        document = pool.read(Source(path, path.name, digest, ""))
        return Outcome(path, document.format, fault(document), bool(document.blocks))

    with ReaderPool(_WORKERS, limits) as pool, ThreadPoolExecutor(_WORKERS) as threads:
        yield from threads.map(read, paths)


def main() -> int:
    """Reads them all and prints what became of them, by format."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--files", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=2017)
    chosen = arguments.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="renja-fuzz-"))
    counts: dict[str, Counter[str]] = {}
    faults = []
    for outcome in outcomes(list(copies(folder, chosen.files, chosen.seed))):
        told = outcome.fault or ("read" if outcome.read else "refused")
        counts.setdefault(outcome.format, Counter())[told] += 1
        if outcome.fault:
            faults.append(outcome)
        else:
            outcome.path.unlink()
    for kind, count in sorted(counts.items()):
        print(f"{kind:<10} {sum(count.values()):>5}  " + ", ".join(f"{n} {told}" for told, n in count.most_common()))
    for outcome in faults:
        print(f"{outcome.fault}: {outcome.path}")
    print(f"{chosen.files} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
