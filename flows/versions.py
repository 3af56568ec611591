"""`renja history`, `renja diff` and `renja export`: the versions of a plan, what changed, all of it to hand over."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from flows import publish
from flows.output import opened, told
from flows.remembering import MEMORY, place_of
from flows.run_record import NAME
from flows.settings import Settings
from flows.usage import WrongUsageError
from tasks.memory.past import briefs, difference, handed_over
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.changes.document import Compared, changes_file, changes_name
from tasks.rendering.changes.lines import brief_line, change_lines
from tasks.rendering.messages import numbered

_HANDED_ON: Final = ("decisions",)
"""What of Renja's own goes along besides the memory; caches are made anew."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def history(plan: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """A line a version of the plan in a folder. Raises WrongUsageError, OutputError."""
    _known(plan)
    found = briefs(place_of(plan, settings))
    yield from (brief_line(brief, speak) for brief in found) if found else (speak.text("versions.nothing-kept"),)


def diff(plan: Path, old: int, new: int, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """What changed between two versions, the last two if none is named; the last line is where the report stands.

    Raises WrongUsageError, OutputError.
    """
    _known(plan)
    place = place_of(plan, settings)
    found = difference(place, old, new)
    if found is None:
        there = ", ".join(str(brief.number) for brief in briefs(place))
        raise WrongUsageError("versions.usage.version", there=there or "–")
    before, after = found.items
    names = numbered(before) | numbered(after)
    compared = Compared(found.numbers, found.made, found.items, found.changes, names)
    yield from change_lines(found.changes, names, speak) if found.changes else (speak.text("versions.none"),)
    yield str(_written(plan, compared, speak))


def export(plan: Path, target: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """All of a plan with its memory as one zip file; the last line is where it stands.

    Raises WrongUsageError, PlanBusyError, OutputError.
    """
    _known(plan)
    with opened(plan), TemporaryDirectory() as aside:
        handed_over(place_of(plan, settings), Path(aside) / MEMORY)
        with told(target.parent):
            part = target.with_name(f"{target.name}.part")
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, path in _handed_on(plan, Path(aside) / MEMORY, (target.resolve(), part.resolve())):
                    archive.writestr(zipfile.ZipInfo(f"{plan.resolve().name}/{name}", _EARLIEST), path.read_bytes())
            part.replace(target)
    yield speak.text("versions.exported", folder=plan.resolve().name)
    yield str(target)


def _known(plan: Path) -> None:
    if not (plan / NAME).is_file() and not (plan / publish.OWN).is_dir():
        raise WrongUsageError("flows.usage.no-plan-in", folder=str(plan))


def _written(plan: Path, compared: Compared, speak: Catalogue) -> Path:
    """The report."""
    target = plan / changes_name(compared, speak)
    with opened(plan), told(plan):
        if not publish.put(target, changes_file(compared, speak), plan / publish.OWN):
            raise WrongUsageError("versions.usage.open", document=target.name)
    return target


def _handed_on(plan: Path, memory: Path, without: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """Name in the zip file and path of all that goes along, in order."""
    found = {f"{publish.OWN}/{MEMORY}": memory} if memory.is_file() else {}
    for path in plan.rglob("*"):
        name = path.relative_to(plan)
        own = name.parts[0] == publish.OWN
        if path.is_file() and path.resolve() not in without and (not own or name.parts[1] in _HANDED_ON):
            found[name.as_posix()] = path
    yield from sorted(found.items())
