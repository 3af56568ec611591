"""The memory of a plan with so many records, in a file and on a PostgreSQL server if there is one, and its redline.

CPU seconds of this process, and seconds until the step is done: on a server those hold its work too.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from tasks.memory.continuity import continued
from tasks.memory.database import Place
from tasks.memory.handover import handed_over, take_back
from tasks.memory.memory import issue, recall, remember
from tasks.memory.past import Difference, difference
from tasks.memory.versions.matching import same_records
from tasks.memory.versions.store import Run
from tasks.model.mark import Issued
from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.changes.document import Compared, changes_file
from tests.memory.plans import plan
from tests.postgres import started

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


def extracts(kind: str) -> list[Issued]:
    """The documents of a version, as large as those of a meeting."""
    draw = random.Random(kind)  # noqa: S311
    rows = ["".join(f"<w:t>{draw.random()}</w:t><w:tc><w:tcPr/></w:tc>" for _ in range(20)) for _ in range(50)]
    return [Issued(f"RJ-{kind}-{n}", f"{n}.docx", f"{n}{''.join(rows)}".encode()) for n in range(_OFFICES)]


def clocked(what: str, work: Callable[[], T]) -> T:
    """Do it, and tell how long it took."""
    begin, start = time.process_time(), time.perf_counter()
    done = work()
    print(f"  {what}: {time.process_time() - begin:.2f} s, done after {time.perf_counter() - start:.2f} s")
    return done


def kept(place: Place, first: Plan, second: Plan) -> Difference | None:
    """Two versions of a plan in a memory; what changed between them."""
    one, two = (Run(f"2017-03-0{day}T00:00:00+07:00", mark, "id") for day, mark in ((1, "a"), (2, "b")))
    clocked("keep a first version", lambda: remember(place, first, one, extracts("a")))
    clocked("issue it", lambda: issue(place, 1, "a"))
    known = clocked("recall", lambda: recall(place))
    if known.records is not None:
        before = known.records
        same = clocked("match the records", lambda: same_records(before, second.records))
        clocked("know the records again", lambda: continued(known.known, before, second.records, same))
    clocked("keep the next version", lambda: remember(place, second, two, extracts("b")))
    clocked("issue it", lambda: issue(place, 2, "b"))
    target = place.path.with_name("handed over.db")
    clocked("hand all of it over", lambda: handed_over(place, target))
    clocked("take it back", lambda: take_back(place, target, place.path.with_name("ready.db")))
    return clocked("what changed", lambda: difference(place))


def run(count: int, server: str | None) -> None:
    """Two versions of a plan of so many records, in a file and on a server."""
    first, second = plans(count)
    with TemporaryDirectory() as folder:
        place = Place(Path(folder) / "memory.db")
        print(f"{count} records in a file")
        found = kept(place, first, second)
        if server:
            print(f"{count} records on a server")
            kept(Place(Path(folder) / "shared" / "memory.db", server, str(count)), first, second)
        if found:
            told = Compared(found.numbers, found.made, found.items, (), {})
            data = clocked("the matrices as tracked changes", lambda: changes_file(told, load("id")))
            size = f"{place.path.stat().st_size / 1e6:.1f} MB kept, {len(data) / 1e6:.1f} MB of Word"
            print(f"  {len(found.changes)} changes, {size}")


if __name__ == "__main__":
    with started(safe=True) as shared:
        for wanted in [int(size) for size in sys.argv[1:]] or SIZES:
            run(wanted, shared)
