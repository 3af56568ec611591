"""Rules that every Word file must keep before it leaves the house: what makes Word repair or refuse a document.

Opening a file elsewhere proves nothing (other programs forgive most of this), hence rules of our own, after the
content models of ECMA-376 part 1 and what Word is known to reject. A breach is a defect of the program or the
template, never something for a user to solve.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.check_package import Defect, package_defects, relations_of
from tasks.rendering.word.check_rules import CONTAINERS, DELETED, broken
from tasks.rendering.word.ooxml import NAMESPACES, TBL, TC, TR, VAL, T, w

_LONGEST_BOOKMARK = 40
_ID, _NAME, _WIDTH, _STYLE_ID = w("id"), w("name"), w("w"), w("styleId")
_GRID, _COLUMN, _SPAN = w("tblGrid"), w("gridCol"), w("gridSpan")
_TAG = attrgetter("tag")
_PICTURE = f"{{{NAMESPACES['wp']}}}docPr"
_ALIGNMENTS = frozenset({"left", "right", "center", "both", "start", "end", "distribute", "numTab", "thaiDistribute"})
_STRAY = etree.XPath(
    "//text()[normalize-space()][parent::w:*]"
    "[not(parent::w:t or parent::w:instrText or parent::w:delText or parent::w:delInstrText)]",
    namespaces=NAMESPACES,
)
_POINTERS = etree.XPath("//@r:*", namespaces=NAMESPACES)


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

    `roots` are parts that are parsed already (with their final contents), `sound` those that a check of the same parts
    around them has found to be without fault, so that many documents of one template need not repeat it.
    """
    parsed, found = _parse(parts, {**sound, **roots})
    yield from found
    yield from package_defects(parsed, set(parts) | set(parsed))
    yield from _within(parsed, parsed.keys() - sound.keys())


def sound_parts(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """The parts of XML, parsed, none of which breaks a rule by itself. Raises DefectError."""
    parsed, found = _parse(parts, {})
    found += _within(parsed, parsed)
    if found:
        raise DefectError(found)
    return parsed


def _parse(
    parts: Mapping[str, bytes], known: Mapping[str, etree._Element]
) -> tuple[dict[str, etree._Element], list[Defect]]:
    """The parts of XML, and which are none; `known` are parsed already."""
    parsed, found = dict(known), []
    for name in sorted(parts):
        if name.endswith((".xml", ".rels")) and name not in parsed:
            try:
                parsed[name] = ooxml.parse(parts[name])
            except etree.XMLSyntaxError as error:
                found.append(Defect("not-well-formed", name, str(error)))
    return parsed, found


def _within(parsed: Mapping[str, etree._Element], names: Iterable[str]) -> Iterator[Defect]:
    styles = parsed.get("word/styles.xml")
    known = None if styles is None else {s.get(_STYLE_ID, "") for s in styles}
    for name in sorted(names):
        if name.startswith("word/") and name.endswith(".xml"):
            yield from _part(name, parsed, known)


def _part(name: str, parsed: Mapping[str, etree._Element], styles: set[str] | None) -> Iterator[Defect]:
    root = parsed[name]
    if root.tag in {w("document"), w("hdr"), w("ftr")}:
        yield from _shapes(name, root)
        yield from _rows(name, root)
        stray = _STRAY(root)
        if isinstance(stray, list) and stray:
            yield Defect("stray-text", name, str(stray[0]).strip()[:40])
    yield from _values(name, root)
    yield from _bookmarks(name, root)
    yield from _fields(name, root)
    yield from _names(name, root, parsed, styles)


def _shapes(part: str, root: etree._Element) -> Iterator[Defect]:
    seen = Counter((element.tag, tuple(map(_TAG, element))) for element in root.iter(*CONTAINERS))
    for (tag, children), times in seen.items():
        yield from (Defect(rule, part, str(times)) for rule in broken(str(tag), tuple(map(str, children))))


def _rows(part: str, root: etree._Element) -> Iterator[Defect]:
    """Every row fills the columns of its table."""
    spans = _spans(root)
    for table in root.iter(TBL):
        grid = table.find(_GRID)
        columns = 0 if grid is None else len(grid)
        for row in table.iterchildren(TR):
            filled = sum(1 for _ in row.iterchildren(TC)) + spans[row]
            if filled != columns and not _free(row):
                yield Defect("row-does-not-fill-columns", part, f"{filled} of {columns}")


def _spans(root: etree._Element) -> Counter[etree._Element]:
    """How many columns the cells of a row cover beyond one each."""
    extra: Counter[etree._Element] = Counter()
    for span in root.iter(_SPAN):
        row = next(span.iterancestors(TR), None)
        if row is not None:
            extra[row] += int(span.get(VAL, "1")) - 1
    return extra


def _free(row: etree._Element) -> bool:
    """Rows that leave columns out, or whose cells stand in content controls."""
    return any(
        row.find(path) is not None
        for path in (f"{w('trPr')}/{w('gridAfter')}", f"{w('trPr')}/{w('gridBefore')}", w("sdt"))
    )


def _values(part: str, root: etree._Element) -> Iterator[Defect]:
    for element in root.iter(w("tblW"), w("tcW"), _COLUMN):
        if "." in element.get(_WIDTH, ""):
            yield Defect("width-not-whole", part, element.get(_WIDTH, ""))
    for element in root.iter(w("jc")):
        if element.get(VAL) not in _ALIGNMENTS:
            yield Defect("bad-alignment", part, str(element.get(VAL)))
    for element in root.iter(w("ins"), DELETED):
        if "T" not in element.get(w("date"), "T"):
            yield Defect("bad-date", part, element.get(w("date"), ""))
        if element.tag == DELETED and next(element.iter(T), None) is not None:
            yield Defect("plain-text-deleted", part)
    yield from _doubles("double-picture-id", part, [e.get("id", "") for e in root.iter(_PICTURE)])


def _names(
    part: str, root: etree._Element, parsed: Mapping[str, etree._Element], styles: set[str] | None
) -> Iterator[Defect]:
    """Whatever a part calls by name is there: relationships, styles, lists, prefixes."""
    found = _POINTERS(root)
    used = {str(value) for value in found} if isinstance(found, list) else set()
    yield from _known("unknown-relation", part, used, relations_of(part, parsed))
    lists = parsed.get("word/numbering.xml")
    if styles is not None:
        used = {e.get(VAL, "") for e in root.iter(w("pStyle"), w("rStyle"), w("tblStyle"))}
        yield from _known("unknown-style", part, used, styles)
    numbers = {"0"} if lists is None else {"0", *(n.get(w("numId"), "") for n in lists.iterchildren(w("num")))}
    used = set() if root is lists else {e.get(VAL, "") for e in root.iter(w("numId"))}
    yield from _known("unknown-list", part, used, numbers)
    ignored = set(root.get(f"{{{NAMESPACES['mc']}}}Ignorable", "").split())
    yield from _known("undeclared-prefix", part, ignored, {str(prefix) for prefix in root.nsmap})


def _known(rule: str, part: str, used: set[str], known: set[str]) -> Iterator[Defect]:
    yield from (Defect(rule, part, value) for value in sorted(used - known))


def _doubles(rule: str, part: str, values: list[str]) -> Iterator[Defect]:
    yield from (Defect(rule, part, value) for value, times in sorted(Counter(values).items()) if times > 1)


def _bookmarks(part: str, root: etree._Element) -> Iterator[Defect]:
    starts = list(root.iter(w("bookmarkStart")))
    names = [start.get(_NAME, "") for start in starts]
    ids = [start.get(_ID, "") for start in starts]
    yield from _doubles("double-bookmark-name", part, [name.lower() for name in names])
    yield from _doubles("double-bookmark-id", part, ids)
    for name in names:
        if not 0 < len(name) <= _LONGEST_BOOKMARK or not name.replace("_", "a").isalnum():
            yield Defect("bad-bookmark-name", part, name)
    if sorted(ids) != sorted(end.get(_ID, "") for end in root.iter(w("bookmarkEnd"))):
        yield Defect("unpaired-bookmark", part)
    anchors = {a for a in (link.get(w("anchor")) for link in root.iter(w("hyperlink"))) if a}
    yield from _known("link-to-nowhere", part, anchors, {*names, "_top"})


def _fields(part: str, root: etree._Element) -> Iterator[Defect]:
    """Every complex field is begun, separated at most once and ended, in this order, within the part."""
    states: list[str] = []
    for mark in root.iter(w("fldChar")):
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            states.append(kind)
        elif not states or (kind == "separate" and states[-1] == kind):
            yield Defect("unbalanced-field", part, kind)
            return
        elif kind == "end":
            states.pop()
        else:
            states[-1] = kind
    if states:
        yield Defect("unbalanced-field", part)
