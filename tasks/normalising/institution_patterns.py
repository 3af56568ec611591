"""Offices named after a scheme ("Disdik Prov. Jabar", "Dit. Gizi"): head, then a name, a place, or both."""

from collections.abc import Iterable, Sequence

from tasks.model.values import Institution, Level
from tasks.normalising.directory_rows import Entry
from tasks.normalising.english_names import is_short_form, kind_in_head
from tasks.normalising.institution_extent import KnownAt
from tasks.normalising.institution_heads import Named, Pattern, patterns
from tasks.normalising.institution_reader import Reader
from tasks.normalising.owner_roles import is_role_word
from tasks.normalising.region_context import PARTICLES
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word, words

_KINDS = {Level.PROVINCE: "Province", Level.DISTRICT: "District"}
_LONGEST_PLACE = 3  # words of a place in front of an office


def read_pattern(
    text: str, said: Sequence[Word], i: int, gazetteer: Gazetteer, cell: bool, known_at: KnownAt
) -> list[Named]:
    """The institutions of the pattern that begins at this word; several if one head has several places.

    Of several heads ("Dinas", "Dinas Pendidikan") the one whose name runs furthest counts ("Dinas Pendidikan,
    Kepemudaan, dan Olahraga Kab. Sleman"); it is an office of the kind that the longest head names.
    """
    best: list[Named] = []
    office = ""
    for found, head_end in patterns().all_at(said, i):
        reader = Reader(text, said, i, head_end, found[0], gazetteer, cell, known_at)
        if office and not reader.may_pass(best[0].end, found):
            continue
        read = _first_reading(reader, found)
        office = office or (read[0].office if read else "")
        if read and (not best or (read[0].end > best[0].end and read[0].institution.region)):
            best = read
    return [named if named.office == office else named._replace(office=named.office or office) for named in best]


def _first_reading(reader: Reader, found: Sequence[Pattern]) -> list[Named]:
    for pattern in found:
        if pattern.in_cells_only and not reader.cell:
            continue
        read = reader.asking(pattern).read()
        if read:
            return read
    return []


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


def read_open_place_first(said: Sequence[Word], text: str, i: int) -> list[Named]:
    """English names with a place in front that no list has: "Northern Provincial Health Office", "Northern PHO"."""
    for start in range(i + 1, min(i + _LONGEST_PLACE, len(said) - 1) + 1):
        small = not said[start - 1].capital and said[start - 1].text not in PARTICLES
        if small or said[start - 1].is_mark or is_role_word(said, start - 1):
            return []
        named = _open_office(said, text, i, start)
        if named is not None:
            return [named]
    return []


def _open_office(said: Sequence[Word], text: str, i: int, start: int) -> Named | None:
    head = patterns().at(said, start)
    level = head[0][0].level if head is not None else None
    if (
        head is None
        or level is None
        or level not in _KINDS
        or "english" not in head[0][0].slots
        or said[head[1] - 1].text == "of"
    ):
        return None
    pattern, end = head[0][0], head[1]
    kind = "" if "named" in pattern.slots else kind_in_head(said[start], _KINDS[level])
    region = f"{' '.join(text[said[i].start : said[start - 1].end].split())} {kind}".strip()
    if start == i + 1 and is_short_form(said[i]):
        region = ""
    written = " ".join(text[said[i].start : said[end - 1].end].split())
    full = f"{pattern.canonical} of {region}" if "short" in pattern.slots and region and pattern.canonical else written
    return Named(Institution(full, level, region), end, pattern.office)


def own_offices(own: Iterable[Entry], gazetteer: Gazetteer) -> dict[tuple[str, str], Institution]:
    """The plan's institutions by kind of office and region, where their names follow a scheme."""
    out: dict[tuple[str, str], Institution] = {}
    for entry in own:
        said = words(entry.written)
        for named in read_pattern(entry.written, said, 0, gazetteer, True, KnownAt()) if said else []:
            if named.office and named.institution.region and named.end == len(said):
                out.setdefault((named.office, named.institution.region), entry.institution)
    return out
