"""Offices that bear a known short form beside a place that no list has: "DIET Ranchi", "Talasea DDA"."""

from dataclasses import dataclass

from tasks.model.values import Institution, Level
from tasks.normalising.institution_definitions import NO_SITES
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.office_short_forms import ShortForms

_LONGEST_PLACE = 2  # words


@dataclass(frozen=True, slots=True)
class BesideOpenPlace:
    """Reads one such office from the words of a text."""

    short: ShortForms

    def at(self, i: int) -> list[Named]:
        """A known short form beside a place that no list has: "DIET Ranchi", "Talasea DDA", "IMD Guwahati"."""
        entry = self.short.entry_at(i)
        if entry is not None:
            end = self._open_end(entry[1])
            known = entry[0].institution
            if end == entry[1] or known.region or not self.short.is_short(i, entry[1]) or not self.short.closed(end):
                return []
            if known.level is Level.CENTRAL:
                return [Named(Institution(self.short.written(i, end), Level.CENTRAL_UNIT), end)]
            return [self._named(i, entry[1], end, end)] if known.level is Level.DISTRICT else []
        end = self._open_end(i)
        entry = self.short.entry_at(end) if i < end < len(self.short.said) else None
        if entry is None or entry[0].institution.region or entry[0].institution.level is not Level.DISTRICT:
            return []
        short = self.short.is_short(end, entry[1]) and self.short.closed(entry[1])
        return [self._named(i, i, end, entry[1])] if short else []

    def _named(self, i: int, start: int, stop: int, end: int) -> Named:
        """The office written from `i` to `end`, of the place written from `start` to `stop`."""
        place = self.short.written(start, stop)
        return Named(Institution(self.short.written(i, end), Level.DISTRICT, f"{place} District"), end)

    def _open_end(self, i: int) -> int:
        """The index behind one or two words that may be a place's name, the word itself if none begins."""
        end = i
        while end < min(i + _LONGEST_PLACE, len(self.short.said)) and self._may_be_place(end):
            end += 1
        return end

    def _may_be_place(self, i: int) -> bool:
        word = self.short.said[i]
        named = word.capital and not word.is_mark and not word.upper and word.text not in NO_SITES
        return named and self.short.entry_at(i) is None and patterns().at(self.short.said, i) is None
