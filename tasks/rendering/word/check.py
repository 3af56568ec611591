"""Rules that every Word file must keep before it leaves the house: what makes Word repair or refuse a document.

Opening a file elsewhere proves nothing (other programs forgive most of this), hence rules of our own, after the
content models of ECMA-376 part 1 and what Word is known to reject. A breach is a defect of the program or the
template, never something for a user to solve.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from lxml import etree

from tasks.rendering.word import check_links, ooxml
from tasks.rendering.word.check_links import doubles, known
from tasks.rendering.word.check_package import Defect, package_defects, relations_of
from tasks.rendering.word.check_rules import CONTAINERS, DELETED, RELATIONS, ROOTS, broken
from tasks.rendering.word.check_schema import schema_defects, sequence_defects
from tasks.rendering.word.check_tables import row_defects
from tasks.rendering.word.ooxml import NAMESPACES, R_NS, T, w

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"
_RELATION = f"{{{R_NS}}}"
_TAG = attrgetter("tag")
_PICTURE = f"{{{NAMESPACES['wp']}}}docPr"
_STRAY = etree.XPath(
    "//text()[normalize-space()][parent::w:*]"
    "[not(parent::w:t or parent::w:instrText or parent::w:delText or parent::w:delInstrText)]",
    namespaces=NAMESPACES,
)
_POINTING = etree.XPath("//*[@r:*]", namespaces=NAMESPACES)


class DefectError(Exception):
    """A document that breaks the rules was about to be written."""

    def __init__(self, found: list[Defect]) -> None:
        super().__init__("; ".join(f"{d.rule} in {d.part}: {d.detail}" for d in found[:5]))
        self.defects = found


_NONE: Mapping[str, etree._Element] = {}


def defects(
    parts: Mapping[str, bytes],
    roots: Mapping[str, etree._Element] = _NONE,
    sound: Mapping[str, etree._Element] = _NONE,
) -> Iterator[Defect]:
    """All broken rules of a document.

    `roots` are parts that are parsed already (rows that differ in their words alone may stand there once), `sound`
    those that a check of the same parts around them has found to be without fault, so that many documents of one
    template need not repeat it.
    """
    parsed, found = _parse(parts, {**sound, **roots})
    yield from found
    yield from package_defects(parsed, set(parts) | set(parsed))
    yield from _within(parts, parsed, parsed.keys() - sound.keys())


def sound_parts(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """The parts of XML, parsed, none of which breaks a rule by itself. Raises DefectError."""
    parsed, found = _parse(parts, {})
    found += _within(parts, parsed, parsed)
    if found:
        raise DefectError(found)
    return parsed


def _parse(
    parts: Mapping[str, bytes], ready: Mapping[str, etree._Element]
) -> tuple[dict[str, etree._Element], list[Defect]]:
    """The parts of XML, and which are none; `ready` are parsed already."""
    parsed, found = dict(ready), []
    for name in sorted(parts):
        if name.endswith((".xml", ".rels")) and name not in parsed:
            try:
                parsed[name] = ooxml.parse(parts[name])
            except etree.XMLSyntaxError as error:
                found.append(Defect("not-well-formed", name, str(error)))
    return parsed, found


def _within(parts: Mapping[str, bytes], parsed: Mapping[str, etree._Element], names: Iterable[str]) -> Iterator[Defect]:
    kinds = {s.get(w("styleId"), ""): s.get(w("type"), "") for s in parsed.get(_STYLES, ())}
    for name in sorted(names):
        if name.startswith("word/") and name.endswith(".xml"):
            yield from _part(name, parsed, kinds)
            yield from schema_defects(name, parsed[name])
            yield from check_links.bookmarks(name, parsed[name], parts[name], parts.get(_DOCUMENT, b""))


def _part(name: str, parsed: Mapping[str, etree._Element], kinds: Mapping[str, str]) -> Iterator[Defect]:
    root = parsed[name]
    if root.tag != ROOTS.get(name, root.tag):
        yield Defect("wrong-root", name, str(root.tag))
    if root.tag in {w("document"), w("hdr"), w("ftr")}:
        yield from _shapes(name, root)
        yield from row_defects(name, root)
        stray = _STRAY(root)
        if isinstance(stray, list) and stray:
            yield Defect("stray-text", name, str(stray[0]).strip()[:40])
    yield from sequence_defects(name, root)
    yield from _values(name, root)
    yield from check_links.fields(name, root)
    yield from check_links.definitions(name, root)
    yield from _names(name, root, parsed, kinds)


def _shapes(part: str, root: etree._Element) -> Iterator[Defect]:
    seen = {(element.tag, *map(_TAG, element)) for element in root.iter(*CONTAINERS)}
    for tag, *children in sorted(seen, key=str):
        yield from (Defect(rule, part, str(tag)) for rule in broken(str(tag), tuple(map(str, children))))


def _values(part: str, root: etree._Element) -> Iterator[Defect]:
    for element in root.iter(w("ins"), DELETED):
        if "T" not in element.get(w("date"), "T"):
            yield Defect("bad-date", part, element.get(w("date"), ""))
        if element.tag == DELETED and next(element.iter(T), None) is not None:
            yield Defect("plain-text-deleted", part)
    yield from doubles("double-picture-id", part, [e.get("id", "") for e in root.iter(_PICTURE)])


def _names(
    part: str, root: etree._Element, parsed: Mapping[str, etree._Element], kinds: Mapping[str, str]
) -> Iterator[Defect]:
    """Whatever a part calls by name is there: relationships, styles, lists, notes, prefixes."""
    relations = relations_of(part, parsed)
    for element, pointer in _pointers(root):
        kind, wanted = relations.get(pointer, ""), RELATIONS.get(etree.QName(element).localname, "")
        if not kind or wanted not in {"", kind}:
            yield Defect("unknown-relation", part, f"{pointer} {kind}")
    if _STYLES in parsed:
        yield from check_links.styles(part, root, kinds)
    yield from check_links.lists(part, root, parsed.get("word/numbering.xml"))
    yield from check_links.notes(part, root, parsed)
    ignored = set(root.get(f"{{{NAMESPACES['mc']}}}Ignorable", "").split())
    yield from known("undeclared-prefix", part, ignored, {str(prefix) for prefix in root.nsmap})


def _pointers(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that call a relation, each with the relation's id."""
    found = _POINTING(root)
    for element in found if isinstance(found, list) else ():
        if isinstance(element, etree._Element):
            yield from ((element, str(value)) for name, value in element.items() if str(name).startswith(_RELATION))
