"""Offices of regions of the plan's own country, beside whose names they stand: "KZN EDTEA", "DWS Limpopo".

For plans of other countries than Indonesia whose country is known.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tasks.model.values import Institution, Level, Region
from tasks.normalising.directory_rows import Entry
from tasks.normalising.field_offices import FIRST_WORDS
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.office_short_forms import EntryAt, ShortForms
from tasks.normalising.open_place_offices import BesideOpenPlace
from tasks.normalising.region_shorts import kind_in_full
from tasks.normalising.regions import Gazetteer
from tasks.normalising.shared_heads import beside
from tasks.normalising.subject_departments import department_before, department_behind
from tasks.normalising.words import Word

Read = Callable[[int], list[Named]]
_GOVERNED = frozenset({Level.PROVINCE, Level.DISTRICT})
_DEPARTMENTS = ("National Department of ", "Department of ", "Federal Ministry of ", "Ministry of ")
_HEADS = frozenset({"department", "dept", "directorate", "ministry", "division", "bureau", "office"})
_SUBJECTS = frozenset({
    "health", "education", "agriculture", "treasury", "police", "transport", "tourism", "housing", "environment",
    "fisheries", "forestry", "livestock", "roads", "works",
})  # fmt: skip
"""Behind a region's name they stand for its department: "Queensland Health", "KZN Education"."""
_BRANCHES = frozenset({"chapter", "branch", "office"})
_KINDS_FIRST = frozenset({"region", "regions", "district", "districts", "province", "zone"})
"""Kinds that a number follows: such an office keeps its number ("OCD Region V")."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Reads one office from the words of a text.

    entry_at: known spellings; read: what the name that begins at a word stands for; cell: in a cell for institutions,
    where short forms that nobody knows name an office of the region, and a district alone names its government.
    """

    said: Sequence[Word]
    text: str
    gazetteer: Gazetteer
    entry_at: EntryAt
    read: Read
    cell: bool
    _short: ShortForms = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_short", ShortForms(self.said, self.text, self.entry_at))

    def at(self, i: int) -> list[Named]:
        """The office that begins at a word, with its region in front ("Limpopo LEDET") or behind ("DWS Limpopo")."""
        if not self.gazetteer.country or self.said[i].is_mark:
            return []
        placed = self._region(i)
        if placed is None:
            known = self._before_region(i) or department_before(self._short, i, self._region)
            return known or (self._unit(i) or BesideOpenPlace(self._short).at(i) if self.cell else [])
        known = self._known_behind(i, placed) or self._department(i, placed)
        known = known or department_behind(self._short, i, placed)
        return known or (self._unheard(i, placed) if self.cell else [])

    def _region(self, i: int) -> tuple[Region, int] | None:
        found = self.gazetteer.at(self.said, i) if i < len(self.said) else None
        return found if found is not None and found[0].level in _GOVERNED else None

    def _known_behind(self, i: int, placed: tuple[Region, int]) -> list[Named]:
        """A known short form behind its region: "KZN EDTEA", "Limpopo DoH", "Kano SUBEB"."""
        start = placed[1]
        entry = self.entry_at(start) if start < len(self.said) else None
        if entry is None or not self._short.is_short(start, entry[1]) or not self._short.closed(entry[1]):
            return []
        known = entry[0].institution
        if known.level is Level.CENTRAL and known.name.startswith(_DEPARTMENTS):
            name = known.name.removeprefix("National ").removeprefix("Federal ")
            return [self._named(f"{placed[0].name} {name}", placed[0].level, placed[0], entry[1])]
        return self._of_region(known, i, placed[0], entry[1])

    def _department(self, i: int, placed: tuple[Region, int]) -> list[Named]:
        """A department in full behind its region: "Gauteng Department of Health"."""
        region, end = placed
        if (
            end + 1 >= len(self.said)
            or self.said[end].text not in _HEADS
            or self.said[end + 1].text not in {"of", "for"}
        ):
            return []
        named = self.read(end)
        behind = named[0].end if len(named) == 1 else end
        return [self._named(self._short.written(i, behind), region.level, region, behind)] if behind > end + 1 else []

    def _unheard(self, i: int, placed: tuple[Region, int]) -> list[Named]:
        """A short form that nobody knows or a subject behind its region, or the government of a district alone."""
        region, end = placed
        behind = end if patterns().at(self.said, end) is not None else self._short.end(end)
        if behind == end < len(self.said) and self.said[end].text in _SUBJECTS and self.said[end].capital:
            behind = end + 1
        if behind > end and self._short.closed(behind):
            return [self._named(self._short.written(i, behind), region.level, region, behind)]
        if region.level is Level.DISTRICT and self._short.closed(end):
            return [self._named(kind_in_full(self.said, self.text, i, end), region.level, region, end)]
        return []

    def _before_region(self, i: int) -> list[Named]:
        """A short form before its region: "EDTEA KZN", "DepEd Leyte", "PRC Leyte Chapter"."""
        entry = self.entry_at(i)
        start = self._end_before_region(i, entry)
        placed = self._region(start) if start > i and self.said[start].text not in _KINDS_FIRST else None
        if placed is None:
            return []
        region, end = placed
        if entry is not None and end < len(self.said) and self.said[end].text in _BRANCHES:
            return [self._branch(entry[0].institution, i, region, end + 1)]
        if not self._short.closed(end):
            return []
        if entry is None:
            return [self._named(self._short.written(i, end), region.level, region, end)] if self.cell else []
        return self._of_region(entry[0].institution, i, region, end)

    def _end_before_region(self, i: int, entry: tuple[Entry, int] | None) -> int:
        """The index behind the short form of an office, and of a unit of it, at a word; the word itself if none."""
        if entry is None and patterns().at(self.said, i) is not None:
            return i
        start = entry[1] if entry is not None else self._short.end(i)
        if entry is not None and self.entry_at(start) is None and self._region(start) is None:
            start = self._short.end(start)
        return start if i < start < len(self.said) and self._short.is_short(i, start) else i

    def _of_region(self, known: Institution, i: int, region: Region, end: int) -> list[Named]:
        """What a known body means beside a region: itself, a central one's unit there, or that kind of office there."""
        if known.region:
            return [Named(known, end)] if known.region == region.name else []
        if known.level is Level.CENTRAL:
            return [self._branch(known, i, region, end)]
        if known.level is region.level:
            return [self._named(beside(region.name, known.name), region.level, region, end)]
        return []

    def _branch(self, known: Institution, i: int, region: Region, end: int) -> Named:
        level = Level.CENTRAL_UNIT if known.level is Level.CENTRAL else known.level
        return self._named(self._short.written(i, end), level, region, end)

    def _unit(self, i: int) -> list[Named]:
        """A unit by its short form behind its ministry's: "DPWH BOD" is one, "DILG-LGA" the unit, "DEFF: CWM" DEFF."""
        whole = self.entry_at(i)
        end = whole[1] if whole is not None else len(self.said)
        if whole is None or whole[0].institution.level is not Level.CENTRAL or end == len(self.said):
            return []
        start = end + 1 if self.said[end].text == ":" else end
        behind = self._short.end(start)
        if (
            behind == start
            or not self._short.is_short(i, end)
            or self.said[start].text in FIRST_WORDS
            or not self._short.closed(behind)
        ):
            return []
        part = self.entry_at(start)
        if part is not None:
            joined = self.text[self.said[end - 1].end : self.said[start].start] == "-" and part[1] == behind
            return [Named(part[0].institution, behind)] if joined else []
        named = whole[0].institution if start > end else Institution(self._short.written(i, behind), Level.CENTRAL)
        return [Named(named, behind)]

    def _named(self, name: str, level: Level, region: Region, end: int) -> Named:
        return Named(Institution(name, level, region.name), end)
