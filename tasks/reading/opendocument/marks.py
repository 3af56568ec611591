"""The marks that tracked changes leave in an OpenDocument text, in a line or between paragraphs."""

from lxml import etree

from tasks.reading.opendocument.changes import CHANGE_ID, gone_places
from tasks.reading.opendocument.line import Line
from tasks.reading.opendocument.story import Range, Story


def gone(mark: etree._Element, story: Story, in_paragraph: bool) -> None:
    """A mark where a tracked change took something out of this view: its paragraphs and tables still count."""
    story.leave(mark)
    change = story.changes.get(mark.get(CHANGE_ID, ""))
    if change is None:
        return
    words = change.text()
    story.revised(change, "text" if words.strip("\n") else "paragraph", words.strip("\n"))
    if story.counting:
        paragraphs, tables = gone_places(change, in_paragraph)
        story.paragraphs += paragraphs
        story.tables += tables


def open_change(mark: etree._Element, story: Story, line: Line | None = None) -> None:
    """Text that a tracked change brought begins here, in a line or between paragraphs."""
    story.leave(mark)
    name = mark.get(CHANGE_ID, "")
    change = story.changes.get(name)
    if change is not None:
        found = Range(change.kind, change.author, change.date)
        if line is None:
            found.where = f"paragraph {story.paragraphs + 1}" if story.counting else story.where
            story.begin(name, found)
        else:
            line.open(name, found)


def close_change(mark: etree._Element, story: Story, line: Line | None = None) -> None:
    """Text that a tracked change brought ends here."""
    story.leave(mark)
    name = mark.get(CHANGE_ID, "")
    if line is not None:
        line.close(name)
    elif name in story.ranges:
        story.ended(name, story.ranges.pop(name))
