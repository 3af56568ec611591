"""What is told as finished: "Construction of the store, completed in 2022", "we report that the workshop was held"."""

import re
from datetime import date

from tasks.extraction.action_words import first_verb
from tasks.extraction.phrases import alternatives, equals, pattern, phrases
from tasks.extraction.recognise import Recognisers
from tasks.normalising.periods import PeriodContext, parse_period

_TAIL = re.compile(r"(?:[,:]\s+|\s[-–—]+\s|\s*\()(?P<tail>[^,()]+)\)?[.\s]*$")
_ANNOUNCES = re.compile(
    rf"(?<![\w-])(?:{alternatives(phrases('announces'))})(?:\s+[^\s.,;]+){{0,5}}?,?\s+(?:bahwa|that)\s+", re.IGNORECASE
)
_PERFECT = re.compile(
    rf"(?<!\byang\s)(?<!\byg\s)(?<![\w-])(?:{alternatives(phrases('perfect'))}|(?:was|were)(?=\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|ne|de)\b))"
    r"(?![\w-])",
    re.IGNORECASE,
)


def announced_as_done(sentence: str) -> bool:
    """Whether the writers of a letter report in a sentence that something was done, and nothing that lies ahead.

    "Bersama ini kami laporkan bahwa rapat telah dilaksanakan", "we are pleased to report that the training was held".
    """
    announced = _ANNOUNCES.search(sentence)
    told = sentence[announced.end() :] if announced is not None else ""
    done = _PERFECT.search(told)
    ahead = pattern("modal", "decided").search(told) is not None
    return done is not None and not ahead and first_verb(told[: done.start()]) < 0


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
