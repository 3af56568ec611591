"""What is written where a sheet asks for it: corrections beside what was read, answers to what is open."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tasks.model.proposals import Change, Part, Proposal
from tasks.reviewing.context import Context, parts_held
from tasks.reviewing.fields import items_of
from tasks.reviewing.lines import view
from tasks.reviewing.statements import TARGETS, reads_as, stated
from tasks.reviewing.tables import Row
from tasks.reviewing.words import bare

_QUOTED: Final = re.compile(r"^'([^']+)'")
_CLAIM: Final = re.compile(r"^•\u00a0(.+?) \(")
_LONGEST: Final = 200
"""Characters of an answer that can be a name."""

_DISPUTED: Final = "disputed"


class _Question(NamedTuple):
    """What is asked for: a field, and the words that stand there now as far as the question tells them."""

    field: str
    old: str


def with_meaning(change: Proposal, context: Context, issued: Row) -> Iterator[Proposal]:
    """A change with the fields that it sets, if it is a correction or an answer; one for each item it is about."""
    if change.change != Change.EDITED or change.field not in ("correction", "answer"):
        yield change
    elif change.field == "correction":
        yield replace(change, parts=stated(change.new, _targets(context, issued)))
    else:
        yield from _answered(change, context, issued)


def _answered(change: Proposal, context: Context, issued: Row) -> Iterator[Proposal]:
    question, items = _asked(issued), items_of(issued, context.names)
    part = _answer(question, change.new) if question else None
    if part is None or (len(items) > 1 and not part.old):
        yield change
    else:
        for item in items or [change.item]:
            yield replace(change, item=item, parts=(part,))


def _answer(question: _Question, words: str) -> Part | None:
    told = stated(words, {})
    if len(told) == 1 and told[0].field in (question.field, {"start": "time", "end": "time"}.get(question.field)):
        return Part(question.field, question.old, told[0].new)
    if question.field in ("time", "start", "end", "budget"):
        return Part(question.field, question.old, words) if reads_as(question.field, words) else None
    name = len(words) <= _LONGEST and "?" not in words and not told
    return Part(question.field, question.old, words) if name else None


def _asked(issued: Row) -> _Question | None:
    """What a row of questions asks for."""
    lines = [text for cell in issued.cells for line in view(cell.lines, accepted=True) for text in line.split("\n")]
    field = next((_words("title")[key] for line in lines if (key := bare(line).casefold()) in _words("title")), "")
    if field == _DISPUTED:
        heads = (bare(line).casefold().rstrip(" :") for line in lines if line.rstrip().endswith(":"))
        field = next((name for head in heads for words, name in _words("about").items() if head.endswith(words)), "")
        claims = (match[1] for line in lines if (match := _CLAIM.match(line)))
        return _Question(field, next(claims, "")) if field else None
    quoted = (match[1] for line in lines if (match := _QUOTED.match(line)))
    return _Question(field, next(quoted, "") if field == "owners" else "") if field else None


def _targets(context: Context, issued: Row) -> dict[str, str]:
    """The words of a row by field, of those that a correction can set."""
    return {field: words for field, words in parts_held(context, issued).items() if field in TARGETS}


@cache
def _words(kind: str) -> dict[str, str]:
    with (Path(__file__).parent / "questions.csv").open(encoding="utf-8", newline="") as rows:
        return {row["words"]: row["field"] for row in csv.DictReader(rows) if row["kind"] == kind}
