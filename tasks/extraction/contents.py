"""What a column holds judged by its cells, where its header says nothing that is known."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tasks.extraction.action_words import starts_doing
from tasks.extraction.columns import Column
from tasks.extraction.draft import Reason
from tasks.extraction.phrases import equals
from tasks.extraction.recognise import Recognisers
from tasks.extraction.several import parts
from tasks.extraction.texts import blank

Samples = Callable[[int], Sequence[str]]
"""Texts of the first rows of a column."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a table with their final fields. `inferred`: fields whose column was guessed, with the reason.

    aside: why the table is no plan, None if it is one.
    """

    columns: tuple[Column, ...]
    inferred: tuple[tuple[str, str], ...] = ()
    aside: Reason | None = None

    def of(self, *fields: str) -> list[Column]:
        """The columns that hold one of these fields, left to right."""
        return [c for c in self.columns if c.field in fields]

    @property
    def attendance(self) -> bool:
        """Whether this is a list of people: names, and nothing about time, money or output."""
        fields = {c.field for c in self.columns}
        return "person" in fields and fields <= _OF_PEOPLE

    @property
    def has_action(self) -> bool:
        """Whether the table is a plan, and some column holds actions."""
        return not self.aside and any(c.field == "action" for c in self.columns)


_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
_COUNT = re.compile(r"\d[\d.,]*\s+(?!\d)[^\W\d_]\w*(?:[\s/-]\w+){0,4}")
_SCALED = re.compile(
    r"(?:±\s*)?\d[\d.,]*\s*(?:[Jj]t|[Jj]uta|[Mm]iliar|[Mm]ilyar|M|T|[Tt]riliun|rb|ribu|million|billion|mn|bn)\.?"
)
"""A sum that only a word scales ("800 jt", "12 M")."""
_OF_PEOPLE = frozenset({"person", "no", "owner", "proposer", "place", "remarks", "ignore", "meta", ""})
_TESTS: tuple[tuple[str, Callable[[str, Recognisers], bool]], ...] = (
    ("budget", lambda text, recognise: bool(recognise.money(text)) or _SCALED.fullmatch(text.strip()) is not None),
    ("owner", lambda text, recognise: _names_owners(text, recognise)),
    ("time", lambda text, recognise: any(c.isalpha() for c in text) and recognise.is_period(text)),
    ("fund", lambda text, recognise: recognise.only_fund(text)),
    ("owner", lambda text, recognise: recognise.short_name(text)),
    ("place", lambda text, recognise: recognise.ends_in_region(text) and not like_action(text)),
    ("output", lambda text, _: _COUNT.fullmatch(text.strip()) is not None),
)
"""Fields that a column may be recognised by, each with its test of a cell."""


def _names_owners(text: str, recognise: Recognisers) -> bool:
    """Whether a cell names institutions, rather than what is to be done with one ("Penguatan BPBD")."""
    named = recognise.institutions(text)
    done_with = bool(named) and named[0].start > 0 and starts_doing(text)
    return recognise.only_institutions(text) and not done_with


def by_content(columns: Sequence[Column], samples: Samples, recognise: Recognisers) -> Roles:
    """Columns under unknown headers get the field that most of their cells speak of, if no column has it already.

    Institutions under a second such header are those who support. In a table without any header, numbers count too.
    """
    out = list(columns)
    guessed: list[tuple[str, str]] = []
    headed = any(c.path for c in columns)
    for n, column in enumerate(columns):
        if column.field or column.level or (headed and not column.path):
            continue
        texts = [t for t in samples(column.index) if not equals("same", t) and not equals("none", t)]
        field = "no" if not headed and _numbers(texts) else _field(texts, {c.field for c in out}, recognise)
        if field:
            out[n] = replace(column, field=field)
            guessed += [] if field == "no" else [(field, f"contents of column '{column.title or column.index + 1}'")]
    return Roles(tuple(_from_to(out, samples, recognise)), tuple(guessed))


def _from_to(columns: list[Column], samples: Samples, recognise: Recognisers) -> list[Column]:
    """Of two times side by side under unknown headers, the first is the start and the second the end."""
    for first, second in pairwise(columns):
        unknown = first.field == "time" and not second.field and bool(second.path) and not second.level
        if unknown and _mostly(samples(second.index), lambda t: recognise.is_period(t)):
            ends = {first.index: "start", second.index: "end"}
            return [replace(c, field=ends.get(c.index, c.field)) for c in columns]
    return columns


def _mostly(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    written = [t for t in texts if not blank(t) and not equals("same", t)]
    return bool(written) and 3 * sum(map(test, written)) >= 2 * len(written)


def _numbers(texts: Sequence[str]) -> bool:
    written = [t.strip() for t in texts if not blank(t)]
    return bool(written) and all(_NUMBER.fullmatch(t) for t in written)


def _field(texts: Sequence[str], taken: set[str], recognise: Recognisers) -> str:
    written = [t for t in texts if not blank(t)]
    for field, test in _TESTS:
        if written and 3 * sum(1 for t in written if test(t, recognise)) >= 2 * len(written):
            if field == "owner" and "owner" in taken:
                field = "supporter"
            return "" if field in taken or (field == "time" and taken & {"start", "end", "month"}) else field
    return ""


def like_actions(texts: Sequence[str]) -> bool:
    """Whether most of the texts begin with something to be done, be it the first point of a list."""
    written = [t for t in texts if not blank(t)]
    return bool(written) and 5 * sum(map(like_action, written)) >= 3 * len(written)


def like_action(text: str) -> bool:
    """Whether a cell begins with something to be done, a number or a level of government before it left aside."""
    return any(starts_doing(p.text) for p in parts(text)[:1])
