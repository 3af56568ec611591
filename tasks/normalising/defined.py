"""What a plan's documents explain, for all of the plan where they agree, else for the file or group that says it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from rapidfuzz import fuzz

from tasks.normalising.definitions import Noted
from tasks.normalising.words import key

_LIKENESS = 92  # of 100: names that differ by a letter or two are one ("… Service", "… Services")


class Defined:
    """The definitions of a plan, by their short names."""

    def __init__(self, noted: Iterable[Noted] = ()) -> None:
        """noted: in the order of the documents."""
        self._noted: dict[str, list[Noted]] = {}
        for note in noted:
            self._noted.setdefault(note.definition.short, []).append(note)

    @cached_property
    def everywhere(self) -> Mapping[str, str]:
        """Short forms on which all documents agree, each with its name."""
        told = {
            short: self._agreed([n for n in notes if n.definition.anywhere]) for short, notes in self._noted.items()
        }
        return {short: full for short, full in told.items() if full}

    def full(self, short: str, file: str, group: str) -> str:
        """What a short name stands for in a file: as it says itself, else its group, else the plan; "" if none."""
        notes = self._noted.get(short, [])
        own = [n for n in notes if n.file == file]
        shared = [n for n in notes if n.definition.anywhere]
        of_group = [n for n in shared if n.group == group]
        return self._agreed(own) or (self._agreed(of_group) or self._agreed(shared) if not own else "")

    @staticmethod
    def _agreed(notes: Sequence[Noted]) -> str:
        """The longest of names that are one, "" if they are several."""
        names = sorted({n.definition.full for n in notes}, key=lambda name: (-len(name), name))
        said = [" ".join(key(name)) for name in names]
        return names[0] if names and all(fuzz.ratio(said[0], other) >= _LIKENESS for other in said[1:]) else ""
