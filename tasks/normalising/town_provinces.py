"""The province that stands behind a comma after an office of a town: "LGU of Leven, Northern Surin"."""

from collections.abc import Sequence

from tasks.model.values import Level
from tasks.normalising.english_names import name_end, place_of_kind
from tasks.normalising.institution_heads import Named
from tasks.normalising.region_context import DIRECTIONS
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

_CLOSING = frozenset({",", ";", "/", "\n", ")", "(", "and", "dan"})


def with_province(said: Sequence[Word], named: Named, gazetteer: Gazetteer) -> Named:
    """The office up to the end of its province; nothing else is taken for one, since another owner may follow."""
    start = named.end + 1
    if named.institution.level is not Level.DISTRICT or start >= len(said) or said[named.end].text != ",":
        return named
    end = _province_end(said, start, gazetteer)
    closed = end == len(said) or said[end].text in _CLOSING
    return named._replace(end=end) if end > start and closed else named


def _province_end(said: Sequence[Word], i: int, gazetteer: Gazetteer) -> int:
    known = gazetteer.at(said, i)
    if known is not None and known[0].level is Level.PROVINCE:
        return known[1]
    place = place_of_kind(said, i)
    if place is not None:
        return place.end if place.level is Level.PROVINCE else i
    return name_end(said, i) if said[i].capital and said[i].text in DIRECTIONS else i
