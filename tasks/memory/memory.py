"""The memory of a plan as a whole: what a run is told by those before it, and what it leaves to those after it.

A run writes twice, each time all or nothing: what it made, before the first document is put in its place; and that it
is issued, after the last. A run that is cut off between the two is completed by the next.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from tasks.memory import audit, ledger
from tasks.memory.database import Place, Scope, reading, writing
from tasks.memory.decisions import store as decisions
from tasks.memory.issued import store as documents
from tasks.memory.issued.earlier import take_over
from tasks.memory.links import store as links
from tasks.memory.transfer import copied
from tasks.memory.versions import store as versions
from tasks.memory.versions.store import Run
from tasks.model.decisions import Answers
from tasks.model.last_links import LastLinks
from tasks.model.mark import Issued
from tasks.model.plan import Plan
from tasks.model.tables import RECORDS, frame


def _none() -> pd.DataFrame:
    return frame(RECORDS, [])


@dataclass(frozen=True)
class Remembered:
    """What earlier runs leave to one: items by fingerprint, decisions, links, the records of the last version.

    Those that people took out of the plan are among these: their items keep their ids too. base: the decisions as they
    were in the version whose documents lie in the output folder, if another machine has issued a later one since.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    links: LastLinks = field(default_factory=LastLinks)
    records: pd.DataFrame = field(default_factory=_none)
    base: Answers | None = None


def recall(place: Place, published: tuple[int, str] = (0, "")) -> Remembered:
    """What earlier runs leave. published: number and mark of the version whose documents lie in the output folder.

    A plan that has moved to a server is there from the first run on with all that its own file holds. Raises
    OutputError if the database cannot be reached.
    """
    take_over(place)
    with reading(place) as scope:
        if scope is None:
            return Remembered()
        if place.shared and not versions.versions(scope):
            with reading(Place(place.path)) as own:
                if own is not None:
                    copied(own, scope)
        if version := versions.issue(scope, *published):
            _keep_links(scope, version.number)
        done = versions.issued(scope)
        records = _ever(versions.tables(scope, done[-1].number)) if done else _none()
        base = _decided(scope, published[0]) if published[0] in [version.number for version in done[:-1]] else None
        return Remembered(ledger.recall(scope), decisions.recall(scope), links.recall(scope), records, base)


def remember(place: Place, plan: Plan, run: Run, issued: Iterable[Issued] = ()) -> int:
    """Keep what a run made and the documents that it is to issue; the number of its version. Raises OutputError."""
    review = plan.review
    answers = Answers(review.answers, review.synonyms, links=review.link_answers, sources=review.sources)
    with writing(place) as scope:
        ledger.remember(scope, pd.concat([plan.records, plan.withdrawn], ignore_index=True))
        version = versions.add(scope, plan, run)
        documents.remember(scope, version.number, issued)
        before = decisions.told_rows(decisions.recall(scope))
        audit.note(scope, before, decisions.told_rows(answers), version.number, run.made)
        decisions.remember(scope, answers)
        return version.number


def issue(place: Place, number: int, mark: str) -> None:
    """The documents of a version stand in their place: it counts from now on. Raises OutputError."""
    with reading(place) as scope:
        if scope is not None and (version := versions.issue(scope, number, mark)):
            _keep_links(scope, version.number)


def _decided(scope: Scope, number: int) -> Answers:
    told = versions.tables(scope, number)["decisions"]
    return decisions.answers_of(zip(told["kind"], told["told"], strict=True))


def _ever(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([made["records"], made["withdrawn"]], ignore_index=True)


def _keep_links(scope: Scope, number: int) -> None:
    made = versions.tables(scope, number)
    links.remember(scope, made["links"], made["items"], made["records"])
