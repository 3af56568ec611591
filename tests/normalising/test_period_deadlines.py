"""Days that stand alone."""

import pytest

from tasks.model.values import Sense
from tasks.normalising.period_deadlines import due
from tasks.normalising.period_fields import Timed

DAY = Timed("2026-05-03", "2026-05-03", Sense.WHOLE, "3 May 2026")


@pytest.mark.parametrize(
    "period, action, language, start",
    [
        ("3 May 2026", "Publish the inventory", "en", ""),
        ("03/05/2026", "Sign the memorandum", "en", ""),
        ("May 3rd, 2026", "Compile the list", "en", ""),
        ("on 3 May 2026", "Publish the inventory", "en", "2026-05-03"),
        ("3 May 2026", "Host the national workshop", "en", "2026-05-03"),
        ("3 May 2026", "Two training sessions for nurses", "en", "2026-05-03"),
        ("3 Mei 2026", "Menerbitkan daftar", "id", "2026-05-03"),
    ],
)
def test_by_then_or_on_that_day(period: str, action: str, language: str, start: str) -> None:
    [found] = due([DAY], [(period, action)], language)
    assert (found.start, found.end) == (start, "2026-05-03")
    assert (found.sense == Sense.BY) is (start == "")
