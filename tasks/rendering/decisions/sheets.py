"""keputusan.xlsx: questions to answer, what has been decided, links, changed sources, words for the glossary."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tasks.model.decision_keys import PAIR, SYNONYM, pair_key, synonym_key
from tasks.model.decisions import Answer, Doubt, Review, Ruling, Synonym
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.common import answers, decided, pair, sheet, sides, stands
from tasks.rendering.decisions.link_sheet import links_sheet
from tasks.rendering.decisions.reason import reason
from tasks.rendering.decisions.source_sheet import sources_sheet
from tasks.rendering.decisions.value_sheet import values_sheet
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.sheets.workbook import workbook

_SUFFIX: Final = ".xlsx"


def decisions_name(speak: Catalogue) -> str:
    """File name of the workbook."""
    return speak.text("document.decisions") + _SUFFIX


def decisions_file(review: Review, speak: Catalogue, names: Mapping[str, str]) -> bytes:
    """The workbook; the same review gives the same bytes. names: what people call the items of the plan."""
    sheets = [_questions(review.doubts, speak), _decided(review.answers, speak)]
    if review.links or review.link_answers:
        sheets.append(links_sheet(review.links, review.link_answers, names, speak))
    if review.sources:
        sheets.append(sources_sheet(review.sources, names, speak))
    if review.values:
        sheets.append(values_sheet(review.values, names, speak))
    if review.synonyms:
        sheets.append(_glossary(review.synonyms, speak))
    return workbook(sheets, speak.text("decisions.page"))


def _questions(doubts: Sequence[Doubt], speak: Catalogue) -> Sheet:
    columns = (
        Column(speak.text("decisions.column.number"), 5, Style.CENTRED),
        *sides(("first", "second"), speak),
        Column(speak.text("decisions.column.reason"), 24),
        Column(speak.text("decisions.column.chance"), 8, Style.CENTRED),
        Column(speak.text("decisions.column.hangs"), 8, Style.CENTRED),
        *answers(_choices(speak), speak),
        Column(PAIR, 0, Style.KEY),
    )
    rows = [(str(n), *_doubt(doubt, speak)) for n, doubt in enumerate(doubts, 1)]
    return sheet("questions", columns, rows, speak)


def _doubt(doubt: Doubt, speak: Catalogue) -> Iterator[Cell]:
    yield from pair(doubt.a, doubt.b, speak)
    yield reason(doubt.a, doubt.b, doubt.grounds, speak)
    yield f"{doubt.chance:.0%}"
    yield str(doubt.hangs)
    yield from (doubt.word, doubt.remark.who, doubt.remark.note, pair_key(doubt.a, doubt.b))


def _decided(told: Sequence[Answer], speak: Catalogue) -> Sheet:
    columns = (
        *sides(("first", "second"), speak),
        *answers(_choices(speak), speak),
        *decided(speak),
        Column(PAIR, 0, Style.KEY),
    )
    return sheet("decided", columns, [tuple(_answer(answer, speak)) for answer in told], speak)


def _answer(answer: Answer, speak: Catalogue) -> Iterator[Cell]:
    yield from pair(answer.a, answer.b, speak)
    yield ruled(answer.ruling, speak) if answer.ruling else answer.word
    yield from (answer.remark.who, answer.remark.note, answer.remark.day)
    yield stands(answer.standing, speak)
    yield pair_key(answer.a, answer.b)


def _glossary(synonyms: Sequence[Synonym], speak: Catalogue) -> Sheet:
    yes, no = (speak.text(f"decisions.{word}") for word in ("approve", "reject"))
    columns = (
        Column(speak.text("decisions.column.word"), 22),
        Column(speak.text("decisions.column.meant"), 22),
        Column(speak.text("decisions.column.examples"), 70, Style.QUIET),
        Column(speak.text("decisions.column.answer"), 14, Style.INPUT, (yes, no)),
        Column(speak.text("decisions.column.who"), 16, Style.INPUT),
        Column(speak.text("decisions.column.note"), 26, Style.INPUT),
        Column(speak.text("decisions.column.day"), 13, Style.INPUT),
        Column(SYNONYM, 0, Style.KEY),
    )
    answer = {True: yes, False: no}
    rows = [
        (
            s.word, s.meant, "\n".join(s.examples), s.written if s.approved is None else answer[s.approved],
            s.remark.who, s.remark.note, s.remark.day, synonym_key(s.word, s.meant),
        )
        for s in synonyms
    ]  # fmt: skip
    return sheet("glossary", columns, rows, speak)


def _choices(speak: Catalogue) -> tuple[str, ...]:
    return tuple(ruled(ruling, speak) for ruling in Ruling)


def ruled(ruling: Ruling, speak: Catalogue) -> str:
    """A decision as people write it."""
    return speak.text(f"decisions.ruling.{ruling}")
