"""Abbreviations that no directory has, told by the full names in the same plan: "DDH" beside "Directorate of X Y"."""

from collections.abc import Iterable

from tasks.model.values import Institution

_SHORTEST, _LONGEST = 3, 7  # letters of an abbreviation
_PASSED_OVER = frozenset({"of", "and", "for", "the", "in", "on", "dan", "untuk", "di", "ke", "dalam", "yang"})


def written_out(named: Iterable[Institution], unknown: Iterable[str]) -> dict[str, Institution]:
    """For every unknown name that is the initials of exactly one named institution, that institution."""
    by_initials: dict[str, set[Institution]] = {}
    for institution in named:
        by_initials.setdefault(_initials(institution.name), set()).add(institution)
    meant = {name: by_initials.get(name, set()) for name in unknown if _is_abbreviation(name)}
    return {name: next(iter(found)) for name, found in meant.items() if len(found) == 1}


def _initials(name: str) -> str:
    words = [word.strip("()\"'.,") for word in name.replace("-", " ").replace("/", " ").split()]
    return "".join(word[0].upper() for word in words if word and word.casefold() not in _PASSED_OVER)


def _is_abbreviation(name: str) -> bool:
    return name.isalpha() and name.isupper() and _SHORTEST <= len(name) <= _LONGEST
