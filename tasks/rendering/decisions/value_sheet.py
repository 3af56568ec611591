"""The sheet of fields on which sources disagree: what each says and where, what holds now, and what people choose."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tasks.model.decision_keys import VALUE, value_key
from tasks.model.decisions import ValueCase
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.common import answers, sheet, shown
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style

MOST_OFFERED: Final = 6
"""Values that have a column of their own, from which the answer may be chosen; all of them stand with their sources."""


def values_sheet(cases: Sequence[ValueCase], names: Mapping[str, str], speak: Catalogue) -> Sheet:
    """The sheet; names: what people call the items of the plan."""
    offered = [_offered(case, speak) for case in cases]
    count = max(map(len, offered))
    answer, *rest = answers((), speak)
    columns = (
        Column(speak.text("decisions.column.number"), 5, Style.CENTRED),
        Column(speak.text("decisions.column.item"), 12),
        Column(speak.text("decisions.column.action"), 34, Style.QUIET),
        Column(speak.text("decisions.column.field"), 14),
        Column(speak.text("decisions.column.values"), 44, Style.QUIET),
        Column(speak.text("decisions.column.holds-now"), 24),
        *(Column(speak.text("decisions.column.value", number=str(n)), 14) for n in range(1, count + 1)),
        Column(answer.header, 18, Style.INPUT, offered=count),
        *rest,
        Column(speak.text("decisions.column.day"), 13, Style.INPUT),
        Column(VALUE, 0, Style.KEY),
    )
    rows = [
        (str(n), *_row(case, [*values, *[""] * (count - len(values))], names, speak))
        for n, (case, values) in enumerate(zip(cases, offered, strict=True), 1)
    ]
    return sheet("values", columns, rows, speak)


def _row(case: ValueCase, offered: Sequence[str], names: Mapping[str, str], speak: Catalogue) -> Iterator[Cell]:
    yield names.get(case.item, case.item)
    yield shown(case.action)
    yield speak.text(f"reviewing.field.{case.field}")
    yield "\n".join(_sources(case, speak))
    yield _holds(case, speak)
    yield from offered
    yield from (case.word, case.remark.who, case.remark.note, case.remark.day)
    yield value_key(case)


def _sources(case: ValueCase, speak: Catalogue) -> Iterator[str]:
    for cell, file, place in case.values:
        yield f"{_said(case, cell, speak)} — {file}, {localise_locator(place, speak.language)}"


def _holds(case: ValueCase, speak: Catalogue) -> str:
    """What the plan uses, and why."""
    if case.word:
        return speak.text("decisions.values.chosen", value=case.word)
    first = bool(case.values) and case.values[0][0] == case.old
    return speak.text(f"decisions.values.{'first' if first else 'joint'}", value=_said(case, case.old, speak))


def _offered(case: ValueCase, speak: Catalogue) -> list[str]:
    return list(dict.fromkeys(_said(case, cell, speak) for cell, _, _ in case.values))[:MOST_OFFERED]


def _said(case: ValueCase, cell: str, speak: Catalogue) -> str:
    if case.field == "budget":
        return wording.budget(cell, speak)
    return wording.spoken_days(cell, speak) if case.field in ("start", "end") else shown(wording.lines(cell))
