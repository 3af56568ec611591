"""What lies on a PDF page beside its contents: links, notes of readers, form fields."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from tasks.reading.geometry.plane import Transform
from tasks.reading.layout.page import ASCENT, Word

_MOST: Final = 5_000
_LONGEST: Final = 200_000
_Box = tuple[float, float, float, float]
_NOTES: Final = frozenset({
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_CARET,
})  # fmt: skip
_DRAWN: Final = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP})
_BOXES: Final = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)


@dataclass(slots=True)
class Annotations:
    """Links with their boxes, notes as author and words, ticks of check boxes as words.

    `drawn`: some show text of their own, which belongs to the page.
    """

    links: list[tuple[_Box, str]] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    ticks: list[Word] = field(default_factory=list)
    drawn: bool = False


def read_annotations(document: Any, page: Any, form: Any, view: Transform) -> Annotations:
    """The annotations of a page. `form` is PDFium's handle for the forms of the document, None without any."""
    out = Annotations(list(_links(document, page, view)))
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            out.drawn = out.drawn or kind in _DRAWN
            if kind in _NOTES and (words := _string(annotation, b"Contents")).strip():
                out.comments.append((_string(annotation, b"T").strip(), words.replace("\r", "\n")))
            elif kind == pdfium.FPDF_ANNOT_WIDGET and form:
                out.ticks += _tick(annotation, form, view)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return out


def _tick(annotation: Any, form: Any, view: Transform) -> Iterator[Word]:
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) not in _BOXES:
        return
    box = pdfium.FS_RECTF()
    if pdfium.FPDFAnnot_GetRect(annotation, box):
        x0, top, x1, bottom = _shown(box, view)
        sign = "☐" if _string(annotation, b"AS") in ("", "Off") else "☒"
        size = max(bottom - top, 1.0)
        yield Word(sign, x0, bottom - ASCENT * size, x1, bottom, size * ASCENT)


def _links(document: Any, page: Any, view: Transform) -> Iterator[tuple[_Box, str]]:
    """Addresses on the web that parts of the page lead to; nothing is ever opened."""
    position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if 1 < length <= _LONGEST and pdfium.FPDFLink_GetAnnotRect(link, box):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            yield _shown(box, view), buffer.value.decode("utf-8", "replace")


def linked(words: Sequence[Word], links: Sequence[tuple[_Box, str]]) -> list[Word]:
    """Words with the address of the link that holds their middle."""
    out = list(words)
    for (x0, top, x1, bottom), address in links:
        for number, word in enumerate(out):
            if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom:
                out[number] = word._replace(link=address)
    return out


def _shown(box: Any, view: Transform) -> _Box:
    (ax, ay), (bx, by) = view.point(box.left, box.bottom), view.point(box.right, box.top)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _string(annotation: Any, key: bytes) -> str:
    """A text of an annotation."""
    read: Callable[..., int] = pdfium.FPDFAnnot_GetStringValue
    length = read(annotation, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    read(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
