"""What people must decide: what is missing, impossible or contradictory, and where the sources disagree."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import Final

from tasks.model.decisions import Doubt as Asked
from tasks.model.problem import Code, Problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.locators import localise_locator
from tasks.rendering.page.cards import Concerns, pointer
from tasks.rendering.page.shape import Matter, MatterKind
from tasks.rendering.view.doubtful import doubt_views
from tasks.rendering.view.items import Rows
from tasks.rendering.view.settling import concerned, conflict_views, to_settle, trouble_text
from tasks.rendering.view.shape_settling import Claim, Conflict, Doubt

_DOUBTS: Final = "doubts"
"""The anchor of all questions whether two proposals are one piece of work."""


def matter_views(
    index: Index, rows: Rows, speak: Catalogue
) -> tuple[tuple[MatterKind, ...], tuple[MatterKind, ...]]:  # fmt: skip
    """Missing prerequisites, and all else to decide: errors first, then warnings, disagreements, doubtful mergers."""
    anchors = (f"m{n}" for n in count(1))
    missing: list[MatterKind] = []
    others: list[MatterKind] = []
    asked = to_settle(index.plan, index.around.items)
    for code, problems in groupby(asked, key=lambda problem: problem.code):
        title = speak.text(f"kind.{code}")
        matters = [_problem(problem, next(anchors), title, index, speak) for problem in problems]
        kind = missing if code == Code.PREREQUISITE_MISSING else others
        kind.append(_kind(title, matters, speak))
    return tuple(missing), (*others, *_conflicts(index, rows, anchors, speak), *_doubts(index, anchors, speak))


def concerns(index: Index, kinds: Iterable[MatterKind]) -> Concerns:
    """The matters by the items that they are about. Of doubtful mergers only the first are told one by one."""
    held: dict[str, list[tuple[str, str]]] = {code: [] for code in index.rows}
    for kind in kinds:
        if kind.anchor == _DOUBTS:
            for code in index.doubts:
                held[code].append((kind.anchor, kind.title))
            continue
        for matter in kind.matters:
            for item in matter.items:
                held[item.code].append((matter.anchor, matter.title))
    return held


def _kind(title: str, matters: Sequence[Matter], speak: Catalogue) -> MatterKind:
    return MatterKind("", title, speak.number(len(matters)), "", tuple(matters))


def _problem(found: Problem, anchor: str, title: str, index: Index, speak: Catalogue) -> Matter:
    items = index.around.items
    named = tuple(pointer(code, index) for code in concerned(found, items))
    place = "" if named else _place(found.file, found.locator, speak)
    beside = {f"{item.number}: {item.action}" for item in named}
    lines = trouble_text(found, items, index.around.numbers, speak).split("\n")
    return Matter(anchor, title, named, place, "\n".join(line for line in lines if line not in beside))


def _place(file: str, locator: str, speak: Catalogue) -> str:
    return ", ".join(filter(None, [file, localise_locator(locator, speak.language)]))


def _conflicts(index: Index, rows: Rows, anchors: Iterator[str], speak: Catalogue) -> Iterator[MatterKind]:
    found = conflict_views(rows, index.around.items, speak)
    if found:
        title = speak.text(f"kind.{Code.FIELDS_CONFLICT}")
        yield _kind(title, [_conflict(conflict, next(anchors), title, index) for conflict in found], speak)


def _conflict(conflict: Conflict, anchor: str, title: str, index: Index) -> Matter:
    told = "\n".join([f"{conflict.field}:", *map(_claim, conflict.claims)])
    return Matter(anchor, f"{title}: {conflict.field}", (pointer(conflict.item.code, index),), "", told)


def _claim(claim: Claim) -> str:
    return f"•\u00a0{claim.value} ({claim.source})" if claim.source else f"•\u00a0{claim.value}"


def _doubts(index: Index, anchors: Iterator[str], speak: Catalogue) -> Iterator[MatterKind]:
    review = index.plan.review
    if review.doubts:
        title = speak.text("page.doubts")
        shown = zip(review.doubts, doubt_views(review, speak), strict=False)
        matters = tuple(_doubt(asked, words, next(anchors), title, index) for asked, words in shown)
        decisions = speak.text("document.decisions") + ".xlsx"
        note = speak.text("page.doubts.note", shown=speak.number(len(matters)), file=decisions)
        yield MatterKind(_DOUBTS, title, speak.number(len(review.doubts)), note, matters)


def _doubt(asked: Asked, words: Doubt, anchor: str, title: str, index: Index) -> Matter:
    items = tuple(pointer(code, index) for code, held in index.doubts.items() if asked in held)
    sides = (f"•\u00a0{words.first} ({words.first_place})", f"•\u00a0{words.second} ({words.second_place})")
    return Matter(anchor, title, items, "", "\n".join([*sides, words.reason]))
