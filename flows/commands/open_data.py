"""`renja merge`: a table of action items in, the tables of a plan out, without documents.

For rounds that come as open data: records are normalised, merged and linked as those of a meeting are.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from flows.commands.session import DONE, Session
from flows.folder.output import told
from flows.report import sentence
from flows.settings import Settings, default_out
from flows.speaking.progress import watching
from flows.teams.dividing import matching
from flows.teams.hiring import hired
from flows.watch import Watch
from tasks.extraction.open_table import missing, raw_of, understood
from tasks.extraction.vocabulary import vocabulary
from tasks.linking.link import link
from tasks.merging.checks import name_items
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.groups import Decided
from tasks.merging.matching.mentions import Mentions
from tasks.merging.matching.questions import questions
from tasks.merging.merge import Match, Merged, merge
from tasks.merging.reasons.doubts import doubts
from tasks.model.errors import InputError
from tasks.model.meeting import Group, Inputs, Meeting
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import SEPARATOR
from tasks.normalising.normalise import normalise
from tasks.reading.columns.read import read_columns
from tasks.reading.process.pool import Limits
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.reason import reason
from tasks.rendering.exchange.csv_tables import neutral, table_of
from tasks.rendering.messages import numbered

Row = Sequence[str]
_QUESTIONS: Final = ("chance", "hangs", "record_a", "record_b", "item_a", "item_b", "reason")
_FAMILIES: Final = ("family_id", "items", "action", "item_ids")


def command(session: Session, path: Path, out: Path | None) -> int:
    """Merge the table of a file and say what became of it."""
    with watching(session.catalogue, session.voice.quiet) as watch:
        counts, problems, folder = merge_table(path, out, session.settings, session.catalogue, watch)
    for found in problems:
        session.say(sentence(found, session.catalogue))
    session.say(session.catalogue.text("opendata.done", **{name: str(count) for name, count in counts.items()}))
    session.say(str(folder / "items.csv"))
    session.voice.note(document=str(folder / "items.csv"), figures=counts)
    return DONE


def merge_table(
    path: Path, out: Path | None, settings: Settings, speak: Catalogue, watch: Watch
) -> tuple[dict[str, int], tuple[Problem, ...], Path]:
    """Write the tables of a file of items; rows by table, what people should know of the run, the folder.

    Raises InputError if the file is no table of items, OutputError.
    """
    folder = (out or default_out(path.with_suffix(""))).absolute()
    with watch.stage("read"):
        raw, own_files = _read(path, settings)
    inputs = Inputs(path.parent, Meeting(language=speak.language), ())
    with watch.stage("normalise"):
        normal = normalise(raw, inputs)
    del raw
    groups = [Group(code, code) for code in dict.fromkeys(normal.records["group"])]
    with hired(settings) as help_, watch.stage("merge"):
        match = matching(help_.team)
        merged = merge(normal.records, groups, {}, match=match if own_files else _of_files_of_their_own(match))
    with watch.stage("link"):
        linked = link(merged.items, merged.records, groups, normal.country, ())
    found = (*name_items(normal.problems, merged.records), *merged.problems, *linked.problems)
    counts = {}
    with watch.stage("render") as done, told(folder):
        for name, header, rows in _tables(merged, linked.links, found, speak):
            counts[name] = _written(folder, name, header, rows)
            done(name)
    return counts, tuple(help_.problems), folder


def _read(path: Path, settings: Settings) -> tuple[pd.DataFrame, bool]:
    """The raw records of a file, and whether each says from which file it is."""
    limits = Limits(settings.read_memory_mib * 1024**2, settings.read_seconds, settings.read_seconds)
    try:
        columns = read_columns(path, limits)
    except (CannotReadError, OSError) as error:
        cause = error.cause if isinstance(error, CannotReadError) else "opendata.no-file"
        raise InputError(problem(Code.ITEMS_NOT_READ, str(path), cause=f"@{cause}")) from error
    fields = understood(columns.names, vocabulary())
    if lacking := missing(fields):
        names, there = ", ".join(lacking), ", ".join(filter(None, columns.names))
        raise InputError(problem(Code.ITEMS_INCOMPLETE, str(path), columns=names, there=there))
    cells = {name: columns.cells[n] for name, n in fields.items()}
    locators = [columns.locate.format(columns.first + n) for n in range(len(cells["action"]))]
    raw = raw_of(cells, path.name, locators)
    if raw.empty:
        raise InputError(problem(Code.NOTHING_TO_BUILD, files="1"))
    return raw, "file" in fields


def _of_files_of_their_own(match: Match) -> Match:
    """Two rows of one file are two works; not if the file holds what many handed in."""

    def found(mentions: Mentions, decided: Decided) -> Matched:
        return match(replace(mentions, file=np.full(len(mentions), -1)), decided)

    return found


def _tables(
    merged: Merged, links: pd.DataFrame, problems: Sequence[Problem], speak: Catalogue
) -> Iterator[tuple[str, Row, Iterable[Row]]]:
    """Name, header and rows of every table."""
    frames = {"records": merged.records, "items": merged.items, "links": links, "conflicts": merged.conflicts}
    for name, frame in frames.items():
        yield name, list(frame.columns), zip(*(frame[column].tolist() for column in frame.columns), strict=True)
    table = table_of(problems, numbered(merged.items), speak)
    yield "problems", list(table.columns), table.itertuples(index=False, name=None)
    yield "families", _FAMILIES, _families(merged.items)
    yield "questions", _QUESTIONS, _questions(merged, speak)


def _families(items: pd.DataFrame) -> Iterator[Row]:
    """The largest first, then in the order of their first items; the shortest action stands for all."""
    some = items[items["family_id"] != ""]
    held: dict[str, list[tuple[str, str]]] = {}
    for family, item, action in zip(some["family_id"], some["item_id"], some["action"], strict=True):
        held.setdefault(family, []).append((item, action))
    for family, members in sorted(held.items(), key=lambda pair: -len(pair[1])):
        action = min((action for _, action in members), key=len)
        yield family, str(len(members)), action, SEPARATOR.join(item for item, _ in members)


def _questions(merged: Merged, speak: Catalogue) -> Iterator[Row]:
    """What people should decide, that on which most hangs first."""
    if merged.judged is None:
        return
    ids, items = merged.records["record_id"].tolist(), merged.records["item_id"].tolist()
    asked = doubts(merged.records, merged.judged, ())
    for question, doubt in zip(questions(merged.judged), asked, strict=True):
        one, other = question.a, question.b
        why = reason(doubt.a, doubt.b, doubt.grounds, speak)
        yield f"{question.chance:.3f}", str(question.hangs), ids[one], ids[other], items[one], items[other], why


def _written(folder: Path, name: str, header: Row, rows: Iterable[Row]) -> int:
    """Write one table, in one step; how many rows it has."""
    folder.mkdir(parents=True, exist_ok=True)
    part, count = folder / f"{name}.csv.part", 0
    with part.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([neutral(cell) for cell in row])
            count += 1
    part.replace(folder / f"{name}.csv")
    return count
