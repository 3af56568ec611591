"""Actions that their own last words tell as finished: "Construction of the store, completed in 2022"."""

import re
from datetime import date

from tasks.extraction.phrases import equals, pattern
from tasks.extraction.recognise import Recognisers
from tasks.normalising.periods import PeriodContext, parse_period

_TAIL = re.compile(r"(?:,\s+|\s[-–—]+\s|\s*\()(?P<tail>[^,()]+)\)?[.\s]*$")


def told_as_finished(action: str, recognise: Recognisers) -> bool:
    """Whether the last words say that it is done, and since when: a time before the year of the plan.

    "selesai tahun 2025" in the plan of 2024 is a target; "to be completed in 2022" begins with no such word.
    """
    found = _TAIL.search(action)
    done = pattern("done").match(found["tail"]) if found is not None else None
    if found is None or done is None:
        return False
    rest = found["tail"][done.end() :].strip()
    if not rest:
        return equals("surely done", done.group())
    when = parse_period(rest, PeriodContext(recognise.year)) if recognise.is_period(rest) else None
    last = (when.end or when.start) if when is not None else None
    return last is not None and (last < date(recognise.year, 1, 1) or equals("surely done", done.group()))
