"""Letters that say who does what: columns headed R, A, C, I, and such letters below the name of each institution."""

import re
from collections.abc import Iterable, Sequence

_FIELDS = {"r": "owner", "a": "owner", "c": "supporter", "i": "remarks"}
_KEYS = (
    frozenset({"r", "a", "c", "i"}),  # responsible, accountable, consulted, informed
    frozenset({"l", "s"}),  # lead, support
    frozenset({"pj", "p"}),  # penanggung jawab, pendukung
    frozenset({"u", "p"}),  # utama, pendukung
)
_LEADING = frozenset({"r", "a", "l", "pj", "u"})
_HELPING = frozenset({"c", "s", "p"})
_SLASH = re.compile(r"\s*[/,&+]\s*")
_ALONE = 2  # different letters from which they cannot be marks of a tick


def headed(titles: Sequence[str]) -> dict[int, str]:
    """Fields of the columns of which these are the last header words, where R, A and C all head one."""
    letters = {i: title.strip(" .()").casefold() for i, title in enumerate(titles) if title.strip(" .()").isupper()}
    if not {"r", "a", "c"} <= set(letters.values()):
        return {}
    return {i: _FIELDS[letter] for i, letter in letters.items() if letter in _FIELDS}


def are_roles(cells: Iterable[str]) -> bool:
    """Whether all that is written below the names of institutions are letters of one key, someone leading."""
    letters = {letter for cell in cells for letter in _letters(cell)}
    return len(letters) >= _ALONE and bool(letters & _LEADING) and any(letters <= known for known in _KEYS)


def leads(cell: str) -> bool:
    """Whether a mark makes an institution responsible; one that is no letter of a role does."""
    letters = _letters(cell)
    return not letters or bool(set(letters) & _LEADING) or not set(letters) & (_HELPING | {"i"})


def helps(cell: str) -> bool:
    """Whether a mark says that an institution supports."""
    return not leads(cell) and bool(set(_letters(cell)) & _HELPING)


def _letters(cell: str) -> list[str]:
    return [part.casefold() for part in _SLASH.split(cell.strip()) if part.isalpha()]
