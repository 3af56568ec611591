"""The questions of a run: two records that may be one work, with what speaks for and against it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from tasks.merging.identity import fingerprint
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.evidence import explain
from tasks.merging.matching.questions import Question, questions
from tasks.merging.reasons.grounds import grounds
from tasks.model.decisions import Doubt, Grounds, Side

MOST_PRINTS = 40
"""How many records of one work a question remembers, so that it is known again when one of them has gone."""

_CELLS = ("action", "owners", "regions", "start", "end", "period_text", "period_sense", "group", "file", "locator")


def doubts(records: pd.DataFrame, judged: Matched, settled: Collection[tuple[str, str]]) -> tuple[Doubt, ...]:
    """The questions on these records (schema RECORDS, as they were judged), those first on which most hangs.

    settled: pairs of fingerprints that people have decided on, which are not asked about again.
    """
    prints = fingerprints(records)
    rows = [dict(zip(_CELLS, cells, strict=True)) for cells in zip(*(records[c] for c in _CELLS), strict=True)]
    groups = judged.group.tolist()
    members: dict[int, list[int]] = {}
    for row, group in enumerate(groups):
        members.setdefault(group, []).append(row)

    def side(row: int) -> Side:
        others = (prints[n] for n in members[groups[row]])
        return Side(**rows[row], prints=tuple(dict.fromkeys((prints[row], *others)))[:MOST_PRINTS])

    return tuple(
        Doubt(side(asked.a), side(asked.b), _grounds(judged, asked, rows), asked.chance, asked.hangs)
        for asked in questions(judged, tuple(_rows(prints, settled)))
    )


def _grounds(judged: Matched, asked: Question, rows: Sequence[Mapping[str, str]]) -> Grounds:
    return grounds(explain(judged, asked.a, asked.b), rows[asked.a]["action"])


def fingerprints(records: pd.DataFrame) -> list[str]:
    """The fingerprint of every record (schema RECORDS), in its order."""
    columns = ("action", "owners", "regions")
    rows = zip(*(records[c] for c in columns), strict=True)
    return [fingerprint(dict(zip(columns, cells, strict=True))) for cells in rows]


def _rows(prints: Sequence[str], pairs: Collection[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """The pairs of rows that have these fingerprints."""
    wanted = {name for pair in pairs for name in pair}
    found: dict[str, list[int]] = {}
    for row, name in enumerate(prints):
        if name in wanted:
            found.setdefault(name, []).append(row)
    for a, b in sorted(pairs):
        yield from ((m, n) for m in found.get(a, ()) for n in found.get(b, ()) if m != n)
