"""Names of bodies of a state, by the country or the word "National" in them: "Kenya Railways", "Bank of Uganda"."""

from collections.abc import Sequence
from functools import cache

from tasks.model.values import Level
from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word, key

_OF_ALL = frozenset({"national", "federal", "nasional"})
_PARTS = frozenset((word,) for word in ("department", "dept", "directorate", "division", "bureau", "ministry"))
"""Last words of parts of a government, which may deal with the world ("International Trade Division")."""
_OF = frozenset({"of", "the", "republic"})
_SMALL = frozenset({"of", "and", "for", "the", "in", "on"})
_SIDES = frozenset({"east", "west", "north", "central", "eastern", "western", "northern", "southern"})
_FEWEST = 2  # words beside the country's


def level_in_state(said: Sequence[Word], level: Level | None, ending: tuple[str, ...]) -> Level | None:
    """The level of a whole name given that of its last words, None if it has none.

    An institute or a corporation is the state's where the name tells the country; a name without a known last word is
    where the country leads it or ends it behind "of", and no word in it names something else (a company, a union). What
    bears the name of a part of the world is no single state's.
    """
    if level is Level.CENTRAL and ending[-1:] not in _PARTS and _is_of_several(said):
        return Level.OTHER
    if level is None:
        return Level.CENTRAL if _is_named_after(said) and not _other(said) else None
    if level is not Level.OTHER or ending not in _raised():
        return level
    national = any(word.text in _OF_ALL for word in said) or _is_named_after(said)
    return Level.CENTRAL if national else level


def _is_named_after(said: Sequence[Word]) -> bool:
    if not all(word.capital or word.text in _SMALL for word in said) or any(word.is_mark for word in said):
        return False
    leading = _countries().at(said, 0)
    if leading is not None:
        return len(said) > leading[1] and said[leading[1]].text not in _SMALL and _more(said, leading[1])
    if said[0].text in _OF_ALL:
        return len(said) >= _FEWEST
    starts = [i for i in range(2, len(said)) if said[i - 1].text in _OF]
    return any((found := _countries().at(said, i)) is not None and found[1] == len(said) for i in starts)


def _more(said: Sequence[Word], i: int) -> bool:
    """Whether two words or one that means many ("Railways") stand behind the country's name."""
    return len(said) - i >= _FEWEST or said[i].text.endswith("s")


def _is_of_several(said: Sequence[Word]) -> bool:
    """Whether a name begins with a part of the world ("East African …"), which no country bears as its name."""
    start = 1 if said[0].text in _SIDES else 0
    country = _countries().at(said, 0) is not None or said[0].text == "south"
    return not country and _world().at(said, start) is not None


def _other(said: Sequence[Word]) -> bool:
    """Whether a word of the name says that it is no body of the state."""
    return any((word.text,) in _others() for word in said)


@cache
def _countries() -> Phrases[str]:
    return Phrases((row["country"], row["country"]) for row in rows("countries"))


@cache
def _world() -> Phrases[str]:
    return Phrases((row["word"], row["word"]) for row in rows("world_words"))


@cache
def _raised() -> frozenset[tuple[str, ...]]:
    return frozenset(key(row["ending"]) for row in rows("name_endings") if row["of_state"])


@cache
def _others() -> frozenset[tuple[str, ...]]:
    kept = {Level.OTHER, Level.SCHOOL, Level.DISTRICT}
    return frozenset(key(row["ending"]) for row in rows("name_endings") if row["level"] in kept and not row["of_state"])
