"""What a document carries so that it can come back: its mark, and changes that are tracked whoever makes them.

The mark stands in the custom properties, which Word and LibreOffice keep, and in small print in every footer, which all
programs keep. Tracking is enforced without a password: whoever finishes a document can end it (Review, Restrict
Editing). Order of the settings: ECMA-376 part 1, 17.15.1.78.
"""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from tasks.model.mark import PROPERTY, Mark
from tasks.rendering.word import ooxml
from tasks.rendering.word.ooxml import w
from tasks.rendering.word.rendered import Rendered

PART: Final = "docProps/custom.xml"
_SETTINGS, _TYPES, _RELATIONS = "word/settings.xml", "[Content_Types].xml", "_rels/.rels"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define (ECMA-376 part 1, 22.3)."""

_EARLIER: Final = frozenset(
    map(w, (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
        "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors",
        "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles",
        "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
    ))
)  # fmt: skip
_OURS: Final = (w("trackRevisions"), w("documentProtection"))
_END: Final = re.compile(r"(?=</w:ftr>\s*$)")
_PROPERTIES: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{_FORMAT}" pid="2" name="{PROPERTY}"><vt:lpwstr>@</vt:lpwstr></property></Properties>'
)
_LINE: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:rPr><w:noProof/><w:color w:val="808080"/><w:sz w:val="10"/><w:szCs w:val="10"/></w:rPr><w:t>{}</w:t></w:r>'
    "</w:p>"
)


def prepared(fixed: Mapping[str, bytes]) -> dict[str, bytes]:
    """The fixed parts of a template, ready for documents that carry a mark and track their changes."""
    changed = dict(fixed)
    if _SETTINGS in fixed:
        changed[_SETTINGS] = _tracking(fixed[_SETTINGS])
    if _RELATIONS not in fixed:  # no sound Word file, which the check of the document will say
        return changed
    types, relations = ooxml.parse(fixed[_TYPES]), ooxml.parse(fixed[_RELATIONS])
    if all(row.get("PartName") != f"/{PART}" for row in types):
        _added(types, "Override", PartName=f"/{PART}", ContentType=_CONTENT)
    if all(row.get("Type") != _KIND for row in relations):
        _added(relations, "Relationship", Id=_free(relations), Type=_KIND, Target=PART)
    return changed | {_TYPES: ooxml.serialise(types), _RELATIONS: ooxml.serialise(relations)}


def properties(mark: Mark) -> bytes:
    """docProps/custom.xml."""
    return _PROPERTIES.replace("@", str(mark)).encode()


def footed(part: Rendered, mark: Mark) -> Rendered:
    """A footer with the mark below it."""
    line = _LINE.format(mark)
    return Rendered(_END.sub(line, part.text), _END.sub(line, part.shape))


def _tracking(settings: bytes) -> bytes:
    root = ooxml.parse(settings)
    for element in list(root.iterchildren(*_OURS)):
        root.remove(element)
    place = 1 + max((n for n, child in enumerate(root) if child.tag in _EARLIER), default=-1)
    protection = etree.Element(_OURS[1])
    protection.set(w("edit"), "trackedChanges")
    protection.set(w("enforcement"), "1")
    root[place:place] = [etree.Element(_OURS[0]), protection]
    return ooxml.serialise(root)


def _added(root: etree._Element, name: str, **attributes: str) -> None:
    element = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}")
    for key, value in attributes.items():
        element.set(key, value)


def _free(relations: etree._Element) -> str:
    taken = {row.get("Id") for row in relations}
    return next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
