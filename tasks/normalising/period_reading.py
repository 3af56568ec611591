"""The words of a cell taken apart: expressions, recurrences, distances, lengths, and what is left over."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tasks.normalising.period_context import Setting, concrete, is_planned
from tasks.normalising.period_distances import offset
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_loose import duration, interval, recurrence
from tasks.normalising.period_phrases import Expression, read
from tasks.normalising.period_rest import Cell, cites, labelled, of_something, tolerable
from tasks.normalising.period_tokens import tokens

Tokens = Sequence[Token]
_ONLY_LEFT = frozenset({"other", "comma", "bracket"})
_COUNTED = frozenset({"unit", "times", "recurring"})
_LOOSE = frozenset({"recurring", "each", "per", "number", "ordinal", "times", "one", "whole", "in", "offset", "after"})


class Reading(NamedTuple):
    """A cell taken apart. sound: nothing in it forbids to take it for one period; dated: days are already in it."""

    toks: Tokens
    cell: Cell
    expressions: tuple[Expression, ...]
    sound: bool
    dated: bool


@lru_cache(maxsize=16384)
def reading(words: str, plan: Setting) -> Reading:
    """What the words of a cell say, before it is known which days that means."""
    raw = tokens(words)
    toks = concrete(raw, plan)
    cell = _scan(toks, plan)
    refused = any(t.kind == "refuse" for t in toks) or labelled(toks, cell) or cites(toks)
    expressions = tuple(e for e in cell.expressions if not of_something(toks, e))
    spans = any(piece.stretch.span is not None for e in expressions for piece in e.pieces)
    return Reading(toks, cell, expressions, not refused and tolerable(toks, cell), spans or is_planned(raw, plan))


def _scan(toks: Tokens, plan: Setting) -> Cell:
    cell, i = Cell(), 0
    while i < len(toks):
        kind = toks[i].kind
        counts = kind != "number" or (i + 1 < len(toks) and toks[i + 1].kind in _COUNTED)
        if kind in _ONLY_LEFT and not toks[i].roman:
            cell.left.append(toks[i])
            i += 1
        else:
            i = (kind in _LOOSE and counts and _loose(toks, i, plan, cell)) or _fixed(toks, i, cell)
    return cell


def _loose(toks: Tokens, i: int, plan: Setting, cell: Cell) -> int:
    """Adds the recurrence or distance that begins here; the index behind it, 0 if none does."""
    end = recurrence(toks, i)
    if end:
        cell.recurrences.append(interval(toks[i : max(end, i + 1)]))
        return end if end > i else 0
    shift = offset(toks, i, plan)
    if shift is None:
        return 0
    cell.offsets.append(shift[0])
    return shift[1]


def _fixed(toks: Tokens, i: int, cell: Cell) -> int:
    """Adds the expression or the length of time that begins here, or what is left over; the index behind it."""
    expression = read(toks, i)
    if expression is not None:
        cell.expressions.append(expression)
        return expression.end
    length = duration(toks, i)
    if length is not None:
        cell.durations.append(length[0])
        return length[1]
    cell.left.append(toks[i])
    return i + 1
