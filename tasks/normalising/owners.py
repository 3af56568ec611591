"""A cell that names institutions taken apart: names, the marks between them, and who leads or supports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tasks.model.values import Institution
from tasks.normalising.institution_heads import Named
from tasks.normalising.reference import rows
from tasks.normalising.words import Phrases, Word

Role = Literal["lead", "support", ""]
_BREAKS = frozenset({",", ";", "/", "\n", "|", "•", "+", "&", "(", ")", "[", "]", ":", "*", "·", "▪", "", "–", "—"})
_PREPOSITIONS = frozenset({"untuk", "bagi", "kepada", "terhadap", "di", "for", "to", "in", "pada"})
_LINKS = frozenset({"dan", "and", "atau", "or"})


@dataclass(frozen=True, slots=True)
class Owner:
    """A name in the cell, `text[start:end]`; `institution` None if nobody knows it; told: its role is written."""

    start: int
    end: int
    institution: Institution | None
    role: Role
    office: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    i: int = 0
    role: Role = ""
    outer: Role = ""
    brackets: int = 0


def split_owners(text: str, said: Sequence[Word], at: Callable[[int], list[Named]]) -> list[Owner]:
    """The names of a cell in their order. `at`: institutions that begin at a word.

    Beside one that is marked as leading ("Bappenas (koordinator), BPS") those without a mark support.
    A name in brackets supports the one before it; an abbreviation in brackets is the one before it again; a row of
    words that nobody knows is one name up to the next mark, or up to "dan" where a known name follows.
    """
    out: list[Owner] = []
    state, marked = _State(), False
    while state.i < len(said):
        behind = _role_behind(said, state.i)
        if behind is not None and out:
            out[-1] = replace(out[-1], role=behind[0], told=True)
            marked = marked or behind[0] == "lead"
            state = replace(state, i=behind[1])
            continue
        named = at(state.i)
        moved = _passed(said, state)
        if moved is not None and (not named or _is_said_before(said, state.i, named[0], moved.i)):
            state = moved
            continue
        if named:
            out.extend(_owner(said, state, n) for n in named)
            state = replace(state, i=named[-1].end)
            continue
        end = _unknown_end(said, state.i, at)
        if not _says_nothing(said, state, end, out) and not _is_remark(said, state.i, out):
            out.append(Owner(said[state.i].start, said[end - 1].end, None, _role(state), told=state.role != ""))
        state = replace(state, i=end)
    return [o if o.told or not marked else replace(o, role="support") for o in out]


def _owner(said: Sequence[Word], state: _State, named: Named) -> Owner:
    start, end = said[state.i].start, said[named.end - 1].end
    return Owner(start, end, named.institution, _role(state), named.office, state.role != "")


def _is_said_before(said: Sequence[Word], i: int, named: Named, passed: int) -> bool:
    """Whether a word that could be a name only says something about the names behind it ("Pusat: …", "dengan …")."""
    if i + 1 < len(said) and said[i + 1].text == ":":
        return named.end == i + 1 and named.institution.name.startswith("Pemerintah")
    return named.end <= passed


def _role(state: _State) -> Role:
    return state.role or ("support" if state.brackets else "lead")


def _role_behind(said: Sequence[Word], i: int) -> tuple[Role, int] | None:
    """A role in brackets behind the name it belongs to: "WHO (support)"."""
    spoken = _spoken().at(said, i + 1) if said[i].text == "(" else None
    if spoken is None or spoken[0] == "filler" or spoken[1] >= len(said) or said[spoken[1]].text != ")":
        return None
    return ("support" if spoken[0] == "support" else "lead"), spoken[1] + 1


def _passed(said: Sequence[Word], state: _State) -> _State | None:
    """The state behind marks, linking words, fillers and words that give a role; None if a name begins here."""
    word = said[state.i]
    if word.text in {"(", "["}:
        return replace(state, i=state.i + 1, brackets=state.brackets + 1, outer=state.role, role="")
    if word.text in {")", "]"}:
        return replace(state, i=state.i + 1, brackets=max(state.brackets - 1, 0), role=state.outer, outer="")
    if word.text == "\n":
        return replace(state, i=state.i + 1, role="" if not state.brackets else state.role)
    spoken = _spoken().at(said, state.i)
    if spoken is not None:
        role: Role = "support" if spoken[0] == "support" else "lead"
        return replace(state, i=spoken[1], role=state.role if spoken[0] == "filler" else role)
    if word.text in _BREAKS or word.text in _LINKS or _is_number(said, state.i) or _is_label(said, state.i):
        return replace(state, i=state.i + 1)
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
    while end < len(said) and said[end].text not in _BREAKS:
        if said[end].text in _LINKS and end + 1 < len(said) and at(end + 1):
            break
        spoken = _spoken().at(said, end)
        if spoken is not None and spoken[0] != "filler":
            break
        end += 1
    return end


def _says_nothing(said: Sequence[Word], state: _State, end: int, out: Sequence[Owner]) -> bool:
    """An abbreviation in brackets repeats the name before it; "untuk 24 kab/kota" and single marks name nobody."""
    if said[state.i].text in _PREPOSITIONS | {"se"}:
        return True
    abbreviation = state.brackets and out and end == state.i + 1 and said[state.i].upper
    return bool(abbreviation) or not any(w.text[0].isalpha() for w in said[state.i : end])


def _is_remark(said: Sequence[Word], i: int, out: Sequence[Owner]) -> bool:
    """Small words right behind a known name speak about it: "PDSPK yang memegang", "LKPP selaku pembina"."""
    behind = bool(out) and i > 0 and out[-1].institution is not None and out[-1].end == said[i - 1].end
    return behind and not said[i].capital


def is_role_word(said: Sequence[Word], i: int) -> bool:
    """Whether a word that says who leads or supports, or a filler such as "all", begins here."""
    return _spoken().at(said, i) is not None


@cache
def _spoken() -> Phrases[str]:
    return Phrases((row["phrase"], row["role"]) for row in rows("owner_words"))


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
        linked = bool(n) and bool(between) and all(t in _LINKS | {",", "/"} for t in between)
        out.append(out[-1] if linked else _role_before(said, start))
    return out


def _role_before(said: Sequence[Word], i: int) -> Role:
    for length in (5, 4, 3, 2, 1):
        found = _spoken().at(said, i - length) if i >= length else None
        if found is not None and found[1] == i and found[0] != "filler":
            return "support" if found[0] == "support" else "lead"
    return ""
