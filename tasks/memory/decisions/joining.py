"""Decisions of people on two machines: what each of them has decided since they last had the same."""

import json
from dataclasses import replace

from tasks.memory.decisions.store import Told, about, answers_of, told_rows
from tasks.model.decisions import Answers


def joined(mine: Answers, base: Answers, theirs: Answers) -> Answers:
    """Both: whatever either has decided, changed or withdrawn since `base`.

    Where they have decided the same question differently both answers are there, and are told as a contradiction.
    """
    own, old, new = ({about(row): row for row in told_rows(answers)} for answers in (mine, base, theirs))
    rows: list[Told | None] = []
    for key in own | new:
        ours, before, others = own.get(key), old.get(key), new.get(key)
        if _ruling(others) in (_ruling(before), _ruling(ours)):
            rows.append(ours)
        elif _ruling(ours) == _ruling(before):
            rows.append(others)
        else:
            rows += [ours, others]
    return replace(answers_of(filter(None, rows)), problems=mine.problems)


def _ruling(row: Told | None) -> object:
    """What is decided; None if nothing is."""
    values = json.loads(row[1]) if row else {}
    ruling = values.get("ruling") or values.get("approved")
    return None if ruling is None else str(ruling)
