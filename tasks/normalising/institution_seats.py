"""Central offices in a region: whether the place in their name is what they govern or only where they sit."""

import re
from collections.abc import Sequence

from tasks.model.values import Level
from tasks.normalising.institution_heads import Pattern
from tasks.normalising.institution_places import Place, place_at
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

MARKERS = frozenset({"kabupaten", "kota"})
MARKED = MARKERS | {"provinsi"}
_BEFORE_A_SEAT = frozenset({"di", "wilayah"})
_ROMAN = re.compile("[ivx]+")


def is_seat(said: Sequence[Word], head_end: int, place: Place, pattern: Pattern) -> bool:
    """Whether a town is only the seat: "KPPN Bandung" serves more than it, "Polres Sleman" and "KPU Kota X" do not."""
    if "seat" not in pattern.slots or place.level is not Level.DISTRICT:
        return False
    return not any(word.text in MARKERS for word in said[head_end : place.end])


def seat_start(said: Sequence[Word], i: int) -> int:
    """Index of the town's own name: behind "di"."""
    while said[i].text in _BEFORE_A_SEAT:
        i += 1
    return i


def numbered(said: Sequence[Word], i: int, pattern: Pattern) -> int:
    """Index behind a number of several offices in one place, which belongs to the name: "Kanwil DJP Jawa Timur I"."""
    central = pattern.level is Level.CENTRAL_UNIT and i < len(said)
    return i + 1 if central and said[i].upper and _ROMAN.fullmatch(said[i].text) else i


def joined_end(said: Sequence[Word], i: int, pattern: Pattern, name: str, gazetteer: Gazetteer) -> int:
    """Index behind the places that one central office serves together: "BPTD Wilayah X Jateng-DIY"; `i` if it is one.

    name: what stands between its head and the first place. A hyphen joins places; "dan" only those of an office that
    has a number or a name of its own, since others are one in each place ("Balai Bahasa Jateng dan DIY").
    """
    end = i
    while pattern.level is Level.CENTRAL_UNIT and end < len(said):
        start = end + 1 if said[end].text == "dan" and name else end
        hyphen = start == end and said[end].start - said[end - 1].end == 1
        place = place_at(said, start, gazetteer) if start < len(said) and (hyphen or start > end) else None
        if place is None or place.region is None or place.level is not Level.PROVINCE:
            break
        end = place.end
    return end
