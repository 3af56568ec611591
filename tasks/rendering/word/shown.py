"""The pictures that a document of ours shows, for those who show them elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.reading.ooxml.package import Package
from tasks.rendering.word.document import MAIN
from tasks.rendering.word.ooxml import NAMESPACES, R_NS

_INLINE: Final = f"{{{NAMESPACES['wp']}}}inline"
_EMBED: Final = f"{{{R_NS}}}embed"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its SVG, and what it shows in words."""

    svg: bytes
    about: str


def pictures(data: bytes) -> Iterator[Shown]:
    """The pictures of a Word file, given its bytes, in the order in which they stand. Raises CannotReadError."""
    package = Package(data)
    root, targets = package.xml(MAIN), package.relationships(MAIN)
    for inline in () if root is None else root.iter(_INLINE):
        about = inline.find("{*}docPr")
        blip = inline.find(".//{*}svgBlip")
        if about is not None and blip is not None and (found := targets.get(blip.get(_EMBED, ""))):
            yield Shown(package.part(found.target), about.get("descr", ""))
