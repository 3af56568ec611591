"""Words that say who leads or supports, in a cell and in running text, from owner_words.csv."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word

Role = Literal["lead", "support", ""]
LINKS = frozenset({"dan", "and", "atau", "or"})


@cache
def spoken() -> Phrases[str]:
    """Words of a role ("lead", "support"), and fillers such as "all"."""
    return Phrases((row["phrase"], row["role"]) for row in rows("owner_words"))


def is_role_word(said: Sequence[Word], i: int) -> bool:
    """Whether a word that says who leads or supports, or a filler such as "all", begins here."""
    return spoken().at(said, i) is not None


def is_filler(said: Sequence[Word], i: int) -> bool:
    """Whether words that only stand before a name, such as "all" or "head of", begin here."""
    found = spoken().at(said, i)
    return found is not None and found[0] == "filler"


def role_in_brackets(said: Sequence[Word], i: int) -> tuple[Role, int] | None:
    """A role in brackets behind the name it belongs to ("WHO (support)"), and the index behind it."""
    found = spoken().at(said, i + 1) if said[i].text == "(" else None
    if found is None or found[0] == "filler" or found[1] >= len(said) or said[found[1]].text != ")":
        return None
    return ("support" if found[0] == "support" else "lead"), found[1] + 1


def roles_in(said: Sequence[Word], places: Sequence[tuple[int, int]]) -> list[Role]:
    """Roles of names in running text from the words between them: support behind "didukung", "dengan" and the like.

    A name that a comma or "dan" links to the one before it has the same role.
    """
    out: list[Role] = []
    for n, (start, _) in enumerate(places):
        before = places[n - 1] if n else (0, 0)
        if n and before == (start, places[n][1]):
            out.append(out[-1])
            continue
        between = [w.text for w in said[before[1] : start]]
        linked = bool(n) and bool(between) and all(t in LINKS | {",", "/"} for t in between)
        out.append(out[-1] if linked else _role_before(said, start))
    return out


def _role_before(said: Sequence[Word], i: int) -> Role:
    for length in (5, 4, 3, 2, 1):
        found = spoken().at(said, i - length) if i >= length else None
        if found is not None and found[1] == i and found[0] != "filler":
            return "support" if found[0] == "support" else "lead"
    return ""
