"""How long after its prerequisite something begins: "1 bulan setelah", "two weeks after", "H+14 setelah"."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from tasks.merging.lists import column, rows

_FOLDER = Path(__file__).parent


def lag(ahead: str, phrase: str, direction: Literal["after", "before"]) -> str:
    """The least time between the two ends of a mention, a duration of ISO 8601 ("P1M", "P14D"); empty if none is said.

    ahead: the words in front of the signal; phrase: what is waited for, which may have to run for some time. What is to
    follow within a time may follow at once; what is to precede something by a time at the latest precedes it by that;
    what lasts some time ("selama 3 hari") does not wait for it.
    """
    near = _ahead().search(ahead)
    if near and not near["lasting"] and (direction == "before" or not near["most"]):
        return _duration(near)
    runs = _running().search(phrase) if direction == "after" else None
    return _duration(runs) if runs else ""


def longest(*lags: str) -> str:
    """The longest of several lags as people compare them; empty if none is said."""
    return max(lags, key=_days, default="")


def _duration(found: re.Match[str]) -> str:
    if found["days"]:
        return f"P{int(found['days'])}D"
    whole = found["whole"]
    value = column("duration_words", "word", "value", _FOLDER)
    unit = value[" ".join((whole or found["unit"]).casefold().split())]
    number = "1" if whole else found["number"].casefold()
    times = int(number) if number.isdigit() else int(value[number])
    return f"P{times * int(unit[:-1])}{unit[-1]}"


def _days(lag_: str) -> int:
    return int(lag_[1:-1]) * {"D": 1, "W": 7, "M": 30}[lag_[-1]] if lag_ else 0


@cache
def _ahead() -> re.Pattern[str]:
    front = rf"(?:(?<!\w)(?:(?P<most>{_any('most')})|(?P<lasting>{_any('lasting')}))\s+)?"
    return re.compile(rf"{front}{_time()}\s*(?:kemudian|later)?\s*$", re.I)


@cache
def _running() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('running')})\s+{_time()}(?!\w)", re.I)


@cache
def _time() -> str:
    number = rf"(?P<number>\d{{1,3}}|{_any('number')})(?:\s*\([^()]*\))?\s+(?P<unit>{_any('unit')})"
    return rf"(?:(?<!\w)[HD]\s*\+\s*(?P<days>\d{{1,3}})|(?<!\w)(?P<whole>{_any('whole')})|(?<![\w.,/-]){number})"


def _any(kind: str) -> str:
    words = [row["word"] for row in rows("duration_words", _FOLDER) if row["kind"] == kind]
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda word: (-len(word), word)))
