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
    core = parsed.get(_CORE)
    for element in () if core is None else core:
        # A date in the core properties that is none makes Word call the file damaged.
        if etree.QName(element).localname in {"created", "modified"} and not _DAY.fullmatch(element.text or ""):
            yield Defect("bad-date", _CORE, element.text or "")


def relations_of(part: str, parsed: Mapping[str, etree._Element]) -> set[str]:
    """The relationship ids that a part may use."""
    folder, _, name = part.rpartition("/")
    relations = parsed.get(f"{folder}/_rels/{name}.rels")
    return set() if relations is None else {r.get("Id", "") for r in relations}


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
