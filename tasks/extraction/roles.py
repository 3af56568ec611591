"""Which of several columns holds the action, who is the owner, what is left over: ambiguities of a header settled."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tasks.extraction.action_words import starts_doing
from tasks.extraction.columns import Column
from tasks.extraction.phrases import equals
from tasks.extraction.texts import blank, fold

_BLOCK = re.compile(r"^(.*?)[\s#]*(\d{1,2})$")
_MARK = re.compile(r"\W|[vVxX]")
_STAND_INS = ("solution", "programme", "output", "objective")
"""Fields whose column holds the action when no column is headed by one, surest first."""

Samples = Callable[[int], Sequence[str]]
"""Texts of the first rows of a column."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a table with their final fields. `inferred`: fields whose column was guessed, with the reason."""

    columns: tuple[Column, ...]
    inferred: tuple[tuple[str, str], ...] = ()

    def of(self, *fields: str) -> list[Column]:
        """The columns that hold one of these fields, left to right."""
        return [c for c in self.columns if c.field in fields]

    @property
    def attendance(self) -> bool:
        """Whether this is a list of people: names, and nothing about time, money or output."""
        fields = {c.field for c in self.columns}
        return "person" in fields and fields <= {
            "person",
            "no",
            "owner",
            "proposer",
            "place",
            "remarks",
            "ignore",
            "meta",
            "",
        }

    @property
    def has_action(self) -> bool:
        """Whether some column holds actions."""
        return any(c.field == "action" for c in self.columns)


def roles_of(columns: Sequence[Column], samples: Samples) -> Roles:
    """Columns with every ambiguity settled; columns that nobody understands keep the field ""."""
    settled = _levels(list(columns), samples)
    settled = [_without_buttons(c, samples) for c in settled]
    settled = _blocks(settled)
    settled = _owners(settled)
    settled = _one_action(settled)
    if any(c.field == "action" for c in settled):
        return Roles(tuple(settled))
    return _action_inferred(settled, samples)


def _levels(columns: list[Column], samples: Samples) -> list[Column]:
    """Columns headed by a level alone hold marks (who takes part), actions, or owners if actions stand elsewhere."""
    plain = [c for c in columns if c.level and not c.field]
    if not plain:
        return columns
    filled = [t for c in plain for t in samples(c.index) if t.strip() not in {"", "-", "–"}]
    if filled and all(_MARK.fullmatch(t.strip()) for t in filled):
        field = "owner mark"
    else:
        field = "owner" if any(c.field == "action" and c.rank < 3 for c in columns) else "action"
    return [replace(c, field=field) if c in plain else c for c in columns]


def _without_buttons(column: Column, samples: Samples) -> Column:
    """In lists printed from a system "Aksi" heads a column of buttons."""
    if column.field != "action":
        return column
    texts = [t for t in samples(column.index) if not blank(t)]
    buttons = texts and all(all(equals("button", w) for w in re.split(r"[\s|/]+", t)) for t in texts)
    return replace(column, field="ignore") if buttons else column


def _blocks(columns: list[Column]) -> list[Column]:
    """A form may ask for "Kegiatan 1 … Kegiatan 2 …": each number is an action with its own columns."""
    bases: dict[str, list[int]] = {}
    for column in columns:
        found = _BLOCK.match(column.path[-1]) if column.path and column.field == "action" else None
        if found:
            bases.setdefault(fold(found[1]), []).append(int(found[2]))
    numbers = next((n for n in bases.values() if len(n) > 1), [])
    if not numbers:
        return columns
    return [replace(c, block=_block(c, numbers)) for c in columns]


def _block(column: Column, numbers: Sequence[int]) -> int:
    found = _BLOCK.match(column.path[-1]) if column.path else None
    return int(found[2]) if found and int(found[2]) in numbers else 0


def _owners(columns: list[Column]) -> list[Column]:
    """In the export of a form "Instansi" is who filled it in; "Unit" is an owner where nothing is counted."""
    fields = {c.field for c in columns}
    if not fields & {"volume", "target", "owner"}:
        columns = [replace(c, field="owner", rank=2) if c.field == "unit" else c for c in columns]
    sure = any(c.field == "owner" and c.rank == 1 for c in columns)
    form = "timestamp" in fields or ("person" in fields and "ignore" not in fields)
    if form and "proposer" not in fields:
        return [
            replace(c, field="proposer") if c.field == "owner" and c.rank > 1 and not c.level else c for c in columns
        ]
    if sure and form:
        return [replace(c, field="proposer") if c.field == "owner" and c.rank > 1 else c for c in columns]
    return columns


def _one_action(columns: list[Column]) -> list[Column]:
    """The surest action column wins; what stands left of it names the programme, a lesser one right of it is kept."""
    rivals = [c for c in columns if c.field == "action"]
    if len(rivals) < 2:
        return columns
    best = min(rivals, key=lambda c: (not c.sure, c.rank, c.index))
    winners = {c.index for c in rivals if (best.level and c.level) or (best.block and c.block)} | {best.index}
    return [_loser(c, best) if c in rivals and c.index not in winners else c for c in columns]


def _loser(column: Column, best: Column) -> Column:
    if column.rank == 3 and column.sure:
        return replace(column, field="solution" if column.index < best.index else "")
    return replace(column, field="programme" if column.index < best.index and not column.block else "")


def _action_inferred(columns: list[Column], samples: Samples) -> Roles:
    """No header names actions: a stand-in whose cells read like actions, else the column that does so most."""
    known = {c.field for c in columns}
    if not known & {"owner", "owner mark", "time", "start", "end", "month", "supporter"}:
        return Roles(tuple(columns))
    for field in _STAND_INS:
        stands = [c for c in columns if c.field == field and like_actions(samples(c.index))]
        if stands:
            return _taken(columns, stands[0])
    unknown = [c for c in columns if not c.field and c.path and like_actions(samples(c.index))]
    if unknown:
        return _taken(columns, unknown[0])
    return Roles(tuple(columns))


def _taken(columns: list[Column], chosen: Column) -> Roles:
    after = tuple(replace(c, field="action") if c is chosen else c for c in columns)
    return Roles(after, (("action", f"column '{chosen.title}'"),))


def like_actions(texts: Sequence[str]) -> bool:
    """Whether most of the texts begin with something to be done."""
    written = [t for t in texts if not blank(t)]
    return bool(written) and 5 * sum(1 for t in written if starts_doing(t)) >= 3 * len(written)
