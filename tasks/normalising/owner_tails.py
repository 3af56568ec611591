"""What the rest of a cell begins with, read once for all cells that end alike: "Kepala Dinas X", "seluruh Dinas X".

A name depends on the words from its first on; on those before only where a mark or a word such as "cq" links them.
Words that only stand before names begin none, unless one is known that begins so.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from tasks.normalising.institution_heads import Named
from tasks.normalising.institution_units import LINKS_OF_UNITS
from tasks.normalising.owner_roles import is_filler, role_in_brackets
from tasks.normalising.words import Word, words

Read = Callable[[str, Sequence[Word], int], list[Named]]
"""Reads the institutions that begin at a word of a text."""
_REMEMBERED = 32768  # tails, most of them an office of a region


class Tails:
    """Reads names by the rest of the text, each rest once."""

    def __init__(self, read: Read, begins: Callable[[Sequence[Word], int], bool]) -> None:
        """read: reads a name that begins at a word; begins: whether a known name begins at a word."""
        self._read = read
        self._begins = begins
        self._found: dict[str, tuple[int, list[Named]]] = {}
        self._says_role = lru_cache(maxsize=1024)(self._is_role)

    def at(self, text: str, said: Sequence[Word], i: int) -> list[Named]:
        """The institutions that begin at a word."""
        if is_filler(said, i) and not self._begins(said, i):
            return []
        if i and (said[i - 1].is_mark or said[i - 1].text in LINKS_OF_UNITS):
            return self._read(text, said, i)
        tail = self._bare(text[said[i].start :])
        known = self._found.get(tail)
        if known is None:
            found = self._read(text, said, i)
            if len(self._found) == _REMEMBERED:
                self._found.clear()
            self._found[tail] = i, found
            return found
        first, found = known
        return found if first == i else [named._replace(end=named.end - first + i) for named in found]

    def _bare(self, tail: str) -> str:
        """The tail without what says nothing of the name before it: a full stop, a role in brackets."""
        bare = tail.rstrip(". ")
        if bare.endswith(")"):
            before, bracket, within = bare.rpartition("(")
            bare = before.rstrip() if bracket and self._says_role(within[:-1]) else bare
        return bare or tail

    def _is_role(self, within: str) -> bool:
        said = words(f"({within})")
        role = role_in_brackets(said, 0)
        return role is not None and role[1] == len(said) and not self._begins(said, 1)
