"""What each column of a table holds, read from its header words one by one; ambiguities are settled in roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.extraction.header_words import (
    heads_months,
    heads_quarters,
    in_currency,
    is_month,
    is_quarter,
    level_words,
    money_unit,
    names_money,
    quarter_number,
    years_in,
)
from tasks.extraction.month_columns import initials, with_years
from tasks.extraction.phrases import equals
from tasks.extraction.role_letters import headed
from tasks.extraction.texts import tidy
from tasks.extraction.vocabulary import Vocabulary, Word

_WITH_LEVELS = frozenset(
    {"action", "owner", "supporter", "time", "budget", "fund", "output", "target", "obstacle", "progress", "solution"}
)
_PARTS = (
    re.compile(r"(?P<part>\D{2,40}\d{1,2})\s*[:.)\-–]\s*(?P<asked>\S.*)"),
    re.compile(r"(?P<asked>.*\S)\s*[\[(](?P<part>\D{2,40}\d{1,2})[\])]"),
    re.compile(r"[\[(](?P<part>\D{2,40}\d{1,2})[\])]\s*[:–-]?\s*(?P<asked>\S.*)"),
)
_TOGETHER = (
    frozenset({"action", "owner", "time", "budget"}),
    frozenset({"place", "time"}),
    frozenset({"owner", "supporter"}),
)
"""Fields that stand side by side in a cell, and can be told apart there."""
_OF_THE_FORM = re.compile(r"_[a-z]|__version|today$|formhub/|meta/")
"""Headers that a program for forms makes itself: "_uuid", "_submission_time", "today"."""
_LEVEL_COLUMNS = 2  # columns headed by levels of government from which they are meant as such, not as places


@dataclass(frozen=True, slots=True)
class Column:
    """A column from 0, its header words outermost first and what they mean.

    level: folded words of a level of government; month: "Mar 2017", "TW I 2017"; unit: words that scale sums;
    block: number of the repeated part of a form ("Kegiatan 2"), 0 if there is only one; shares: the fields of all
    that stands in its cells, where the header names several ("Kegiatan dan Penanggung Jawab").
    """

    index: int
    path: tuple[str, ...]
    field: str = ""
    rank: int = 1
    sure: bool = True
    level: str = ""
    month: str = ""
    unit: str = ""
    block: int = 0
    shares: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The header words as one text."""
        return " › ".join(tidy(words) for words in self.path)


def columns_of(paths: Sequence[tuple[str, ...]], vocabulary: Vocabulary, title: str = "") -> list[Column]:
    """The columns under these header paths; `title`: words above the table, which may name a year."""
    paths = _parts_apart(paths)
    plain = [i for i, p in enumerate(paths) if p and level_words(p[-1]) and not any(map(vocabulary.look, p[:-1]))]
    levels = frozenset(plain) if len({paths[i] for i in plain}) >= _LEVEL_COLUMNS else frozenset()
    columns = [_column(i, path, vocabulary, i in levels) for i, path in enumerate(paths)]
    letters = headed([path[-1] if path else "" for path in paths])
    return _timed([replace(c, field=letters[c.index], rank=1) if c.index in letters else c for c in columns], title)


def _parts_apart(paths: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The paths, a repeated part of a form told in each header set apart: "Kegiatan 2: Waktu", "Waktu [Kegiatan 2]"."""
    found = [next((m for p in _PARTS if path and (m := p.fullmatch(path[-1].strip()))), None) for path in paths]
    parts = {tidy(m["part"]) for m in found if m}
    if len({part.rstrip("0123456789").strip() for part in parts}) >= len(parts):
        return list(paths)
    return [(*p[:-1], m["part"], m["asked"]) if m else p for p, m in zip(paths, found, strict=True)]


def _column(index: int, path: tuple[str, ...], vocabulary: Vocabulary, plain_level: bool) -> Column:
    column = Column(index, path, unit=next((u for p in reversed(path) if (u := money_unit(p))), ""))
    if not path:
        return column
    if plain_level:
        return replace(column, level=level_words(path[-1]) or "")
    if _OF_THE_FORM.match(path[-1]):
        return replace(column, field="timestamp" if "time" in path[-1] else "ignore")
    words = [vocabulary.look(text) for text in path]
    parent = _first(words[:-1])
    return (parent and _below(column, parent)) or _named(column, words, parent, vocabulary)


def _below(column: Column, parent: Word) -> Column | None:
    """A column that only makes the header above it narrower: a level of it, or those who help ("PJ › Anggota")."""
    level = level_words(column.path[-1])
    if level and parent.field in _WITH_LEVELS:
        return replace(column, field=parent.field, rank=parent.rank, level=level)
    if parent.field == "owner" and equals("lesser role", column.path[-1]):
        return replace(column, field="supporter", rank=parent.rank)
    return None


def _named(column: Column, words: Sequence[Word | None], parent: Word | None, vocabulary: Vocabulary) -> Column:
    path = column.path
    word = parent if parent and _said_of(parent, words[-1]) else _first(words)
    counted = word is None or word.field in {"volume", "unit"}
    if counted and ((column.unit and names_money(path[-1])) or in_currency(path[-1])):
        return replace(column, field="budget", rank=2)
    if word is None:
        return column
    named = replace(column, field=word.field, rank=word.rank, sure=word.sure)
    return _shared(named, vocabulary.shared(path[-1])) if word == words[-1] else named


def _shared(column: Column, fields: tuple[str, ...]) -> Column:
    """A column whose header names these fields: a start and an end are a time, others stand side by side."""
    if set(fields) == {"start", "end"}:
        return replace(column, field="time")
    shares = tuple(dict.fromkeys("time" if f == "end" else f for f in fields))
    together = len(shares) > 1 and any(set(shares) <= kinds for kinds in _TOGETHER)
    return replace(column, field=shares[0], shares=shares) if together else column


def _said_of(parent: Word, word: Word | None) -> bool:
    """Whether a header says no more than the one above: a name below "Kegiatan", an amount below "Pembiayaan"."""
    below = {"action": "person", "budget": "volume", "fund": "volume"}.get(parent.field)
    return word is not None and word.field == below


def _first(words: Sequence[Word | None]) -> Word | None:
    """The innermost sure word, else the innermost of all."""
    inner = [w for w in reversed(words) if w is not None]
    return next((w for w in inner if w.sure), inner[0] if inner else None)


def _timed(columns: list[Column], title: str) -> list[Column]:
    """Columns of months, quarters and weeks get their period."""
    months = {
        c.index: name
        for run in _runs(columns)
        for c, name in zip(run, initials([c.path[-1] for c in run]), strict=False)
    }
    periods = [months.get(c.index) or _period(c.path) for c in columns]
    kept = [
        words if words and not equals("realised", c.path[-1]) else "" for c, words in zip(columns, periods, strict=True)
    ]
    years = [next((y for p in reversed(c.path) if (y := years_in(p))), "") or years_in(title) for c in columns]
    out = []
    for column, words, period in zip(columns, periods, with_years(kept, years), strict=True):
        if period:
            out.append(replace(column, field="month", month=period, level=""))
        else:
            out.append(replace(column, field="ignore") if words else column)
    return out


def _runs(columns: list[Column]) -> list[list[Column]]:
    """Every twelve columns side by side that might be headed by initials or numbers of months."""
    short = [bool(c.path) and len(c.path[-1].strip()) <= 2 for c in columns]
    starts = [i for i in range(len(columns) - 11) if all(short[i : i + 12])]
    return [
        columns[i : i + 12]
        for i in starts
        if not columns[i].path[-1].isdigit() or any(heads_months(p) for p in columns[i].path[:-1])
    ]


def _period(path: tuple[str, ...]) -> str:
    """The month or quarter that a path names: at its end, or above weeks or "Target"."""
    for text in reversed(path):
        if is_month(text) or is_quarter(text):
            return text.strip()
    if len(path) > 1 and heads_quarters(path[-2]) and (number := quarter_number(path[-1])):
        return f"TW {number}"
    return ""
