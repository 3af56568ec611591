"""All that is remembered of a plan as a file of its own, and such a file taken back, into a file or onto a server."""

import shutil
from pathlib import Path

import sqlalchemy as sa

from tasks.memory import file
from tasks.memory.database import Place, of_one_moment, reading, writing
from tasks.memory.schema import BINDING
from tasks.memory.transfer import copied
from tasks.memory.versions.store import Version, issued


def plans(place: Place) -> list[str]:
    """The names of all plans on the server of a place, in order; none if it is a file. Raises OutputError."""
    if not place.shared:
        return []
    with reading(place) as scope:
        asked = sa.select(BINDING.c.plan).distinct().order_by(BINDING.c.plan)
        return list(scope.connection.execute(asked).scalars()) if scope else []


def handed_over(place: Place, target: Path) -> None:
    """Write what is remembered there, as it is at one moment, whoever works on the plan meanwhile.

    Nothing is written if nothing is remembered. Raises OutputError.
    """
    with of_one_moment(place) as scope:
        if scope is None:
            return
        if place.shared:
            with writing(Place(target)) as copy:
                copied(scope, copy)
        else:
            file.copy(place.path, target)


def newer(place: Place, handed: Path | None) -> list[Version]:
    """The versions that were issued there and that a file handed over does not hold: going back loses them.

    handed: None for no such file. Raises OutputError, and ValueError if the file is no memory of a plan.
    """
    if handed is not None and not file.sound(handed):
        raise ValueError(str(handed))
    held = set() if handed is None else {(version.made, version.digest) for version in _issued(Place(handed))}
    return [version for version in _issued(place) if (version.made, version.digest) not in held]


def take_back(place: Place, handed: Path, staged: Path) -> None:
    """Put what a file handed over holds in place of what is remembered: on a server at once, all or nothing.

    In a file of its own it lies ready as `staged`, to be moved into place; what is there now stays beside it as the
    last good copy. Raises OutputError, OSError.
    """
    if place.shared:
        with of_one_moment(Place(handed)) as source, writing(place) as target:
            if source is not None:
                copied(source, target)
        return
    with reading(place) as before:  # whatever a run that was cut off had begun there is undone first
        pass
    if before is not None:
        file.keep_copy(place.path)
    staged.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(handed, staged)


def _issued(place: Place) -> list[Version]:
    with reading(place) as scope:
        return [] if scope is None else issued(scope)
