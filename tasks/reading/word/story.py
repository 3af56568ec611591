"""What is remembered while a Word document is read from its beginning to its end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tasks.model.blocks import Content, Revision
from tasks.reading.contents import Tally
from tasks.reading.running_text.pages import Pages
from tasks.reading.word.elements import contents
from tasks.reading.word.notes import NoteReference
from tasks.reading.word.numbering import Counters
from tasks.reading.word.styles import Styles
from tasks.reading.word.view import ACCEPTED, Change, View, change, characters, words


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, whether that is still being read, and where its result begins."""

    instruction: list[str] = field(default_factory=list)
    in_instruction: bool = True
    line: object = None
    start: int = 0


@dataclass(slots=True)
class Story:
    """What all parts of a document share, in one of its views.

    `note` finds the text of a note, `chunk` reads an embedded file, `graphics` a chart or diagram; `links` are
    addresses by relationship id. `where` is the locator of what is being read. `prompting`: it is a prompt that
    nobody has filled in.
    `overwide`: the widest span that no table can have, and where a cell claims it.
    """

    styles: Styles
    counters: Counters
    note: Callable[[NoteReference], etree._Element | None]
    chunk: Callable[[str, str], tuple[Content, ...]]
    graphics: Callable[[etree._Element, str], Iterable[Content]]
    links: Mapping[str, str] = field(default_factory=dict)
    view: View = ACCEPTED
    pages: Pages = field(default_factory=Pages)
    tally: Tally = field(default_factory=Tally)
    fields: list[Field] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    open_comments: dict[str, int] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    commented: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    where: str = ""
    prompting: bool = False
    overwide: tuple[int, str] = (0, "")

    def revised(self, element: etree._Element, unit: str, text: str | None = None) -> Change:
        """Puts a tracked change on the list."""
        found = change(element)
        said = words(element) if text is None else text
        if said or unit == "paragraph":
            self.revisions.append(Revision(self.where, found.kind, unit, said, found.author, found.date))  # type: ignore[arg-type]
        return found

    def gone(self, element: etree._Element) -> None:
        """Counts what is left out because this view does not show it."""
        self.tally.skip("deleted", characters(element))

    def chosen(self, element: etree._Element) -> etree._Element:
        """What stands for a wrapper; the words of the branches not taken are counted."""
        found = contents(element)
        if found is not element:
            self.tally.skip("fallback", characters(element) - characters(found))
        return found

    @property
    def in_instruction(self) -> bool:
        """Whether the words read now are the instruction of a field, which nobody sees."""
        return any(item.in_instruction for item in self.fields)
