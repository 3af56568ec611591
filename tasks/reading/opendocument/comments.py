"""Comments in an OpenDocument text: who says what about which words, each behind the block that it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.model.blocks import Block, Content, Note
from tasks.model.provenance import Provenance
from tasks.reading.opendocument.flow import read_flow
from tasks.reading.opendocument.names import DC, EXTENDED
from tasks.reading.opendocument.parts import CONTENT
from tasks.reading.opendocument.place import Place
from tasks.reading.opendocument.story import Comment, Story


def commented(blocks: Sequence[Content], story: Story) -> Iterator[Block]:
    """The blocks of a body, each followed by the comments on it; those on nothing come last."""
    after: dict[int, list[Note]] = {}
    count: Counter[str] = Counter()
    for comment in story.comments:
        count[comment.where] += 1
        place = f"{comment.where}, comment {count[comment.where]}"
        after.setdefault(comment.behind, []).append(read_comment(comment, place, story))
    for behind, block in enumerate(blocks, 1):
        yield block
        yield from after.pop(behind, ())
    for notes in after.values():
        yield from notes


def read_comment(comment: Comment, place: str, story: Story) -> Note:
    """A comment as a note with this locator."""
    element = comment.element
    with story.apart():
        blocks = tuple(read_flow(element, story, Place(place, counts_tables=False)).blocks)
    return Note(
        place,
        "comment",
        blocks,
        comment.name,
        element.findtext(DC + "creator", ""),
        element.findtext(DC + "date", ""),
        comment.anchor,
        element.get(EXTENDED + "parent-name", ""),
        element.get(EXTENDED + "resolved") == "true",
        Provenance(CONTENT, f"c{comment.name}"),
    )
