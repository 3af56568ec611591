"""Institutions that an action itself names as those who act or help."""

from collections.abc import Sequence

from tasks.normalising.institutions import InstitutionMatch

_LINKS = frozenset({"", "dan", "and", "bersama", "serta", "together with", "bersama dengan", "jointly with"})
_ARTICLES = frozenset({"", "the", "agar", "para", "seluruh", "all"})
_BY = ("oleh", " by")


def acting(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """Of those an action names, the ones it begins with ("Pustekkom agar …") or is done by ("oleh …")."""
    if not found:
        return []
    leads = [] if action[: found[0].start].casefold().strip() not in _ARTICLES else _chained(found, action)
    return leads or [m for m in found if m.role == "lead" and action[: m.start].casefold().rstrip().endswith(_BY)]


def helping(found: Sequence[InstitutionMatch]) -> list[InstitutionMatch]:
    """Of those an action names, the ones with whom something is done ("dengan LPP TVRI")."""
    return [m for m in found if m.role == "support"]


def _chained(found: Sequence[InstitutionMatch], action: str) -> list[InstitutionMatch]:
    """The first names as long as nothing but a comma, "dan", "bersama" links them; the action must go on behind."""
    chain = [found[0]]
    for match in found[1:]:
        if action[chain[-1].end : match.start].casefold().strip(" ,/&") not in _LINKS:
            break
        chain.append(match)
    return chain if action[chain[-1].end :].strip(" .,;:") else []
