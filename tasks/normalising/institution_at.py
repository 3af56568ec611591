"""The institution whose name begins at a word: listed, explained by the plan, or named after a scheme."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tasks.model.values import Institution, Level
from tasks.normalising.country_offices import Beside
from tasks.normalising.directory_rows import Entry
from tasks.normalising.field_offices import field_offices
from tasks.normalising.institution_definitions import Explained
from tasks.normalising.institution_extent import KnownAt
from tasks.normalising.institution_heads import Named, patterns
from tasks.normalising.institution_patterns import read_open_place_first, read_pattern, read_place_first
from tasks.normalising.institution_spellings import Spellings
from tasks.normalising.institution_units import Units
from tasks.normalising.institution_wholes import governments, longer, site_end
from tasks.normalising.marked_offices import abbreviated_office, behind_comma, department_of_place
from tasks.normalising.shared_heads import shared
from tasks.normalising.town_provinces import with_province
from tasks.normalising.unit_wholes import Wholes
from tasks.normalising.words import Word

_JOINTS = frozenset({",", "dan", "and"})


class NamesAt:
    """Finds the longest name of an institution that begins at a word of a text."""

    def __init__(
        self, spellings: Spellings, told: Mapping[str, str], english: bool, named: Callable[[str], Institution]
    ) -> None:
        """told: short names that the plan explains; english: the plan is in English; named: who has one whole name."""
        self._spellings = spellings
        self._gazetteer = spellings.gazetteer
        self._phrases = spellings.phrases
        self._english = english
        self._named = named
        self.units = Units(spellings.phrases, spellings.near, spellings.houses, self._gazetteer, spellings.borne)
        self._explained = Explained(told, self._known_at, spellings.ending, self.begins, english)
        at_in_cell = partial(self.at, cell=True)
        self._wholes = Wholes(at_in_cell, self._is_known, spellings.is_listed, told, spellings.houses.host)

    def at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """What the longest name that begins at this word stands for, nothing if none does."""
        named = self._explained.at(text, said, i, cell)
        if not named and self._english:
            named = shared(text, said, i, self._gazetteer, self._named)
        named = named or self._known_at(text, said, i, cell)
        if cell and self._english:
            named = self._wholes.at(text, said, i, named) or named
        if named:
            named[-1] = self.units.with_house(named[-1], said)
        return named

    def begins(self, said: Sequence[Word], i: int) -> bool:
        """Whether a known name or the head of a scheme begins at this word."""
        return self._phrases.at(said, i) is not None or _is_head(said, i) or self._explained.begins(said, i)

    def _known_at(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        if said[i].is_mark and not self.begins(said, i):
            return []
        entry = self._phrases.at(said, i)
        whole = longer(text, said, i, entry, self.begins) if entry is not None and cell else None
        if whole is not None:
            return [whole]
        if entry is not None and not _allowed(entry[0], said[i], cell):
            entry = None
        if not cell and not said[i].capital and not (entry and entry[0].own):
            return []
        schemed = self._beside_region(text, said, i, cell) or self._schemed(text, said, i, cell)
        if entry is not None and (not schemed or entry[1] >= schemed[0].end):
            end = entry[1] + (1 if entry[1] < len(said) and said[entry[1]].text == "ri" else 0)
            institution, end = self.units.listed(entry[0], said, i, end)
            return [Named(institution, site_end(said, end, entry[0], self._gazetteer))]
        named = [self.units.proper(n, said, i) if n.unit else self._official(n) for n in schemed]
        if named or not cell:
            return named
        told = governments(said, i, self._gazetteer)
        told = told or [with_province(said, n, self._gazetteer) for n in read_open_place_first(said, text, i)]
        return told or abbreviated_office(said, text, i, self._gazetteer)

    def _beside_region(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        """The office of a region of the plan's own country, if that is another than Indonesia."""
        if not self._gazetteer.country:
            return []
        entry_at, read = partial(self._phrases.at, said), partial(self._read_at, text, said, cell)
        return Beside(said, text, self._gazetteer, entry_at, read, cell).at(i)

    def _read_at(self, text: str, said: Sequence[Word], cell: bool, i: int) -> list[Named]:
        return self.at(text, said, i, cell)

    def _schemed(self, text: str, said: Sequence[Word], i: int, cell: bool) -> list[Named]:
        found = read_pattern(text, said, i, self._gazetteer, cell, _Known(self, text, said))
        if found and found[0].institution.level is not Level.OTHER:
            return [self._in_place(text, said, i, found[0])] if len(found) == 1 else found
        if offices := field_offices(said, text, i):
            return offices
        department = department_of_place(said, text, i, lambda at: self.at(text, said, at, cell))
        return department or found or read_place_first(text, said, i, self._gazetteer)

    def _in_place(self, text: str, said: Sequence[Word], i: int, named: Named) -> Named:
        """With the place behind a comma."""
        if named.end == len(said) or said[named.end].text != ",":
            return named
        return with_province(said, behind_comma(said, text, i, named, self._gazetteer), self._gazetteer)

    def _is_known(self, said: Sequence[Word], i: int) -> bool:
        return self.begins(said, i) or self._gazetteer.at(said, i) is not None

    def _official(self, named: Named) -> Named:
        read = named.institution
        proper = self._spellings.proper(read.name, read.level, read.region, named.office)
        return named if proper is None else Named(proper, named.end, named.office)


def _allowed(entry: Entry, first: Word, cell: bool) -> bool:
    """In running text, short abbreviations count only in capitals, and words of everyday not at all."""
    if cell or entry.own:
        return True
    return not entry.in_cells_only and (first.upper or not (entry.written.isupper() and len(entry.written) <= 5))


def _is_head(said: Sequence[Word], i: int) -> bool:
    """Whether the head of a scheme begins at a word, and not a mere word of a list ("Hukum, Organisasi dan Humas")."""
    found = patterns().at(said, i)
    if found is None:
        return False
    patterned, end = found
    bare = end < len(said) and said[end].text in _JOINTS and all("name" in p.slots for p in patterned)
    return not bare


class _Known(KnownAt):
    def __init__(self, names: NamesAt, text: str, said: Sequence[Word]) -> None:
        self._names, self._text, self._said = names, text, said

    def __call__(self, i: int) -> bool:
        return self._names.begins(self._said, i)

    def house(self, i: int) -> tuple[str, int]:
        return self._names.units.behind(self._said, i)

    def named(self, i: int) -> list[Named]:
        return self._names.at(self._text, self._said, i, cell=True) if i < len(self._said) else []
