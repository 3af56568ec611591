"""Names in capitals: two that differ are two things, however alike the words around them."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from tasks.merging.arrays import Ints

CHUNK = 65536
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,9}\b|\n")


def acronyms(texts: Sequence[str], number: Mapping[str, int]) -> tuple[Ints, Ints]:
    """(rows, word numbers) of the words in capitals of texts that are not written so throughout."""
    rows, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for first in range(0, len(texts), CHUNK):
        some = ["" if text.isupper() else text.replace("\n", " ") for text in texts[first : first + CHUNK]]
        found = _ACRONYM.findall("\n".join((*some, "")))
        told = np.fromiter((number.get(word.casefold(), -1) for word in found), np.int64, len(found))
        row = np.cumsum(told == 0) + first
        rows.append(row[told > 0])
        values.append(told[told > 0])
    return np.concatenate(rows), np.concatenate(values)
