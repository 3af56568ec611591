"""Who is competent for a matter by law: UU 23/2014 on regional government, as far as authority.csv goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tasks.linking.checks.plan import Actions, Cells
from tasks.merging.essence import essence
from tasks.merging.lists import rows
from tasks.merging.words import words
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import Level, parts

_FOLDER = Path(__file__).parent
_MANAGING = frozenset({"build", "repair", "restore", "procure", "establish", "form", "open", "close", "manage"})
"""Acts of whoever runs a thing; others, such as training, are open to all levels."""

_RULING = frozenset({"draft", "issue", "revise"})
_REGIONAL = frozenset({str(Level.PROVINCE), str(Level.DISTRICT)})
_ALL_IN_ONE = "jakarta"
"""The one province whose districts govern nothing of their own, so that all that is theirs is the province's."""


@dataclass(frozen=True, slots=True)
class Competence:
    """A matter with the level that is competent for it, and the law that says so."""

    matter: str
    level: str
    law: str


def competence(action: str) -> Competence | None:
    """Who is competent for an action; None if the table knows no matter in it, or several."""
    tokens, act = words(action), essence(action).act
    found = {one for phrase, kind, one in _table() if _does(act, kind) and _within(phrase, tokens)}
    return found.pop() if len({(one.matter, one.level) for one in found}) == 1 else None


def mismatched(actions: Actions) -> Iterator[Problem]:
    """Actions of provinces or districts alone for which another level is competent."""
    for row in actions.rows:
        levels = set(parts(row["levels"]))
        found = competence(row["action"]) if levels and levels <= _REGIONAL and not _all_in_one(row) else None
        if found and found.level not in levels:
            yield problem(
                Code.AUTHORITY_MISMATCH,
                item=row["item_id"],
                action=row["action"],
                owners=row["owners"],
                matter=found.matter,
                level=f"@level.{found.level}",
                law=found.law,
            )


def _all_in_one(row: Cells) -> bool:
    return any(_ALL_IN_ONE in words(row[name]) for name in ("owners", "regions"))


def _does(act: str, kind: str) -> bool:
    return kind == "any" or act in (_RULING if kind == "rule" else _MANAGING)


def _within(phrase: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
    return any(tokens[n : n + len(phrase)] == phrase for n in range(len(tokens) - len(phrase) + 1))


@cache
def _table() -> tuple[tuple[tuple[str, ...], str, Competence], ...]:
    return tuple(
        (tuple(row["word"].split()), row["acts"], Competence(row["matter"], row["level"], row["source"]))
        for row in rows("authority", _FOLDER)
    )
