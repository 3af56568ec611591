"""What a run says at its end, line by line, in the language of the user."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from flows.make import Outcome
from tasks.model.problem import Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator

_WORST: Final = 5
_NEXT_LINE: Final = "\n    "
_ASKED: Final = {
    "doubts": "flows.summary.doubts",
    "link_doubts": "flows.summary.link-doubts",
    "source_doubts": "flows.summary.source-doubts",
}
"""The sentence for each figure of questions in the workbook of decisions."""

_ORDER: Final = ("error", "warning", "info")


def sentence(problem: Problem, catalogue: Catalogue, names: Mapping[str, str] | None = None) -> str:
    """A problem as a person reads it: "file, place: message"."""
    place = localise_locator(problem.locator, catalogue.language) if problem.locator else ""
    where = ", ".join(filter(None, [problem.file, place]))
    said = _message(problem, catalogue, names)
    return (f"{where}: {said}" if where else said).replace("\n", _NEXT_LINE)


def _message(problem: Problem, catalogue: Catalogue, names: Mapping[str, str] | None) -> str:
    """The message; what writes items by their numbers is loaded only where there are items."""
    if not names:
        return catalogue.problem(problem)
    from tasks.rendering.messages import message

    return message(problem, names, catalogue)


def summary(outcome: Outcome, catalogue: Catalogue, every: bool = False) -> Iterator[str]:
    """The lines at the end of a build, with every problem or the worst; the last is the path of the main document."""
    if outcome.unchanged:
        yield catalogue.text("flows.completed" if outcome.completed else "flows.unchanged")
        yield from (sentence(problem, catalogue) for problem in outcome.notes)
    else:
        yield from _figures(outcome.figures, catalogue)
        yield from _problems(outcome, catalogue, every)
    yield str(outcome.main)


def seconds(stages: Mapping[str, float], catalogue: Catalogue) -> list[str]:
    """How long each stage took."""
    return [
        catalogue.text("flows.seconds", stage=f"@flows.stage.{name}", seconds=_tenths(taken, catalogue))
        for name, taken in stages.items()
    ]


def _tenths(number: float, catalogue: Catalogue) -> str:
    from babel.numbers import format_decimal

    return format_decimal(number, format="0.0", locale=catalogue.language)


def facts(outcome: Outcome, catalogue: Catalogue) -> dict[str, Any]:
    """The outcome of a build for scripts."""
    found = [*outcome.notes, *outcome.problems]
    return {
        "outcome": "unchanged" if outcome.unchanged else "built",
        "document": str(outcome.main),
        "figures": dict(outcome.figures),
        "counts": dict(outcome.counts),
        "problems": [fact(problem, catalogue, outcome.names) for problem in found],
    }


def fact(problem: Problem, catalogue: Catalogue, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """A problem for scripts: its code, how grave it is, where, and what people read."""
    said = _message(problem, catalogue, names)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "place": problem.locator,
        "message": said,
    }


def counted(name: str, number: int, catalogue: Catalogue) -> str:
    """A number with its noun: "1.250 kegiatan", "1 action"."""
    key = f"flows.count.{name}.one" if number == 1 else f"flows.count.{name}"
    return catalogue.text(key, number=catalogue.number(number))


def _figures(figures: Mapping[str, int], catalogue: Catalogue) -> Iterator[str]:
    words = {name: counted(name, number, catalogue) for name, number in figures.items()}
    yield catalogue.text("flows.summary.files", **words)
    yield catalogue.text("flows.summary.plan", **words)
    file = f"{catalogue.text('document.decisions')}.xlsx"
    for figure, key in _ASKED.items():
        if figures.get(figure):
            yield catalogue.text(key, doubts=words[figure], file=file)


def _problems(outcome: Outcome, catalogue: Catalogue, every: bool) -> Iterator[str]:
    for problem in outcome.notes:
        yield sentence(problem, catalogue)
    if not outcome.problems:
        yield catalogue.text("flows.summary.no-problems")
        return
    words = {name: counted(name, outcome.counts.get(name, 0), catalogue) for name in _ORDER}
    yield catalogue.text("flows.summary.problems", **words)
    for problem in outcome.problems if every else worst(outcome.problems):
        yield f"  {sentence(problem, catalogue, outcome.names)}"


def worst(problems: Sequence[Problem], number: int = _WORST) -> list[Problem]:
    """The gravest few, in the order in which they were found; mere information is not among them."""
    grave = [problem for problem in problems if problem.severity != "info"]
    return sorted(grave, key=lambda problem: _ORDER.index(problem.severity))[:number]
