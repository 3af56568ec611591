"""The memory of a plan as a whole: what a run is told by those before it, and what it leaves to those after it.

A run writes twice, each time all or nothing: what it made, which counts for nothing yet; and, once its documents are
sure to come into their place, that it is issued. Only then are its items bound and its decisions those of the plan. So
a run that is cut off before leaves no trace in what the next one makes, and one that is cut off later is completed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from tasks.memory import audit, ledger
from tasks.memory.database import Place, Scope, keep_copy, reading, writing
from tasks.memory.decisions import store as decisions
from tasks.memory.issued import store as documents
from tasks.memory.issued.earlier import take_over
from tasks.memory.links import store as links
from tasks.memory.transfer import copied
from tasks.memory.versions import store as versions
from tasks.memory.versions.store import Run
from tasks.model.decisions import Answers, Review
from tasks.model.last_links import LastLinks
from tasks.model.mark import Issued
from tasks.model.plan import Plan
from tasks.model.tables import LINKS, RECORDS, frame


def _none() -> pd.DataFrame:
    return frame(RECORDS, [])


@dataclass(frozen=True)
class Remembered:
    """What earlier runs leave to one: items by fingerprint, decisions, links, the records of the last version.

    Those that people took out of the plan are among these: their items keep their ids too. base: the decisions as they
    were in the version whose documents lie in the output folder, if another machine has issued a later one since.
    number: of the last version that was issued, 0 if there is none.
    """

    known: Mapping[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    links: LastLinks = field(default_factory=LastLinks)
    records: pd.DataFrame = field(default_factory=_none)
    base: Answers | None = None
    number: int = 0


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
        _issue(scope, *published)
        done = versions.issued(scope)
        last = versions.tables(scope, done[-1].number) if done else {"links": frame(LINKS, [])}
        held = links.recall(scope, last["links"])
        base = _decided(scope, published[0]) if published[0] in [version.number for version in done[:-1]] else None
        records, number = _ever(last) if done else _none(), done[-1].number if done else 0
        return Remembered(ledger.recall(scope), decisions.recall(scope), held, records, base, number)


def put_together(place: Place, plan: Plan, run: Run, number: int, issued: Iterable[Issued]) -> None:
    """Remember a version of which only the outputs are left, under its number; what is there of others stays.

    The decisions that are there hold on: a plan that was read back has none. Raises OutputError.
    """
    with writing(place) as scope:
        had = decisions.recall(scope)
        review = Review(answers=had.pairs, synonyms=had.synonyms, link_answers=had.links, sources=had.sources)
        version = versions.add(scope, replace(plan, review=review), run, number)
        documents.remember(scope, version.number, issued)
        _issue(scope, version.number, version.mark)
    keep_copy(place)


def remember(place: Place, plan: Plan, run: Run, issued: Iterable[Issued] = ()) -> int:
    """Keep what a run made and the documents that it is to issue; the number of its version. Raises OutputError."""
    with writing(place) as scope:
        version = versions.add(scope, plan, run)
        documents.remember(scope, version.number, issued)
        return version.number


def issue(place: Place, number: int, mark: str) -> None:
    """The documents of a version are on their way to their place: it counts from now on. Raises OutputError."""
    with writing(place) as scope:
        _issue(scope, number, mark)
    keep_copy(place)


def _decided(scope: Scope, number: int) -> Answers:
    told = versions.tables(scope, number)["decisions"]
    return decisions.answers_of(zip(told["kind"], told["told"], strict=True))


def _ever(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([made["records"], made["withdrawn"]], ignore_index=True)


def _issue(scope: Scope, number: int, mark: str) -> None:
    version = versions.issue(scope, number, mark)
    if version is None:
        return
    made = versions.tables(scope, number)
    ledger.remember(scope, _ever(made))
    now = list(zip(made["decisions"]["kind"], made["decisions"]["told"], strict=True))
    audit.note(scope, decisions.told_rows(decisions.recall(scope)), now, number, version.made)
    decisions.remember(scope, decisions.answers_of(now))
    links.remember(scope, made["links"], made["items"], made["records"])
