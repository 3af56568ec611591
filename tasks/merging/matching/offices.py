"""Names of offices that may mean one office: one name holds the other, or both have the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tasks.merging.essence import of_kind

COMMON = 3
"""A single word that stands in more other names than these is a kind of office, or a place."""

_WORD = re.compile(r"[^\W_]+")


def held(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each of these folded names the others, ascending, whose words it has; none for those that have no such."""
    said = {name: told for name in names if (told := _said(name))}
    holders: dict[str, list[str]] = defaultdict(list)
    for name in sorted(said):
        for word in set(said[name]):
            holders[word].append(name)
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(said):
        around = set.intersection(*(set(holders[word]) for word in said[name])) - {name}
        if len(set(said[name])) > 1 or len(around) <= COMMON:
            for other in around:
                found[other].append(name)
    return {name: tuple(others) for name, others in found.items()}


def whole(name: str, other: str) -> bool:
    """Whether one of two folded names stands in the other as it is, or both have the same words."""
    short, long = sorted((_said(name), _said(other)), key=len)
    inside = any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))
    return inside or sorted(short) == sorted(long)


def _said(name: str) -> Sequence[str]:
    return [word for word in _WORD.findall(name) if word not in of_kind("function")]
