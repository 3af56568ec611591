"""How far the name of an office reaches: to the next mark, verb, place or institution."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.model.values import Level
from tasks.normalising.institution_heads import Named, Pattern
from tasks.normalising.institution_places import Place, place_at
from tasks.normalising.institution_seats import MARKERS
from tasks.normalising.regions import Gazetteer
from tasks.normalising.subject_names import of_ministry, subject_follows, subjects_listed
from tasks.normalising.words import Word

_CONNECTORS = frozenset({"dan", "of", "and", "for", "the", "de"})
_SECRETARIAT = (("setda",), ("sekda",), ("sekretariat", "daerah"))
_LONGEST_NAME = 10
_LONGEST_PART = 3  # words between the commas of a name
_LONGEST_SUBJECT = 8  # letters of a subject in capitals
_SHORTEST_DINAS = 6  # letters of a word that says "Dinas" by its beginning


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
class NameExtent:
    """Tells of the words behind a head which belong to the name that its pattern asks for."""

    said: Sequence[Word]
    start: int
    head_end: int
    pattern: Pattern
    gazetteer: Gazetteer
    cell: bool
    known_at: KnownAt

    def end(self) -> int:
        """The index behind the name, that of its first word if it has none."""
        end, limit = self.head_end, min(self.head_end + _LONGEST_NAME, len(self.said))
        while end < limit and self._belongs(end):
            end += 1
        while end > self.head_end and self.said[end - 1].text in _CONNECTORS | {","}:
            end -= 1
        return end

    def goes_on(self, i: int) -> bool:
        """A comma or "dan" is inside a name when a word with a capital follows that begins no other institution."""
        if i + 1 >= len(self.said):
            return False
        following = self.said[i + 1]
        if self.said[i].text == "," and following.text not in _CONNECTORS and not self._listed(i + 1):
            return False
        if following.text in _CONNECTORS:
            return self.goes_on(i + 1)
        another = self.known_at(i + 1) and not (self._ministry and subject_follows(self.said, i + 1))
        return following.capital and not following.is_mark and not another

    def further_subject(self) -> int:
        """The index behind a further subject in capitals that a short form of "Dinas" bears: "Dinsos PMD Kab. X"."""
        i = self.head_end
        if i >= len(self.said) or i > self.start + 1 or not says_dinas(self.said[self.start]):
            return i
        word = self.said[i]
        subject = word.upper and word.text.isalnum() and 1 < len(word.text) <= _LONGEST_SUBJECT
        return i + 1 if subject and not self.known_at(i) and self.place(i) is None else i

    def secretariat(self, i: int) -> int:
        """The index behind the words for a region's secretariat, 0 if they do not stand here."""
        for phrase in _SECRETARIAT:
            if i < len(self.said) and self.said[i].text == phrase[0]:
                end = i + len(phrase)
                return end if tuple(w.text for w in self.said[i:end]) == phrase else 0
        return 0

    def place(self, i: int) -> Place | None:
        """The place at a word; below a district, only one that says its kind: "Puskesmas Depok" is of no Kota Depok."""
        if "below" in self.pattern.slots and (i >= len(self.said) or self.said[i].text not in MARKERS):
            return None
        return place_at(self.said, i, self.gazetteer)

    def _belongs(self, i: int) -> bool:
        word = self.said[i]
        if word.text == "," or word.text in _CONNECTORS:
            return (i > self.head_end or word.text == "the") and self.goes_on(i)
        if (i > self.head_end or "name?" in self.pattern.slots) and self._another(i):
            return False
        if (word.is_mark and not self._is_inside(i)) or ("place" in self.pattern.slots and self.place(i) is not None):
            return False
        if self.secretariat(i):
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


def says_dinas(word: Word) -> bool:
    """Whether a word is a short form that begins with "Dinas": "Disbunnakeswan", "Dinsos"."""
    return word.capital and len(word.text) >= _SHORTEST_DINAS and word.text.startswith(("dis", "din"))


def _is_verb(word: str) -> bool:
    """A transitive verb of Indonesian ("menyusun", "Melaksanakan"), which no name of an office holds."""
    return len(word) > 6 and word.startswith(("mem", "men", "mel", "mer")) and not word.startswith("menengah")
