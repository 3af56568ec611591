"""Institutions for which far more falls due in one quarter than for others."""

from collections import Counter
from collections.abc import Iterator

from tasks.linking.checks.plan import Actions
from tasks.model.problem import Code, Problem, problem
from tasks.model.values import parts

LEAST = 8
"""So many actions due in a quarter are none too many for anybody."""

TIMES = 4
"""How many times as many as an institution has on average in a quarter in which it has any."""


def overloaded(actions: Actions) -> Iterator[Problem]:
    """The fullest quarter of every institution that has too many actions due in it."""
    due = Counter((owner, _quarter(row["end"])) for row in actions.rows if row["end"] for owner in parts(row["owners"]))
    average = sum(due.values()) / len(due) if due else 0.0
    fullest: dict[str, tuple[int, str]] = {}
    for (owner, quarter), count in sorted(due.items()):
        if count >= max(LEAST, TIMES * average) and count > fullest.get(owner, (0, ""))[0]:
            fullest[owner] = count, quarter
    for owner, (count, quarter) in fullest.items():
        yield problem(
            Code.INSTITUTION_OVERLOADED, owner=owner, count=str(count), quarter=quarter, average=f"{average:.0f}"
        )


def _quarter(day: str) -> str:
    """The quarter of a day as an interval of days."""
    first = (int(day[5:7]) - 1) // 3 * 3 + 1
    last = {1: "03-31", 4: "06-30", 7: "09-30", 10: "12-31"}[first]
    return f"{day[:4]}-{first:02}-01/{day[:4]}-{last}"
