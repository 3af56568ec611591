"""The tags that staff write into a Word template: found, healed where Word cut them over runs, set in their place.

The dialect is that of docxtpl (docxtpl.readthedocs.io, "Jinja2-like syntax"), as far as a plan needs it:
`{{ name }}` text, `{{r name }}` a link or bookmark in place of its run, `{% if … %}` within one paragraph,
`{%p … %}` in a paragraph of its own, which it replaces, `{%tr … %}` in a table row of its own, which it replaces.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from tasks.rendering import ooxml
from tasks.rendering.ooxml import BODY, SECT, TBL, TR, P, R, T, w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_KIND = re.compile(r"\{([{%])(tr|tc|p|r)(?=\s)")
_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\u200b": ""}
)
MARK = re.compile("\ufdd0(\\d+)\ufdd1")


class TagError(Exception):
    """A tag cannot be used. `key` of the catalogue, `place` as a locator, further words of the message."""

    def __init__(self, key: str, place: str, **details: str) -> None:
        super().__init__(key, place)
        self.key, self.place, self.details = key, place, details


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
    for paragraph, place in list(_paragraphs(root if body is None else body, story)):
        _heal(paragraph, place)
        if TAG.search(ooxml.text_of(paragraph)):
            _place(paragraph, place, found)
    return found


def _paragraphs(story: etree._Element, name: str) -> Iterator[tuple[etree._Element, str]]:
    """Paragraphs in document order with their locators; those of text boxes count with what holds them."""
    tables = paragraphs = 0
    lead = f"{name}, " if name else ""
    for block in _blocks(story):
        if block.tag == P:
            paragraphs += 1
            yield from ((p, f"{lead}paragraph {paragraphs}") for p in block.iter(P))
        else:
            tables += 1
            for number, row in enumerate(block.iterchildren(TR), 1):
                yield from ((p, f"{lead}table {tables}, row {number}") for p in row.iter(P))


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (P, TBL):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("ins")):
            yield from _blocks(child)


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text elements of a paragraph itself, not those of text boxes within it."""
    return [t for t in paragraph.iter(T) if next(t.iterancestors(P)) is paragraph]


def _heal(paragraph: etree._Element, place: str) -> None:
    """Gathers every tag that Word has cut over several runs in the first of them."""
    texts = _texts(paragraph)
    whole = "".join(t.text or "" for t in texts)
    if not _HALF.search(whole):
        return
    ends = list(accumulate(len(t.text or "") for t in texts))
    for match in reversed(list(TAG.finditer(whole))):
        _gather(texts, ends, match)
    rest = _HALF.search(TAG.sub("", whole))
    if rest:
        raise TagError("template.tag-open", place, tag=whole[max(whole.find(rest.group()), 0) :][:40])


def _gather(texts: list[etree._Element], ends: list[int], match: re.Match[str]) -> None:
    first = next(i for i, end in enumerate(ends) if match.start() < end)
    last = next(i for i, end in enumerate(ends) if match.end() <= end)
    head = (texts[first].text or "")[: match.start() - (ends[first - 1] if first else 0)]
    tail = (texts[last].text or "")[match.end() - (ends[last - 1] if last else 0) :]
    tag = match.group().translate(_TYPOGRAPHY)
    if first == last:
        texts[first].text = head + tag + tail
        return
    texts[first].text = head + tag
    for text in texts[first + 1 : last]:
        text.text = ""
    texts[last].text = tail


def _place(paragraph: etree._Element, place: str, found: Found) -> None:
    for text in _texts(paragraph):
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
    if beside or next(element.iter(SECT, w("drawing"), w("pict")), None) is not None:
        raise TagError("template.text-beside", place, tag=tag, text=beside[:40])
    _replace(element, found.add(tag.replace(kind, "", 1), place, home))


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
