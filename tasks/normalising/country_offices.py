"""Offices of regions of the plan's own country, beside whose names they stand: "KZN EDTEA", "DWS Limpopo".

For plans of other countries than Indonesia whose country is known.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.model.values import Institution, Level, Region
from tasks.normalising.directory_rows import Entry
from tasks.normalising.english_names import is_short_form
from tasks.normalising.field_offices import FIRST_WORDS
from tasks.normalising.institution_definitions import NO_SITES
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.owner_roles import is_role_word
from tasks.normalising.region_shorts import kind_in_full
from tasks.normalising.regions import Gazetteer
from tasks.normalising.shared_heads import beside
from tasks.normalising.short_forms import is_short_form as is_written_short
from tasks.normalising.words import Word

EntryAt = Callable[[int], tuple[Entry, int] | None]
"""The known spelling that begins at a word, and the index behind it."""
Read = Callable[[int], list[Named]]
_GOVERNED = frozenset({Level.PROVINCE, Level.DISTRICT})
_LINKS = frozenset({"and", "dan", "with", "or", "to", "for", "in"})
_DEPARTMENTS = ("National Department of ", "Department of ", "Federal Ministry of ", "Ministry of ")
_HEADS = frozenset({"department", "dept", "directorate", "ministry", "division", "bureau", "office"})
_SUBJECTS = frozenset({
    "health", "education", "agriculture", "treasury", "police", "transport", "tourism", "housing", "environment",
    "fisheries", "forestry", "livestock", "roads", "works",
})  # fmt: skip
"""Behind a region's name they stand for its department: "Queensland Health", "KZN Education"."""
_BRANCHES = frozenset({"chapter", "branch", "office"})
_LONGEST_PLACE = 2  # words
_LONGEST = 8  # letters of a short form with small ones
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

    def at(self, i: int) -> list[Named]:
        """The office that begins at a word, with its region in front ("Limpopo LEDET") or behind ("DWS Limpopo")."""
        if not self.gazetteer.country or self.said[i].is_mark:
            return []
        placed = self._region(i)
        if placed is None:
            return self._before_region(i) or (self._unit(i) or self._beside_open_place(i) if self.cell else [])
        known = self._known_behind(i, placed) or self._department(i, placed)
        return known or (self._unheard(i, placed) if self.cell else [])

    def _region(self, i: int) -> tuple[Region, int] | None:
        found = self.gazetteer.at(self.said, i) if i < len(self.said) else None
        return found if found is not None and found[0].level in _GOVERNED else None

    def _known_behind(self, i: int, placed: tuple[Region, int]) -> list[Named]:
        """A known short form behind its region: "KZN EDTEA", "Limpopo DoH", "Kano SUBEB"."""
        start = placed[1]
        entry = self.entry_at(start) if start < len(self.said) else None
        if entry is None or not self._is_short(start, entry[1]) or not self._closed(entry[1]):
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
        return [self._named(self._written(i, behind), region.level, region, behind)] if behind > end + 1 else []

    def _unheard(self, i: int, placed: tuple[Region, int]) -> list[Named]:
        """A short form that nobody knows or a subject behind its region, or the government of a district alone."""
        region, end = placed
        behind = end if patterns().at(self.said, end) is not None else self._short_end(end)
        if behind == end < len(self.said) and self.said[end].text in _SUBJECTS and self.said[end].capital:
            behind = end + 1
        if behind > end and self._closed(behind):
            return [self._named(self._written(i, behind), region.level, region, behind)]
        if region.level is Level.DISTRICT and self._closed(end):
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
        if not self._closed(end):
            return []
        if entry is None:
            return [self._named(self._written(i, end), region.level, region, end)] if self.cell else []
        return self._of_region(entry[0].institution, i, region, end)

    def _end_before_region(self, i: int, entry: tuple[Entry, int] | None) -> int:
        """The index behind the short form of an office, and of a unit of it, at a word; the word itself if none."""
        if entry is None and patterns().at(self.said, i) is not None:
            return i
        start = entry[1] if entry is not None else self._short_end(i)
        if entry is not None and self.entry_at(start) is None and self._region(start) is None:
            start = self._short_end(start)
        return start if i < start < len(self.said) and self._is_short(i, start) else i

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
        return self._named(self._written(i, end), level, region, end)

    def _unit(self, i: int) -> list[Named]:
        """A unit by its short form behind its ministry's: "DPWH BOD" is one, "DILG-LGA" the unit, "DEFF: CWM" DEFF."""
        whole = self.entry_at(i)
        end = whole[1] if whole is not None else len(self.said)
        if whole is None or whole[0].institution.level is not Level.CENTRAL or end == len(self.said):
            return []
        start = end + 1 if self.said[end].text == ":" else end
        behind = self._short_end(start)
        if (
            behind == start
            or not self._is_short(i, end)
            or self.said[start].text in FIRST_WORDS
            or not self._closed(behind)
        ):
            return []
        part = self.entry_at(start)
        if part is not None:
            joined = self.text[self.said[end - 1].end : self.said[start].start] == "-" and part[1] == behind
            return [Named(part[0].institution, behind)] if joined else []
        named = whole[0].institution if start > end else Institution(self._written(i, behind), Level.CENTRAL)
        return [Named(named, behind)]

    def _beside_open_place(self, i: int) -> list[Named]:
        """A known short form beside a place that no list has: "DIET Ranchi", "Talasea DDA", "IMD Guwahati"."""
        entry = self.entry_at(i)
        if entry is not None:
            end = self._open_end(entry[1])
            known = entry[0].institution
            if end == entry[1] or known.region or not self._is_short(i, entry[1]) or not self._closed(end):
                return []
            if known.level is Level.CENTRAL:
                return [Named(Institution(self._written(i, end), Level.CENTRAL_UNIT), end)]
            return [self._of_open_place(i, entry[1], end, end)] if known.level is Level.DISTRICT else []
        end = self._open_end(i)
        entry = self.entry_at(end) if i < end < len(self.said) else None
        if entry is None or entry[0].institution.region or entry[0].institution.level is not Level.DISTRICT:
            return []
        short = self._is_short(end, entry[1]) and self._closed(entry[1])
        return [self._of_open_place(i, i, end, entry[1])] if short else []

    def _of_open_place(self, i: int, start: int, stop: int, end: int) -> Named:
        """The office written from `i` to `end`, of the place written from `start` to `stop`."""
        place = self._written(start, stop)
        return Named(Institution(self._written(i, end), Level.DISTRICT, f"{place} District"), end)

    def _open_end(self, i: int) -> int:
        """The index behind one or two words that may be a place's name, the word itself if none begins."""
        end = i
        while end < min(i + _LONGEST_PLACE, len(self.said)) and self._may_be_place(end):
            end += 1
        return end

    def _may_be_place(self, i: int) -> bool:
        word = self.said[i]
        named = word.capital and not word.is_mark and not word.upper and word.text not in NO_SITES
        return named and self.entry_at(i) is None and patterns().at(self.said, i) is None

    def _is_short(self, i: int, end: int) -> bool:
        return end > i and is_written_short(self.text[self.said[end - 1].start : self.said[end - 1].end])

    def _short_end(self, i: int) -> int:
        """The index behind a short form in capitals at a word, "DEA&DP" being one; the word itself if none begins."""
        said = self.said
        if i >= len(said) or not (is_short_form(said[i]) or _has_capitals(self.text[said[i].start : said[i].end])):
            return i
        end = i + 1
        while end + 1 < len(said) and self.text[said[end - 1].end : said[end + 1].start] == "&" and said[end + 1].upper:
            end += 2
        return end

    def _closed(self, end: int) -> bool:
        """Whether no name goes on at a word."""
        said = self.said
        return end >= len(said) or said[end].is_mark or said[end].text in _LINKS or is_role_word(said, end)

    def _named(self, name: str, level: Level, region: Region, end: int) -> Named:
        return Named(Institution(name, level, region.name), end)

    def _written(self, i: int, end: int) -> str:
        return " ".join(self.text[self.said[i].start : self.said[end - 1].end].split())


def _has_capitals(word: str) -> bool:
    """Whether a word is a short form by a capital within it: "DoH", not "eThekwini"."""
    return len(word) <= _LONGEST and word[0].isupper() and any(letter.isupper() for letter in word[1:])
