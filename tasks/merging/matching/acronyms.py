"""Names in capitals, or that begin with one: two that differ are two things, however alike the words around them."""

import re
from collections.abc import Mapping

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.language.pieces import CHUNK, END, Cut, Held, ended
from tasks.merging.language.tokens import Tokens

_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b|\n")
_NAME_AHEAD = re.compile(r"^\(?[A-Z][a-z]{2,}\b|\n", re.MULTILINE)
_NAME_LATER = re.compile(r"(?<=\w[/-])[A-Z][a-z]{2,}\b|\n")
_WITHIN = re.compile(r"[\w,)(–-]\Z")

MOST = 0.6
"""Where more than this share of the words begin with a capital, it says nothing."""


class Written:
    """Texts as they are written."""

    def __init__(self, cut: Cut) -> None:
        self._pieces, self._parts = cut.pieces, cut.parts
        self._upper = np.fromiter(map(str.isupper, cut.texts), np.bool_, len(cut.texts))

    def acronyms(self, number: Mapping[str, int]) -> tuple[Ints, Ints]:
        """(rows, word numbers) of the words in capitals of texts that are not written so throughout."""
        rows, values, _ = self._all(self._held(_ACRONYM, number))
        kept = ~self._upper[rows]
        return rows[kept], values[kept]

    def names(self, number: Mapping[str, int], tokens: Tokens) -> tuple[Ints, Ints]:
        """(rows, word numbers) of the words that begin with a capital within a clause. tokens: of the texts."""
        within = np.fromiter((_WITHIN.search(piece) is not None for piece in self._pieces), np.bool_, len(self._pieces))
        ahead, first, before = self._all(self._held(_NAME_AHEAD, number))
        behind, later, _ = self._all(self._held(_NAME_LATER, number))
        follows = within[before]
        rows, values = np.concatenate([ahead[follows], behind]), np.concatenate([first[follows], later])
        size = np.diff(tokens.ends(), prepend=-1) - 1
        kept = np.bincount(rows, minlength=len(size))[rows] <= MOST * size[rows]
        return rows[kept], values[kept]

    def _held(self, wanted: re.Pattern[str], number: Mapping[str, int]) -> Held:
        """The words, by number, that a pattern finds in each distinct piece."""
        found = wanted.findall(END.join(self._pieces) + END)
        piece, words = ended(found)
        said = [found[n].strip("(").casefold() for n in np.flatnonzero(words).tolist()]
        values = np.fromiter((number.get(word, -1) for word in said), np.int64, len(said))
        known = values > 0
        return Held(piece[words][known], values[known], len(self._pieces))

    def _all(self, held: Held) -> tuple[Ints, Ints, Ints]:
        """(row, value, piece in front) of all that the texts hold."""
        nothing: Ints = np.zeros(0, np.int64)
        rows, values, before = [nothing], [nothing], [nothing]
        for n, ids in enumerate(self._parts):
            place, some = held.of(ids)
            rows.append(np.searchsorted(np.flatnonzero(ids == 0), place) + n * CHUNK)
            values.append(some)
            before.append(ids[place - 1])
        return np.concatenate(rows), np.concatenate(values), np.concatenate(before)
