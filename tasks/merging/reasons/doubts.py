"""The questions of a run: two records that may be one work, with what speaks for and against it."""

from collections.abc import Collection, Iterator, Sequence

import pandas as pd

from tasks.merging.identity import fingerprint
from tasks.merging.matching.engine import Matched
from tasks.merging.matching.evidence import explained
from tasks.merging.matching.questions import questions
from tasks.merging.reasons.grounds import grounds
from tasks.model.decisions import Doubt, Side

MOST_PRINTS = 40
"""How many records of one work a question remembers, so that it is known again when one of them has gone."""

_CELLS = ("action", "owners", "regions", "start", "end", "period_text", "period_sense", "group", "file", "locator")


def doubts(records: pd.DataFrame, judged: Matched, settled: Collection[tuple[str, str]]) -> tuple[Doubt, ...]:
    """The questions on these records (schema RECORDS, as they were judged), those first on which most hangs.

    settled: pairs of fingerprints that people have decided on, which are not asked about again.
    """
    prints = fingerprints(records) if settled else []
    asked = questions(judged, tuple(_rows(prints, settled)))
    of = sides(records, judged, sorted({row for question in asked for row in (question.a, question.b)}))
    told = explained(judged, [q.a for q in asked], [q.b for q in asked])
    return tuple(
        Doubt(of[q.a], of[q.b], grounds(evidence, of[q.a].action), q.chance, q.hangs)
        for q, evidence in zip(asked, told, strict=True)
    )


def sides(records: pd.DataFrame, judged: Matched, rows: Sequence[int]) -> dict[int, Side]:
    """These rows of the records (schema RECORDS, as they were judged), each as one side of a question."""
    wanted = set(judged.group[list(rows)].tolist())
    members: dict[int, list[int]] = {group: [] for group in wanted}
    for row, group in enumerate(judged.group.tolist()):
        if group in wanted and len(members[group]) < MOST_PRINTS:
            members[group].append(row)
    needed = sorted({*rows, *(row for group in members.values() for row in group)})
    prints = dict(zip(needed, fingerprints(records.iloc[needed]), strict=True))
    cells = zip(*(records[name].iloc[list(rows)] for name in _CELLS), strict=True)
    told = zip(rows, cells, strict=True)
    return {
        row: Side(
            **dict(zip(_CELLS, said, strict=True)),
            prints=tuple(dict.fromkeys((prints[row], *(prints[n] for n in members[int(judged.group[row])])))),
        )
        for row, said in told
    }


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
