"""Offices with English names that no directory knows: level and place by the words of the name itself.

"Roads Authority" is of the centre, "Kasama District Council" of a district, "Kasama General Hospital" of neither.
"""

from collections.abc import Sequence
from functools import cache

from tasks.model.values import Institution, Level, Region
from tasks.normalising.institution_places import Place
from tasks.normalising.reference import rows
from tasks.normalising.region_context import PARTICLES
from tasks.normalising.region_shorts import Kind, own_kind
from tasks.normalising.regions import Gazetteer
from tasks.normalising.state_names import level_in_state
from tasks.normalising.words import Word, key

_PLACES = {
    "provinsi": (Level.PROVINCE, "Province"),
    "province": (Level.PROVINCE, "Province"), "provincial": (Level.PROVINCE, "Province"),
    "region": (Level.PROVINCE, "Region"), "regional": (Level.PROVINCE, "Region"),
    "state": (Level.PROVINCE, "State"), "district": (Level.DISTRICT, "District"),
    "county": (Level.DISTRICT, "County"), "regency": (Level.DISTRICT, "Regency"),
    "city": (Level.DISTRICT, "City"), "municipal": (Level.DISTRICT, ""),
    "municipality": (Level.DISTRICT, ""), "metropolitan": (Level.DISTRICT, ""),
    "town": (Level.DISTRICT, ""), "village": (Level.DISTRICT, ""),
}  # fmt: skip
"""Words for a place of a level, and how the place is called by its own name ("Nandi County")."""
_TOWNS = frozenset({"town", "village"})
_ARTICLES = frozenset({"of", "in", "the"})
_PART = frozenset({"of", "for"})
_LONGEST = 3  # words of a place's own name
_NAMED_BY_HEAD = frozenset({"city", "county", "municipality", "municipal", "town"})
_GOVERNING = frozenset({"assembly", "council", "government", "commissioner", "administration", "executive"})
_ROMAN = frozenset("ivx")
_DIGITS = 3  # from which a number is none of a place
_SUBJECT = 3  # words before "of" that name an office in full, so that a place follows: "County Health Office of …"


def by_ending_of(said: Sequence[Word], written: str, gazetteer: Gazetteer) -> Institution | None:
    """The same as `by_ending`, with a known place in front that it serves: "Oster Water Utility"."""
    named = by_ending(said, written)
    if named is None or named.region or not _serves(said):
        return named
    place = next((m.region for m in gazetteer.find(written)[:1] if m.start == 0 and m.end < len(written)), None)
    if place is None:
        return named
    return Institution(named.name, place.level if named.level is Level.CENTRAL else named.level, place.name)


def _serves(said: Sequence[Word]) -> bool:
    folded = [word.text for word in said]
    serving = {key(row["ending"]) for row in rows("name_endings") if row["serves"]}
    return any(tuple(folded[-length:]) in serving for length in (2, 1))


def by_ending(said: Sequence[Word], written: str) -> Institution | None:
    """The institution of a whole name that ends, or whose part before "of" ends, like one ("… Council")."""
    folded = [word.text for word in said]
    cut = next((i for i, word in enumerate(folded) if word in _PART), len(folded))
    level, written = _level_of(said, folded, cut), " ".join(written.split())
    if level is None or _is_phrase(folded):
        return None
    at = next((i for i, word in enumerate(folded) if word in _PLACES), None)
    if level is not Level.CENTRAL or at is None:
        return Institution(written, level)
    town = town_of_council(said)
    if town is not None:
        return Institution(written, Level.DISTRICT, town.name)
    level, kind = _PLACES[folded[at]]
    named = written.split()
    of_place = cut >= _SUBJECT or folded[cut - 1] in _GOVERNING
    behind = named[named.index("of") + 1 :] if at == 0 and of_place and "of" in named else []
    name = named[:at] or behind
    own = not any(word.casefold().startswith("sub") for word in name)
    own = own and not (len(name) == 1 and is_short_form(said[at - 1]) and name == named[:at])
    known = [word for word in name if word.casefold() not in _PLACES] if kind and own else []
    return Institution(written, level, " ".join([*known, kind]) if 0 < len(known) <= _LONGEST else "")


def _is_phrase(folded: Sequence[str]) -> bool:
    """Whether an article stands where names have none: "Buy The Service", not "Office of the President"."""
    return any(word == "the" and folded[i - 1] not in _ARTICLES | _PART for i, word in enumerate(folded) if i)


def _level_of(said: Sequence[Word], folded: Sequence[str], cut: int) -> Level | None:
    """By the last words of a name, else by those before "of"; in a name that says no place, by its country, too."""
    ending = _ending(folded) or _ending(folded[:cut])
    level = _endings().get(ending)
    return level if any(word in _PLACES for word in folded) else level_in_state(said, level, ending)


def _ending(folded: Sequence[str]) -> tuple[str, ...]:
    found = (tuple(folded[-length:]) for length in (2, 1) if length <= len(folded))
    return next((words for words in found if words in _endings()), ())


@cache
def _endings() -> dict[tuple[str, ...], Level]:
    return {key(row["ending"]): Level(row["level"]) for row in rows("name_endings")}


def place_of_kind(said: Sequence[Word], i: int) -> Place | None:
    """A place that says its kind: "Northern Province", "Nandi County"."""
    for end in range(i + 1, min(i + _LONGEST, len(said) - 1) + 1):
        if not _is_name(said, end - 1):
            return None
        kind = own_kind(said, end)
        if kind is not None:
            if is_numbered(said, end) or begins_with_office(said, i, end):
                return None
            return _of_kind(said, i, end, kind)
    return None


def _of_kind(said: Sequence[Word], i: int, end: int, found: tuple[Kind, int]) -> Place:
    kind, behind = found
    of_kind = kind.full or " ".join(_as_name(word, False) for word in said[end:behind])
    loud = said[end].upper and kind.form != "short"
    named = _place(said[i:end], behind, kind.level, kind.shown, loud)
    return named._replace(written=_place(said[i:end], behind, kind.level, of_kind, loud).written)


def is_numbered(said: Sequence[Word], i: int) -> bool:
    """Whether a kind of place is told by its number behind it: "Region VIII", so that no name stands before it."""
    return i + 1 < len(said) and is_number(said[i + 1])


def is_number(word: Word) -> bool:
    """Whether a word is a number of a place or office: "8", "VIII"."""
    return (word.text.isdigit() and len(word.text) < _DIGITS) or (word.upper and set(word.text) <= _ROMAN)


def begins_with_office(said: Sequence[Word], i: int, end: int) -> bool:
    """Whether a short form that is no part of the name stands before it: "PENRO Palawan Province", not "UN CITY".

    said[end] is the kind of the place, whose capitals tell whether all words are written in them.
    """
    return end - i > 1 and is_short_form(said[i]) and not said[i + 1].upper and not said[end].upper


def is_short_form(word: Word) -> bool:
    """Whether a word is an abbreviation by its capitals."""
    return word.upper and len(word.text) > 1 and word.text.isalpha() and not is_number(word)


def town_of_council(said: Sequence[Word]) -> Region | None:
    """The town of its council: "Town Council of Marrow", "Marrow Town Council"."""
    folded = [word.text for word in said]
    if folded[:1] and folded[0] in _TOWNS and folded[1:3] in (["council", "of"], ["government", "of"]):
        name = said[3:]
    elif len(said) > 2 and folded[-2] in _TOWNS and folded[-1] in {"council", "government"}:
        name = said[:-2]
    else:
        return None
    if not 0 < len(name) <= _LONGEST or not all(word.capital and not word.is_mark for word in name):
        return None
    return _place(name, 0, Level.DISTRICT).region


def kind_in_head(head: Word, otherwise: str) -> str:
    """What a place is called of which an office says the kind first: "City" of "City Government of Davao"."""
    return _PLACES[head.text][1] if head.text in _NAMED_BY_HEAD else otherwise


def place_of_office(said: Sequence[Word], i: int, level: Level | None, kind: str, bare: bool) -> Place | None:
    """The place behind the head of an office: one that says its kind, or a name behind "of" ("of Mulenga").

    level: of the office; kind: what such a place is called; bare: a name counts without "of", too ("DHO Mulenga").
    """
    start = i
    while start < len(said) and said[start].text in _ARTICLES:
        start += 1
    found = place_of_kind(said, start)
    if found is not None or level is None or not (bare or start > i or said[i - 1].text == "of"):
        return found
    end = name_end(said, start)
    return _place(said[start:end], end, level, kind) if end > start else None


def place_in_front(said: Sequence[Word], i: int, level: Level) -> Place | None:
    """The place before the head of an office at a word, all words from the first: "Surin del Norte PDRRMO"."""
    return _place(said[:i], i, level) if i and name_end(said, 0) == i and not is_short_form(said[0]) else None


def name_end(said: Sequence[Word], start: int) -> int:
    """The index behind a place's own name, which may hold a particle: "Surin del Norte"."""
    end, last = start, min(start + _LONGEST, len(said))
    while end < last and (_is_name(said, end) or (start < end < last - 1 and _is_particle(said, end))):
        end += 1
    return end


def _is_particle(said: Sequence[Word], i: int) -> bool:
    return said[i].text in PARTICLES and _is_name(said, i + 1)


def place_behind_of(said: Sequence[Word]) -> str:
    """The place that says its kind at the end of a name: "District Coordination Committee of Kaski District"."""
    behind = next((i for i in range(len(said) - 1, 0, -1) if said[i - 1].text == "of"), len(said))
    found = place_of_kind(said, behind)
    return found.written if found is not None and found.end == len(said) else ""


def _is_name(said: Sequence[Word], i: int) -> bool:
    kind = said[i].text in _PLACES and said[i].text != "metropolitan"
    return said[i].capital and not said[i].is_mark and not kind and said[i].text != "sub"


def _place(name: Sequence[Word], end: int, level: Level, kind: str = "", loud: bool = False) -> Place:
    """loud: the kind behind the name is in capitals, too."""
    shouted = (loud or len(name) > 1) and all(w.upper for w in name)
    short = [w.upper and (len(w.text) < 4 or not shouted) for w in name]
    said = [_as_name(word, kept) for word, kept in zip(name, short, strict=True)]
    full = " ".join([*said, kind]).strip()
    return Place(end, level, Region(full, full, level), full)


def _as_name(word: Word, in_capitals: bool) -> str:
    return word.text.upper() if in_capitals else word.text.title() if word.capital else word.text
