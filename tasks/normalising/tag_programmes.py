"""The programme of an action: the one field of work that its words, the titles above or its group name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from tasks.model.meeting import Meeting
from tasks.normalising.tag_words import Hit, Kind, TagWords, tag_words
from tasks.normalising.words import key

_BETWEEN: Final = "›"  # stands between the titles above a place
_REMEMBERED: Final = 4096  # titles whose programme is kept: they are repeated
_PARTING: Final = frozenset(
    {"for", "of", "in", "on", "at", "to", "with", "and", "or", "from", "by", "about", "through", "via", "using", "the"}
)
"""English words that end a compound noun."""
_ASIDE: Final = re.compile(
    r"(?<!^)\bdi\s(?:(?!\b(?:untuk|bagi|dengan|oleh|yang|guna|agar|melalui|dalam|serta)\b)[^,;])*"
    r"|(?<!^)\bat\s(?:(?!\b(?:for|to|with|by|from|on|in)\b)[^,;])*"
    r"|(?<!^)\b(?:untuk|bagi|guna|for)\s.*",
    re.IGNORECASE | re.DOTALL,
)
"""Where and for what something is done: what stands there is no object of the action."""


class Programmes:
    """Finds the programmes of a meeting's actions."""

    def __init__(self, meeting: Meeting, own: Iterable[Mapping[str, str]]) -> None:
        """own: rows of the meeting's vocabulary."""
        listed = tag_words(Kind.PROGRAMME, own, meeting.language)
        self._compounds = meeting.language == "en"
        self._groups = {group.code: group.name for group in meeting.groups}
        self._actions = TagWords(row for row in listed if row.get("where", "") in {"", "action"})
        self._titles = TagWords(row for row in listed if row.get("where", "") in {"", "title"})
        self._of_title = lru_cache(maxsize=_REMEMBERED)(self._read_title)

    def in_action(self, action: str) -> list[Hit]:
        """All programmes that an action's words name, in their order; where and for what it is done names none."""
        ends = {found.start(): found.end() for found in _ASIDE.finditer(action)}
        begins = [0, *ends]
        hits = self._actions.find(action)
        return [hit for hit in hits if ends.get(begins[bisect_right(begins, hit.start) - 1], 0) <= hit.start]

    def deciding(self, action: str, hits: list[Hit]) -> Hit:
        """The words that decide: what is done stands first in both languages ("Penyusunan juknis pelatihan").

        In English the last word of a compound says what it is ("telehealth regulation"), unless its first is a verb.
        """
        first = min(hits, key=lambda hit: (hit.rank, hit.start))
        if not self._compounds or first.verb:
            return first
        for hit in (hit for hit in hits if hit.start > first.start and hit.rank == first.rank):
            between = action[first.end : hit.start]
            if not _PARTING.isdisjoint(key(between)) or any(not c.isalnum() and c not in " -" for c in between):
                break
            first = hit
        return first

    def in_titles(self, heading: str) -> Hit | None:
        """What the nearest of the titles above names, of those that name one programme."""
        return next((hit for title in reversed(heading.split(_BETWEEN)) if (hit := self._of_title(title))), None)

    def of_group(self, group: str) -> Hit | None:
        """What the name of the group with this code names, else the name itself; None for no group."""
        name = self._groups.get(group, group).strip()
        return self._of_title(name) or Hit(name, name, 0, len(name)) if name else None

    def _read_title(self, title: str) -> Hit | None:
        """The one programme that a title names; none if it names several."""
        hits = [hit for hit in self._titles.find(title) if hit.rank == 1]
        return hits[0] if len({hit.tag for hit in hits}) == 1 else None
