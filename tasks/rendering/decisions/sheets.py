"""keputusan.xlsx: questions to answer, what has been decided, words for the glossary."""

from collections.abc import Iterator, Sequence
from typing import Final

from tasks.model.decision_keys import LONGEST, PAIR, SYNONYM, pair_key, synonym_key
from tasks.model.decisions import Answer, Doubt, Review, Ruling, Side, Standing, Synonym
from tasks.model.values import parts
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.differences import marked
from tasks.rendering.decisions.reason import reason
from tasks.rendering.locators import localise_locator
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style
from tasks.rendering.sheets.workbook import workbook
from tasks.rendering.wording import period

_SUFFIX: Final = ".xlsx"


def decisions_name(speak: Catalogue) -> str:
    """File name of the workbook."""
    return speak.text("document.decisions") + _SUFFIX


def decisions_file(review: Review, speak: Catalogue) -> bytes:
    """The workbook; the same review gives the same bytes."""
    sheets = [_questions(review.doubts, speak), _decided(review.answers, speak)]
    if review.synonyms:
        sheets.append(_glossary(review.synonyms, speak))
    return workbook(sheets, speak.text("decisions.page"))


def _questions(doubts: Sequence[Doubt], speak: Catalogue) -> Sheet:
    columns = (
        Column(speak.text("decisions.column.number"), 5, Style.CENTRED),
        *_sides(speak),
        Column(speak.text("decisions.column.reason"), 24),
        Column(speak.text("decisions.column.chance"), 8, Style.CENTRED),
        Column(speak.text("decisions.column.hangs"), 8, Style.CENTRED),
        *_answers(speak),
        Column(PAIR, 0, Style.KEY),
    )
    rows = [(str(n), *_doubt(doubt, speak)) for n, doubt in enumerate(doubts, 1)]
    return _sheet("questions", columns, rows, speak)


def _doubt(doubt: Doubt, speak: Catalogue) -> Iterator[Cell]:
    yield from _pair(doubt.a, doubt.b, speak)
    yield reason(doubt.a, doubt.b, doubt.grounds, speak)
    yield f"{doubt.chance:.0%}"
    yield str(doubt.hangs)
    yield from (doubt.word, doubt.remark.who, doubt.remark.note, pair_key(doubt.a, doubt.b))


def _decided(answers: Sequence[Answer], speak: Catalogue) -> Sheet:
    columns = (
        *_sides(speak),
        *_answers(speak),
        Column(speak.text("decisions.column.day"), 13, Style.INPUT),
        Column(speak.text("decisions.column.standing"), 22, Style.QUIET),
        Column(PAIR, 0, Style.KEY),
    )
    return _sheet("decided", columns, [tuple(_answer(answer, speak)) for answer in answers], speak)


def _answer(answer: Answer, speak: Catalogue) -> Iterator[Cell]:
    yield from _pair(answer.a, answer.b, speak)
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
    return _sheet("glossary", columns, rows, speak)


def ruled(ruling: Ruling, speak: Catalogue) -> str:
    """A decision as people write it."""
    return speak.text(f"decisions.ruling.{ruling}")


def stands(standing: Standing, speak: Catalogue) -> str:
    """What became of a decision."""
    return speak.text(f"decisions.standing.{standing}")


def source(side: Side, speak: Catalogue) -> str:
    """Where a text stands: file, place."""
    return ", ".join(filter(None, [side.file, localise_locator(side.locator, speak.language)]))


def _sides(speak: Catalogue) -> tuple[Column, ...]:
    return tuple(
        Column(speak.text(f"decisions.column.{name}"), width, style)
        for name, width, style in (
            ("first", 34, Style.TEXT), ("first-about", 26, Style.QUIET),
            ("second", 34, Style.TEXT), ("second-about", 26, Style.QUIET),
        )
    )  # fmt: skip


def _answers(speak: Catalogue) -> tuple[Column, ...]:
    choices = tuple(ruled(ruling, speak) for ruling in Ruling)
    return (
        Column(speak.text("decisions.column.answer"), 12, Style.INPUT, choices),
        Column(speak.text("decisions.column.who"), 13, Style.INPUT),
        Column(speak.text("decisions.column.note"), 20, Style.INPUT),
    )


def _pair(a: Side, b: Side, speak: Catalogue) -> Iterator[Cell]:
    one, other = marked(_shown(a.action), _shown(b.action))
    yield from (one, _about(a, speak), other, _about(b, speak))


def _shown(action: str) -> str:
    return action if len(action) <= LONGEST else action[:LONGEST] + "…"


def _about(side: Side, speak: Catalogue) -> str:
    """Who, where and when, and the source."""
    time = period(side.start, side.end, side.period_sense, side.period_text, speak)
    told = (", ".join(parts(side.owners)) or speak.text("decisions.no-owner"), ", ".join(parts(side.regions)), time)
    return "\n".join(filter(None, [*told, f"[{source(side, speak)}]"]))


def _sheet(name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], speak: Catalogue) -> Sheet:
    told = (speak.text(f"decisions.{name}.{part}") for part in ("name", "title", "introduction", "hint", "refusal"))
    label, title, introduction, hint, refusal = told
    return Sheet(label, title, introduction, columns, rows, hint, refusal)
