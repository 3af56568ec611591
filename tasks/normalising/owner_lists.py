"""Lists of institutions with commas: where a comma ends one name, and what stands behind it says nothing of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from tasks.normalising.english_names import is_number, place_of_kind
from tasks.normalising.field_offices import FIRST_WORDS
from tasks.normalising.institution_heads import patterns
from tasks.normalising.institution_units import Units
from tasks.normalising.listed_subjects import may_be_part
from tasks.normalising.reference import rows
from tasks.normalising.region_context import DIRECTIONS
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import Word, key, words

_LEVELS = frozenset({"provinsi", "provincial", "kabupaten", "kota"})
_CONNECTORS = frozenset({"dan", "of", "and", "for", "the", "de"})
_NO_BEGINNING = _LEVELS | _CONNECTORS | DIRECTIONS | FIRST_WORDS
_REMEMBERED = 16384  # parts of lists that are kept


class Lists:
    """Tells where the lists of a directory can be cut so that each part means by itself what it means in the list."""

    def __init__(
        self,
        spellings: Iterable[str],
        begins: Callable[[Sequence[Word], int], bool],
        units: Units,
        gazetteer: Gazetteer,
        told: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """spellings: all of the directory; begins: whether a known name begins at a word.

        units: tell where a ministry or a unit of one ends; told: short names in full.
        """
        heads = (row["heads"] for row in rows("institution_patterns"))
        roles = (row["phrase"] for row in rows("owner_words"))
        self._within = frozenset(word for known in (*spellings, *heads, *roles) for word in _behind_commas(known))
        self._begins, self._units, self._gazetteer = begins, units, gazetteer
        self._opens = lru_cache(maxsize=_REMEMBERED)(self._begins_name)
        self._closes = lru_cache(maxsize=_REMEMBERED)(lambda part: units.close(words(part)))
        self._holds_unit = lru_cache(maxsize=_REMEMBERED)(lambda part: units.ends_with_unit(words(part)))
        self._is_part = lru_cache(maxsize=_REMEMBERED)(lambda part: may_be_part(told.get(part.strip(), part)))

    def cuts(self, text: str) -> list[int]:
        """Where the parts behind the first begin; at the first comma that may join two parts the last of them begins.

        A comma behind that may belong to a name that the first joins: "Dinas Pemuda, Olahraga, dan Pariwisata".
        """
        out: list[int] = []
        if "," not in text:
            return out
        before, *behind = text.split(",")
        end = len(before)
        for part in behind:
            opens, is_unit, is_ministry = self._opens(part.strip())
            if not opens or (is_unit and self._closes(before)) or self._is_part(before):
                break
            if is_ministry and self._holds_unit(before):
                break
            out.append(end + 1 + len(part) - len(part.lstrip()))
            before, end = part, end + 1 + len(part)
        return out

    def _begins_name(self, part: str) -> tuple[bool, bool, bool]:
        """Whether a part begins with a name that none before the comma holds, whether with a unit's, a ministry's.

        A place, a level, a direction, or a number may belong to the name before: "Disdik Jabar, Jateng", "RO V, VI".
        """
        said = words(part)
        if not said or said[0].text in _NO_BEGINNING or said[0].text in self._within or is_number(said[0]):
            return False, False, False
        place = self._gazetteer.at(said, 0) or place_of_kind(said, 0)
        unit = any("unit" in pattern.slots for found, _ in patterns().all_at(said, 0) for pattern in found)
        opens = place is None and not said[0].is_mark and self._begins(said, 0)
        return opens, unit, self._units.begins_with_ministry(said)


def _behind_commas(known: str) -> list[str]:
    return [behind for comma, behind in pairwise(key(known)) if comma == ","] if "," in known else []
