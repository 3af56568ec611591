"""Comments of reviewers in a Word document: who says what about which words, what answers what, what is settled."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tasks.model.blocks import Note
from tasks.model.provenance import Provenance
from tasks.reading.ooxml.names import PARAGRAPH, W
from tasks.reading.word.flow import read_flow
from tasks.reading.word.place import Place
from tasks.reading.word.story import Story
from tasks.reading.word.view import characters

_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Comments:
    """The comments part of a document, given with its extension that Word has written since 2013."""

    def __init__(self, root: etree._Element | None, extended: etree._Element | None, part: str, story: Story) -> None:
        self._part, self._story = part, story
        self._elements = {} if root is None else {c.get(W + "id", ""): c for c in root.iterfind(W + "comment")}
        self._names = {_last_paragraph(element): name for name, element in self._elements.items()}
        items = () if extended is None else extended.iterfind(_2012 + "commentEx")
        self._extended = {item.get(_2012 + "paraId", ""): item for item in items}
        self._count: Counter[str] = Counter()
        story.tally.read += 0 if root is None else characters(root)

    def notes(self) -> Iterator[Note]:
        """All comments in the order of the text that they are about, then those that no text refers to."""
        waiting = dict(self._elements)
        for name, locator in (*self._story.commented, *((name, "") for name in self._elements)):
            if name in waiting:
                yield self._note(name, waiting.pop(name), locator)

    def _note(self, name: str, element: etree._Element, locator: str) -> Note:
        self._count[locator] += 1
        place = f"{locator}, comment {self._count[locator]}" if locator else f"comment {self._count[locator]}"
        blocks = tuple(read_flow(element, self._story, Place(place, counts_tables=False)))
        item = self._extended.get(_last_paragraph(element))
        parent = "" if item is None else self._names.get(item.get(_2012 + "paraIdParent", ""), "")
        return Note(
            place,
            "comment",
            blocks,
            name,
            element.get(W + "author", ""),
            element.get(W + "date", ""),
            self._story.anchors.get(name, ""),
            parent,
            item is not None and item.get(_2012 + "done") in {"1", "true"},
            Provenance(self._part, f"c{name}"),
        )


def _last_paragraph(comment: etree._Element) -> str:
    """The name by which the extension part knows a comment: that of its last paragraph."""
    paragraphs = comment.findall(PARAGRAPH)
    return paragraphs[-1].get(_2010 + "paraId", "") if paragraphs else ""
