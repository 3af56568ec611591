"""What people must decide: what is missing, impossible or contradictory, and where the sources disagree."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from tasks.model.problem import Code, Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.locators import localise_locator
from tasks.rendering.page.cards import pointer
from tasks.rendering.page.shape import Matter, MatterKind
from tasks.rendering.view.doubtful import doubt_views
from tasks.rendering.view.items import Rows
from tasks.rendering.view.settling import concerned, conflict_views, to_settle, trouble_text
from tasks.rendering.view.shape_settling import Claim, Conflict, Doubt


def matter_views(
    index: Index, rows: Rows, speak: Catalogue
) -> tuple[tuple[MatterKind, ...], tuple[MatterKind, ...]]:  # fmt: skip
    """Missing prerequisites, and all else to decide: errors first, then warnings, disagreements, doubtful mergers."""
    anchors = (f"m{n}" for n in count(1))
    missing: list[MatterKind] = []
    others: list[MatterKind] = []
    asked = to_settle(index.plan, index.around.items)
    for code, problems in groupby(asked, key=lambda problem: problem.code):
        matters = [_problem(problem, next(anchors), index, speak) for problem in problems]
        kind = missing if code == Code.PREREQUISITE_MISSING else others
        kind.append(_kind(speak.text(f"kind.{code}"), matters, speak))
    return tuple(missing), (*others, *_conflicts(index, rows, anchors, speak), *_doubts(index, anchors, speak))


def _kind(title: str, matters: Sequence[Matter], speak: Catalogue) -> MatterKind:
    return MatterKind(title, speak.number(len(matters)), "", tuple(matters))


def _problem(found: Problem, anchor: str, index: Index, speak: Catalogue) -> Matter:
    items = index.around.items
    named = tuple(pointer(code, index) for code in concerned(found, items))
    place = "" if named else _place(found.file, found.locator, speak)
    beside = {f"{item.number}: {item.action}" for item in named}
    lines = trouble_text(found, items, index.around.numbers, speak).split("\n")
    return Matter(anchor, named, place, "\n".join(line for line in lines if line not in beside))


def _place(file: str, locator: str, speak: Catalogue) -> str:
    return ", ".join(filter(None, [file, localise_locator(locator, speak.language)]))


def _conflicts(index: Index, rows: Rows, anchors: Iterator[str], speak: Catalogue) -> Iterator[MatterKind]:
    found = conflict_views(rows, index.around.items, speak)
    if found:
        matters = [_conflict(conflict, next(anchors), index) for conflict in found]
        yield _kind(speak.text(f"kind.{Code.FIELDS_CONFLICT}"), matters, speak)


def _conflict(conflict: Conflict, anchor: str, index: Index) -> Matter:
    told = "\n".join([f"{conflict.field}:", *map(_claim, conflict.claims)])
    return Matter(anchor, (pointer(conflict.item.code, index),), "", told)


def _claim(claim: Claim) -> str:
    return f"•\u00a0{claim.value} ({claim.source})" if claim.source else f"•\u00a0{claim.value}"


def _doubts(index: Index, anchors: Iterator[str], speak: Catalogue) -> Iterator[MatterKind]:
    review = index.plan.review
    if review.doubts:
        matters = tuple(_doubt(doubt, next(anchors)) for doubt in doubt_views(review, speak))
        decisions = speak.text("document.decisions") + ".xlsx"
        note = speak.text("page.doubts.note", shown=speak.number(len(matters)), file=decisions)
        yield MatterKind(speak.text("page.doubts"), speak.number(len(review.doubts)), note, matters)


def _doubt(doubt: Doubt, anchor: str) -> Matter:
    sides = (f"•\u00a0{doubt.first} ({doubt.first_place})", f"•\u00a0{doubt.second} ({doubt.second_place})")
    return Matter(anchor, (), "", "\n".join([*sides, doubt.reason]))
