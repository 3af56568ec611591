"""The sheet of accepted changes whose source says something else by now: before, accepted, now, and which holds."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.model.decision_keys import SOURCE, source_key
from tasks.model.decisions import ROW, SourceCase, SourceRuling
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.common import answers, sheet, shown
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style


def sources_sheet(cases: Sequence[SourceCase], names: Mapping[str, str], speak: Catalogue) -> Sheet:
    """The sheet, open questions first; names: what people call the items of the plan."""
    columns = (
        Column(speak.text("decisions.column.number"), 5, Style.CENTRED),
        Column(speak.text("decisions.column.item"), 12),
        Column(speak.text("decisions.column.action"), 34, Style.QUIET),
        Column(speak.text("decisions.column.field"), 14),
        Column(speak.text("decisions.column.source-before"), 24),
        Column(speak.text("decisions.column.accepted"), 24),
        Column(speak.text("decisions.column.source-now"), 24),
        Column(speak.text("decisions.column.proposed-by"), 18, Style.QUIET),
        *answers(tuple(source_ruled(ruling, speak) for ruling in SourceRuling), speak),
        Column(speak.text("decisions.column.day"), 13, Style.INPUT),
        Column(SOURCE, 0, Style.KEY),
    )
    rows = [(str(n), *_row(case, names, speak)) for n, case in enumerate(cases, 1)]
    return sheet("sources", columns, rows, speak)


def source_ruled(ruling: SourceRuling, speak: Catalogue) -> str:
    """A decision as people write it."""
    return speak.text(f"decisions.source.{ruling}")


def _row(case: SourceCase, names: Mapping[str, str], speak: Catalogue) -> Iterator[Cell]:
    yield names.get(case.item, case.item)
    yield shown(case.action)
    yield speak.text(f"reviewing.field.{case.field}")
    accepted = speak.text("reviewing.change.row-deleted") if case.field == ROW else shown(case.new)
    yield from (shown(case.old) or "–", accepted or "–", _now(case, speak) or "–", case.by)
    yield source_ruled(case.ruling, speak) if case.ruling else case.word
    yield from (case.remark.who, case.remark.note, case.remark.day)
    yield source_key(case)


def _now(case: SourceCase, speak: Catalogue) -> str:
    """What the source says, as people read it."""
    if case.field == "time":
        start, _, end = case.now.partition("/")
        return wording.period(start, end, "", "", speak) if start or end else ""
    if case.field in ("start", "end"):
        return wording.spoken_days(case.now, speak)
    return wording.budget(case.now, speak) if case.field == "budget" else shown(wording.lines(case.now))
