"""The layouts and masters of a presentation: what they give to their slides. Their own words are templates."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tasks.reading.drawing.characters import words
from tasks.reading.drawing.colours import Palette, read_palette
from tasks.reading.drawing.lists import Levels
from tasks.reading.drawing.names import A, P
from tasks.reading.drawing.part import Opener, Part
from tasks.reading.powerpoint.placeholders import Inheritance, held

_OPENING: Final = frozenset({"title", "secHead"})


@dataclass(slots=True)
class Layout:
    """A layout. `opens`: its slides open the presentation or a section of it."""

    inheritance: Inheritance
    opens: bool
    master: Part | None
    opener: Opener
    colours: list[Palette] = field(default_factory=list)

    def palette(self, slide: etree._Element) -> Palette:
        """The colours of a slide: those of the master's theme, under other names if the slide says so."""
        if not self.colours:
            theme = None if self.master is None else self.opener.optional(self.master.target("theme"))
            names = None if self.master is None else self.master.root.find(P + "clrMap")
            self.colours.append(read_palette(None if theme is None else theme.root, names))
        other = slide.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        if other is None:
            return self.colours[0]
        return Palette(self.colours[0].theme, {str(k): str(v) for k, v in other.attrib.items()})


@dataclass(slots=True)
class Layouts:
    """Reads each layout and master once. `default`: the bullets of text outside of placeholders."""

    opener: Opener
    default: Levels
    layouts: dict[str, Layout] = field(default_factory=dict)
    masters: dict[str, Part | None] = field(default_factory=dict)

    def of(self, slide: Part) -> Layout:
        """The layout that a slide follows; an empty one if it has none."""
        name = slide.target("slideLayout")
        if name not in self.layouts:
            self.layouts[name] = self._read(name)
        return self.layouts[name]

    def _read(self, name: str) -> Layout:
        layout = self._open(name)
        master = None if layout is None else self._master(layout.target("slideMaster"))
        styles = None if master is None else master.root.find(P + "txStyles")
        inheritance = Inheritance(
            held(None if layout is None else layout.root),
            held(None if master is None else master.root),
            styles,
            self.default,
        )
        opens = layout is not None and layout.root.get("type") in _OPENING
        return Layout(inheritance, opens, master, self.opener)

    def _master(self, name: str) -> Part | None:
        if name not in self.masters:
            self.masters[name] = self._open(name)
        return self.masters[name]

    def _open(self, name: str) -> Part | None:
        part = self.opener.optional(name)
        if part is not None:
            self.opener.tally.skip("template", words(part.root))
        return part
