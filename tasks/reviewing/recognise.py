"""Which issued document a copy without a mark is a copy of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.model.mark import Issued
from tasks.reviewing.returned import Returned, body_in
from tasks.reviewing.tables import Body

_SHARE: Final = 0.5
"""Part of the rows of an issued document that a copy of it must still hold."""

_SURE: Final = 0.9


@dataclass(frozen=True)
class Baseline:
    """An issued document, read; rows: what its rows are known by."""

    issued: Issued
    body: Body
    rows: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, issued: Issued) -> "Baseline":
        """The document, read."""
        body = body_in(issued.document)
        return cls(issued, body, rows_of(body))


def recognise(copy: Returned, issued: Sequence[Baseline]) -> tuple[Baseline | None, float]:
    """The document of which a copy holds most rows, and how sure that is; None if it is a copy of none."""
    held = rows_of(copy.body)
    shares = [(len(held & one.rows) / max(len(one.rows), 1), len(held & one.rows), -n) for n, one in enumerate(issued)]
    share, _, place = max(shares, default=(0.0, 0, 0))
    return (issued[-place], _SURE) if share >= _SHARE else (None, 0.0)


def rows_of(body: Body) -> frozenset[tuple[str, ...]]:
    """What the rows of a document are known by: their words."""
    return frozenset(row.texts for table in body.tables for row in table.rows[1:] if any(row.texts))
