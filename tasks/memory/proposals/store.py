"""The rows of the workbook of proposals that several machines share, each with what was decided on it."""

import json
from collections.abc import Iterable

from tasks.memory.database import Scope
from tasks.memory.schema import PROPOSAL
from tasks.model.proposals import Ruled, Verdict, gathered_of, key_of


def recall(scope: Scope) -> list[Ruled]:
    """All of them, in their order."""
    return [_row(told) for _, told in scope.rows(PROPOSAL, "place", "told")]


def remember(scope: Scope, rows: Iterable[Ruled]) -> None:
    """Keep these in place of those before."""
    scope.clear(PROPOSAL)
    scope.add(PROPOSAL, [{"place": place, "told": _told(row)} for place, row in enumerate(rows, 1)])


def _told(row: Ruled) -> str:
    values = {"key": key_of(row.gathered), "word": row.word, "verdict": row.verdict, "who": row.who, "note": row.note}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _row(told: str) -> Ruled:
    values = json.loads(told)
    verdict = Verdict(values["verdict"]) if values["verdict"] else None
    return Ruled(gathered_of(values["key"]), values["word"], verdict, values["who"], values["note"])
