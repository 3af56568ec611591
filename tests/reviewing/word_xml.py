"""Edits as Word writes them: runs split where a cursor stood, revision marks, rsids, comments with their parts."""

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from tasks.rendering.word import ooxml, package
from tasks.rendering.word.ooxml import TBL, TC, TR, P, R, T, w

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Spot = tuple[int, int]


@dataclass
class Comment:
    """A comment that waits to be written."""

    author: str
    words: str
    done: bool = False
    answers: int = -1


@dataclass
class Writer:
    """A reviewer at work in one document: everything that is written bears this name and one date."""

    data: bytes
    author: str
    date: str = "2017-02-20T09:30:00Z"
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - a seed, no secret
    comments: list[Comment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = package.read(self.data)
        self.root = ooxml.parse(self.parts["word/document.xml"])
        self._next = 90_000

    def tables(self) -> list[etree._Element]:
        """The tables of the body."""
        return [t for t in self.root.iter(TBL) if next(t.iterancestors(TBL), None) is None]

    def mark(self, name: str, author: str = "") -> etree._Element:
        """A revision mark: ins, del, moveFrom, moveTo, rPrChange."""
        self._next += 1
        element = etree.Element(w(name))
        for key, value in (("id", str(self._next)), ("author", author or self.author), ("date", self.date)):
            element.set(w(key), value)
        return element

    def saved(self) -> bytes:
        """The file as Word would save it."""
        self._noise()
        self.parts["word/document.xml"] = ooxml.serialise(self.root)
        core = ooxml.parse(self.parts["docProps/core.xml"])
        by = etree.SubElement(core, f"{{{core.nsmap['cp']}}}lastModifiedBy")
        by.text = self.author
        self.parts["docProps/core.xml"] = ooxml.serialise(core)
        if self.comments:
            self._write_comments()
        return package.write(self.parts)

    # runs

    def cut(self, paragraph: etree._Element, spot: Spot) -> list[etree._Element]:
        """The runs that hold exactly these characters, cut out of those around them."""
        for place in spot:
            self._split(paragraph, place)
        start, end = spot
        out, at = [], 0
        for run in runs(paragraph):
            length = len(text_of(run))
            if start <= at and at + length <= end and length:
                out.append(run)
            at += length
        return out

    def _split(self, paragraph: etree._Element, place: int) -> None:
        at = 0
        for run in runs(paragraph):
            words = text_of(run)
            if at < place < at + len(words) and len(run.findall(T)) == 1:
                other = deepcopy(run)
                run.addnext(other)
                _set(run, words[: place - at])
                _set(other, words[place - at :])
                return
            at += len(words)

    def insert(self, after: etree._Element | None, paragraph: etree._Element, words: str, author: str = "") -> None:
        """Tracked words behind a run, or at the end of the paragraph."""
        mark = self.mark("ins", author)
        mark.append(run_of(words, self._look(paragraph)))
        if after is None:
            paragraph.append(mark)
        else:
            after.addnext(mark)

    def delete(self, found: list[etree._Element]) -> etree._Element:
        """Runs, tracked as deleted; the last mark."""
        mark = self.mark("del")
        for run in found:
            mark = self.mark("del")
            run.addprevious(mark)
            mark.append(run)
            for text in run.iter(T):
                text.tag = w("delText")
                text.set(ooxml.XML_SPACE, "preserve")
        return mark

    @staticmethod
    def _look(paragraph: etree._Element) -> etree._Element | None:
        return next((run.find(w("rPr")) for run in paragraph.iter(R)), None)

    def format(self, found: list[etree._Element], *names: str, tracked: bool = False, **values: str) -> None:
        """Give runs properties: names alone (`strike`) or with a value (`color="FF0000"`)."""
        for run in found:
            look = run.find(w("rPr"))
            if look is None:
                look = etree.Element(w("rPr"))
                run.insert(0, look)
            before = deepcopy(look)
            for name in names:
                etree.SubElement(look, w(name))
            for name, value in values.items():
                etree.SubElement(look, w(name)).set(w("val"), value)
            if tracked:
                change = self.mark("rPrChange")
                change.append(before)
                look.append(change)

    # rows

    def delete_row(self, row: etree._Element) -> None:
        """A row, tracked as deleted."""
        self._row_mark(row, "del")
        for paragraph in row.iter(P):
            self.delete(list(runs(paragraph)))
            self._paragraph_mark(paragraph, "del")

    def insert_row(self, row: etree._Element) -> None:
        """Turn a new row into one whose insertion is tracked."""
        self._row_mark(row, "ins")
        for paragraph in row.iter(P):
            for run in list(runs(paragraph)):
                mark = self.mark("ins")
                run.addprevious(mark)
                mark.append(run)
            self._paragraph_mark(paragraph, "ins")

    def _row_mark(self, row: etree._Element, name: str) -> None:
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            row.insert(0, properties)
        properties.append(self.mark(name))

    def _paragraph_mark(self, paragraph: etree._Element, name: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        look.insert(0, self.mark(name))

    # comments

    def comment(self, paragraph: etree._Element, *said: tuple[str, str], done: bool = False) -> None:
        """A thread about a paragraph: authors and words, the first is answered by the others."""
        first = len(self.comments)
        place = 1 if paragraph.find(w("pPr")) is not None else 0
        for number, (author, words) in enumerate(said):
            name = str(len(self.comments))
            self.comments.append(Comment(author, words, done, first if number else -1))
            start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
            for element in (start, end):
                element.set(w("id"), name)
            paragraph.insert(place + number, start)
            run = etree.Element(R)
            etree.SubElement(run, w("commentReference")).set(w("id"), name)
            paragraph.extend([end, run])

    def _write_comments(self) -> None:
        root = etree.Element(w("comments"), nsmap={"w": ooxml.W_NS, "w14": W14})
        extended = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for number, comment in enumerate(self.comments):
            element = self.mark("comment", comment.author)
            element.set(w("id"), str(number))
            element.set(w("initials"), comment.author[:2])
            paragraph = etree.SubElement(element, P)
            paragraph.set(f"{{{W14}}}paraId", f"{0x10000000 + number:08X}")
            paragraph.append(run_of(comment.words, None))
            root.append(element)
            item = etree.SubElement(extended, f"{{{W15}}}commentEx")
            item.set(f"{{{W15}}}paraId", f"{0x10000000 + number:08X}")
            if comment.answers >= 0:
                item.set(f"{{{W15}}}paraIdParent", f"{0x10000000 + comment.answers:08X}")
            item.set(f"{{{W15}}}done", str(int(comment.done)))
        self.parts["word/comments.xml"] = ooxml.serialise(root)
        self.parts["word/commentsExtended.xml"] = ooxml.serialise(extended)
        types = ooxml.parse(self.parts["[Content_Types].xml"])
        relations = ooxml.parse(self.parts["word/_rels/document.xml.rels"])
        kinds = (("comments", _OFFICE), ("commentsExtended", "http://schemas.microsoft.com/office/2011/relationships"))
        for name, space in kinds:
            override = etree.SubElement(types, f"{{{types.nsmap[None]}}}Override")
            override.set("PartName", f"/word/{name}.xml")
            override.set("ContentType", f"{_TYPE}.{name}+xml")
            relation = etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship")
            for key, value in (("Id", f"rId9{name}"), ("Type", f"{space}/{name}"), ("Target", f"{name}.xml")):
                relation.set(key, value)
        self.parts["[Content_Types].xml"] = ooxml.serialise(types)
        self.parts["word/_rels/document.xml.rels"] = ooxml.serialise(relations)

    # what says nothing

    def _noise(self) -> None:
        """Runs split for no reason, revision numbers, marks of the spelling checker."""
        for paragraph in self.root.iter(P):
            if self.chance.random() < 0.2:
                for run in list(runs(paragraph)):
                    run.set(w("rsidR"), f"00{self.chance.randrange(16**6):06X}")
                    length = len(text_of(run))
                    if length > 4 and len(run.findall(T)) == 1:
                        self._split(paragraph, self.chance.randrange(1, length))
                    proof = etree.Element(w("proofErr"))
                    proof.set(w("type"), "spellStart")
                    run.addprevious(proof)


def runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that stand there untracked and hold words alone."""
    for run in list(paragraph.iter(R)):
        parent = run.getparent()
        if parent is not None and parent.tag in {P, w("hyperlink")} and run.find(T) is not None:
            yield run


def text_of(element: etree._Element) -> str:
    """The words of an element."""
    return "".join(text.text or "" for text in element.iter(T))


def _set(run: etree._Element, words: str) -> None:
    first, *others = run.findall(T)
    first.text = words
    first.set(ooxml.XML_SPACE, "preserve")
    for other in others:
        run.remove(other)


def run_of(words: str, look: etree._Element | None) -> etree._Element:
    """A run."""
    run = etree.Element(R)
    if look is not None:
        run.append(deepcopy(look))
    text = etree.SubElement(run, T)
    text.text = words
    text.set(ooxml.XML_SPACE, "preserve")
    return run


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return row.findall(TC)


def rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table."""
    return table.findall(TR)


def stripped(data: bytes, *tags: str) -> bytes:
    """The file without elements of these names."""
    parts = package.read(data)
    root = ooxml.parse(parts["word/document.xml"])
    for element in list(root.iter(*map(w, tags))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return package.write(parts | {"word/document.xml": ooxml.serialise(root)})


def without_codes(data: bytes) -> bytes:
    """The file with the first column of every table with bookmarks emptied."""
    parts = package.read(data)
    root = ooxml.parse(parts["word/document.xml"])
    for table in root.iter(TBL):
        if next(table.iter(w("bookmarkStart")), None) is not None:
            for row in rows(table)[1:]:
                for run in list(cells(row)[0].iter(R)):
                    parent = run.getparent()
                    if parent is not None:
                        parent.remove(run)
    return package.write(parts | {"word/document.xml": ooxml.serialise(root)})
