"""Short chapters one below the other: a plan of few words is no stack of nearly empty pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tasks.rendering.word import metrics, tidy
from tasks.rendering.word.layout import Block, Grid, Ruler, Text, blocks
from tasks.rendering.word.ooxml import VAL, w
from tasks.rendering.word.paginate import sections
from tasks.rendering.word.styles import Styles

_SETTINGS, _BREAK, _SPACING = w("pPr"), w("pageBreakBefore"), w("spacing")
_ABOVE = "480"
_SHORT = 0.5
_FULL = 0.93


@dataclass(frozen=True, slots=True)
class _Chapter:
    """What stands between two blocks that begin a page, by height in pages; the section in which."""

    heading: etree._Element | None
    height: float
    section: int


def run_on(root: etree._Element, styles: Styles, labels: Mapping[etree._Element, str]) -> None:
    """Where most chapters fill less than half a page, one that fits below the chapter before it begins no new page."""
    try:
        chapters = _chapters(root, Ruler(styles, labels))
    except metrics.UnknownFontError:
        return
    if 2 * sum(chapter.height < _SHORT for chapter in chapters) <= len(chapters):
        return
    down, section = 1.0, -1
    for chapter in chapters:
        fits = chapter.section == section and down + chapter.height <= _FULL
        if fits and chapter.heading is not None:
            _stay(chapter.heading)
        down, section = (down if fits else 0.0) + chapter.height, chapter.section


def _chapters(root: etree._Element, ruler: Ruler) -> list[_Chapter]:
    found: list[_Chapter] = []
    for section, (page, elements) in enumerate(sections(root)):
        heading, height = None, 0.0
        for block in blocks(elements, ruler, page.width):
            if isinstance(block, Text) and block.new_page and height:
                found.append(_Chapter(heading, height / page.height, section))
                heading, height = block.element, 0.0
            height += _height(block)
        found.append(_Chapter(heading, height / page.height, section))
    return found


def _height(block: Block) -> float:
    if isinstance(block, Grid):
        return block.header + sum(row for row, _ in block.rows)
    return block.height + block.after


def _stay(heading: etree._Element) -> None:
    """The heading begins no page, and has room above it instead."""
    settings = heading.find(_SETTINGS)
    if settings is None:
        return
    for element in [child for child in settings if child.tag == _BREAK]:
        settings.remove(element)
    settings.append(etree.Element(_BREAK, {VAL: "0"}))
    spacing = settings.find(_SPACING)
    if spacing is None:
        spacing = etree.SubElement(settings, _SPACING)
    spacing.set(w("before"), _ABOVE)
    tidy.set_in_order(heading)
