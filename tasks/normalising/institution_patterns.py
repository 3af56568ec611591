"""Offices named after a scheme ("Disdik Prov. Jabar", "Dit. Gizi"): head, then a name, a place, or both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tasks.model.values import Institution, Level, Region
from tasks.normalising.institution_places import Place, place_at, places_behind
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Phrases, Word, key

_CONNECTORS = frozenset({"dan", "of", "and", "for", "the", "de"})
_SECRETARIAT = (("setda",), ("sekda",), ("sekretariat", "daerah"))
_LONGEST_NAME = 10
_LONGEST_PART = 3  # words between the commas of a name
_LEVEL_NAMES = {Level.PROVINCE: " Provinsi", Level.DISTRICT: " Kabupaten/Kota"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of institution_patterns.csv: what the head is called, what may follow it, at which level it stands."""

    canonical: str
    slots: frozenset[str]
    level: Level | None
    office: str
    in_cells_only: bool


@dataclass(frozen=True, slots=True)
class Named:
    """An institution read from words up to `end`; `office`: the kind of office of which a region has one."""

    institution: Institution
    end: int
    office: str = ""


@cache
def patterns() -> Phrases[tuple[Pattern, ...]]:
    """All patterns by their heads, those of one head in the order of the file."""
    grouped: dict[tuple[str, ...], tuple[str, list[Pattern]]] = {}
    for row in rows("institution_patterns"):
        level = Level(row["level"]) if row["level"] else None
        made = Pattern(row["canonical"], frozenset(row["slots"].split()), level, row["office"], row["where"] == "cell")
        for head in row["heads"].split(";"):
            grouped.setdefault(key(head), (head, []))[1].append(made)
    return Phrases((head, tuple(found)) for head, found in grouped.values())


def read_pattern(
    text: str, said: Sequence[Word], i: int, gazetteer: Gazetteer, cell: bool, known_at: "KnownAt"
) -> list[Named]:
    """The institutions of the pattern that begins at this word; several if one head has several places.

    Of several heads ("Dinas", "Dinas Pendidikan") the one whose name runs furthest counts ("Dinas Pendidikan,
    Kepemudaan, dan Olahraga Kab. Sleman"); it is an office of the kind that the longest head names.
    """
    best: list[Named] = []
    office = ""
    for found, head_end in patterns().all_at(said, i):
        read = _first_reading(_Reader(text, said, i, head_end, found[0], gazetteer, cell, known_at), found)
        office = office or (read[0].office if read else "")
        if read and (not best or (read[0].end > best[0].end and read[0].institution.region)):
            best = read
    return [replace(named, office=named.office or office) for named in best]


def _first_reading(reader: "_Reader", found: Sequence[Pattern]) -> list[Named]:
    for pattern in found:
        if pattern.in_cells_only and not reader.cell:
            continue
        read = list(replace(reader, pattern=pattern).read())
        if read:
            return read
    return []


class KnownAt:
    """Tells whether an institution begins at a word, so that a name does not run into the next one."""

    def __call__(self, i: int) -> bool:
        """False unless a directory says otherwise."""
        return False

    def named(self, i: int) -> "list[Named]":
        """The institutions that begin at a word."""
        return []


@dataclass(frozen=True)
class _Reader:
    text: str
    said: Sequence[Word]
    start: int
    head_end: int
    pattern: Pattern
    gazetteer: Gazetteer
    cell: bool
    known_at: KnownAt

    def read(self) -> Iterator[Named]:
        """Nothing if what the pattern needs does not follow."""
        slots, end, name = self.pattern.slots, self.head_end, ""
        if slots & {"name", "name?", "school"}:
            end = self._name_end()
            name = self._written(self.head_end, end)
            if not name and "name?" not in slots:
                return
        if "setda" in slots:
            secretariat = self._secretariat(end)
            if not secretariat:
                return
            name, end = f"{name} Sekretariat Daerah", secretariat
        if "within" in slots and (whole := self.known_at.named(end)):
            yield self._within(whole[0])
            return
        if "place" not in slots:
            yield self._plain(name, end)
            return
        yield from self._placed(name, end)

    def _plain(self, name: str, end: int) -> Named:
        p = self.pattern
        if "written" in p.slots or not p.canonical:
            said = self._written(self.start, end)
            return Named(Institution(said, p.level or Level.OTHER), end, p.office)
        full = f"{p.canonical} {name}".strip()
        if "setda" in p.slots:
            full += _LEVEL_NAMES[p.level or Level.PROVINCE]
        return Named(Institution(full, p.level or Level.PROVINCE), end, p.office)

    def _within(self, whole: Named) -> Named:
        """A unit of an office: at its level, in its region, under the name that is written."""
        of = whole.institution
        return Named(Institution(self._written(self.start, whole.end), of.level, of.region), whole.end)

    def _placed(self, name: str, end: int) -> Iterator[Named]:
        slots = self.pattern.slots
        first = place_at(self.said, end - 1 if "back" in slots else end, self.gazetteer)
        if first is None and "back" in slots:
            first = place_at(self.said, end, self.gazetteer)
        if first is None:
            if "needed" not in slots:
                yield self._plain(name, end)
            return
        yield self._at_place(name, first)
        for place in places_behind(self.said, first, self.gazetteer, self._head_at):
            yield self._at_place(name, place)

    def _at_place(self, name: str, place: Place) -> Named:
        p = self.pattern
        level = p.level if p.level is Level.CENTRAL_UNIT or p.level is Level.CENTRAL else place.level
        region = place.region.name if place.region else ""
        head = p.canonical
        if "own" in p.slots and place.region:
            head = self._written(self.start, self.head_end)
        if p.slots & {"written", "english"} or not head:
            full = self._written(self.start, place.end)
        elif "full" in p.slots and place.region:
            full = f"Pemerintah {_with_marker(place.region)}"
        else:
            full = f"{head} {name}".strip() + _suffix(place, level)
        return Named(Institution(full, level, region), place.end, p.office)

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
            return i > self.head_end and self._goes_on(i)
        if "within" in self.pattern.slots and i > self.head_end and self.known_at(i):
            return False
        if word.is_mark or ("place" in self.pattern.slots and place_at(self.said, i, self.gazetteer) is not None):
            return False
        if any(tuple(w.text for w in self.said[i : i + len(s)]) == s for s in _SECRETARIAT):
            return False
        if _is_verb(word.text):
            return False
        small = self.cell and not self.said[self.head_end].capital
        return word.capital or word.text.isdigit() or small

    def _goes_on(self, i: int) -> bool:
        """A comma or "dan" is inside a name when a word with a capital follows that begins no other institution."""
        if i + 1 >= len(self.said):
            return False
        following = self.said[i + 1]
        if self.said[i].text == "," and following.text not in _CONNECTORS and not self._listed(i + 1):
            return False
        if following.text in _CONNECTORS:
            return self._goes_on(i + 1)
        return following.capital and not following.is_mark and not self.known_at(i + 1)

    def _listed(self, i: int) -> bool:
        """Whether the comma before this word lists parts of one name: "Pendidikan, Pemuda, dan Olahraga"."""
        if self.known_at(i):
            return False
        end = next((j for j in range(i, len(self.said)) if self.said[j].is_mark or self.said[j].text == "dan"), 0)
        return 0 < end - i <= _LONGEST_PART and self.said[end].text in {",", "dan"}

    def _secretariat(self, i: int) -> int:
        for phrase in _SECRETARIAT:
            if tuple(w.text for w in self.said[i : i + len(phrase)]) == phrase:
                return i + len(phrase)
        return 0

    def _written(self, start: int, end: int) -> str:
        return " ".join(self.text[self.said[start].start : self.said[end - 1].end].split()) if end > start else ""


def _is_verb(word: str) -> bool:
    """A transitive verb of Indonesian ("menyusun", "Melaksanakan"), which no name of an office holds."""
    return len(word) > 6 and word.startswith(("mem", "men", "mel", "mer")) and not word.startswith("menengah")


def government(place: Place) -> Institution:
    """The government of a place that stands alone where an institution is asked for ("Kab. Bogor", "Provinsi")."""
    name = _with_marker(place.region) if place.region else place.written
    return Institution(f"Pemerintah {name}", place.level, place.region.name if place.region else "")


def read_place_first(text: str, said: Sequence[Word], i: int, gazetteer: Gazetteer) -> list[Named]:
    """English names whose place stands in front: "West Java Provincial Education Office"."""
    place = gazetteer.at(said, i)
    head = patterns().at(said, place[1]) if place is not None else None
    if place is None or head is None or "english" not in head[0][0].slots:
        return []
    pattern, end = head[0][0], head[1]
    if said[end - 1].text == "of":
        return []
    full = " ".join(text[said[i].start : said[end - 1].end].split())
    return [Named(Institution(full, place[0].level, place[0].name), end, pattern.office)]


def _suffix(place: Place, level: Level) -> str:
    """How a place stands in a canonical name: "Provinsi Jawa Barat" for its offices, "Jawa Barat" for central units."""
    if level in {Level.CENTRAL_UNIT, Level.CENTRAL}:
        open_name = place.written if place.written not in {"Provinsi", "Kabupaten/Kota"} else ""
        return f" {place.region.name if place.region else open_name}".rstrip()
    return f" {_with_marker(place.region)}" if place.region else f" {place.written}"


def _with_marker(region: Region) -> str:
    if region.level is not Level.PROVINCE or region.code == "11":
        return region.name
    return "Daerah Istimewa Yogyakarta" if region.code == "34" else f"Provinsi {region.name}"
