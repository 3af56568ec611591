"""Abbreviations that no directory has, told by the full names in the same plan: "DDH" beside "Directorate of X Y"."""

from collections.abc import Iterable

from tasks.model.values import Institution
from tasks.normalising.english_names import by_ending
from tasks.normalising.words import words

_SHORTEST, _LONGEST = 3, 7  # letters of an abbreviation
_PASSED_OVER = frozenset({"of", "and", "for", "the", "in", "on", "dan", "untuk", "di", "ke", "dalam", "yang"})


def written_out(named: Iterable[Institution], unknown: Iterable[str]) -> dict[str, Institution]:
    """For every unknown name that is the initials of exactly one named institution, that institution.

    An abbreviation with a place ("CWO Tamar") is the office of that place where the plan names others of its kind
    ("County Health Offices").
    """
    wholes: dict[str, set[Institution]] = {}
    heads: dict[str, set[str]] = {}
    for institution in named:
        said = _said(institution.name)
        wholes.setdefault(_initials(said), set()).add(institution)
        for length in range(_SHORTEST, len(said) + 1):
            heads.setdefault(_initials(said[:length]), set()).add(_kind(said[:length]))
    found = {name: _meant(name, wholes, heads) for name in unknown}
    return {name: institution for name, institution in found.items() if institution is not None}


def _meant(name: str, wholes: dict[str, set[Institution]], heads: dict[str, set[str]]) -> Institution | None:
    short, _, place = name.partition(" ")
    if not (short.isalpha() and short.isupper() and _SHORTEST <= len(short) <= _LONGEST):
        return None
    if not place:
        return next(iter(wholes[short])) if len(wholes.get(short, ())) == 1 else None
    if len(heads.get(short, ())) != 1:
        return None
    made = by_ending(words(full := f"{next(iter(heads[short]))} of {place}"), full)
    if made is None or not made.region:
        return None
    return Institution(full.removesuffix(place) + made.region, made.level, made.region)


def _said(name: str) -> list[str]:
    bare = [word.strip("()\"'.,") for word in name.replace("-", " ").replace("/", " ").split()]
    return [word for word in bare if word and word.casefold() not in _PASSED_OVER]


def _initials(said: Iterable[str]) -> str:
    return "".join(word[0].upper() for word in said)


def _kind(said: list[str]) -> str:
    """The office that these words name one or several of: "county health offices" is "County Health Office"."""
    last = said[-1].removesuffix("s") if len(said[-1]) > 4 else said[-1]
    return " ".join(word if word[0].isupper() else word.title() for word in [*said[:-1], last])
