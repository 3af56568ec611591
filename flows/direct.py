"""The stages as plain functions: no Prefect, no server, nothing imported for them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path

from flows.pipeline import Stages
from flows.reader import Reader
from flows.teams.dividing import matching, rendering
from flows.teams.team import Team
from flows.watch import Advance
from flows.work import Write
from tasks.extraction.extract import extract
from tasks.linking.link import link
from tasks.merging.merge import merge
from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.plan import Plan
from tasks.model.shelf import Shelf
from tasks.normalising.normalise import normalise
from tasks.reading.process.order import slowest_first
from tasks.rendering.render import Render, render
from tasks.scheduling.schedule import schedule


def stages(reader: Reader, workers: int, team: Team | None = None) -> Stages:
    """The stages, documents being read by so many threads at a time. team: of those who help."""
    merging = partial(merge, match=matching(team))
    writing = partial(written, make=rendering(team))
    return Stages(reading(reader, waiting(workers, team)), extract, normalise, merging, link, schedule, writing)


def waiting(workers: int, team: Team | None) -> int:
    """How many threads read, or wait for somebody of a team who reads."""
    return max(workers, team.hands) if team and team.far else workers


def reading(reader: Reader, workers: int) -> Callable[[Sequence[Source], Advance], Sequence[Document]]:
    """The first stage alone: documents in the order of their sources."""

    def read(sources: Sequence[Source], done: Advance) -> Sequence[Document]:
        with ThreadPoolExecutor(workers) as threads:
            files = {threads.submit(reader.document, source): source.file for source in slowest_first(sources)}
            for future in as_completed(files):
                done(files[future])
        documents = {file: future.result() for future, file in files.items()}
        return [documents[source.file] for source in sources]

    return read


def written(plan: Plan, language: str, templates: Path, write: Write, shelf: Shelf, make: Render = render) -> None:
    """Render the plan, handing on each file as soon as it is made."""
    for name, data in make(plan, language, templates, shelf):
        write(name, data)
