"""Short names that the plan's documents explain, read as the full ones, with what stands behind them."""

from collections.abc import Callable, Mapping, Sequence

from tasks.model.values import Institution, Level
from tasks.normalising.institution_heads import Named
from tasks.normalising.owner_roles import is_role_word
from tasks.normalising.words import Phrases, Word, words

Read = Callable[[str, Sequence[Word], int, bool], list[Named]]
"""Reads the institutions that begin at a word of a text, in a cell for institutions or not."""
Ending = Callable[[str], Institution | None]
Begins = Callable[[Sequence[Word], int], bool]
_LONGEST_SITE = 2  # words
NO_SITES = frozenset({"hq", "headquarters", "management", "secretariat", "team", "staff", "board", "office", "unit"})
"""Words behind a short name that tell no place where a unit of it sits."""


class Explained:
    """The short names of a plan."""

    def __init__(self, told: Mapping[str, str], read: Read, ending: Ending, begins: Begins, english: bool) -> None:
        """told: short names with the full ones; read: names that need no explanation; ending: by a name's last word.

        begins: whether a known name begins at a word; english: the plan is in English, where the last word of a
        name in running text tells an office, too; in an Indonesian one it may be a service or a fund.
        """
        self._phrases = Phrases((short, (short, full)) for short, full in told.items())
        self._read, self._ending, self._known = read, ending, begins
        self._english = english
        self._is_empty = not told

    def begins(self, said: Sequence[Word], i: int) -> bool:
        """Whether a short name begins at a word."""
        return not self._is_empty and self._phrases.at(said, i) is not None

    def at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """The institutions that a short name at a word means; none if it is nobody's, or part of a longer known name.

        One that the directory knows under that very short name ("BMKG") keeps its name there.
        """
        found = None if self._is_empty else self._phrases.at(said, i)
        if found is None or text[said[i].start : said[found[1] - 1].end] != found[0][0]:
            return []
        (short, full), end = found
        named = self._in_full(text, said, end, full, cell) or (
            self._by_ending(full, end) if cell or self._english else []
        )
        usual = self._read(text, said, i, cell)
        if not named or (usual and (usual[-1].end > named[-1].end or _is_called(usual[0].institution, short))):
            return []
        return self._with_site(text, said, i, named) if cell else named

    def _in_full(self, text: str, said: Sequence[Word], end: int, full: str, cell: bool) -> list[Named]:
        count = len(words(full))
        written = full + text[said[end - 1].end :]
        read = self._read(written, words(written), 0, cell)
        if not read or any(named.end < count for named in read):
            return []
        return [named._replace(end=named.end - count + end) for named in read]

    def _by_ending(self, full: str, end: int) -> list[Named]:
        named = self._ending(full)
        return [Named(named, end)] if named is not None else []

    def _with_site(self, text: str, said: Sequence[Word], i: int, named: list[Named]) -> list[Named]:
        """A name behind a central body is where its unit sits: "BMKG Padang"."""
        start, of = named[-1].end, named[-1].institution
        end = start
        while end < len(said) and said[end].capital and not said[end].is_mark and not self._known(said, end):
            end += 1
        other = end < len(said) and not said[end].is_mark and not is_role_word(said, end)
        told = is_role_word(said, start) or any(word.text in NO_SITES or word.upper for word in said[start:end])
        if not 0 < end - start <= _LONGEST_SITE or other or told or of.level is not Level.CENTRAL or len(named) > 1:
            return named
        written = " ".join(text[said[i].start : said[end - 1].end].split())
        return [Named(Institution(written, Level.CENTRAL_UNIT), end)]


def _is_called(institution: Institution, short: str) -> bool:
    return short in institution.name.split() and not institution.region
