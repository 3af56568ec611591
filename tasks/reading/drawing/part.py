"""One part of a presentation, opened and counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tasks.model.problem import Code
from tasks.reading.contents import Tally
from tasks.reading.drawing.characters import count
from tasks.reading.drawing.text import Reader
from tasks.reading.ooxml.package import Package, Relationship
from tasks.reading.refusal import CannotReadError


@dataclass(frozen=True, slots=True)
class Part:
    """The root of a part, its name, and the relationships that it has."""

    name: str
    root: etree._Element
    related: Mapping[str, Relationship]

    def target(self, kind: str) -> str:
        """The part that the first relationship of this kind leads to; empty if there is none."""
        return next((r.target for r in self.related.values() if r.kind == kind and not r.external), "")

    def by_id(self, name: str) -> str:
        """The part that a relationship leads to; empty if it leads nowhere or outside."""
        found = self.related.get(name)
        return "" if found is None or found.external else found.target


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens parts and counts their characters. `lost`: names of parts that are missing or broken."""

    package: Package
    tally: Tally
    lost: list[str] = field(default_factory=list)

    def open(self, name: str) -> Part | None:
        """A part by its name; None if it is missing or broken. Raises CannotReadError where a safety limit is."""
        try:
            root = self.package.xml(name) if name else None
            related = {} if root is None else self.package.relationships(name)
        except CannotReadError as error:
            if error.code == Code.FILE_REFUSED:
                raise
            root = None
        if root is None:
            self.lost.append(name)
            return None
        count(root, self.tally)
        return Part(name, root, related)

    def optional(self, name: str) -> Part | None:
        """A part that need not be there: None for an empty name."""
        return self.open(name) if name else None

    def reader(self, part: Part, hidden: bool = False) -> Reader:
        """What the paragraphs of a part need."""
        return Reader(part.related, self.tally, hidden)
