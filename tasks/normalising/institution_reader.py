"""One office read after one pattern: its head, and the name or the place behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tasks.model.values import Institution, Level
from tasks.normalising.english_names import by_ending_of, kind_in_head, place_behind_of, place_of_office
from tasks.normalising.institution_extent import KnownAt, NameExtent
from tasks.normalising.institution_heads import Named, Pattern, patterns
from tasks.normalising.institution_places import JOINTS, Place, place_at, places_behind, suffix, with_marker
from tasks.normalising.institution_seats import MARKED, is_seat, joined_end, numbered, seat_start
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word

_NAMES = frozenset({"name", "name?", "school"})
_WHOLES = frozenset({"within", "unit"})
_AS_WRITTEN = frozenset({"written", "english"})
_CENTRAL = frozenset({Level.CENTRAL, Level.CENTRAL_UNIT})
_LEVEL_NAMES = {Level.PROVINCE: " Provinsi", Level.DISTRICT: " Kabupaten/Kota"}


@dataclass(slots=True)
class Reader:
    """Reads from the words behind a head what its pattern asks for."""

    text: str
    said: Sequence[Word]
    start: int
    head_end: int
    pattern: Pattern
    gazetteer: Gazetteer
    cell: bool
    known_at: KnownAt
    _extent: NameExtent = field(init=False)

    def __post_init__(self) -> None:
        self._extent = NameExtent(
            self.said, self.start, self.head_end, self.pattern, self.gazetteer, self.cell, self.known_at
        )

    def asking(self, pattern: Pattern) -> "Reader":
        """One that reads the same words after another pattern."""
        if pattern is self.pattern:
            return self
        return Reader(
            self.text, self.said, self.start, self.head_end, pattern, self.gazetteer, self.cell, self.known_at
        )

    def read(self) -> list[Named]:
        """Nothing if what the pattern needs does not follow."""
        slots, end, name = self.pattern.slots, self.head_end, ""
        if "alone" in slots and end < len(self.said) and not self.said[end].is_mark:
            return []
        if not slots.isdisjoint(_NAMES):
            end = self._extent.end()
            name = self._written(self.head_end, end)
            if not name and "name?" not in slots:
                return []
        elif "place" in slots:
            end = numbered(self.said, self._extent.further_subject(), self.pattern)
            name = self._written(self.head_end, end)
        if "setda" in slots:
            secretariat = self._extent.secretariat(end)
            if not secretariat:
                return []
            name, end = f"{name} Sekretariat Daerah", secretariat
        if "within" in slots and (whole := self.known_at.named(end)):
            return [self._within(whole[0]) if name else whole[0]]
        if "place" not in slots:
            return [self._plain(name, end)]
        return self._placed(name, end)

    def may_pass(self, end: int, found: Sequence[Pattern]) -> bool:
        """Whether one of these patterns may read more than the words up to `end`.

        A name runs over no mark but commas of its own; the whole of which an office is a part, and the places of a
        level ("Kab/Kota"), may hold others.
        """
        if end == len(self.said):
            return False
        mark = self.said[end]
        if not mark.is_mark or mark.text == "/" or any(not p.slots.isdisjoint(_WHOLES) for p in found):
            return True
        return mark.text == "," and self._extent.goes_on(end)

    def _plain(self, name: str, end: int) -> Named:
        p = self.pattern
        if "unit" in p.slots:
            said = self._written(self.start, end) if "written" in p.slots else f"{p.canonical} {name}".strip()
            house, behind = self.known_at.house(end)
            return Named(Institution(said, p.level or Level.CENTRAL), behind, p.office, True, house)
        if "written" in p.slots or not p.canonical:
            said = self._written(self.start, end)
            foreign = by_ending_of(self.said[self.start : end], said, self.gazetteer)
            region = foreign.region if foreign is not None and foreign.level is p.level else ""
            region = region or place_behind_of(self.said[self.start : end])
            level = foreign.level if "ending" in p.slots and foreign is not None else p.level
            otherwise = Level.PROVINCE if "place" in p.slots else Level.OTHER
            return Named(Institution(said, level or otherwise, region), end, p.office)
        full = f"{p.canonical} {name}".strip()
        if "setda" in p.slots:
            full += _LEVEL_NAMES[p.level or Level.PROVINCE]
        return Named(Institution(full, p.level or Level.PROVINCE), end, p.office)

    def _within(self, whole: Named) -> Named:
        """A unit of an office: at its level, in its region, under the name that is written."""
        of = whole.institution
        return Named(Institution(self._written(self.start, whole.end), of.level, of.region), whole.end)

    def _placed(self, name: str, end: int) -> list[Named]:
        slots = self.pattern.slots
        first = self._extent.place(end - 1 if "back" in slots else end)
        if "back" in slots and (first is None or first.region is None):
            first = place_at(self.said, end, self.gazetteer)
        if first is None and "english" in slots:
            first = self._open_place(end)
        if first is None:
            return [] if "needed" in slots else [self._plain(name, end)]
        joined = joined_end(self.said, first.end, self.pattern, name, self.gazetteer)
        if joined > first.end:
            return [self._plain(self._written(self.head_end, joined), joined)]
        if first.end == len(self.said) or self.said[first.end].text not in JOINTS:
            return [self._at_place(name, end, first)]
        behind = tuple(places_behind(self.said, first, self.gazetteer, self._head_at))
        starts = [end, *(self._past_joints(place.end) for place in (first, *behind))]
        return [self._at_place(name, start, place) for start, place in zip(starts, (first, *behind), strict=False)]

    def _past_joints(self, end: int) -> int:
        while end < len(self.said) and self.said[end].text in JOINTS:
            end += 1
        return end

    def _open_place(self, end: int) -> Place | None:
        slots, level = self.pattern.slots, self.pattern.level
        by_level = "Province" if level is Level.PROVINCE else "District"
        kind = "County" if "county" in slots else kind_in_head(self.said[self.start], by_level)
        kind = "" if "named" in slots else kind
        return place_of_office(self.said, end, level, kind, bare="short" in slots and self.cell)

    def _at_place(self, name: str, start: int, place: Place) -> Named:
        p = self.pattern
        level = self._level_at(place)
        region = place.region.name if place.region else ""
        head, end = p.canonical, numbered(self.said, place.end, p)
        if "own" in p.slots and place.region:
            head = self._written(self.start, self.head_end)
        if "short" in p.slots and head:
            full = f"{head} of {region or place.written}"
        elif not p.slots.isdisjoint(_AS_WRITTEN) or not head:
            first = start <= self.head_end + len(name.split())
            own = f"{self._written(self.start, self.head_end)} {name}".strip()
            full = self._written(self.start, end) if first else f"{own} {self._written(start, end)}"
        elif "full" in p.slots and place.region:
            full = f"Pemerintah {with_marker(place.region)}"
        else:
            full = f"{head} {name}".strip() + suffix(place, level)
        if level is p.level and is_seat(self.said, self.head_end, place, p):
            start = seat_start(self.said, start)
            plain = full if "written" in p.slots else f"{head} {name}".strip() + f" {self._written(start, end)}"
            return Named(Institution(plain, level), end, p.office)
        if end > place.end and not full.endswith(self._written(place.end, end)):
            full = f"{full} {self._written(place.end, end)}"
        return Named(Institution(full, level, region), end, p.office)

    def _level_at(self, place: Place) -> Level:
        """The level of an office of a place: a unit that may be a region's says so ("UPT Balai Benih Prov. Sulsel")."""
        level, slots = self.pattern.level, self.pattern.slots
        if level is Level.DISTRICT and "named" in slots:
            return level
        if level is None or not (level in _CENTRAL or (level is Level.OTHER and "seat" in slots)):
            return place.level
        said = self.said[self.head_end : place.end] if "marked" in slots else ()
        return place.level if any(word.text in MARKED for word in said) else level

    def _head_at(self, i: int) -> bool:
        return patterns().at(self.said, i) is not None

    def _written(self, start: int, end: int) -> str:
        return " ".join(self.text[self.said[start].start : self.said[end - 1].end].split()) if end > start else ""
