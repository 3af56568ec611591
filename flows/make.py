"""From a request to a published plan: look, skip if nothing changed, lock, run the pipeline, publish, remember."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from flows.folder import publish
from flows.folder.decided import taken, touched
from flows.folder.fingerprint import fingerprint
from flows.folder.proposed import answered_together, proposed_mark
from flows.folder.remembering import place_of, remembered, settling
from flows.folder.run_record import LastRun, Record, last_run, now
from flows.settings import Settings
from flows.watch import Watch
from flows.work import Work
from tasks.model.meeting import CHAPTERS, Inputs
from tasks.model.problem import Problem
from tasks.reading.folder.inputs import look

if TYPE_CHECKING:  # the tables behind these names take a third of a second to load
    from flows.folder.output import Output
    from flows.folder.shelf_store import FolderShelf
    from flows.teams.team import Team
    from tasks.model.plan import Plan

_RECORDED: Final = ("babel", "holidays", "lxml", "pandas", "prefect", "resvg-py")
"""Packages of which run.json tells the version."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for. without: chapters that are not wanted, besides those that meeting.yaml leaves out."""

    inputs: Path
    out: Path
    language: str
    as_of: date | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A request under way: what an engine needs to do the work. team: those who help, if anybody does."""

    request: Request
    settings: Settings
    own: Path
    work: Work
    watch: Watch
    team: "Team | None" = None


@dataclass(frozen=True, slots=True)
class Made:
    """What an engine hands back. `mode`: direct, embedded or server; `problems`: those of the engine itself.

    flow_run: id of the flow run on a server that goes on running; empty if there is none.
    """

    plan: "Plan"
    mode: str
    problems: tuple[Problem, ...] = ()
    flow_run: str = ""


Engine = Callable[[Job], Made]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in the output folder at the end.

    figures, counts: of files and rows, and of the plan's problems by severity; notes: problems of the run itself, which
    are not in the plan. Both kinds of problem are empty if nothing had changed. names: what people call each item;
    flow_run: as that of Made; completed: nothing had changed, but the run before had been cut off and came to its end
    only now.
    """

    main: Path
    unchanged: bool
    figures: Mapping[str, int]
    counts: Mapping[str, int]
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    flow_run: str = ""
    completed: bool = False


def make(request: Request, settings: Settings, engine: Engine, watch: Watch) -> Outcome:
    """Bring the output folder up to date. Raises the errors of tasks.model.errors."""
    inputs = _without(look(request.inputs), request.without)
    mark = fingerprint(inputs, settings, request.language, request.as_of) + proposed_mark(request.out)
    last = unchanged(request.out, mark)
    if last and remembered(request.out, last, settings) and not _behind(request.out, last, settings):
        return Outcome(request.out / last.main, True, last.figures, last.problems)
    from flows.folder.output import opened
    from flows.folder.shelf_store import shelved
    from flows.folder.stem_store import kept
    from flows.teams.hiring import hired
    from tasks.memory.database import held

    place = place_of(request.out, settings)
    with held(place), opened(request.out, settling(place)) as output:
        last = unchanged(request.out, mark) if output.completed.names else None
        if last and not _behind(request.out, last, settings):
            return _completed(request.out, last, output.completed.problems)
        cache, started = output.own / "cache", now()
        with kept(cache), shelved(cache) as shelf, hired(settings) as help_:
            job = replace(_job(request, settings, inputs, watch, output, shelf), team=help_.team)
            made = engine(job)
            made = replace(made, problems=tuple(dict.fromkeys((*made.problems, *help_.problems))))
        return _published(job, made, {"fingerprint": mark, "started": started}, output)


def _completed(out: Path, last: LastRun, notes: tuple[Problem, ...]) -> Outcome:
    """The run before has come to its end, and nothing has changed since.

    Making it anew would add nothing, and leave out what is told only once.
    """
    return Outcome(out / last.main, True, last.figures, last.problems, notes, completed=True)


def _without(inputs: Inputs, chapters: tuple[str, ...]) -> Inputs:
    left_out = {*inputs.meeting.without, *chapters}
    ordered = tuple(name for name in CHAPTERS if name in left_out)
    return replace(inputs, meeting=replace(inputs.meeting, without=ordered)) if chapters else inputs


def _behind(out: Path, last: LastRun, settings: Settings) -> bool:
    """Whether somebody has issued a later version of the plan on another machine since."""
    if not settings.memory_url:
        return False
    from tasks.memory.latest import latest

    return latest(place_of(out, settings)) > last.version


def unchanged(out: Path, mark: str) -> LastRun | None:
    """The last run, if it had the same fingerprint, all that it left is still there, and nothing was in its way."""
    last = last_run(out)
    if last is None or touched(out, last) or last.fingerprint != mark or last.left or publish.pending(out):
        return None
    return last if all((out / name).is_file() for name in last.outputs) else None


def _job(
    request: Request, settings: Settings, inputs: Inputs, watch: Watch, output: "Output", shelf: "FolderShelf"
) -> Job:
    from flows.folder.output import told
    from flows.folder.recovering import recalled

    last = last_run(output.folder)
    with told(output.folder):
        memory, output.recovered = recalled(place_of(output.folder, settings), output.folder, last)
        decided = taken(request.inputs, output.folder, output.own, last, memory.answers, memory.base)
    output.seen, output.held = decided.seen, decided.held
    work = Work(
        inputs, request.language, request.as_of, settings.templates, memory.known, output.write, decided.answers,
        memory.links, memory.records, tuple(answered_together(output.folder, settings)), shelf,
    )  # fmt: skip
    return Job(request, settings, output.own, work, watch)


def _published(job: Job, made: Made, record: Record, output: "Output") -> Outcome:
    from flows.folder.issuing import issued_in
    from flows.folder.output import told
    from tasks.memory.memory import remember
    from tasks.memory.versions.store import Run
    from tasks.rendering.messages import numbered
    from tasks.rendering.render import main_document_name

    plan, language = made.plan, job.request.language
    place, ended = place_of(output.folder, job.settings), now()
    run = Run(ended, record["fingerprint"], language)
    with told(output.folder):
        version = remember(place, plan, run, issued_in(publish.staging(output.folder), output.files))
    record = {
        **record,
        "ended": ended,
        "version": version,
        "mode": made.mode,
        "language": language,
        "as_of": plan.as_of.isoformat(),
        "versions": {"python": sys.version.split()[0], **{name: _version(name) for name in _RECORDED}},
        "seconds": job.watch.seconds,
        "figures": _figures(plan),
        "problems": _counts(plan.problems),
        "inputs": {source.file: source.sha256 for source in job.work.inputs.sources},
        "main": main_document_name(language),
    }
    published = output.publish(record, language)
    main = output.folder / published.names[record["main"]]
    notes = (*output.completed.problems, *output.recovered, *made.problems, *published.problems)
    figures, counts, names = record["figures"], record["problems"], numbered(plan.items)
    return Outcome(main, False, figures, counts, notes, plan.problems, names, made.flow_run)


def _version(package: str) -> str:
    """Of an installed package; empty if it is not there, as Prefect need not be."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _figures(plan: "Plan") -> dict[str, int]:
    """How many source documents there are by status, and how many rows each table has."""
    status: dict[Any, int] = plan.sources["status"].value_counts().to_dict()
    return {
        "read": status.get("read", 0),
        "superseded": status.get("superseded", 0),
        "not_read": status.get("not read", 0),
        "records": len(plan.records),
        "items": len(plan.items),
        "links": len(plan.links),
        "doubts": len(plan.review.doubts),
        "link_doubts": len(plan.review.links),
        "source_doubts": sum(case.ruling is None for case in plan.review.sources),
    }


def _counts(problems: tuple[Problem, ...]) -> dict[str, int]:
    grave = [problem.severity for problem in problems]
    return {severity: grave.count(severity) for severity in ("error", "warning", "info")}
