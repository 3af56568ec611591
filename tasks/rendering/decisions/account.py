"""How an item came about, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from babel.numbers import format_decimal

from tasks.merging.reasons.account import Account, Judged
from tasks.model.decisions import Answer, Doubt, Ruling, Side
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.common import source
from tasks.rendering.decisions.reason import named, reason
from tasks.rendering.decisions.sheets import ruled

MOST_BITS: Final = 4
"""Fields whose weight is told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of an item.

    sides: of all records, by row; items: the item of each row; names: of items, as people call them; doubts: open
    questions that touch the item; answers: decisions that touch it.
    """

    item: str
    account: Account
    sides: Sequence[Side]
    items: Sequence[str]
    names: Mapping[str, str]
    doubts: Sequence[Doubt] = ()
    answers: Sequence[Answer] = ()


def account_lines(told: Told, speak: Catalogue) -> Iterator[str]:
    """The lines, those of a list indented."""
    rows = told.account.rows
    yield speak.text("decisions.account.item", item=told.names[told.item], action=told.sides[rows[0]].action)
    yield speak.text("decisions.account.sources" if len(rows) > 1 else "decisions.account.source")
    united = {judged.row: judged for judged in told.account.united}
    for number, row in enumerate(rows, 1):
        side = told.sides[row]
        yield f"  {number}. {source(side, speak)}: “{side.action}”"
        if row in united:
            yield f"     {_united(united[row], told, speak)}"
    yield from _list("apart", [_apart(judged, told, speak) for judged in told.account.apart], speak)
    yield from _list("open", [_open(doubt, told, speak) for doubt in told.doubts], speak)


def _list(name: str, lines: Sequence[str], speak: Catalogue) -> Iterator[str]:
    yield speak.text(f"decisions.account.{name}" if lines else f"decisions.account.{name}.none")
    yield from (f"  - {line}" for line in lines)


def _united(judged: Judged, told: Told, speak: Catalogue) -> str:
    rows = told.account.rows
    for number, other in enumerate(rows[: rows.index(judged.row)], 1):
        decided = _decided(judged.row, other, told)
        if decided is not None and decided.ruling == Ruling.SAME:
            return speak.text("decisions.account.by-decision", number=str(number), who=_who(decided, speak))
    why = reason(told.sides[judged.row], told.sides[judged.other], judged.grounds, speak)
    nearest = str(rows.index(judged.other) + 1)
    return speak.text("decisions.account.united", number=nearest, reason=why, bits=_bits(judged, speak))


def _apart(judged: Judged, told: Told, speak: Catalogue) -> str:
    side, name = told.sides[judged.other], told.names[told.items[judged.other]]
    decided = _decided(judged.row, judged.other, told)
    if decided is not None and decided.ruling not in (None, Ruling.SAME):
        why = speak.text(
            "decisions.account.decided", word=ruled(Ruling(decided.ruling), speak), who=_who(decided, speak)
        )
    elif judged.grounds.vetoes:
        why = ", ".join(named("veto", veto, speak) for veto in judged.grounds.vetoes)
    else:
        why = speak.text("decisions.account.unsure", reason=reason(told.sides[judged.row], side, judged.grounds, speak))
    return speak.text("decisions.account.other", item=name, action=side.action, reason=why)


def _open(doubt: Doubt, told: Told, speak: Catalogue) -> str:
    mine = {told.sides[row].prints[0] for row in told.account.rows}
    a, b = (doubt.a, doubt.b) if doubt.a.prints[0] in mine else (doubt.b, doubt.a)
    other = next(n for n, side in enumerate(told.sides) if side.prints[0] == b.prints[0])
    why = reason(a, b, doubt.grounds, speak)
    name = told.names[told.items[other]]
    return speak.text(
        "decisions.account.question", item=name, action=b.action, reason=why, chance=f"{doubt.chance:.0%}"
    )


def _decided(row: int, other: int, told: Told) -> Answer | None:
    """The decision on two records, if there is one."""
    pair = {told.sides[row].prints[0], told.sides[other].prints[0]}
    return next((answer for answer in told.answers if {answer.a.prints[0], answer.b.prints[0]} == pair), None)


def _who(answer: Answer, speak: Catalogue) -> str:
    return ", ".join(filter(None, [answer.remark.who, answer.remark.day])) or speak.text("decisions.account.somebody")


def _bits(judged: Judged, speak: Catalogue) -> str:
    """The strongest weights: "objek +5,2, waktu +1,9 bit; peluang 98%"."""
    fields = ", ".join(
        f"{speak.text(f'decisions.field.{field}')} {format_decimal(bits, '+0.0;-0.0', locale=speak.language)}"
        for field, bits in judged.bits[:MOST_BITS]
    )
    return speak.text("decisions.account.bits", fields=fields, chance=f"{judged.chance:.0%}")
