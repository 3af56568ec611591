"""The texts of a row, with what it repeats from the row above."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extraction.columns import Column
from tasks.extraction.layout import Layout
from tasks.extraction.phrases import equals
from tasks.extraction.texts import blank
from tasks.extraction.vocabulary import english

_KEYS = frozenset({"no", "programme", "place", "objective", "proposer"})
_SITUATION = frozenset({"obstacle", "progress", "solution"})
_OF_NAMES = frozenset({"owner", "supporter", "proposer", "fund"})
_SHORT = 4  # letters of a short form that may be taken for "the same"


@dataclass(frozen=True, slots=True)
class RowWords:
    """The texts of a row by column, repeat marks filled in; `inherited`: columns taken from the row above."""

    row: int
    texts: tuple[str, ...]
    inherited: frozenset[int] = frozenset()


def row_words(layout: Layout, row: int, above: RowWords | None) -> RowWords:
    """The texts of a row; "idem" and cells left blank for "the same" repeat those of the record above.

    Obstacle, state and solution are left blank together or not at all; an obstacle that stands before the action, in
    a row with a number of its own, holds until the next one.
    """
    texts = list(layout.grid.texts[row])
    if above is None:
        return RowWords(row, tuple(texts))
    marks = [c for c in layout.roles.columns if equals("same", texts[c.index])]
    taken = [c.index for c in marks if not _a_name(layout, c, texts[c.index].strip())]
    if _goes_on(layout, row):
        taken += [c.index for c in layout.roles.of(*_KEYS) if blank(texts[c.index])]
        situation = [c.index for c in layout.roles.of(*_SITUATION)]
        taken += situation if all(blank(texts[col]) for col in situation) else []
    else:
        taken += _obstacles_above(layout, texts)
    for col in taken:
        texts[col] = above.texts[col]
    return RowWords(row, tuple(texts), frozenset(c for c in taken if not blank(texts[c])))


def _a_name(layout: Layout, column: Column, text: str) -> bool:
    """Whether what means "the same" in Indonesian is a short form in the English table in which it stands ("SDA")."""
    short = text.isalpha() and text.isupper() and 1 < len(text) <= _SHORT
    return short and column.field in _OF_NAMES and english(tuple(c.path[-1] for c in layout.roles.columns if c.path))


def _obstacles_above(layout: Layout, texts: Sequence[str]) -> list[int]:
    """Obstacles left of the action, if nothing but a number stands there: the action answers the one above as well."""
    action = min((c.index for c in layout.roles.of("action")), default=0)
    said = [c for c in layout.roles.columns if c.index < action and c.field not in {"no", "code"}]
    if any(not blank(texts[c.index]) for c in said):
        return []
    return [c.index for c in said if c.field == "obstacle"]


def _goes_on(layout: Layout, row: int) -> bool:
    """Whether a row lies below the same number, programme or place as the one above: its own is left blank."""
    first = [c for c in layout.roles.of("place") if c.index == 0]
    keys = layout.roles.of("no") or layout.roles.of("programme") or first
    action = min((c.index for c in layout.roles.of("action")), default=0)
    keys = [c for c in keys if c.index < action]
    return bool(keys) and all(blank(layout.grid.texts[row][c.index]) for c in keys)
