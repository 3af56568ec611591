"""Names of offices cut short as people do: "Puslatan" from Pusat Pelatihan Pertanian, "BPTJ" from its initials."""

from collections.abc import Sequence
from functools import cache

_SHORTEST = 4
"""How many letters a short form has at least; one less if they are the initials of all words ("MoE")."""

_PIECE = 2
"""How many letters of each word one made of syllables takes at least."""


def leading(short: str, name: Sequence[str]) -> int:
    """How many words a name leads with of which this may be the short form; 0 if none."""
    if len(short) == _SHORTEST - 1 and _initials(short, name[: len(short)]):
        return len(short)
    telling = [word for word in name if len(word) > _PIECE and word not in ("dan", "and", "the")]
    if len(short) < _SHORTEST or short in name or not short.isalpha() or not telling or short[0] != telling[0][0]:
        return 0
    sizes = range(len(telling), 1, -1)
    return next((n for n in sizes if _initials(short, telling[:n]) or _syllables(short, tuple(telling[:n]))), 0)


def _initials(short: str, name: Sequence[str]) -> bool:
    return "".join(word[0] for word in name) == short


@cache
def _syllables(short: str, name: tuple[str, ...]) -> bool:
    """Whether a word is made of one piece of each of these, in order, the first from the beginning of its word."""
    if not short.startswith(name[0][:_PIECE]):
        return False
    longest = next((n for n in range(len(short), 0, -1) if name[0].startswith(short[:n])), 0)
    return any(_pieces(short[n:], name[1:]) for n in range(longest, _PIECE - 1, -1))


def _pieces(rest: str, name: tuple[str, ...]) -> bool:
    if not name:
        return not rest
    sizes = range(_PIECE, len(rest) - _PIECE * (len(name) - 1) + 1)
    return any(rest[:n] in name[0] and _pieces(rest[n:], name[1:]) for n in sizes)
