"""Rules for a Word file as a package: relationships, content types, core properties (ECMA-376 part 2)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath

from lxml import etree

_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_PROPERTIES = frozenset(
    (
        "category", "contentStatus", "created", "creator", "description", "identifier", "keywords", "language",
        "lastModifiedBy", "lastPrinted", "modified", "revision", "subject", "title", "version",
    )
)  # fmt: skip
_ANY = re.compile(".*")
_WORD = r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\."
_CONTENT = {
    "image": re.compile("image/.+|"),
    "officeDocument": re.compile(rf"{_WORD}document\.main\+xml"),
    **{
        kind: re.compile(rf"{_WORD}{kind}\+xml")
        for kind in (
            "styles",
            "numbering",
            "settings",
            "fontTable",
            "header",
            "footer",
            "footnotes",
            "endnotes",
            "comments",
        )
    },
}


@dataclass(frozen=True, slots=True)
class Defect:
    """A broken rule: its name, the part in which, and the offending words or number."""

    rule: str
    part: str
    detail: str = ""


def package_defects(parsed: Mapping[str, etree._Element], names: set[str]) -> Iterator[Defect]:
    """Broken rules of the package. `names`: all parts, those that are not XML too."""
    for name in sorted(parsed):
        if name.endswith(".rels"):
            yield from _relations(name, parsed[name], names)
    if _TYPES in parsed:
        yield from _types(parsed[_TYPES], names)
    else:
        yield Defect("missing-part", _TYPES)
    yield from _kinds(parsed, names)
    if _CORE in parsed:
        yield from _core(parsed[_CORE])


def _core(core: etree._Element) -> Iterator[Defect]:
    """Anything unexpected in the core properties makes Word call the file damaged."""
    found = [etree.QName(element).localname for element in core]
    yield from _doubles("double-property", _CORE, found)
    yield from (Defect("unknown-property", _CORE, name) for name in sorted(set(found) - _PROPERTIES))
    for element, name in zip(core, found, strict=True):
        if name in {"created", "modified"}:
            typed = element.get(_TYPE, "").rpartition(":")[2] == "W3CDTF"
            if not typed or not _DAY.fullmatch(element.text or ""):
                yield Defect("bad-date", _CORE, element.text or "")


def _kinds(parsed: Mapping[str, etree._Element], names: set[str]) -> Iterator[Defect]:
    """What a relation leads to is of the kind that it says, and pictures and parts lie in the package."""
    types = _content_types(parsed, names)
    for rels in sorted(name for name in parsed if name.endswith(".rels")):
        for relation in parsed[rels]:
            kind, to = kind_of(relation), relation.get("Target", "")
            target = _target(dirname(dirname(rels)), to)
            if kind in _CONTENT and relation.get("TargetMode") == "External":
                yield Defect("part-elsewhere", rels, to)
            elif target in names and not _CONTENT.get(kind, _ANY).fullmatch(types[target]):
                yield Defect("wrong-content-type", rels, f"{target}: {types[target]}")
    if not any(kind_of(r) == "officeDocument" for r in parsed.get("_rels/.rels", ())):
        yield Defect("missing-relation", "_rels/.rels", "officeDocument")


def _content_types(parsed: Mapping[str, etree._Element], names: set[str]) -> dict[str, str]:
    rows = list(parsed.get(_TYPES, ()))
    endings = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in rows}
    own = {row.get("PartName", "")[1:]: row.get("ContentType", "") for row in rows}
    return {name: own.get(name, endings.get(name.rpartition(".")[2].lower(), "")) for name in names}


def relations_of(part: str, parsed: Mapping[str, etree._Element]) -> dict[str, str]:
    """The kinds of the relations that a part may use, by their ids."""
    folder, _, name = part.rpartition("/")
    return {r.get("Id", ""): kind_of(r) for r in parsed.get(f"{folder}/_rels/{name}.rels", ())}


def kind_of(relation: etree._Element) -> str:
    """`image`, `header` and the like: the last word of a relation's type."""
    return relation.get("Type", "").rpartition("/")[2]


def _relations(name: str, root: etree._Element, names: set[str]) -> Iterator[Defect]:
    relations = list(root)
    yield from _doubles("double-relation", name, (r.get("Id", "") for r in relations))
    base = dirname(dirname(name))
    targets = {_target(base, r.get("Target", "")) for r in relations if r.get("TargetMode") != "External"}
    yield from (Defect("missing-part", name, target) for target in sorted(targets - names))


def _types(root: etree._Element, names: set[str]) -> Iterator[Defect]:
    endings = {t.get("Extension", "").lower() for t in root}
    overrides = [t.get("PartName", "")[1:] for t in root if t.get("PartName")]
    yield from _doubles("double-content-type", _TYPES, overrides)
    yield from (Defect("missing-part", _TYPES, name) for name in sorted(set(overrides) - names))
    for name in sorted(names - set(overrides) - {_TYPES}):
        if name.rpartition(".")[2].lower() not in endings or name == _DOCUMENT:
            yield Defect("no-content-type", _TYPES, name)


def _doubles(rule: str, part: str, values: Iterable[str]) -> Iterator[Defect]:
    yield from (Defect(rule, part, value) for value, times in sorted(Counter(values).items()) if times > 1)


def _target(base: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(f"{base}/{target}".lstrip("/"))
