"""A template's parts without what Word notes for itself, and with what other programs write carelessly put right."""

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.check_schema import Sequence, prefixed, sequences
from tasks.rendering.word.ooxml import NAMESPACES, XML_SPACE, T, w

_NOISE = ("proofErr", "lastRenderedPageBreak", "permStart", "permEnd")
_SETTINGS = ("word/styles.xml", "word/numbering.xml")


def quieten(root: etree._Element) -> None:
    """Takes out what Word notes for itself and what must not be repeated with a row: marks, revision numbers."""
    for mark in list(root.iter(*map(w, _NOISE))):
        _drop(mark)
    for start in list(root.iter(w("bookmarkStart"))):
        if start.get(w("name"), "") == "_GoBack" or next(start.iterancestors(ooxml.TR), None) is not None:
            ends = [e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) == start.get(w("id"))]
            for element in (start, *ends):
                _drop(element)
    for element in root.iter():
        for attribute in [a for a in element.attrib if str(a).endswith(("}paraId", "}textId")) or "}rsid" in str(a)]:
            del element.attrib[attribute]


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def tidied(name: str, part: bytes) -> bytes:
    """A part without text: styles and lists with their settings in order, all others as they are."""
    if name not in _SETTINGS:
        return part
    root = ooxml.parse(part)
    return ooxml.serialise(root) if set_in_order(root) else part


def set_in_order(root: etree._Element) -> bool:
    """Settings come in the order in which Word writes them, each once, and blanks stay; whether anything changed."""
    changed = False
    for name, sequence in sequences().items():
        space, _, local = name.partition(":")
        for element in root.iter(f"{{{NAMESPACES[space]}}}{local}"):
            changed |= _put_in_order(element, sequence)
    for text in root.iter(T):
        if text.text and text.text != text.text.strip(" \t\n"):
            text.set(XML_SPACE, "preserve")
    return changed


def _put_in_order(element: etree._Element, sequence: Sequence) -> bool:
    places, many, order = sequence
    if order != "fixed":
        return False
    names = [prefixed(str(child.tag)) for child in element]
    once = {name: n for n, name in reversed(list(enumerate(names))) if name in places and name not in many}
    kept = [n for n, name in enumerate(names) if once.get(name, n) == n]
    wanted = sorted(kept, key=lambda n: places.get(names[n], len(places)))
    if wanted == list(range(len(names))):
        return False
    element[:] = [element[n] for n in wanted]
    return True
