"""Places that no list has, told by the known district beside which they stand: "in Eastwell, Nandi Hills and Kora"."""

from collections.abc import Sequence

from tasks.model.values import Level, Region
from tasks.normalising.english_names import by_ending, is_short_form
from tasks.normalising.region_lists import Span, before, behind
from tasks.normalising.words import Word

_WHERE = frozenset({"in", "across", "throughout", "within", "of", "for", "to", "from", "at"})
_KINDS = frozenset({"district", "county", "municipality", "province", "region", "state"})
_PLURALS = frozenset({"districts", "counties", "municipalities", "provinces", "regions", "states"})


def of_the_same_kind(said: Sequence[Word], known: Sequence[Span], other: Sequence[int]) -> list[Region]:
    """Regions that no list has, whose names stand behind one preposition with a district that is known.

    other: words that are part of another name.
    """
    out: list[Region] = []
    taken = {*other, *(i for start, end, _ in known for i in range(start, end))}
    for start, end, region in known:
        names = [*before(said, start), *behind(said, end)]
        first = min([start, *(i for i, _ in names)])
        if region.level is not Level.DISTRICT or not first or said[first - 1].text not in _WHERE | _PLURALS:
            continue
        kind = region.name.split()[-1]
        shown = f" {kind}" if kind.casefold() in _KINDS else ""
        for i, stop in sorted(names):
            name = said[i:stop]
            if taken.isdisjoint(range(i, stop)) and _may_be_name(name):
                full = " ".join(word.text.title() for word in name) + shown
                out.append(Region(full, full, region.level))
    return out


def _may_be_name(name: Sequence[Word]) -> bool:
    if any(is_short_form(word) or word.text.isdigit() for word in name) or name[-1].text in _KINDS | _PLURALS:
        return False
    return by_ending(name, " ".join(word.text for word in name)) is None
