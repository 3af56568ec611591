"""`renja history` and `renja diff`: the versions of a plan, and what changed between two of them."""

from collections.abc import Iterator
from pathlib import Path

from flows.folder import publish
from flows.folder.output import opened, told
from flows.folder.remembering import place_of
from flows.folder.run_record import NAME
from flows.settings import Settings
from flows.speaking.usage import WrongUsageError
from tasks.memory.past import briefs, difference
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.changes.document import Compared, changes_file, changes_name
from tasks.rendering.changes.lines import brief_line, change_lines
from tasks.rendering.messages import numbered


def history(plan: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """A line a version of the plan in a folder. Raises WrongUsageError, OutputError."""
    known(plan)
    found = briefs(place_of(plan, settings))
    yield from (brief_line(brief, speak) for brief in found) if found else (speak.text("versions.nothing-kept"),)


def diff(plan: Path, old: int, new: int, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """What changed between two versions, the last two if none is named; the last line is where the report stands.

    Raises WrongUsageError, OutputError.
    """
    known(plan)
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


def known(plan: Path) -> None:
    """Raises WrongUsageError if a folder holds no plan."""
    if not (plan / NAME).is_file() and not (plan / publish.OWN).is_dir():
        raise WrongUsageError("flows.usage.no-plan-in", folder=str(plan))


def _written(plan: Path, compared: Compared, speak: Catalogue) -> Path:
    """The report."""
    target = plan / changes_name(compared, speak)
    with opened(plan), told(plan):
        if not publish.put(target, changes_file(compared, speak), plan / publish.OWN):
            raise WrongUsageError("versions.usage.open", document=target.name)
    return target
