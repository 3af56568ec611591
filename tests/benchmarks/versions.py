"""The memory of a plan with so many records, and the redline of its matrices: CPU seconds of each step."""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from tasks.memory.continuity import continued
from tasks.memory.database import Place
from tasks.memory.memory import issue, recall, remember
from tasks.memory.past import difference
from tasks.memory.versions.store import Run
from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.changes.document import Compared, changes_file
from tests.memory.plans import plan

SIZES: Final = (10_000, 100_000)
_OFFICES: Final = 550
_SHARE: Final = 20
"""One of so many records is reworded, another of so many moved."""

T = TypeVar("T")


def plans(count: int) -> tuple[Plan, Plan]:
    """A plan and its next version."""
    draw = random.Random(1)  # noqa: S311
    words = ["".join(draw.choices(["ba", "ki", "lu", "mo", "ne", "pa", "ri", "su"], k=3)) for _ in range(3000)]
    rows = [_row(n, " ".join(draw.choices(words, k=7))) for n in range(count)]
    later = [dict(row) for row in rows]
    for row in draw.sample(later, count // _SHARE):
        row["action"] += " bersama sekolah"
    for row in draw.sample(later, count // _SHARE):
        row["end"] = "2017-05-31"
    return plan(*rows), plan(*later)


def _row(n: int, topic: str) -> dict[str, str]:
    office = f"Dinas Pendidikan {n % _OFFICES}"
    place = {"file": f"berkas {n % _OFFICES}.docx", "locator": f"table 1, row {n // _OFFICES + 2}"}
    when = {"start": "2017-03-01", "end": "2017-03-31", "period_sense": "within"}
    return {"item_id": f"RK-{n:06}", "action": f"Menyusun pedoman {topic}", "owners": office, **place, **when}


def clocked(what: str, work: Callable[[], T]) -> T:
    """Do it, and tell how long it took."""
    begin = time.process_time()
    done = work()
    print(f"  {what}: {time.process_time() - begin:.2f} s")
    return done


def run(count: int) -> None:
    """Two versions of a plan of so many records."""
    print(f"{count} records")
    first, second = plans(count)
    with TemporaryDirectory() as folder:
        place = Place(Path(folder) / "memory.db")
        clocked("keep a first version", lambda: remember(place, first, Run("2017-03-01T00:00:00+07:00", "a", "id")))
        issue(place, 1, "a")
        known = clocked("recall", lambda: recall(place))
        clocked("know the records again", lambda: continued(known.known, known.records, second.records))
        clocked("keep the next version", lambda: remember(place, second, Run("2017-03-02T00:00:00+07:00", "b", "id")))
        issue(place, 2, "b")
        found = clocked("what changed", lambda: difference(place))
        if found:
            told = Compared(found.numbers, found.made, found.items, (), {})
            data = clocked("the matrices as tracked changes", lambda: changes_file(told, load("id")))
            size = f"{place.path.stat().st_size / 1e6:.1f} MB kept, {len(data) / 1e6:.1f} MB of Word"
            print(f"  {len(found.changes)} changes, {size}")


if __name__ == "__main__":
    for wanted in [int(size) for size in sys.argv[1:]] or SIZES:
        run(wanted)
