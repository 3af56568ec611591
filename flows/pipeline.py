"""The one pipeline: from source documents to the files of the plan, over stages that may run in any way.

`Stages` holds one callable a stage: plain functions (`flows.direct`) or Prefect tasks (`flows.build`). What comes out
does not depend on which.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from flows.watch import Advance, Watch
from flows.work import Work, Write
from tasks.extraction.extract import Extraction
from tasks.linking.checks.waivers import waived
from tasks.linking.link import Linked
from tasks.memory.continuity import continued, heirs
from tasks.memory.decisions.link_answers import resolve_links
from tasks.memory.decisions.link_review import with_links
from tasks.memory.decisions.recognise import Earlier
from tasks.memory.decisions.resolve import resolve
from tasks.memory.decisions.review import review
from tasks.memory.decisions.synonyms import aliases
from tasks.memory.decisions.values import chosen_values, value_cases
from tasks.memory.links.suspect import suspected
from tasks.memory.proposals.accepted import accepted, additions
from tasks.memory.proposals.additions import with_additions
from tasks.memory.proposals.applied import applied
from tasks.memory.proposals.values import Read
from tasks.memory.versions.matching import same_records
from tasks.merging.checks import name_items, place_items
from tasks.merging.kinship import related
from tasks.merging.merge import Decision, Merged
from tasks.model.blocks import Document
from tasks.model.decisions import LinkDecision
from tasks.model.errors import InputError
from tasks.model.meeting import Group, Inputs, Meeting, Source
from tasks.model.plan import Plan
from tasks.model.problem import Code, Problem, problem
from tasks.model.shelf import Shelf
from tasks.normalising.normalise import Normalised, normalise
from tasks.normalising.notes import Notes
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.scheduling.schedule import Scheduled

_NOTHING_STATED: Final = frozenset(load(language).text("value.missing") for language in LANGUAGES)
"""What documents print where nothing is stated."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What the pipeline calls, one after the other."""

    read: Callable[[Sequence[Source], Advance], Sequence[Document]]
    extract: Callable[[Sequence[Document], Inputs, Shelf], Extraction]
    normalise: Callable[[pd.DataFrame, Inputs, Notes], Normalised]
    merge: Callable[[pd.DataFrame, Sequence[Group], Mapping[str, str], Sequence[Decision], Mapping[str, str]], Merged]
    link: Callable[[pd.DataFrame, pd.DataFrame, Sequence[Group], str, Sequence[LinkDecision]], Linked]
    schedule: Callable[[pd.DataFrame, pd.DataFrame, date, str, pd.DataFrame], Scheduled]
    render: Callable[[Plan, str, Path, Write, Shelf], None]


def run(stages: Stages, work: Work, watch: Watch) -> Plan:
    """Make the plan and write its files. Raises InputError if the documents hold no action at all."""
    plan = plan_of(stages, work, watch)
    with watch.stage("render") as done:

        def write(name: str, data: bytes) -> None:
            work.write(name, data)
            done(name)

        stages.render(plan, work.language, work.templates, write, work.shelf)
    return plan


def plan_of(stages: Stages, work: Work, watch: Watch) -> Plan:
    """The plan, before anything of it is written."""
    inputs = work.inputs
    with watch.stage("read", len(inputs.sources)) as done:
        documents = stages.read(inputs.sources, done)
    with watch.stage("extract"):
        extracted = stages.extract(documents, inputs, work.shelf)
    if extracted.raw.empty:
        raise InputError(problem(Code.NOTHING_TO_BUILD, files=str(len(inputs.sources))), extracted.problems)
    agreed = [*accepted(work.proposals, _NOTHING_STATED), *chosen_values(work.answers.values)]
    added = with_additions(extracted, additions(agreed), work.before)
    extracted = added.extracted
    with watch.stage("normalise"):
        normal = stages.normalise(extracted.raw, inputs, extracted.notes)
    groups = normal.meeting.groups
    with watch.stage("merge"):
        before = work.before if work.before is not None else normal.records.iloc[:0]
        same = same_records(before, normal.records)
        told = Earlier(work.known, heirs(before, normal.records, same))
        decided = resolve(work.answers.pairs, normal.records, told)
        words = aliases(work.answers.synonyms, inputs.side_tables.get("vocabulary", ()))
        known = continued(work.known, before, normal.records, same)
        merged = stages.merge(normal.records, groups, known, decided.decisions, words)
        merged = related(merged, decided.kin)
        doubts = review(merged, decided, work.answers.synonyms)
        doubts = replace(doubts, values=value_cases(merged, work.answers.values))
        chosen = applied(merged, agreed, _reading(inputs, normal, extracted.notes), work.answers.sources, added.by)
        everything, merged = merged.records, chosen.merged
    with watch.stage("link"):
        asked = resolve_links(work.answers.links, merged.records, told)
        linked = stages.link(merged.items, merged.records, groups, normal.country, asked.decisions)
        links, changed = suspected(linked.links, merged.items, merged.records, work.links, told)
    as_of = work.as_of or default_day(normal.meeting)
    with watch.stage("schedule"):
        scheduled = stages.schedule(merged.items, links, as_of, normal.meeting.currency, merged.records)
    early = chosen.left(name_items((*inputs.problems, *extracted.problems, *normal.problems), everything))
    late = place_items(scheduled.problems, merged.records)
    waivers = inputs.side_tables.get("waivers", ())
    found = tuple(waived((*linked.problems, *late), waivers, scheduled.items, as_of))
    of_people = (*work.answers.problems, *decided.problems, *merged.problems, *chosen.problems, *asked.problems)
    return Plan(
        normal.meeting, as_of, merged.records, scheduled.items, scheduled.links, merged.conflicts,
        chosen.account(extracted.accounting), extracted.sources,
        in_order((*early, *of_people, *found, *changed)),
        with_links(chosen.review(doubts), scheduled.links, scheduled.items, merged.records, asked), chosen.withdrawn,
    )  # fmt: skip


def _reading(inputs: Inputs, normal: Normalised, notes: Notes) -> Read:
    """Reads the words of reviewers like those of the documents."""

    def read(raw: pd.DataFrame) -> tuple[pd.DataFrame, Sequence[Problem]]:
        made = normalise(raw, replace(inputs, meeting=normal.meeting), notes)
        return made.records, made.problems

    return read


def default_day(meeting: Meeting) -> date:
    """The day for which a plan is made if nobody says: the meeting's last, else the first of the plan's year."""
    if meeting.end or meeting.start:
        return meeting.end or meeting.start or date.min
    return date(meeting.year or 1, 1, 1)


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order in which they were found."""
    return tuple(dict.fromkeys(problems))
