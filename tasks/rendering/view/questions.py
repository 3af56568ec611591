"""What a group has to settle: what is missing or doubtful in its actions, and where other groups say otherwise."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tasks.model import locator
from tasks.model.problem import Code, Problem, code_list, problem
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.messages import codes_in, spoken
from tasks.rendering.view.belonging import of_item, subjects
from tasks.rendering.view.entries import Read
from tasks.rendering.view.group_shape import Question
from tasks.rendering.view.items import Row
from tasks.rendering.view.settling import field_value
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline

_ONE_ANSWER = frozenset({Code.OWNER_UNKNOWN})
"""Kinds of which the same words, wherever they stand, need one answer only."""
_SEVERITIES = ("error", "warning", "info")
_SHOWN = 3


@dataclass(frozen=True)
class Around:
    """What lies around a group's own rows. By item: words, number, records in all groups; by file: its name."""

    items: Mapping[str, Item]
    numbers: Mapping[str, str]
    records: Mapping[str, Sequence[Row]]
    names: Mapping[str, str]


@dataclass(frozen=True)
class _Asked:
    """A problem in the words for the group, with the positions of the entries that it is about."""

    problem: Problem
    entries: tuple[int, ...]
    message: str


def is_question(found: Problem, known: Mapping[str, object]) -> bool:
    """Whether a problem is about an action or a place in a file, not about a file as a whole."""
    return found.severity != "info" and bool(found.locator or subjects(found, known))


def question_views(
    problems: Iterable[Problem], read: Sequence[Read], around: Around, speak: Catalogue
) -> tuple[Question, ...]:  # fmt: skip
    """The questions by kind, errors first, in the order of the entries; what needs one answer is asked once."""
    own: dict[str, list[int]] = {}
    for n, (row, _) in enumerate(read):
        own.setdefault(row["item_id"], []).append(n)
    asked = sorted((_asked(p, read, own, around, speak) for p in problems), key=lambda a: _order(a, len(read)))
    held: dict[tuple[Any, ...], list[_Asked]] = {}
    for n, one in enumerate(asked):
        alone = -1 if one.problem.code in _ONE_ANSWER else n
        held.setdefault((one.problem.code, one.message, alone), []).append(one)
    return tuple(_question(several, read, around.names, speak) for several in held.values())


def _asked(
    found: Problem, read: Sequence[Read], own: Mapping[str, Sequence[int]], around: Around, speak: Catalogue
) -> _Asked:
    here = [n for item in subjects(found, around.items) for n in own.get(item, ())]
    if not of_item(found):
        here = [n for n in here if (read[n][0]["file"], read[n][0]["locator"]) == (found.file, found.locator)]
    return _Asked(found, tuple(sorted(here)), "\n".join(question_lines(found, own, around, speak)))


def _order(asked: _Asked, last: int) -> tuple[Any, ...]:
    found = asked.problem
    first = min(asked.entries, default=last)
    return *_rank()[found.code], first, found.file, locator.sort_key(found.locator), asked.message


@cache
def _rank() -> Mapping[str, tuple[int, int]]:
    return {row["code"]: (_SEVERITIES.index(row["severity"]), n) for n, row in enumerate(code_list())}


def question_lines(found: Problem, own: Container[str], around: Around, speak: Catalogue) -> Iterator[str]:
    """The question, and a line for every action that it mentions but those in `own`, which the reader has at hand."""
    items = around.items
    said = spoken(_side_by_side(found, around, speak), around.numbers, speak)
    key = f"question.{found.code}"
    text = speak.text(key, **dict(said.details)) if key in speak else speak.problem(said)
    for code in subjects(found, items):
        text = text.removeprefix(f"{items[code].number}: ")
    yield text[:1].upper() + text[1:]
    told = dict.fromkeys(code for _, value in found.details for code in codes_in(value, items))
    yield from (_mentioned(items[code]) for code in told if code not in own and items[code].action not in text)


def _mentioned(item: Item) -> str:
    groups = f" ({item.groups})" if item.groups else ""
    return f"{item.number}{groups}: {item.action}"


def _side_by_side(found: Problem, around: Around, speak: Catalogue) -> Problem:
    """A disagreement with what each source says, its group and place, instead of the bare values."""
    details = dict(found.details)
    if found.code != Code.FIELDS_CONFLICT:
        return found
    field = details.get("field", "").rpartition(".")[2]
    claims: dict[str, list[str]] = {}
    for record in around.records.get(details.get("item", ""), ()):
        if record.get(field):
            place = localise_locator(record["locator"], speak.language)
            source = ", ".join(filter(None, [record["group"], around.names[record["file"]], place]))
            claims.setdefault(record[field], []).append(source)
    if len(claims) < 2:
        return found
    values = "\n".join(f"•\u00a0{field_value(field, v, speak)} ({'; '.join(held)})" for v, held in claims.items())
    return problem(found.code, found.file, found.locator, **details | {"values": values})


def _question(
    several: Sequence[_Asked], read: Sequence[Read], names: Mapping[str, str], speak: Catalogue
) -> Question:  # fmt: skip
    first = several[0].problem
    entries = [read[n][1] for n in sorted({n for one in several for n in one.entries})]
    places: dict[str, list[str]] = {}
    for entry in entries:
        places.setdefault(entry.file, []).append(entry.place)
    if not entries:
        places[names.get(first.file, first.file)] = [localise_locator(first.locator, speak.language)]
    actions = [f"{entry.item}: {entry.action}" if entry.item else entry.action for entry in entries[:_SHOWN]]
    more = len(entries) - len(actions)
    return Question(
        numbers=inline.joined(entry.link for entry in entries) if entries else inline.plain("–"),
        place="\n".join(_told(file, dict.fromkeys(held)) for file, held in places.items()),
        actions="\n".join([*actions, *([speak.text("questions.more", count=speak.number(more))] if more else [])]),
        title=speak.text(f"kind.{first.code}"),
        message=several[0].message,
    )


def _told(file: str, places: Iterable[str]) -> str:
    return ", ".join(filter(None, [file, "; ".join(places)]))
