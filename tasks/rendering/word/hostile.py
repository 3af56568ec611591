"""What a template must not carry: macros, embedded objects, parts from elsewhere, fields that fetch or run something.

The rule: a rendered document holds only what staff see in the template, and opening it never reaches outside.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import w

_DANGEROUS_PART = re.compile(
    r"vbaproject|vbadata|/activex|/embeddings/|/afchunk|/attachedtoolbars|\.bin$", re.IGNORECASE
)
_DANGEROUS_RELATION = ("attachedTemplate", "aFChunk", "oleObject", "package", "control", "frame", "subDocument")
_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_SAFE_FIELDS = frozenset(
    (
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "PAGEREF",
        "REF",
        "NOTEREF",
        "SEQ",
        "STYLEREF",
        "TOC",
        "TC",
        "TITLE",
    )
)
"""Fields that only repeat what stands in the document itself; HYPERLINK is looked at apart."""


def findings(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Catalogue key and the offending name of everything that is refused; nothing if the template is safe."""
    for name in sorted(parts):
        if _DANGEROUS_PART.search(name):
            yield "template.hostile-part", name
        elif name.endswith((".xml", ".rels")):
            yield from _part(name, parts[name])


def _part(name: str, part: bytes) -> Iterator[tuple[str, str]]:
    try:
        root = ooxml.parse(part)
    except etree.XMLSyntaxError:
        yield "template.not-word", name
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield "template.hostile-part", name
    elif name == "[Content_Types].xml":
        yield from (("template.hostile-macro", name) for t in root if "macroEnabled" in t.get("ContentType", ""))
    elif name.endswith(".rels"):
        yield from _relations(root)
    else:
        yield from (("template.hostile-part", "altChunk") for _ in root.iter(w("altChunk")))
        yield from (("template.hostile-field", field) for field in _fields(root) if not _safe(field))


def _relations(root: etree._Element) -> Iterator[tuple[str, str]]:
    for relation in root:
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        target = relation.get("Target", "")
        external = relation.get("TargetMode") == "External"
        if kind in _DANGEROUS_RELATION or (external and not (kind == "hyperlink" and _LINK.match(target))):
            yield "template.hostile-relation", target


def _fields(root: etree._Element) -> Iterator[str]:
    """The instruction of every field, however many runs it is cut into; a nested field cuts it too."""
    for simple in root.iter(w("fldSimple")):
        yield ooxml.attribute(simple, "instr").strip()
    instruction: list[str] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            instruction.append(element.text or "")
        elif instruction:
            yield "".join(instruction).strip()
            instruction = []


def _safe(field: str) -> bool:
    command, _, rest = field.partition(" ")
    if command.upper() == "HYPERLINK":
        return "\\l" in rest or bool(_LINK.match(rest.strip(' "')))
    return command.upper() in _SAFE_FIELDS
