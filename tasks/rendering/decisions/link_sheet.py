"""The sheet of questions on links: does the one wait for the other? Answered rows stand below the open ones."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.model.decision_keys import LINK, pair_key
from tasks.model.decisions import LinkAnswer, LinkQuestion, LinkRuling
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.common import about, answers, decided, sheet, shown, sides, stands
from tasks.rendering.decisions.link_reason import link_reason
from tasks.rendering.sheets.cells import Cell, Column, Sheet, Style


def links_sheet(
    asked: Sequence[LinkQuestion], told: Sequence[LinkAnswer], names: Mapping[str, str], speak: Catalogue
) -> Sheet:
    """The sheet; names: what people call the items of the plan."""
    columns = (
        Column(speak.text("decisions.column.number"), 5, Style.CENTRED),
        *sides(("after", "before"), speak),
        Column(speak.text("decisions.column.reason"), 26),
        Column(speak.text("decisions.column.chance"), 8, Style.CENTRED),
        Column(speak.text("decisions.column.waiting"), 10, Style.CENTRED),
        *answers(tuple(link_ruled(ruling, speak) for ruling in LinkRuling), speak),
        *decided(speak),
        Column(LINK, 0, Style.KEY),
    )
    open_ = [(str(n), *_open(question, names, speak)) for n, question in enumerate(asked, 1)]
    return sheet("links", columns, [*open_, *(("", *_decided(answer, speak)) for answer in told)], speak)


def link_ruled(ruling: LinkRuling, speak: Catalogue) -> str:
    """A decision on a link as people write it."""
    return speak.text(f"decisions.link.{ruling}")


def _open(question: LinkQuestion, names: Mapping[str, str], speak: Catalogue) -> Iterator[Cell]:
    yield from (shown(question.after.action), about(question.after, speak))
    yield from (shown(question.before.action), about(question.before, speak))
    yield link_reason(question, names, speak)
    yield from (f"{question.chance:.0%}", str(question.hangs))
    yield from (question.word, question.remark.who, question.remark.note, "")
    yield speak.text(f"link.{question.status}")
    yield pair_key(question.before, question.after)


def _decided(answer: LinkAnswer, speak: Catalogue) -> Iterator[Cell]:
    yield from (shown(answer.after.action), about(answer.after, speak))
    yield from (shown(answer.before.action), about(answer.before, speak))
    yield from ("", "", "")
    yield link_ruled(answer.ruling, speak) if answer.ruling else answer.word
    yield from (answer.remark.who, answer.remark.note, answer.remark.day)
    yield stands(answer.standing, speak)
    yield pair_key(answer.before, answer.after)
