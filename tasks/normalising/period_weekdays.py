"""Days of the week beside a date: they say nothing that the date does not say, and neither does the comma behind."""

from collections.abc import Sequence

from tasks.normalising.period_lexer import Token
from tasks.normalising.period_years import kind, text, value

Tokens = Sequence[Token]
_DATE_BEGINS = frozenset({"number", "date", "ordinal", "article"})
_LAST_WEEK = 5  # weeks that a month has


def joined_weekdays(toks: Tokens) -> tuple[Token, ...]:
    """One token for "hari Jumat," before a date; "Minggu" before a day of a month is the day, not the week."""
    if not any(t.value == "weekday" or t.text == "minggu" for t in toks):
        return tuple(toks)
    out: list[Token] = []
    i = 0
    while i < len(toks):
        token, i = _weekday(toks, i) or (toks[i], i + 1)
        out.append(token)
    return tuple(out)


def _weekday(toks: Tokens, i: int) -> tuple[Token, int] | None:
    j = i + 1 if toks[i].kind == "unit" and value(toks, i) == "day" else i
    if value(toks, j) != "weekday" and not _sunday(toks, j):
        return None
    end = j + 1
    while kind(toks, end) in {"to", "dash", "and"} and value(toks, end + 1) == "weekday":
        end += 2
    if text(toks, end) == "," and kind(toks, end + 1) in _DATE_BEGINS:
        end += 1
    return Token("noise", toks[i].start, toks[end - 1].end, toks[j].text, "weekday"), end


def _sunday(toks: Tokens, i: int) -> bool:
    if text(toks, i) != "minggu":
        return False
    comma = text(toks, i + 1) == ","
    j = i + 2 if comma else i + 1
    if kind(toks, j) == "date":
        return True
    day = kind(toks, j) == "number" and kind(toks, j + 1) == "month"
    return day and (comma or toks[j].numbers[0] > _LAST_WEEK)
