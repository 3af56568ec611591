"""Names of things cut to their first letters: "TSEP" for Transmission System Expansion Plan, "DN" for dalam negeri."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tasks.linking.mentions import FOLDER
from tasks.merging.lists import rows
from tasks.merging.words import fold

SHORTEST, LONGEST = 3, 7
"""How many letters a name cut to its first letters has."""

_JOINT = r"(?:of|and|the|for|on|in|dan|di|untuk|bagi)"
_TITLE = re.compile(rf"[A-Z][\w-]+(?:\s+(?:{_JOINT}\s+)*[A-Z][\w-]+)+")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,7}(?![\w-])")
_WORD = re.compile(r"\w+")


class Initials:
    """The names that stand in actions with capital letters, by their first letters; empty where several have them."""

    def __init__(self, actions: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        titles = (title for action in dict.fromkeys(actions) for title in _TITLE.findall(action))
        for title in dict.fromkeys(titles):
            for short, name in _cut(title):
                known = self._names.setdefault(short, name)
                if known and fold(known) != fold(name):
                    self._names[short] = ""

    def written_out(self, phrase: str) -> str:
        """A phrase with the full name for each short form of which the plan has just one, else with the usual one."""
        return _CAPITALS.sub(lambda found: self._full(found.group()), phrase)

    def _full(self, short: str) -> str:
        return self._names.get(short, "") or _usual().get(short, short)


def _cut(title: str) -> Iterator[tuple[str, str]]:
    """The runs of words with capitals in a title, each with its first letters."""
    told = [(m.start(), m.end()) for m in _WORD.finditer(title) if m.group()[0].isupper()]
    for size in range(SHORTEST, min(LONGEST, len(told)) + 1):
        for first in range(len(told) - size + 1):
            run = told[first : first + size]
            yield "".join(title[start] for start, _ in run), title[run[0][0] : run[-1][1]]


@cache
def _usual() -> dict[str, str]:
    """The short names that everybody writes, as short_names.csv has them."""
    return {row["short"]: row["full"] for row in rows("short_names", FOLDER)}
