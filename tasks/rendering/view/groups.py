"""The feedback sheets in words, one a working group: what was read from its files, and what it has to settle."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.belonging import Belonging, group_codes
from tasks.rendering.view.build import meeting_view
from tasks.rendering.view.entries import file_names, read_entries
from tasks.rendering.view.group_shape import Entry, Figures, Group, GroupView
from tasks.rendering.view.handed_in import TAKEN, Counts, fate_views, notice_views
from tasks.rendering.view.items import Row, groups_of_items, item_views, rows_of, rows_of_plan
from tasks.rendering.view.origins import group_title
from tasks.rendering.view.questions import Around, is_question, question_views
from tasks.rendering.view.shape_item import Item


@dataclass(frozen=True)
class _Held:
    """What belongs to one group."""

    group: Group
    records: Sequence[Row]
    sources: Sequence[Row]
    problems: Sequence[Problem]
    counts: Counts


def sheet_groups(plan: Plan) -> list[Group]:
    """The groups that get a sheet, also those that sent nothing: the meeting's in its order, then the others."""
    return [Group(code, plan.meeting.group(code).name, group_title(code, plan)) for code in group_codes(plan)]


def group_views(plan: Plan, speak: Catalogue) -> Iterator[GroupView]:
    """The sheet of every group, in the order of `sheet_groups`."""
    rows = rows_of_plan(plan)
    shared = groups_of_items(rows)
    names = file_names([*plan.sources["file"], *(p.file for p in plan.problems)])
    items = item_views(rows, speak)
    numbers = {code: item.number for code, item in items.items()}
    around = Around(items, numbers, _by(rows.records, "item_id"), names)
    for held in _sorted_out(plan, rows.records, Belonging(plan, shared)):
        read = read_entries(held.records, items, shared, names, speak)
        asked, other = _parted(held.problems, items)
        questions = question_views(asked, read, around, speak)
        entries = tuple(entry for _, entry in read)
        yield GroupView(
            meeting=meeting_view(plan.meeting, speak),
            group=held.group,
            as_of=speak.day(plan.as_of),
            figures=_figures(held, entries, len(questions), speak),
            entries=entries,
            questions=questions,
            notices=notice_views(held.sources, other, names, speak),
            fates=fate_views(held.counts, speak),
        )


def _sorted_out(plan: Plan, records: Sequence[Row], belonging: Belonging) -> Iterator[_Held]:
    by_record, by_source = _by(records, "group"), _by(rows_of(plan.sources), "group")
    problems: dict[str, list[Problem]] = {}
    for found in plan.problems:
        for code in belonging.of_problem(found):
            problems.setdefault(code, []).append(found)
    counts: dict[str, Counter[tuple[str, str]]] = {}
    accounts = plan.accounting
    for file, fate, why in zip(accounts["file"], accounts["fate"], accounts["reason"], strict=True):
        counts.setdefault(belonging.of_file(file), Counter())[fate, why] += 1
    for group in sheet_groups(plan):
        code = group.code
        yield _Held(
            group, by_record.get(code, ()), by_source.get(code, ()), problems.get(code, ()), counts.get(code, {})
        )


def _parted(problems: Sequence[Problem], known: Mapping[str, Item]) -> tuple[list[Problem], list[Problem]]:
    """Those that ask something about actions, and those about files as a whole."""
    asked = [is_question(found, known) for found in problems]
    return (
        [found for found, about in zip(problems, asked, strict=True) if about],
        [found for found, about in zip(problems, asked, strict=True) if not about],
    )


def _by(rows: Sequence[Row], column: str) -> dict[str, list[Row]]:
    held: dict[str, list[Row]] = {}
    for row in rows:
        held.setdefault(row[column], []).append(row)
    return held


def _figures(held: _Held, entries: Sequence[Entry], questions: int, speak: Catalogue) -> Figures:
    status = Counter(row["status"] for row in held.sources)
    counts = {
        "files": len(held.sources),
        "files_read": status["read"],
        "files_superseded": status["superseded"],
        "files_unread": len(held.sources) - status["read"] - status["superseded"],
        "blocks": sum(held.counts.values()),
        "entries": len(entries),
        "inferred": sum(bool(entry.inferred) for entry in entries),
        "left_out": sum(n for (fate, _), n in held.counts.items() if fate not in TAKEN),
        "questions": questions,
    }
    return Figures(**{name: speak.number(count) for name, count in counts.items()})
