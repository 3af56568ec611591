"""Whose an office is: one that a title or a cell names without its place, and the place that stands beside it."""

import re
from dataclasses import dataclass

from tasks.extraction.phrases import starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import fold, tidy

_EVERYWHERE = re.compile(
    r"[\s,(]+(?:se(?=-|\s)[-\s]*|se(?=prov|kab|kota|indonesia)|(?:di\s+)?(?:seluruh|semua|masing-masing)\s*|(?:throughout|across|in)\s).*$",
    re.IGNORECASE,
)
"""What says that all offices of a kind are meant: "se-Provinsi X", "di seluruh Indonesia", "across the country"."""
_KIND = r"kab(?:upaten)?\b\.?|kota\b|prov(?:insi)?\b\.?"
_OF_LEVEL = re.compile(rf"\s+(?:{_KIND})(?:[\s/,]*(?:dan\b|atau\b|&)?\s*(?:{_KIND}))*$", re.IGNORECASE)
_SHORT = re.compile(
    r"di[ns](?:arpus|bin|bud|bun|dag|dalduk|dik|duk|hub|hut|ind|kan|kel|kes|ket|kom|kop|kum|lut|nak|naker|par|pend|per(?!s)"
    r"|pmd|por|pus|sos|tan(?!c|t))[a-z\d]*(?!\w)",
    re.IGNORECASE,
)
"""A Dinas by its short form ("Dishub", "Disnakeswan", "Dinkes")."""
_ENGLISH = re.compile(
    r"(?:the\s+)?(?P<kind>county|district|provincial|regional|state|municipal|city)\s+(?P<rest>\S.*)", re.IGNORECASE
)
_MARKS = {"district": re.compile(r"\b(?:kab|kota)", re.IGNORECASE), "province": re.compile(r"\bprov", re.IGNORECASE)}
_PLURAL = re.compile(
    r"\b(department|office|government|council|authorit(?=ies)|director(?=ate)|team|committee|commission|unit|board)(?:ies|s)\b",
    re.IGNORECASE,
)
_LEVELS = {"county": "district", "district": "district", "municipal": "district", "city": "district",
           "provincial": "province", "regional": "province", "state": "province"}  # fmt: skip
_PLACE_KINDS = re.compile(r"\s+(?:county|district|province|region|state|municipality|city)$", re.IGNORECASE)
_PLACES = re.compile(r"\s*(?:[,;/&\n]|\bdan\b|\band\b)\s*", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "for", "the", "in", "dan", "di", "untuk"})
_LONGEST = 3  # words of a place that no list has
_SPOKEN = re.compile(r"^(?:[^aeiou]{0,2}[aeiouy][^aeiou]{0,3})+$")
"""A word that can be spoken, which most short forms can't."""
_SHORTEST = 3  # letters of a word in capitals that may be a short form even if it can be spoken


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of office of which every place has one.

    before: what stands before the place, behind: after it; levels: those of the places that have one.
    """

    before: str
    behind: str
    levels: frozenset[str]

    def of(self, place: str) -> str:
        """The office of a place: "Dinas Sosial Kab. Bantul", "Nandi County Department of Health"."""
        bare = _PLACE_KINDS.sub("", place) if self.behind else place
        return " ".join(words for words in (self.before, bare, self.behind) if words)


def kind_of(words: str, recognise: Recognisers) -> Kind | None:
    """The kind of office that words name without any place; None for all else, offices of a place among them."""
    bare = collective(cased(tidy(words)))
    english = _ENGLISH.fullmatch(bare)
    if english is not None and recognise.only_institutions(bare):
        rest = _PLURAL.sub(_singular, english["rest"])
        return Kind("", f"{english['kind'].capitalize()} {rest}", frozenset({_LEVELS[english["kind"].casefold()]}))
    level = _OF_LEVEL.search(bare)
    head = bare[: level.start()] if level is not None else bare
    if not head or recognise.place_levels(head) or not (level is not None or _regional(head)):
        return None
    told = frozenset(name for name, mark in _MARKS.items() if level is not None and mark.search(level.group()))
    return Kind(head.rstrip(" ,("), "", told or frozenset(_MARKS))


def collective(words: str) -> str:
    """All offices of a kind without the region that holds them; those "se-Provinsi X" are those of its districts."""
    bare = _EVERYWHERE.sub("", words)
    of_districts = bare != words and _OF_LEVEL.search(bare) is None and _regional(bare)
    return f"{bare} Kabupaten/Kota" if of_districts else bare


def _singular(found: "re.Match[str]") -> str:
    return found[1] + ("y" if found[0].casefold().endswith("ies") else "")


def _regional(words: str) -> bool:
    """Whether words begin like an office that every region has."""
    return starts("regional office", words) or _SHORT.match(words) is not None


def of_places(words: str, places: str, recognise: Recognisers) -> str:
    """The offices of the places beside a kind of office; "" if the words name no kind, or the places do not fit it."""
    kind = kind_of(words, recognise) if places.strip() else None
    if kind is None:
        return ""
    parts = [part for part in _PLACES.split(tidy(places)) if part]
    fits = bool(parts) and all(_fits(part, kind, recognise) for part in parts)
    return "; ".join(kind.of(part) for part in parts) if fits else ""


def _fits(place: str, kind: Kind, recognise: Recognisers) -> bool:
    levels = recognise.place_levels(place)
    if recognise.only_institutions(place) and (starts("office", place) or not recognise.only_regions(place)):
        return False
    if levels:
        return recognise.only_regions(place) and levels <= kind.levels
    said = place.split()
    marked = next((level for level, mark in _MARKS.items() if mark.match(place)), "")
    named = 0 < len(said) <= _LONGEST and all(w[:1].isupper() and w.isalpha() for w in (w.strip("'.-") for w in said))
    return named and (marked in kind.levels if marked else bool(kind.behind) or len(kind.levels) == 1)


def cased(words: str) -> str:
    """Words in capitals as they stand in running text; short forms keep theirs ("DINAS PUPR" → "Dinas PUPR")."""
    return " ".join(_cased(w) for w in words.split()) if words.isupper() else words


def _cased(word: str) -> str:
    key = fold(word)
    if key in _SMALL:
        return word.casefold()
    return word.title() if _SPOKEN.search(key) and len(key) > _SHORTEST else word
