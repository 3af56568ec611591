"""Footnotes and endnotes of a Word document, found when the text refers to them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from tasks.reading.contents import Tally
from tasks.reading.ooxml.names import W
from tasks.reading.word.view import characters


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a footnote or endnote: which part it is in ("footnote", "endnote"), and its id there."""

    kind: str
    id: str


@dataclass(slots=True)
class Notes:
    """The notes of a document by reference; `part` reads the part of that kind when the first one is asked for."""

    part: Callable[[str], etree._Element | None]
    tally: Tally
    _waiting: dict[str, dict[str, etree._Element]] = field(default_factory=dict)

    def find(self, reference: NoteReference) -> etree._Element | None:
        """The element of a note; None if it is missing or was given before."""
        if reference.kind not in self._waiting:
            root = self.part(f"{reference.kind}s")
            self.tally.read += 0 if root is None else characters(root)
            found = () if root is None else root.iterfind(W + reference.kind)
            self._waiting[reference.kind] = {element.get(W + "id", ""): element for element in found}
        return self._waiting[reference.kind].pop(reference.id, None)

    def close(self) -> None:
        """Counts the notes that the text never referred to: nobody sees them."""
        for notes in self._waiting.values():
            self.tally.skip("not shown", sum(map(characters, notes.values())))
