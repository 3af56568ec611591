"""The tags that staff write into a Word template: set where Jinja needs them.

The dialect is that of docxtpl (docxtpl.readthedocs.io, "Jinja2-like syntax"), as far as a plan needs it:
`{{ name }}` text, `{{r name }}` a link or bookmark in place of its run, `{% if … %}` within one paragraph,
`{%p … %}` in a paragraph of its own, which it replaces, `{%tr … %}` in a table row of its own, which it replaces.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.heal import TAG, TagError, heal, paragraphs, texts
from tasks.rendering.word.ooxml import BODY, SECT, TR, P, R, T, w

_KIND = re.compile(r"\{([{%])(tr|tc|p|r)(?=\s)")
MARK = re.compile("\ufdd0(\\d+)\ufdd1")


@dataclass(slots=True)
class Found:
    """The tags of one part in document order: their text, their place, and the element in which a block must end."""

    texts: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    homes: list[etree._Element] = field(default_factory=list)

    def add(self, text: str, place: str, home: etree._Element) -> str:
        """The tag with its number inside, by which it is known again in the serialised part."""
        self.texts.append(text)
        self.places.append(place)
        self.homes.append(home)
        closing = 3 if text[-3] in "-+" else 2
        return f"{text[:-closing]}\ufdd0{len(self.texts) - 1}\ufdd1{text[-closing:]}"


def prepare(root: etree._Element, story: str = "") -> Found:
    """Sets every tag of a part where Jinja needs it, in the tree itself; `story` names headers and footers."""
    found = Found()
    body = root.find(BODY)
    for paragraph, place in list(paragraphs(root if body is None else body, story)):
        heal(paragraph, place)
        if TAG.search(ooxml.text_of(paragraph)):
            _place(paragraph, place, found)
    return found


def _place(paragraph: etree._Element, place: str, found: Found) -> None:
    for text in texts(paragraph):
        words = text.text or ""
        kinds = {_kind(tag, place): tag for tag in TAG.findall(words)}
        if "tr" in kinds or "p" in kinds:
            _instead(paragraph, kinds.get("tr") or kinds["p"], place, found)
            return
        if "r" in kinds:
            _in_run(next(text.iterancestors(R)), place, found)
        elif kinds and text.getparent() is not None:
            text.set(ooxml.XML_SPACE, "preserve")
            text.text = TAG.sub(lambda m: found.add(m.group(), place, paragraph), words)


def _kind(tag: str, place: str) -> str:
    """tr, p, r or nothing. Raises TagError for what docxtpl knows and plans do not, such as `{%tc`."""
    match = _KIND.match(tag)
    if match is None:
        return ""
    opening, letters = match.groups()
    if letters not in {"{": ("r",), "%": ("p", "tr")}[opening]:
        raise TagError("template.tag-kind", place, tag=tag)
    return letters


def _instead(paragraph: etree._Element, tag: str, place: str, found: Found) -> None:
    """Puts the tag in place of the whole paragraph or row that holds it and nothing else."""
    kind = _kind(tag, place)
    element = next(paragraph.iterancestors(TR), None) if kind == "tr" else paragraph
    home = None if element is None else element.getparent()
    if element is None or home is None:
        raise TagError("template.row-outside", place, tag=tag)
    beside = ooxml.text_of(element).replace(tag, "", 1).strip()
    if beside or next(element.iter(w("drawing"), w("pict")), None) is not None:
        raise TagError("template.text-beside", place, tag=tag, text=beside[:40])
    bare = found.add(tag.replace(kind, "", 1), place, home)
    if kind == "p" and (element.find(f"{w('pPr')}/{SECT}") is not None or ooxml.page_breaks(element)):
        _beside(element, bare)
    else:
        _replace(element, bare)


def _beside(paragraph: etree._Element, tag: str) -> None:
    """Puts a tag outside the paragraph that ends a section or page, which stays and belongs to no block."""
    breaks = ooxml.page_breaks(paragraph)
    for child in [c for c in paragraph if c.tag != w("pPr") and c not in breaks]:
        paragraph.remove(child)
    for text in [t for run in breaks for t in run.iterchildren(T)]:
        text.text = ""
    gap = etree.Element("gap")
    if tag[2:].strip("-+ ").startswith("end"):
        paragraph.addprevious(gap)
    else:
        paragraph.addnext(gap)
    _replace(gap, tag)


def _replace(element: etree._Element, text: str) -> None:
    """Takes an element out of the tree and leaves text where it stood."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _in_run(run: etree._Element, place: str, found: Found) -> None:
    """Cuts the run at its `{{r … }}` tags: what they write is runs of its own."""
    paragraph = next(run.iterancestors(P))
    look = run.find(w("rPr"))
    for child in list(run):
        if child.tag == T:
            for piece in re.split(f"({TAG.pattern})", child.text or "", flags=re.DOTALL):
                _piece(run, piece, place, found, paragraph, look)
        elif child is not look:
            other = _run("", look)
            other[-1:] = [child]
            run.addprevious(other)
    _replace(run, "")


def _piece(
    run: etree._Element, piece: str, place: str, found: Found, paragraph: etree._Element, look: etree._Element | None
) -> None:
    if TAG.match(piece) and _kind(piece, place) == "r":
        gap = etree.Element("gap")
        run.addprevious(gap)
        _replace(gap, found.add("{{" + piece[3:], place, paragraph))
    elif piece:
        run.addprevious(_run(TAG.sub(lambda m: found.add(m.group(), place, paragraph), piece), look))


def _run(words: str, look: etree._Element | None) -> etree._Element:
    run = etree.Element(R)
    if look is not None:
        run.append(deepcopy(look))
    text = etree.SubElement(run, T)
    text.text = words
    text.set(ooxml.XML_SPACE, "preserve")
    return run
