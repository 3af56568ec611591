"""What stands around the name of a region and tells that something else is named: a sea, a university, a mountain."""

from collections.abc import Sequence

from tasks.normalising.words import Word

_BEFORE = frozenset({
    "bahasa", "berbahasa", "aksara", "suku", "etnis", "budaya", "adat", "sastra", "tari", "batik", "bank", "jalan",
    "jl", "stadion", "kri", "penyakit", "vaksin",
})  # fmt: skip
"""Directly before the name: "bahasa Bali"; before several of which commas stand between, too."""
_BREEDS = frozenset({"sapi", "kambing", "domba", "kerbau", "ayam", "itik"})
"""Directly before the name where it is no short form: "sapi Bali", not "sapi NTT"."""
_FEATURES = frozenset({
    "laut", "selat", "sungai", "danau", "gunung", "pegunungan", "teluk", "samudra", "samudera", "das", "waduk",
    "bendungan", "kawah", "rawa", "mount", "lake",
})  # fmt: skip
"""Directly before the name: "Laut Natuna"; behind a comma stands where it lies: "Danau Toba, Sumut"."""
_FAR_BEFORE = frozenset({
    "universitas", "institut", "politeknik", "bandara", "hotel", "university", "taman", "kapal", "stadion",
})  # fmt: skip
"""Before further names: "Universitas Negeri Malang", "Bandara Sultan Hasanuddin Makassar"."""
_BEHIND = frozenset({
    "language", "university", "sea", "strait", "straits", "river", "lake", "bay", "gulf", "airport", "basin",
})  # fmt: skip
PARTICLES = frozenset({"del", "de", "do", "dos", "du", "da", "das", "la", "las", "los", "el", "al", "van"})
"""Small words within the name of a place."""
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "norte", "sur", "oriental",
    "occidental", "nord", "sud", "est", "ouest", "upper", "lower", "so", "no",
})  # fmt: skip
"""Words that make another name of a name."""
_FARTHEST = 5  # words between such a word and the name


def names_something_else(said: Sequence[Word], i: int, end: int) -> bool:
    """Such as "bahasa Bali", "bahasa daerah Bugis dan Makassar", "Universitas Jambi", "Natuna Sea"."""
    if end < len(said) and said[end].text in _BEHIND:
        return True
    behind_comma = i > 0 and said[i - 1].text == ","
    while i > 1 and said[i - 1].text in {"dan", ","}:
        i -= 2
    while i > 0 and said[i - 1].text == "daerah":
        i -= 1
    if i > 0 and not behind_comma and said[i - 1].text in (_FEATURES if said[i].upper else _FEATURES | _BREEDS):
        return True
    return i > 0 and (said[i - 1].text in _BEFORE or _far_before(said, i - 1))


def _far_before(said: Sequence[Word], i: int) -> bool:
    for j in range(i, max(i - _FARTHEST, -1), -1):
        if said[j].text in _FAR_BEFORE:
            return True
        if not said[j].capital or said[j].is_mark:
            return False
    return False


def stands_alone(said: Sequence[Word], i: int, end: int) -> bool:
    """Whether no other name touches it: the "Batu" of "Kec. Batu Ampar" is no city, nor the "Matra" of "Gili Matra"."""
    before = i > 0 and _is_name(said[i - 1])
    behind = end < len(said) and _is_name(said[end])
    return not (before or behind)


def is_part_of_name(said: Sequence[Word], i: int, end: int) -> bool:
    """Whether words of direction or of a longer name touch it: "Southern Leven", "Leven del Norte"."""
    before = i > 0 and said[i - 1].capital and said[i - 1].text in DIRECTIONS
    behind = end < len(said) and (said[end].text in PARTICLES or (said[end].capital and said[end].text in DIRECTIONS))
    return before or behind


def _is_name(word: Word) -> bool:
    return word.capital and not word.is_mark
