"""usulan-perubahan.xlsx: one row a proposal, contradictions first, with a list to accept or reject."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tasks.model.proposals import KEY, Change, Gathered, Proposal, Ruled, Verdict, key_of
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.differences import marked
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.sheets.workbook import workbook

_SUFFIX: Final = ".xlsx"
_WORDING: Final = frozenset({Change.EDITED, Change.STRUCK})
_ADDED: Final = frozenset({Change.ROW_ADDED, Change.ROW_COPIED})
_WRITTEN: Final = "-written"
_ASKED_FOR: Final = frozenset({"correction", "answer"})
"""Fields in which people say in words what is to be changed elsewhere."""


def proposals_name(speak: Catalogue) -> str:
    """File name of the workbook."""
    return speak.text("reviewing.file") + _SUFFIX


def proposals_file(
    rows: Sequence[Ruled], names: Mapping[str, str], actions: Mapping[str, str], speak: Catalogue
) -> bytes:
    """The workbook; the same rows give the same bytes. names, actions: of the items of the plan, by their ids."""
    label, title, introduction, hint, refusal = (
        speak.text(f"reviewing.sheet.{part}") for part in ("name", "title", "introduction", "hint", "refusal")
    )
    columns = (
        _column("number", 5, speak, Style.CENTRED),
        _column("item", 12, speak),
        _column("action", 30, speak, Style.QUIET),
        _column("field", 16, speak),
        _column("old", 34, speak),
        _column("new", 34, speak),
        _column("comment", 26, speak),
        _column("author", 18, speak),
        _column("kind", 16, speak, Style.QUIET),
        _column("rivals", 14, speak, Style.CENTRED),
        _column("sure", 11, speak, Style.CENTRED),
        _column("source", 26, speak, Style.QUIET),
        Column(speak.text("reviewing.column.answer"), 12, Style.INPUT, tuple(_answers(speak).values())),
        _column("who", 13, speak, Style.INPUT),
        _column("note", 20, speak, Style.INPUT),
        Column(KEY, 0, Style.KEY),
    )
    told = [(str(n), *_row(row, names, actions, speak)) for n, row in enumerate(rows, 1)]
    sheet = Sheet(label, title, introduction, columns, told, hint, refusal)
    return workbook([sheet], speak.text("decisions.page"))


def field_name(field: str, speak: Catalogue) -> str:
    """What a field is called; a column without a name of ours by its header."""
    head = field.removesuffix(_WRITTEN)
    name = speak.text(f"reviewing.field.{head}") if f"reviewing.field.{head}" in speak else head
    return speak.text("reviewing.field-written", field=name) if field.endswith(_WRITTEN) else name


def _column(name: str, width: int, speak: Catalogue, style: Style = Style.TEXT) -> Column:
    return Column(speak.text(f"reviewing.column.{name}"), width, style)


def _answers(speak: Catalogue) -> Mapping[Verdict, str]:
    return {verdict: speak.text(f"reviewing.verdict.{verdict}") for verdict in Verdict}


def _row(row: Ruled, names: Mapping[str, str], actions: Mapping[str, str], speak: Catalogue) -> Iterator[Cell]:
    one, p = row.gathered, row.gathered.proposal
    yield names.get(p.item, p.item)
    yield actions.get(p.item, "")
    yield field_name(p.field, speak) if p.field else ""
    yield from marked(p.old, p.new) if p.change in _WORDING else (_beside(p, names, speak), names.get(p.new, p.new))
    resolved = speak.text("reviewing.resolved") if p.resolved else ""
    yield "\n".join(filter(None, [p.comment, resolved, *_outcome(p, speak)]))
    yield _who(one, speak)
    yield _kind(one, speak)
    yield speak.text("reviewing.rivals", number=str(one.rivals)) if one.rivals else ""
    yield f"{p.confidence:.0%}"
    yield "\n".join([", ".join(one.files), localise_locator(p.place, speak.language)])
    yield _answers(speak)[row.verdict] if row.verdict else row.word
    yield from (row.who, row.note, key_of(one))


def _beside(p: Proposal, names: Mapping[str, str], speak: Catalogue) -> str:
    """What stood before; of a new row behind which one it stands."""
    if p.change in _ADDED and p.old:
        return speak.text("reviewing.behind", item=names.get(p.old, p.old))
    return p.old


def _outcome(p: Proposal, speak: Catalogue) -> Iterator[str]:
    """What accepting comes to, where the words of the reviewer do not say it by themselves."""
    if p.field in _ASKED_FOR and p.change == Change.EDITED:
        for part in p.parts:
            yield speak.text("reviewing.sets", field=field_name(part.field, speak), old=part.old or "–", new=part.new)
        if not p.parts:
            yield speak.text("reviewing.by-hand")
    elif p.change in _ADDED:
        yield speak.text("reviewing.adds" if p.parts else "reviewing.by-hand")
    elif p.change in (Change.TEXT, Change.TABLE_DELETED, Change.COLUMN_DELETED):
        yield speak.text("reviewing.no-field")


def _who(one: Gathered, speak: Catalogue) -> str:
    authors = "\n".join(one.authors) or speak.text("reviewing.nobody")
    day = one.proposal.date[:10]
    return f"{authors}\n{day}" if day else authors


def _kind(one: Gathered, speak: Catalogue) -> str:
    p = one.proposal
    kind = speak.text(f"reviewing.change.{p.change}")
    return kind if p.tracked else f"{kind}\n{speak.text('reviewing.untracked')}"
