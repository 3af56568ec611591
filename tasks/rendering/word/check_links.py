"""What a part points to by name is there: bookmarks, fields, notes, comments, styles, lists."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from tasks.rendering.word.check_package import Defect
from tasks.rendering.word.ooxml import VAL, w

_LONGEST_BOOKMARK = 40
_ID = w("id")
_MARK, _CODE = w("fldChar"), w("instrText")
_START, _END = re.compile(b"<w:bookmarkStart( [^>]*)"), re.compile(rb"<w:bookmarkEnd [^>]*w:id=[\"']([^\"']*)")
_NAMED = re.compile(rb"<w:bookmarkStart [^>]*w:name=[\"']([^\"']*)")
_ANCHOR = re.compile(rb"<w:hyperlink [^>]*w:anchor=[\"']([^\"']*)")
_ATTRIBUTE = re.compile(rb" w:(\w+)=[\"']([^\"']*)")
_CODE_PIECES = re.compile(b"<w:fldChar|<w:instrText[^>]*>([^<]*)")
_NAMING = tuple(map(w, ("bookmarkStart", "bookmarkEnd", "hyperlink", "instrText")))
_POINTING = re.compile(r"^\s*(?:PAGE|NOTE)?REF\s+\"?([\w.-]+)", re.IGNORECASE)
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_NOTES = {
    "footnoteReference": ("word/footnotes.xml", "footnote"),
    "endnoteReference": ("word/endnotes.xml", "endnote"),
    "commentReference": ("word/comments.xml", "comment"),
}


def known(rule: str, part: str, used: set[str], names: set[str]) -> Iterator[Defect]:
    """What is used without being there."""
    yield from (Defect(rule, part, value) for value in sorted(used - names))


def doubles(rule: str, part: str, values: list[str]) -> Iterator[Defect]:
    """What is there more than once."""
    yield from (Defect(rule, part, value) for value, times in sorted(Counter(values).items()) if times > 1)


def bookmarks(part: str, root: etree._Element, text: bytes, document: bytes) -> Iterator[Defect]:
    """Bookmarks have names and ends, and what points to one finds it, from a header in the `document` too.

    `root` shows whether there are any, `text` is the part with all of them.
    """
    if next(root.iter(*_NAMING), None) is None:
        return
    starts = [dict(_ATTRIBUTE.findall(start)) for start in _START.findall(text)]
    names, ids = ([start.get(key, b"").decode() for start in starts] for key in (b"name", b"id"))
    yield from doubles("double-bookmark-name", part, [name.lower() for name in names])
    yield from doubles("double-bookmark-id", part, ids)
    for name in names:
        if not 0 < len(name) <= _LONGEST_BOOKMARK or not name.replace("_", "a").isalnum():
            yield Defect("bad-bookmark-name", part, name)
    if sorted(ids) != sorted(_all(_END, text)):
        yield Defect("unpaired-bookmark", part)
    there = {*names, *(() if text is document else _all(_NAMED, document))}
    yield from known("link-to-nowhere", part, set(_all(_ANCHOR, text)), {*there, "", "_top"})
    asked = {match[1].lower() for match in map(_POINTING.match, _codes(text)) if match}
    yield from known("reference-to-nowhere", part, asked, {name.lower() for name in there})


def _all(pattern: re.Pattern[bytes], text: bytes) -> list[str]:
    return [found.decode() for found in pattern.findall(text)]


def _codes(text: bytes) -> list[str]:
    """The instructions of fields; Word may part one over several runs."""
    codes = [""]
    for code in _all(_CODE_PIECES, text):
        codes[-1:] = [codes[-1] + code] if code else [codes[-1], ""]
    return codes


def fields(part: str, root: etree._Element) -> Iterator[Defect]:
    """Every complex field is begun, separated at most once and ended, in this order, within the part."""
    states: list[str] = []
    for mark in root.iter(_MARK, _CODE):
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            states.append(kind)
        elif not states or (kind == "separate" and states[-1] == kind):
            yield Defect("unbalanced-field", part, kind)
            return
        elif kind == "end":
            states.pop()
        elif kind:
            states[-1] = kind
    if states:
        yield Defect("unbalanced-field", part)


def notes(part: str, root: etree._Element, parsed: Mapping[str, etree._Element]) -> Iterator[Defect]:
    """Footnotes, endnotes and comments that a part calls."""
    for name, (where, kind) in _NOTES.items():
        there = parsed.get(where)
        ids = [] if there is None else [note.get(_ID, "") for note in there.iterchildren(w(kind))]
        yield from known("unknown-note", part, {call.get(_ID, "") for call in root.iter(w(name))}, set(ids))
        if there is root:
            yield from doubles("double-note", part, ids)


def styles(part: str, root: etree._Element, kinds: Mapping[str, str]) -> Iterator[Defect]:
    """The styles that a part calls, each of the right kind. `kinds`: the kind of every style by its id."""
    for name, kind in _STYLED.items():
        used = {e.get(VAL, "") for e in root.iter(w(name))}
        yield from known("unknown-style", part, used, {style for style, what in kinds.items() if what == kind})


def lists(part: str, root: etree._Element, numbering: etree._Element | None) -> Iterator[Defect]:
    """The lists that a part calls, or, in the part that defines them, the definitions that they call."""
    if root is numbering:
        ids = [a.get(w("abstractNumId"), "") for a in root.iterchildren(w("abstractNum"))]
        yield from doubles("double-list", part, ids)
        used = {e.get(VAL, "") for e in root.iterfind(f"{w('num')}/{w('abstractNumId')}")}
        yield from known("unknown-list", part, used, set(ids))
        return
    numbers = set() if numbering is None else {n.get(w("numId"), "") for n in numbering.iterchildren(w("num"))}
    yield from known("unknown-list", part, {e.get(VAL, "") for e in root.iter(w("numId"))}, {"0", *numbers})


def definitions(part: str, root: etree._Element) -> Iterator[Defect]:
    """Styles that are there twice, are based on none, or on themselves by some way."""
    ids = [style.get(w("styleId"), "") for style in root.iterchildren(w("style"))]
    yield from doubles("double-style", part, ids)
    bases = {
        style.get(w("styleId"), ""): base.get(VAL, "")
        for style in root.iterchildren(w("style"))
        if (base := style.find(w("basedOn"))) is not None
    }
    yield from known("unknown-style", part, set(bases.values()), set(ids))
    for style in sorted(bases):
        seen, at = {style}, bases[style]
        while at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if at == style:
            yield Defect("style-based-on-itself", part, style)
