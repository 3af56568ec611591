"""One office read after one pattern: its head, and the name or the place behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.model.values import Institution, Level
from tasks.normalising.english_names import by_ending_of, kind_in_head, place_behind_of, place_of_office
from tasks.normalising.institution_heads import Named, Pattern, patterns
from tasks.normalising.institution_places import JOINTS, Place, place_at, places_behind, suffix, with_marker
from tasks.normalising.institution_seats import MARKED, MARKERS, is_seat, joined_end, numbered, seat_start
from tasks.normalising.regions import Gazetteer
from tasks.normalising.subject_names import of_ministry, subject_follows, subjects_listed
from tasks.normalising.words import Word

_CONNECTORS = frozenset({"dan", "of", "and", "for", "the", "de"})
_SECRETARIAT = (("setda",), ("sekda",), ("sekretariat", "daerah"))
_NAMES = frozenset({"name", "name?", "school"})
_WHOLES = frozenset({"within", "unit"})
_AS_WRITTEN = frozenset({"written", "english"})
_LONGEST_NAME = 10
_LONGEST_PART = 3  # words between the commas of a name
_CENTRAL = frozenset({Level.CENTRAL, Level.CENTRAL_UNIT})
_LEVEL_NAMES = {Level.PROVINCE: " Provinsi", Level.DISTRICT: " Kabupaten/Kota"}


class KnownAt:
    """Tells whether an institution begins at a word, so that a name does not run into the next one."""

    def __call__(self, i: int) -> bool:
        """False unless a directory says otherwise."""
        return False

    def named(self, i: int) -> "list[Named]":
        """The institutions that begin at a word."""
        return []

    def house(self, i: int) -> tuple[str, int]:
        """The ministry or agency that a word names, or of which it names a unit, and the index behind; "" if none."""
        return "", i


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

    def read(self) -> list[Named]:
        """Nothing if what the pattern needs does not follow."""
        slots, end, name = self.pattern.slots, self.head_end, ""
        if "alone" in slots and end < len(self.said) and not self.said[end].is_mark:
            return []
        if not slots.isdisjoint(_NAMES):
            end = self._name_end()
            name = self._written(self.head_end, end)
            if not name and "name?" not in slots:
                return []
        elif "place" in slots:
            end = numbered(self.said, end, self.pattern)
            name = self._written(self.head_end, end)
        if "setda" in slots:
            secretariat = self._secretariat(end)
            if not secretariat:
                return []
            name, end = f"{name} Sekretariat Daerah", secretariat
        if "within" in slots and (whole := self.known_at.named(end)):
            return [self._within(whole[0])]
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
        return mark.text == "," and self._goes_on(end)

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
            return Named(Institution(said, level or Level.OTHER, region), end, p.office)
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
        first = self._place_at(end - 1 if "back" in slots else end)
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
        if level is None or not (level in _CENTRAL or (level is Level.OTHER and "seat" in slots)):
            return place.level
        said = self.said[self.head_end : place.end] if "marked" in slots else ()
        return place.level if any(word.text in MARKED for word in said) else level

    def _place_at(self, i: int) -> Place | None:
        """The place at a word; below a district, only one that says its kind: "Puskesmas Depok" is of no Kota Depok."""
        if "below" in self.pattern.slots and (i >= len(self.said) or self.said[i].text not in MARKERS):
            return None
        return place_at(self.said, i, self.gazetteer)

    def _head_at(self, i: int) -> bool:
        return patterns().at(self.said, i) is not None

    def _name_end(self) -> int:
        end, limit = self.head_end, min(self.head_end + _LONGEST_NAME, len(self.said))
        while end < limit and self._belongs(end):
            end += 1
        while end > self.head_end and self.said[end - 1].text in _CONNECTORS | {","}:
            end -= 1
        return end

    def _belongs(self, i: int) -> bool:
        word = self.said[i]
        if word.text == "," or word.text in _CONNECTORS:
            return (i > self.head_end or word.text == "the") and self._goes_on(i)
        if i > self.head_end and self._another(i):
            return False
        if (word.is_mark and not self._is_inside(i)) or (
            "place" in self.pattern.slots and self._place_at(i) is not None
        ):
            return False
        if self._secretariat(i):
            return False
        if _is_verb(word.text):
            return False
        small = self.cell and not self.said[self.head_end].capital
        return word.capital or word.is_mark or word.text.isdigit() or small

    def _is_inside(self, i: int) -> bool:
        """Whether a stroke right behind a number is part of a name: "Kodam V/Brawijaya"."""
        name = "slash" in self.pattern.slots and self.said[i].text == "/" and i + 1 < len(self.said)
        return name and self.said[i - 1].end == self.said[i].start and self.said[i + 1].capital

    def _another(self, i: int) -> bool:
        """Whether the whole begins here of which this office is a part."""
        slots = self.pattern.slots
        house, end = self.known_at.house(i) if self.pattern.level is Level.CENTRAL_UNIT else ("", i)
        if house and (end == len(self.said) or self.said[end].is_mark):
            return True
        return ("within" in slots and self.known_at(i)) or ("unit" in slots and self.known_at.house(i)[0] != "")

    def _goes_on(self, i: int) -> bool:
        """A comma or "dan" is inside a name when a word with a capital follows that begins no other institution."""
        if i + 1 >= len(self.said):
            return False
        following = self.said[i + 1]
        if self.said[i].text == "," and following.text not in _CONNECTORS and not self._listed(i + 1):
            return False
        if following.text in _CONNECTORS:
            return self._goes_on(i + 1)
        another = self.known_at(i + 1) and not (self._ministry and subject_follows(self.said, i + 1))
        return following.capital and not following.is_mark and not another

    @property
    def _ministry(self) -> bool:
        return of_ministry(self.said, self.start)

    def _listed(self, i: int) -> bool:
        """Whether the comma before this word lists parts of one name: "Pendidikan, Pemuda, dan Olahraga"."""
        if self.known_at(i):
            return False
        if self._ministry:
            return subjects_listed(self.said, i)
        end = next((j for j in range(i, len(self.said)) if self.said[j].is_mark or self.said[j].text == "dan"), 0)
        return 0 < end - i <= _LONGEST_PART and self.said[end].text in {",", "dan"}

    def _secretariat(self, i: int) -> int:
        for phrase in _SECRETARIAT:
            if i < len(self.said) and self.said[i].text == phrase[0]:
                end = i + len(phrase)
                return end if tuple(w.text for w in self.said[i:end]) == phrase else 0
        return 0

    def _written(self, start: int, end: int) -> str:
        return " ".join(self.text[self.said[start].start : self.said[end - 1].end].split()) if end > start else ""


def _is_verb(word: str) -> bool:
    """A transitive verb of Indonesian ("menyusun", "Melaksanakan"), which no name of an office holds."""
    return len(word) > 6 and word.startswith(("mem", "men", "mel", "mer")) and not word.startswith("menengah")
