"""What two items would disagree on if they are one work, while people have still to decide whether they are."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.merging.matching.engine import Matched
from tasks.merging.matching.groups import Decided
from tasks.merging.matching.questions import questions
from tasks.merging.unite import Conflict, Row, united

LIKELY = 0.9
"""The chance from which a contradiction is worth telling before the question is answered."""


def open_conflicts(
    judged: Matched, decided: Decided, records: Mapping[int, Sequence[Row]]
) -> Iterator[tuple[int, int, Conflict]]:
    """The groups of a question (the first named by more records, else by the earlier row) and what parts them.

    records: of each group its records in document order. What one of the two disagrees on by itself is left out.
    """
    for asked in questions(judged, (*decided.together, *decided.apart)):
        if asked.chance < LIKELY:
            continue
        one, other = (int(judged.group[row]) for row in (asked.a, asked.b))
        first, second = sorted((one, other), key=lambda group: (-len(records[group]), group))
        known = {conflict.field for group in (one, other) for conflict in _within(records[group])}
        for conflict in united([*records[first], *records[second]])[1]:
            if conflict.field not in known:
                yield first, second, conflict


def _within(records: Sequence[Row]) -> list[Conflict]:
    return united(records)[1] if len(records) > 1 else []
