"""Names of offices that may mean one office: one name holds the other, or both have the same words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tasks.merging.essence import of_kind

COMMON = 3
"""A single word that stands in more other names than these is a kind of office, or a place."""

INITIALS = 3
"""From how many letters on initials are no accident."""

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
    for name, others in _abbreviated(said).items():
        found[name] += others
    return {name: tuple(sorted(set(others))) for name, others in found.items()}


def _abbreviated(said: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """For each name whose words hold the initials of one other name alone ("MGB Central Office"), that other."""
    initials: dict[str, list[str]] = defaultdict(list)
    for name in sorted(said):
        initials[_initials(said[name])].append(name)
    single = {short: names[0] for short, names in initials.items() if len(short) >= INITIALS and len(names) == 1}
    found = {name: [single[w] for w in words if w in single and single[w] != name] for name, words in said.items()}
    return {name: others for name, others in found.items() if others}


def whole(name: str, other: str) -> bool:
    """Whether one of two folded names, or its initials, stands in the other, or both have the same words."""
    short, long = sorted((_said(name), _said(other)), key=len)
    inside = any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))
    return inside or sorted(short) == sorted(long) or _initials(short) in long or _initials(long) in short


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _said(name: str) -> Sequence[str]:
    return [word for word in _WORD.findall(name) if word not in of_kind("function")]
