"""`renja check`: what is understood of each file, and what is not. Writes nothing and needs no server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows import reader
from flows.direct import reading
from flows.pipeline import in_order
from flows.report import counted, sentence
from flows.settings import Settings
from flows.watch import Watch
from tasks.extraction.extract import Extraction, extract
from tasks.model.meeting import Inputs
from tasks.model.problem import Problem
from tasks.normalising.normalise import normalise
from tasks.reading.folder.inputs import look
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator


def check(folder: Path, settings: Settings, watch: Watch) -> tuple[Extraction, tuple[Problem, ...]]:
    """What was extracted from an inputs folder, and every problem up to the values. Raises InputError."""
    inputs = look(folder)
    with reader.opened(settings, None) as documents, watch.stage("read", len(inputs.sources)) as done:
        read = reading(documents, settings.workers)(inputs.sources, done)
    with watch.stage("extract"):
        extracted = extract(read, inputs)
    with watch.stage("normalise"):
        problems = _value_problems(extracted, inputs)
    return extracted, in_order((*inputs.problems, *extracted.problems, *problems))


def _value_problems(extracted: Extraction, inputs: Inputs) -> Sequence[Problem]:
    return normalise(extracted.raw, inputs, extracted.notes).problems if len(extracted.raw) else ()


def lines(extracted: Extraction, problems: Sequence[Problem], catalogue: Catalogue) -> Iterator[str]:
    """One line a file, its problems indented below; what belongs to no file, and the sum, at the end."""
    left = list(problems)
    for row in extracted.sources.to_dict("records"):
        status = catalogue.text(f"flows.status.{row['status'].replace(' ', '-')}")
        words = counted("records", int(row["records"] or 0), catalogue)
        yield catalogue.text("flows.check.file", file=row["file"], format=row["format"], status=status, records=words)
        own = [problem for problem in left if problem.file == row["file"]]
        left = [problem for problem in left if problem.file != row["file"]]
        yield from (f"    {_within(problem, catalogue)}" for problem in own)
    yield from (sentence(problem, catalogue) for problem in left)
    files = counted("files", len(extracted.sources), catalogue)
    yield catalogue.text("flows.check.sum", files=files, records=counted("records", len(extracted.raw), catalogue))


def _within(problem: Problem, catalogue: Catalogue) -> str:
    """The sentence below its file's line. Where it would name an item, which is not numbered yet, the place stands."""
    details = dict(problem.details)
    if "item" not in details or not problem.locator:
        return sentence(Problem(problem.code, "", problem.locator, problem.details), catalogue)
    details["item"] = localise_locator(problem.locator, catalogue.language)
    return sentence(Problem(problem.code, details=tuple(details.items())), catalogue)
