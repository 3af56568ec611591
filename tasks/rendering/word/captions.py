"""The lists of tables and of figures, written when the document is, like the contents."""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from tasks.rendering.word import contents, ooxml
from tasks.rendering.word.fields import sequence_of
from tasks.rendering.word.inline import Inline
from tasks.rendering.word.ooxml import BODY, P
from tasks.rendering.word.styles import Styles

TABLES = Inline("\ufdd2tables")
"""What the tag `{{ tables }}` writes; the list of tables takes its paragraph's place."""
FIGURES = Inline("\ufdd2figures")
_LABELS = ((TABLES, ("Tabel", "Table")), (FIGURES, ("Gambar", "Figure")))
"""The places with the names that Word gives the sequences of their captions, in Indonesian and English."""
_STYLE = "table of figures"


def write_lists(root: etree._Element, styles: Styles) -> list[contents.Entry]:
    """Puts the lists where the template wants them, without page numbers as yet.

    A list of nothing falls away with the heading above it.
    """
    body = root.find(BODY)
    paragraphs = [] if body is None else list(body.iterchildren(P))
    numbers = count(contents.next_bookmark(root))
    entries: list[contents.Entry] = []
    for mark, names in _LABELS:
        place = next((p for p in paragraphs if mark in ooxml.text_of(p)), None)
        if place is None:
            continue
        look = styles.named(_STYLE) or styles.own_style(place)
        lines = list(_lines(paragraphs, names, look, numbers))
        if not lines:
            _without_heading(place)
        name = sequence_of(lines[0][0]) if lines else names[0]
        entries += contents.in_place(place, lines, f'\\h \\z \\c "{name}"')
    return entries


def _lines(
    paragraphs: list[etree._Element], names: tuple[str, ...], look: str, numbers: "count[int]"
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The captions of these sequences, each with its line."""
    for caption in paragraphs:
        if sequence_of(caption) in names:
            number = next(numbers)
            name = f"_Cap{number:08d}"
            contents.bookmark(caption, name, number)
            yield caption, contents.entry(look, "", ooxml.text_of(caption), name)


def _without_heading(place: etree._Element) -> None:
    heading, parent = place.getprevious(), place.getparent()
    if heading is not None and parent is not None and heading.tag == P:
        parent.remove(heading)
