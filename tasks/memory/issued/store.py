"""The documents that were issued with each version of a plan. A mark follows from the words: what bears it is the same.

Kept is the main part as it was written and not what was read from it: a later version of the reader then reads both the
issued document and its copies, and no difference between readers passes for a change. A document that several versions
share is kept once.
"""

import zlib
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

import sqlalchemy as sa

from tasks.memory.database import Scope
from tasks.memory.schema import BASELINE, ISSUED, VERSION
from tasks.model.mark import Issued

_LEVEL: Final = 3
"""Twice as fast as the usual 6 and hardly larger."""


def remember(scope: Scope, number: int, documents: Iterable[Issued]) -> None:
    """Keep documents as those of a version, beside what has been kept of it before."""
    told = _digests(scope)
    held = {digest for (digest,) in scope.rows(BASELINE, "digest")}  # those of a run that was cut off among them
    marks = {mark for (mark,) in _rows(scope, sa.select(ISSUED.c.mark).where(ISSUED.c.number == number))}
    rows, baselines = [], []
    for document in documents:
        digest = told.get(document.mark) or sha256(document.document).hexdigest()
        if digest not in held:
            held.add(digest)
            baselines.append({"digest": digest, "packed": zlib.compress(document.document, _LEVEL)})
        if document.mark not in marks:
            marks.add(document.mark)
            rows.append({"number": number, "mark": document.mark, "name": document.name, "digest": digest})
    scope.add(BASELINE, baselines)
    scope.add(ISSUED, rows)


def recall(scope: Scope, mark: str = "") -> list[Issued]:
    """The document with this mark, or all of the last version that was issued without one; none if there is no such."""
    cut_off = sa.select(VERSION.c.number).where(VERSION.c.plan == scope.plan, VERSION.c.issued.is_(False))
    asked_last = sa.select(sa.func.max(ISSUED.c.number)).where(ISSUED.c.plan == scope.plan)
    last = asked_last.where(ISSUED.c.number.not_in(cut_off)).scalar_subquery()
    same = (BASELINE.c.plan == ISSUED.c.plan) & (BASELINE.c.digest == ISSUED.c.digest)
    asked = sa.select(ISSUED.c.mark, ISSUED.c.name, BASELINE.c.packed).join_from(ISSUED, BASELINE, same)
    if mark:
        asked = asked.where(ISSUED.c.mark == mark).order_by(ISSUED.c.number.desc()).limit(1)
    else:
        asked = asked.where(ISSUED.c.number == last).order_by(ISSUED.c.name)
    return [Issued(own, name, zlib.decompress(bytes(data))) for own, name, data in _rows(scope, asked)]


def _digests(scope: Scope) -> dict[str, str]:
    """What has been kept: the hash of each document's main part by its mark."""
    asked = sa.select(ISSUED.c.mark, ISSUED.c.digest).distinct()
    return {row[0]: row[1] for row in _rows(scope, asked)}


def _rows(scope: Scope, asked: sa.Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in scope.connection.execute(asked.where(ISSUED.c.plan == scope.plan))]
