"""Periods as people write them, in Indonesian and English, become first and last days; what is unclear stays so.

Rules where the words leave room: a day is written before its month ("7/8/2017" is 7 August), unless `date_orders`
says otherwise; a month without a year is of the plan's year; two years with a slash are a school year (1 July to
30 June), "TA" with one year is a budget year; weeks of a month are blocks of seven days from its first;
"awal/pertengahan/akhir" of a month are its thirds, of a year its first quarter, May to August and its last quarter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tasks.model.values import Period
from tasks.normalising.fiscal_years import CALENDAR_YEAR, BudgetYear
from tasks.normalising.matches import Match, match
from tasks.normalising.period_cells import read_cell, says_only_time
from tasks.normalising.period_context import Setting, concrete, setting
from tasks.normalising.period_distances import offset
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_phrases import read
from tasks.normalising.period_tokens import tokens

_SOME_PLAN = setting(2000, date(2000, 1, 3), date(2000, 1, 3), ())  # where only a period's place in the text matters
_NOT_FIRST = frozenset({"apostrophe", "article", "noise", "check"})


@dataclass(frozen=True)
class PeriodContext:
    """What a period is read against: the plan's year, the meeting's days, dated events by name.

    budget: how budget years ("FY 2018") run; with January in Indonesia (UU 17/2003, article 4). budget_from: from
    what that was concluded, "" if the meeting says it.
    """

    year: int
    meeting_start: date | None = None
    meeting_end: date | None = None
    events: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    budget: BudgetYear = CALENDAR_YEAR
    budget_from: str = ""

    @cached_property
    def setting(self) -> Setting:
        """The same for the parsers."""
        last = self.meeting_end or self.meeting_start
        return setting(self.year, self.meeting_start, last, tuple(self.events.items()), self.budget)


def parse_period(text: str, context: PeriodContext) -> Period | None:
    """The period that a cell or clause states; Sense.NONE where it is vague, None where it is not understood.

    Words by which it would end before it begins are not understood.
    """
    found = read_cell(text, context.setting)
    backwards = found is not None and found.start and found.end and found.end < found.start
    return None if backwards else found


def understood(text: str, context: PeriodContext) -> bool:
    """Whether the words mean something to the program, be it only that no date is given."""
    return parse_period(text, context) is not None


def is_period(text: str, context: PeriodContext) -> bool:
    """Whether a text is about time and nothing else ("2018", "paling lambat Mei", "secepatnya")."""
    return says_only_time(text, context.setting)


def find_periods(text: str) -> list[Match]:
    """Period expressions in running text with the words that introduce them, in order, none overlapping.

    Left in the text, because they belong to the action: recurrences ("tiap semester"), conditions ("setelah juknis
    terbit"), and years or school terms without an introducing word ("peta jalan 2017-2019", "juknis DAK TA 2018").
    """
    toks = concrete(tokens(text), _SOME_PLAN)
    return [match(text, toks[start].start, toks[end - 1].end, introduced) for start, end, introduced in _found(toks)]


def _found(toks: tuple[Token, ...]) -> Iterator[tuple[int, int, bool]]:
    """First token, token behind, and whether it is introduced, of every expression."""
    i = 0
    while i < len(toks):
        end = _distance(toks, i)
        found = read(toks, i) if not end and toks[i].kind not in _NOT_FIRST else None
        if end:
            yield i, end, True
        elif found is not None and not all(p.weak for p in found.pieces):
            end = found.end
            yield i, end, found.introduced
        i = max(end, i + 1)


def _distance(toks: tuple[Token, ...], i: int) -> int:
    """Index behind a dated distance from the meeting or an event ("1 minggu setelah rakor", "within two weeks")."""
    found = offset(toks, i, _SOME_PLAN) if toks[i].text not in {"dalam", "setelah", "after"} else None
    dated = found is not None and found[0].end is not None and toks[found[1] - 1].kind not in {"onward", "next"}
    return found[1] if found is not None and dated else 0
