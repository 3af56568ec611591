"""Order and values of a part's settings, after ECMA-376 part 1, annex A, and the stricter order that Word writes.

sequences.csv: what an element may hold and in which order (`*`: more than once; `needed`: these it must hold),
attributes.csv: what an attribute may say. A part repeats few settings many times, so the text is asked for the
different ones. Word and all that write for it name the namespaces `w` and `wp`; settings named otherwise are not
looked at.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from lxml import etree

from tasks.rendering.word.check_package import Defect
from tasks.rendering.word.ooxml import NAMESPACES, w

_HERE = Path(__file__).parent
_SETTINGS = re.compile(
    r"<(w:(?:p|r|tbl|tr|tc|sect)Pr|w:style|w:abstractNum|w:num|wp:inline)(?: [^>]*)?>.*?</\1>", re.DOTALL
)
_TAG = re.compile(r"<((?:w|wp):[A-Za-z]+)([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_LOST_BLANK = re.compile(r"<w:t>(?:[ \t\n][^<]*|[^<]*[ \t\n])</w:t>")
_WRAP = "<a " + " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items()) + ">{}</a>"
Fault = tuple[str, str]
_PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def schema_defects(part: str, root: etree._Element) -> Iterator[Defect]:
    """Settings of a part out of order, unknown or without a value that they need, and blanks that Word drops."""
    text = etree.tostring(root, encoding="unicode")
    faults = [fault for settings in sorted({match[0] for match in _SETTINGS.finditer(text)}) for fault in _in(settings)]
    faults += [fault for name, words in sorted(set(_TAG.findall(text))) for fault in _values(name, words)]
    yield from (Defect(rule, part, detail) for rule, detail in faults)
    lost = _LOST_BLANK.search(text)
    if lost:
        yield Defect("blank-lost", part, lost[0])


def sequence_defects(part: str, element: etree._Element) -> Iterator[Defect]:
    """What stands in an element that may not, twice, or behind what it must precede."""
    yield from (Defect(rule, part, detail) for rule, detail in _sequence_faults(element))


@lru_cache(maxsize=4_096)
def _in(settings: str) -> tuple[Fault, ...]:
    """The faults of settings, which documents of one template share."""
    # Settings as they were before a change repeat their own name within.
    if "Change " in settings:
        return ()
    elements = etree.fromstring(_WRAP.format(settings), _PARSER).iterdescendants(etree.Element)
    return tuple(fault for element in elements for fault in _sequence_faults(element))


def _sequence_faults(element: etree._Element) -> Iterator[Fault]:
    name = prefixed(str(element.tag))
    if name not in sequences():
        return
    places, many, order = sequences()[name]
    children = [prefixed(str(child.tag)) for child in element.iterchildren(etree.Element)]
    if order == "needed":
        yield from (("missing-element", f"{child} in {name}") for child in places if child not in children)
        return
    if name == "w:sectPr":
        yield from _section_faults(element)
    known = [child for child in children if child in places]
    own = f"{name.partition(':')[0]}:"
    yield from (("unknown-element", f"{c} in {name}") for c in children if c.startswith(own) and c not in places)
    yield from (("repeated-element", f"{c} in {name}") for c in places if known.count(c) > 1 and c not in many)
    if order == "fixed" and known != sorted(known, key=places.__getitem__):
        yield "out-of-order", name


def _section_faults(section: etree._Element) -> Iterator[Fault]:
    """A section has one header of a kind, and room for words between its margins."""
    for kind in ("headerReference", "footerReference"):
        kinds = [reference.get(w("type"), "") for reference in section.iterchildren(w(kind))]
        yield from (("double-header", k) for k in sorted(set(kinds)) if kinds.count(k) > 1)
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return
    for length, sides in (("w", ("left", "right")), ("h", ("top", "bottom"))):
        numbers = [size.get(w(length), ""), *(margins.get(w(side), "").lstrip("-") for side in sides)]
        if all(map(str.isdecimal, numbers)) and int(numbers[0]) <= sum(map(int, numbers[1:])):
            yield "page-without-room", ", ".join(numbers)


def prefixed(tag: str) -> str:
    """`w:name` for an element of WordprocessingML, the full name for one of a namespace that is not known here."""
    space, _, local = tag[1:].partition("}")
    return next((f"{prefix}:{local}" for prefix, uri in NAMESPACES.items() if uri == space), tag)


@lru_cache(maxsize=4_096)
def _values(name: str, words: str) -> tuple[Fault, ...]:
    """The faults of a tag: `words` are its attributes as they are written."""
    said, faults = dict(_ATTRIBUTE.findall(words)), []
    for attribute, allowed, needed in _attributes().get(name, ()):
        if needed and attribute not in said:
            faults.append(("missing-value", f"{attribute} of {name}"))
        elif not allowed.fullmatch(said.get(attribute, "")) and attribute in said:
            faults.append(("bad-value", f"{attribute} of {name}: {said[attribute]}"))
    if name.startswith("w:"):
        faults += [("bare-attribute", f"{a} of {name}") for a in said if ":" not in a and a != "xmlns"]
    return tuple(faults)


Sequence = tuple[Mapping[str, int], frozenset[str], str]


@cache
def sequences() -> Mapping[str, Sequence]:
    """sequences.csv by element: its children's places, those that may be there more than once, how strict it is."""
    return {row["element"]: _sequence(row) for row in _rows("sequences.csv")}


def _sequence(row: Mapping[str, str]) -> Sequence:
    space = row["element"].partition(":")[0]
    names = [f"{space}:{name}" for name in row["children"].split()]
    places = {name.rstrip("*"): place for place, name in enumerate(names)}
    return places, frozenset(name.rstrip("*") for name in names if name.endswith("*")), row["order"]


@cache
def _attributes() -> Mapping[str, list[tuple[str, re.Pattern[str], bool]]]:
    found: dict[str, list[tuple[str, re.Pattern[str], bool]]] = {}
    for row in _rows("attributes.csv"):
        rule = (row["attribute"], re.compile(row["values"]), row["needed"] == "yes")
        for name in row["elements"].split():
            found.setdefault(name if ":" in name else f"w:{name}", []).append(rule)
    return found


def _rows(name: str) -> Iterable[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
