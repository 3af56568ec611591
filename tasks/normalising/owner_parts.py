"""A part of a cell that names institutions taken apart: names, the marks between them, and who leads or supports."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tasks.model.values import Institution
from tasks.normalising.english_names import is_short_form
from tasks.normalising.institution_heads import Named
from tasks.normalising.listed_subjects import UNITS, listing_end, subject_end
from tasks.normalising.owner_roles import LINKS, Role, role_in_brackets, spoken
from tasks.normalising.words import Word

_BREAKS = frozenset({",", ";", "/", "\n", "|", "•", "+", "&", "(", ")", "[", "]", ":", "*", "·", "▪", "", "–", "—"})
_PREPOSITIONS = frozenset({"untuk", "bagi", "kepada", "terhadap", "di", "for", "to", "in", "pada"})
_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_NOBODY = _PREPOSITIONS | {"se"}


class Owner(NamedTuple):
    """A name in the cell, `text[start:end]`; `institution` None if nobody knows it; told: its role is written."""

    start: int
    end: int
    institution: Institution | None
    role: Role
    office: str = ""
    told: bool = False


class Part(NamedTuple):
    """The names of a part.

    role: what is said of the names behind it; marked: a name is marked as leading; alone: no bracket speaks of a name
    before it, none stays open; runs_on: what begins with a preposition may go on behind it.
    """

    owners: tuple[Owner, ...]
    role: Role
    marked: bool
    alone: bool
    runs_on: bool = False


class _State(NamedTuple):
    role: Role = ""
    outer: Role = ""
    brackets: int = 0


def read_part(said: Sequence[Word], at: Callable[[int], list[Named]], role: Role) -> Part:
    """The names of a part in their order. `at`: institutions that begin at a word; role: what the parts before say.

    A name in brackets supports the one before it; an abbreviation in brackets is the one before it again; a row of
    words that nobody knows is one name up to the next mark, or up to "dan" where a known name follows.
    """
    out: list[Owner] = []
    i, state, marked, alone, runs_on = 0, _State(role), False, True, False
    while i < len(said):
        alone = alone and (bool(out) or said[i].text not in _OPENING)
        behind = role_in_brackets(said, i) if out else None
        if behind is not None:
            out[-1] = out[-1]._replace(role=behind[0], told=True)
            marked = marked or behind[0] == "lead"
            i = behind[1]
            continue
        named = at(i)
        passed = _passed(said, i, state)
        if passed is not None and (not named or _is_said_before(said, i, named[0], passed[0])):
            i, state = passed
            continue
        if named:
            out.extend([_owner(said, i, state, n) for n in named])
            i = named[-1].end
            continue
        end = _unknown_end(said, i, at)
        runs_on = end == len(said) and said[i].text in _PREPOSITIONS
        if not _says_nothing(said, i, state, end, out) and not _is_remark(said, i, out):
            out.append(Owner(said[i].start, said[end - 1].end, None, _role(state), told=state.role != ""))
        i = end
    return Part(tuple(out), state.role, marked, alone and not state.brackets, runs_on)


def _owner(said: Sequence[Word], i: int, state: _State, named: Named) -> Owner:
    start, end = said[i].start, said[named.end - 1].end
    return Owner(start, end, named.institution, _role(state), named.office, state.role != "")


def _is_said_before(said: Sequence[Word], i: int, named: Named, passed: int) -> bool:
    """Whether a word that could be a name only says something about the names behind it ("Pusat: …", "dengan …")."""
    if i + 1 < len(said) and said[i + 1].text == ":":
        return named.end == i + 1 and named.institution.name.startswith("Pemerintah")
    return named.end <= passed


def _role(state: _State) -> Role:
    return state.role or ("support" if state.brackets else "lead")


def _passed(said: Sequence[Word], i: int, state: _State) -> tuple[int, _State] | None:
    """Index and state behind marks, linking words, fillers and words that give a role; None if a name begins here."""
    word = said[i]
    if word.text in _OPENING:
        return i + 1, _State("", state.role, state.brackets + 1)
    if word.text in _CLOSING:
        return i + 1, _State(state.outer, "", max(state.brackets - 1, 0))
    if word.text == "\n":
        return i + 1, _State(state.role if state.brackets else "", state.outer, state.brackets)
    found = spoken().at(said, i)
    if found is not None:
        role: Role = "support" if found[0] == "support" else "lead"
        return found[1], state if found[0] == "filler" else state._replace(role=role)
    if word.text in _BREAKS or word.text in LINKS or _is_number(said, i) or _is_label(said, i):
        return i + 1, state
    return None


def _is_number(said: Sequence[Word], i: int) -> bool:
    """A number or the letter of a list ("1)", "a."), not one that is part of a name."""
    letter = len(said[i].text) == 1 and said[i].text.isalpha() and not said[i].capital
    return said[i].text.isdigit() or letter


def _is_label(said: Sequence[Word], i: int) -> bool:
    return i + 1 < len(said) and said[i + 1].text == ":"


def _unknown_end(said: Sequence[Word], i: int, at: Callable[[int], list[Named]]) -> int:
    end = i + 1
    if said[i].text in _PREPOSITIONS:
        return next((j for j in range(end, len(said)) if said[j].text in {"\n", ";"}), len(said))
    end = max(end, listing_end(said, i, lambda j: bool(at(j))))
    while end < len(said) and said[end].text not in _BREAKS:
        if said[end].text in LINKS and end + 1 < len(said) and (at(end + 1) or _joins(said, i, end)):
            break
        found = spoken().at(said, end)
        if found is not None and found[0] != "filler":
            break
        end += 1
    return end


def _joins(said: Sequence[Word], i: int, link: int) -> bool:
    """Whether a linking word stands between short forms or units that nobody knows: "PQR and the STU"."""
    start = link + 2 if said[link + 1].text == "the" else link + 1
    if start < len(said) and is_short_form(said[i]) and is_short_form(said[start]):
        return True
    return said[link - 1].text in UNITS and said[subject_end(said, start) - 1].text in UNITS


def _says_nothing(said: Sequence[Word], i: int, state: _State, end: int, out: Sequence[Owner]) -> bool:
    """An abbreviation in brackets repeats the name before it; "untuk 24 kab/kota" and single marks name nobody."""
    if said[i].text in _NOBODY:
        return True
    abbreviation = state.brackets and out and end == i + 1 and said[i].upper
    return bool(abbreviation) or not any(w.text[0].isalpha() for w in said[i:end])


def _is_remark(said: Sequence[Word], i: int, out: Sequence[Owner]) -> bool:
    """Small words right behind a known name speak about it: "PDSPK yang memegang", "LKPP selaku pembina"."""
    behind = bool(out) and i > 0 and out[-1].institution is not None and out[-1].end == said[i - 1].end
    return behind and not said[i].capital
