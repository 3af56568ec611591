"""Where what lasts between the runs of a plan lies. Loads nothing of the database before it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from flows.folder.publish import OWN
from flows.folder.run_record import LastRun, Record
from flows.settings import Settings

if TYPE_CHECKING:
    from flows.folder.output import Settle
    from tasks.memory.database import Place

MEMORY: Final = "memory.db"


def place_of(out: Path, settings: Settings) -> "Place":
    """The memory of the plan in an output folder: a file there, or on a server under the name of the folder."""
    from tasks.memory.database import Place

    plan = out.resolve().name if settings.memory_url else ""
    return Place(out / OWN / MEMORY, settings.memory_url, plan)


def remembered(out: Path, last: LastRun, settings: Settings) -> bool:
    """Whether the memory of the plan in an output folder is there and sound, as far as a glance tells."""
    path = out / OWN / MEMORY
    if settings.memory_url or not last.version:
        return True
    from tasks.memory.file import sound_or_in_use

    return path.is_file() and sound_or_in_use(path)


def settling(place: "Place") -> "Settle":
    """Issues the version of a run in a memory. The function raises OutputError."""

    def issued(record: Record) -> None:
        from tasks.memory.memory import issue

        if record:  # files that are put back may be of no run
            issue(place, record["version"], record["fingerprint"])

    return issued
