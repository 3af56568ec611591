"""Names in capitals, or that begin with one: two that differ are two things, however alike the words around them."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.language.tokens import Tokens

CHUNK = 65536
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b|\n")
_NAME = re.compile(r"(?<=[\w,)(–-] )\(?([A-Z][a-z]{2,})\b|(?<=\w[/-])([A-Z][a-z]{2,})\b|\n")

MOST = 0.6
"""Where more than this share of the words begin with a capital, it says nothing."""


def acronyms(texts: Sequence[str], number: Mapping[str, int]) -> tuple[Ints, Ints]:
    """(rows, word numbers) of the words in capitals of texts that are not written so throughout."""
    return _found(["" if text.isupper() else text for text in texts], number, _ACRONYM)


def names(texts: Sequence[str], number: Mapping[str, int], tokens: Tokens) -> tuple[Ints, Ints]:
    """(rows, word numbers) of the words that begin with a capital within a clause. tokens: of the texts."""
    rows, values = _found(texts, number, _NAME)
    size = np.diff(tokens.ends(), prepend=-1) - 1
    kept = np.bincount(rows, minlength=len(size))[rows] <= MOST * size[rows]
    return rows[kept], values[kept]


def _found(texts: Sequence[str], number: Mapping[str, int], wanted: re.Pattern[str]) -> tuple[Ints, Ints]:
    rows, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for first in range(0, len(texts), CHUNK):
        some = [text.replace("\n", " ") for text in texts[first : first + CHUNK]]
        found = [told[0].strip("( ") or "\n" for told in wanted.finditer("\n".join((*some, "")))]
        told = np.fromiter((number.get(word.casefold(), -1) for word in found), np.int64, len(found))
        row = np.cumsum(told == 0) + first
        rows.append(row[told > 0])
        values.append(told[told > 0])
    return np.concatenate(rows), np.concatenate(values)
