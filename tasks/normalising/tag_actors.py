"""Whether words that name a target group say who acts instead: in an office's name, or as the doers of the action."""

import re
from typing import Final

from tasks.normalising.owned import Owned
from tasks.normalising.tag_words import Hit

_ACTS: Final = re.compile(
    r"\s+(?:bersama\s+)?(?:(?:agar|wajib|harus|perlu|akan|dapat)\s+)*"
    r"(?:(?P<does>me(?:ng|ny|n|m|r|l)\w+)|(?:to|will|shall|must|should)\s+(?P<will>\w+))",
    re.IGNORECASE,
)
_RECEIVES: Final = frozenset({
    "menerima", "memperoleh", "mendapat", "mendapatkan", "mengikuti", "memiliki", "mempunyai", "memanfaatkan",
    "mengakses", "menggunakan", "memakai", "merasakan", "mengalami", "menjadi",
    "be", "receive", "get", "have", "benefit", "attend", "access", "use", "become",
})  # fmt: skip
"""Verbs of those for whom something is done."""


_BY: Final = (["oleh"], ["by"])
_NEAR: Final = 16  # letters in which the word before stands


def within_name(hit: Hit, owned: Owned, head: bool = False) -> bool:
    """Whether words are part of an institution's name. head: its first word counts, unless it is who acts.

    The first word says what it is ("RSUD Ende": a hospital), the rest only what it is called ("Direktorat SMA").
    """
    within = any(start <= hit.start < end and not (head and hit.start == start) for start, end in owned.named)
    return within or any(start <= hit.start < end for start, end in owned.acting)


def does(hit: Hit, action: str) -> bool:
    """Whether these words name the doers: "Guru mengisi …", not "Guru mengikuti …"; "… oleh kelompok tani"."""
    before = action[max(hit.start - _NEAR, 0) : hit.start].casefold().split()
    if before or hit.start > _NEAR:
        return before[-1:] in _BY
    found = _ACTS.match(action, hit.end)
    return found is not None and (found["does"] or found["will"]).casefold() not in _RECEIVES
