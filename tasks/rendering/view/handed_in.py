"""What became of a group's files: those that were not read or not wholly, and the parts that gave no action."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tasks.model import locator
from tasks.model.problem import Problem
from tasks.model.tables import FATES
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.messages import reason
from tasks.rendering.view.group_shape import Notice
from tasks.rendering.view.items import Row
from tasks.rendering.view.shape_figures import Fate

TAKEN = ("record", "part of record")
Counts = Mapping[tuple[str, str], int]
"""How many parts there are by fate and reason, both as in ACCOUNTING."""


def notice_views(
    sources: Iterable[Row], problems: Iterable[Problem], names: Mapping[str, str], speak: Catalogue
) -> tuple[Notice, ...]:
    """A line for every file that was not used, or of which there is something to say, by name."""
    status = {row["file"]: row["status"] for row in sources}
    held: dict[str, list[Problem]] = {file: [] for file, became in status.items() if became != "read"}
    for found in problems:
        held.setdefault(found.file, []).append(found)
    return tuple(
        Notice(
            file=names.get(file, file),
            status=speak.text(f"source.{(status.get(file) or 'not read').replace(' ', '-')}"),
            message="\n".join(_sentence(p, speak) for p in sorted(held[file], key=_order)),
        )
        for file in sorted(held)
    )


def _order(found: Problem) -> tuple[object, ...]:
    return locator.sort_key(found.locator), str(found.code), found.details


def _sentence(found: Problem, speak: Catalogue) -> str:
    key = f"question.{found.code}"
    text = speak.text(key, **dict(found.details)) if key in speak else speak.problem(found)
    place = localise_locator(found.locator, speak.language)
    return f"{place[:1].upper()}{place[1:]}: {text}" if place else text


def fate_views(counts: Counts, speak: Catalogue) -> tuple[Fate, ...]:
    """The parts that became no action, by what they were taken for, with the reasons, the commonest first."""
    held: dict[str, Counter[str]] = {}
    for (fate, why), count in counts.items():
        if fate not in TAKEN:
            held.setdefault(fate, Counter())[reason(why, speak)] += count
    return tuple(_fate(fate, held[fate], speak) for fate in FATES if fate in held)


def _fate(fate: str, reasons: Mapping[str, int], speak: Catalogue) -> Fate:
    ordered = sorted(((why, n) for why, n in reasons.items() if why), key=lambda pair: (-pair[1], pair[0]))
    return Fate(
        name=speak.text(f"fate.{fate.replace(' ', '-')}"),
        reasons="; ".join(f"{why} ({speak.number(n)})" for why, n in ordered),
        count=speak.number(sum(reasons.values())),
    )
