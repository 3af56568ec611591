"""Period expressions: atoms with the words that bind them ("paling lambat", "mulai", "s.d.") and join them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.normalising.period_atoms import atom, bare, week_behind
from tasks.normalising.period_lexer import Token
from tasks.normalising.period_units import Atom
from tasks.normalising.period_years import is_year, kind
from tasks.normalising.stretch_filling import follows
from tasks.normalising.stretches import Stretch

Tokens = Sequence[Token]

MARKERS = frozenset({"by", "before", "from", "after", "out"})
_LEADS = MARKERS | {"per", "in", "label", "article", "date", "whole", "noise", "to", "apostrophe", "check"}
_MEANT = {"to": "by", "per": "from", "check": "by"}
_JOINTS = frozenset({"to", "dash", "and", "comma"})
_OPTIONAL = frozenset({"article", "noise", "in", "label", "clock"})


_TOLD = re.compile(r"^di.{4}|ed$")
_BEHIND_A_CLAUSE = frozenset({".", "with", "using", "for", "through", "dengan", "untuk", "melalui", "oleh"})


class Piece(NamedTuple):
    """A stretch with the marker before it; `joint` says how it hangs on the piece before ("to", "and")."""

    stretch: Stretch
    marker: str = ""
    joint: str = ""
    weak: bool = False


class Expression(NamedTuple):
    """Pieces read from tokens[start:end]. open: it goes on ("dan seterusnya"); introduced: a marker leads it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    whole: bool = False
    open: bool = False
    introduced: bool = False


class _Lead(NamedTuple):
    next: int
    marker: str = ""
    whole: bool = False
    introduced: bool = False
    words: frozenset[str] = frozenset()


def read(toks: Tokens, start: int) -> Expression | None:
    """The longest expression that begins at this token, its introducing words included."""
    lead = _lead(toks, start, first=True)
    first = _piece(toks, lead)
    if first is None:
        return None
    pieces, end, is_open = [first[0]], first[1], False
    while (found := _next_piece(toks, end, pieces[0].stretch)) is not None:
        pieces.append(found[0])
        end = found[1]
    end, is_open, trailing = _tail(toks, end)
    if trailing and all(not p.marker for p in pieces):
        pieces[0] = Piece(pieces[0].stretch, trailing, pieces[0].joint, pieces[0].weak)
    return Expression(start, end, tuple(pieces), lead.whole, is_open, lead.introduced or bool(trailing))


def _lead(toks: Tokens, i: int, first: bool = False) -> _Lead:
    marker, whole, introduced = "", False, False
    words = set()
    while kind(toks, i) in _LEADS and not (kind(toks, i) == "date" and toks[i].numbers):
        now = kind(toks, i)
        if now == "to" and not first:
            break
        marker = _stronger(marker, _MEANT.get(now, now))
        whole = whole or now == "whole"
        introduced = introduced or now not in {"article", "noise", "apostrophe", "date"}
        words.add(now)
        i += 1
    return _Lead(i, marker, whole, introduced, frozenset(words))


def _stronger(old: str, new: str) -> str:
    """Of several marks the last counts, but "before" outweighs the deadline it is said with."""
    if new not in MARKERS or (new == "out" and old):
        return old
    return "before" if {old, new} == {"by", "before"} else new


def _piece(toks: Tokens, lead: _Lead) -> tuple[Piece, int] | None:
    found = _longest(toks, lead.next) or _plain_year(toks, lead)
    if found is None:
        return None
    stretch, end = found
    weak = _weak(toks, lead.next, found, lead)
    return Piece(stretch, lead.marker, weak=weak), end


def _plain_year(toks: Tokens, lead: _Lead) -> Atom | None:
    """Such as "sepanjang tahun": the plan's year."""
    said = lead.whole and kind(toks, lead.next) == "unit" and toks[lead.next].value == "year"
    return (Stretch("year"), lead.next + 1) if said else None


def _longest(toks: Tokens, i: int) -> Atom | None:
    """An atom, or a bare number that a joint and another atom follow ("8 s.d. 11 Februari")."""
    found = atom(toks, i)
    if found is not None:
        return found
    number = bare(toks, i)
    if number is None or kind(toks, number[1]) not in _JOINTS or toks[number[1]].text == "/":
        return None
    behind = number[1] + (2 if kind(toks, number[1] + 1) == "and" else 1)
    following = _lead(toks, behind, first=False)
    behind_it = _longest(toks, following.next) if not following.marker else None
    return number if behind_it is not None and _shares_unit(number[0], behind_it[0]) else None


def _shares_unit(number: Stretch, following: Stretch) -> bool:
    """Whether a bare number can be of the unit of what follows: "8 s.d. 11 Mei", not "butir 1, Mei"."""
    if following.unit == "bare":
        return True
    if number.ordinal:
        return following.unit in {"quarter", "third", "semester", "week"}
    return following.unit == "day"


def _weak(toks: Tokens, i: int, found: Atom, lead: _Lead) -> bool:
    """Whether the atom alone may as well be something else in running text: a bare year, "May", "semester 1"."""
    stretch, end = found
    if stretch.unit in {"year", "school year", "school term"}:
        named = not (is_year(toks, i) or kind(toks, i) == "pair") or toks[i].value == "relative"
        return not (lead.marker or lead.whole or ("in" in lead.words and (named or _closes(toks, i, end))))
    if stretch.unit in {"semester", "dates"} and stretch.span is None:
        return not (stretch.year or lead.introduced)
    if stretch.unit == "month" and not stretch.year and not stretch.part:
        return any(t.weak for t in toks[i:end]) and kind(toks, i) != "unit" and not lead.marker
    if stretch.unit == "bare" or (stretch.unit == "week" and not stretch.month):
        return True
    return any(t.value == "event" for t in toks[i:end]) and not lead.marker


def _closes(toks: Tokens, i: int, end: int) -> bool:
    """Such as "build a plant in 2024.": a bare year that ends its clause and tells no history ("adopted in 2019")."""
    before = i - 1
    while kind(toks, before) in {"in", "article"}:
        before -= 1
    told = _TOLD.search(toks[before].text) if before >= 0 else None
    ends = kind(toks, end) in {"", "comma", "bracket", "in"} or toks[end].text in _BEHIND_A_CLAUSE
    return (ends or before < 0) and told is None


def _next_piece(toks: Tokens, i: int, first: Stretch) -> tuple[Piece, int] | None:
    """What hangs on: a joint and an atom ("– Mei", ", Juni"), or a new marker and an atom ("mulai … selesai …")."""
    j, joint = i, ""
    while kind(toks, j) in _JOINTS and j - i < 2:
        now = "to" if kind(toks, j) == "dash" else "and" if kind(toks, j) != "to" else "to"
        joint = "to" if "to" in {joint, now} else now
        j += 1
    lead = _lead(toks, j)
    if not joint and not lead.marker:
        return None
    week = week_behind(toks, j) if first.unit == "week" and not first.month and joint else None
    found = week or atom(toks, lead.next) or _hanging(toks, lead.next, joint, toks[j - 1].text if j else "")
    if found is None or (first.unit == "year" and found[0].unit == "bare" and not follows(first, found[0])):
        return None
    return Piece(found[0], lead.marker, joint, _weak(toks, lead.next, found, lead)), found[1]


def _hanging(toks: Tokens, i: int, joint: str, mark: str) -> Atom | None:
    """A bare ordinal behind a joint ("TW I – III", "minggu II dan III Mei"); numbers in digits not behind a comma."""
    found = _longest(toks, i) or (bare(toks, i) if joint else None)
    if found is None or found[0].unit != "bare":
        return found
    if mark == "/" and not toks[i].roman:
        return None
    stands_alone = kind(toks, found[1]) not in {"other", "unit", "month", "times"}
    return found if (mark != "," or toks[i].roman or stands_alone) and stands_alone else None


def _tail(toks: Tokens, i: int) -> tuple[int, bool, str]:
    """Words behind that leave it open ("dan seterusnya", "– selesai") or make it a deadline ("(paling lambat)")."""
    j = i
    while kind(toks, j) in {"dash", "to", "comma", "bracket"}:
        j += 1
    if kind(toks, j) == "onward":
        return j + 1, True, ""
    if kind(toks, j) == "by" and any(t.kind in {"dash", "to"} for t in toks[i:j]):
        return j + 1, True, ""
    if kind(toks, j) == "by" and kind(toks, j + 1) == "bracket":
        return j + 2, False, "by"
    if kind(toks, j) == "by" and j == i and j + 1 == len(toks):
        return j + 1, False, "by"
    return i, False, ""
