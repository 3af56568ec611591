"""An OpenDocument text before its tracked changes: deleted text put back where it was."""

from copy import deepcopy
from typing import Final

from lxml import etree

from tasks.reading.opendocument.changes import CHANGE_ID, PARAGRAPHS, Change
from tasks.reading.opendocument.names import CHANGE, CHANGE_END, CHANGE_START, TEXT

_SPAN: Final = TEXT + "span"


def original(body: etree._Element, changes: dict[str, Change]) -> etree._Element:
    """A copy of a body in which deleted text stands between two marks, like inserted text.

    The reader of this view leaves out what stands between the marks of an insertion.
    """
    tree = deepcopy(body)
    for mark in list(tree.iter(CHANGE)):
        change = changes.get(mark.get(CHANGE_ID, ""))
        if change is not None and change.kind == "deleted":
            _put_back(mark, change)
    return tree


def _paragraph(mark: etree._Element) -> etree._Element | None:
    """The paragraph in which a mark stands; None if it stands between paragraphs."""
    return next(mark.iterancestors(*PARAGRAPHS), None)


def _put_back(mark: etree._Element, change: Change) -> None:
    """Puts deleted blocks where their mark is: the first and the last run on into the paragraph of the mark."""
    name = mark.get(CHANGE_ID, "")
    start, end = etree.Element(CHANGE_START, {CHANGE_ID: name}), etree.Element(CHANGE_END, {CHANGE_ID: name})
    blocks = [deepcopy(block) for block in change.contents]
    paragraph = _paragraph(mark)
    if paragraph is None:
        _replace(mark, [start, *blocks, end])
    elif len(blocks) == 1 and blocks[0].tag in PARAGRAPHS:
        _replace(mark, [start, _inline(blocks[0]), end])
    elif blocks:
        rest = _split(mark, paragraph)
        first = [_inline(blocks.pop(0))] if blocks[0].tag in PARAGRAPHS else []
        last = [_inline(blocks.pop())] if blocks and blocks[-1].tag in PARAGRAPHS else []
        for block in (rest, *reversed(blocks)):
            paragraph.addnext(block)
        _replace(mark, [start, *first])
        end.tail, rest.text = rest.text, None
        for element in (end, *last):
            rest.insert(0, element)


def _replace(mark: etree._Element, elements: list[etree._Element]) -> None:
    """Puts elements in the place of a mark; the text behind it stays behind them."""
    tail, mark.tail = mark.tail, None
    for element in reversed(elements):
        element.tail = None
        mark.addnext(element)
    elements[-1].tail = tail
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)


def _inline(block: etree._Element) -> etree._Element:
    """What is in a paragraph, as a stretch of another one."""
    block.tag = _SPAN
    block.attrib.clear()
    return block


def _split(mark: etree._Element, paragraph: etree._Element) -> etree._Element:
    """Cuts a paragraph behind a mark; the second half, with the same spans around the text, is returned."""
    current, half = mark, None
    while current is not paragraph:
        parent = current.getparent()
        if parent is None:
            break
        around = etree.Element(str(parent.tag), {str(k): str(v) for k, v in parent.attrib.items()})
        if half is None:
            around.text = current.tail
        else:
            around.append(half)
            half.tail = current.tail
        current.tail = None
        around.extend(list(current.itersiblings()))
        current, half = parent, around
    return etree.Element(paragraph.tag) if half is None else half
