"""Institutions that an action itself names as those who act or help."""

from collections.abc import Sequence

from tasks.normalising.institution_matches import InstitutionMatch

_LINKS = frozenset({"", "dan", "and", "bersama", "serta", "bersama dengan", "jointly with"})
_ARTICLES = frozenset({"", "the", "agar", "para", "seluruh", "all"})
_BY = ("oleh", " by")
_WITH = ("bersama", "bersama dengan", "bersama-sama", "bersama-sama dengan", "together with", "jointly with")
_AND = frozenset({"dan", "and", "serta", ""})
_GIVEN_WITH = frozenset({"share", "shares", "sharing", "berbagi", "membagi"})
"""What one gives "with" another, who receives it: "share crash data with the police"."""


def acting(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """Of those an action names, the ones it begins with ("Pustekkom agar …") or is done by ("oleh …")."""
    if not found:
        return []
    leads = [] if action[: found[0].start].casefold().strip() not in _ARTICLES else _chained(found, action)
    return leads or [m for m in found if m.role == "lead" and action[: m.start].casefold().rstrip().endswith(_BY)]


def helping(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """Of those an action names, the ones with whom something is done ("dengan LPP TVRI", "… tim bersama MUI").

    Where the action begins with them ("BSNP bersama LKPP menyusun …") they are owners, unless a column names those.
    Those with whom something is shared receive it.
    """
    if not _GIVEN_WITH.isdisjoint(action.casefold().split()[:1]):
        return []
    out: list[InstitutionMatch] = []
    for n, match in enumerate(found):
        linked = bool(out) and out[-1] is found[n - 1] and _between(found[n - 1], match, action) in _AND
        beside = linked or action[: match.start].casefold().rstrip().endswith(_WITH)
        if match.role == "support" or beside:
            out.append(match)
    return out


def _between(first: InstitutionMatch, second: InstitutionMatch, action: str) -> str:
    return action[first.end : second.start].casefold().strip(" ,/&")


def _chained(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """The first names as long as nothing but a comma, "dan", "bersama" links them; the action must go on behind."""
    chain = [found[0]]
    for match in found[1:]:
        if _between(chain[-1], match, action) not in _LINKS:
            break
        chain.append(match)
    return chain if action[chain[-1].end :].strip(" .,;:") else []
