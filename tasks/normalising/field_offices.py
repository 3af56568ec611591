"""Offices that a ministry has in regions told by numbers, and such regions: "FWD RO XIII", "FO V and FO VIII".

A region with a number keeps the words that name it: what it is called otherwise differs from country to country.
"""

from collections.abc import Iterator, Sequence

from tasks.model.values import Institution, Level, Region
from tasks.normalising.english_names import is_number, is_short_form
from tasks.normalising.institution_heads import Named
from tasks.normalising.words import Word

_HEADS = (
    ("regional", "field", "offices"), ("regional", "field", "office"), ("regional", "offices"),
    ("regional", "office"), ("field", "offices"), ("field", "office"), ("zonal", "offices"), ("zonal", "office"),
    ("ros",), ("fos",), ("rfos",), ("ro",), ("fo",), ("rfo",), ("regions",), ("region",),
)  # fmt: skip
"""What such an office is called, the longest first."""
FIRST_WORDS = frozenset(head[0] for head in _HEADS)
_PLURAL = frozenset({"offices", "ros", "fos", "rfos", "regions"})
_REGIONS = {
    "regions": Level.PROVINCE, "region": Level.PROVINCE, "provinces": Level.PROVINCE, "province": Level.PROVINCE,
    "districts": Level.DISTRICT, "district": Level.DISTRICT,
}  # fmt: skip
_JOINTS = frozenset({"and", "dan", ",", "/", "&"})


def field_offices(said: Sequence[Word], text: str, i: int) -> list[Named]:
    """The offices named from this word on, one for each number; those of all regions are one ("MGB ROs")."""
    if not said[i].capital:
        return []
    start = i + 1 if is_short_form(said[i]) and _head(said, i) == i else i
    end = _head(said, start)
    if end == start:
        return []
    numbers = list(_numbers(said, end))
    if not numbers:
        whole = start > i and said[end - 1].text in _PLURAL | {"office"} and said[start].text != "region"
        return [Named(_office(text[said[i].start : said[end - 1].end], ""), end)] if whole else []
    if start == i and said[i].text in _REGIONS:
        return []
    head = " ".join(text[said[i].start : said[end - 1].end].split())
    return [
        Named(_office(f"{_single(head)} {n}", f"Region {n}"), behind) for n, behind in _written(text, said, numbers)
    ]


def numbered_regions(text: str, said: Sequence[Word]) -> list[tuple[Region, int, int]]:
    """Regions told by their kind and number, with where they stand: "Regions V and VIII", "District 5"."""
    out = []
    for i, word in enumerate(said):
        level = _REGIONS.get(word.text) if word.capital else None
        if level is None:
            continue
        kind = word.text.removesuffix("s").title()
        for number, end in _written(text, said, list(_numbers(said, i + 1, again=False))):
            name = f"{kind} {number}"
            out.append((Region(name, name, level), word.start, said[end - 1].end))
    return out


def _office(name: str, region: str) -> Institution:
    return Institution(" ".join(name.split()), Level.CENTRAL_UNIT, region)


def _head(said: Sequence[Word], i: int) -> int:
    """The index behind the head that begins at a word, the word itself if none does."""
    if i >= len(said) or not said[i].capital:
        return i
    folded = tuple(word.text for word in said[i : i + 3])
    found = next((head for head in _HEADS if folded[: len(head)] == head), ())
    return i + len(found)


def _numbers(said: Sequence[Word], i: int, again: bool = True) -> Iterator[tuple[int, int]]:
    """Where the numbers behind a head stand, and the index behind each: "V, VI and VII".

    again: the head may be said again, as in "V and FO VIII".
    """
    while i < len(said) and is_number(said[i]):
        yield i, i + 1
        following = i + 2
        if i + 1 >= len(said) or said[i + 1].text not in _JOINTS:
            return
        if following < len(said) and said[following].text in _JOINTS:
            following += 1
        i = _head(said, following) if again else following


def _written(text: str, said: Sequence[Word], numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Each number as it stands, with what a hyphen adds to it ("IV-A"), and the index behind."""
    for i, end in numbers:
        glued = end < len(said) and text[said[i].end : said[end].start] == "-" and len(said[end].text) == 1
        last = end if glued else i
        yield text[said[i].start : said[last].end], last + 1


def _single(head: str) -> str:
    """The head for one office: "ROs" → "RO", "Regional Offices" → "Regional Office"."""
    *before, last = head.split()
    return " ".join([*before, last.removesuffix("s") if last.casefold() in _PLURAL else last])
