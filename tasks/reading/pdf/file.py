"""A PDF file and its pages, as PDFium opens them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from tasks.reading.containers.compound import encrypted
from tasks.reading.geometry.plane import Transform
from tasks.reading.layout.page import Page, ink
from tasks.reading.pdf.annotations import Annotations, linked, read_annotations
from tasks.reading.pdf.characters import Characters
from tasks.reading.pdf.paths import Drawing, read_drawing
from tasks.reading.refusal import CannotReadError

_LONGEST_SIDE: Final = (300.0, 2_000.0)
_A4: Final = 842.0
_STRANGE: Final = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uefff\uf100-\uf8ff]")
_MOST_STRANGE: Final = 0.3
_HALF: Final = 0.5
_FEW: Final = 100
_SHAPES: Final = 50


@contextmanager
def opened(data: bytes) -> Iterator["File"]:
    """The document of PDFium. Raises CannotReadError for what it cannot open."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise encrypted()
        raise CannotReadError("reading.broken")
    file = File(handle)
    try:
        yield file
    finally:
        file.close()


@dataclass(slots=True)
class File:
    """An open document. `form` is PDFium's handle for its form fields, None if it has none."""

    handle: Any
    form: Any = None
    _settings: Any = None

    def __post_init__(self) -> None:
        if pdfium.FPDF_GetFormType(self.handle) != pdfium.FORMTYPE_NONE:
            self._settings = pdfium.FPDF_FORMFILLINFO(version=2)
            self.form = pdfium.FPDFDOC_InitFormFillEnvironment(self.handle, self._settings)

    @property
    def pages(self) -> int:
        """How many pages."""
        return max(int(pdfium.FPDF_GetPageCount(self.handle)), 0)

    def close(self) -> None:
        """Gives the memory back."""
        if self.form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self.form)
        pdfium.FPDF_CloseDocument(self.handle)


@dataclass(slots=True)
class PageFile:
    """One page of a file. What it holds is known while it is loaded."""

    file: File
    number: int
    handle: Any = None
    text: Any = None

    @contextmanager
    def loaded(self) -> Iterator[bool]:
        """Whether the page could be opened; it is closed again in the end."""
        self._load()
        try:
            yield bool(self.handle)
        finally:
            self._close()

    def _load(self) -> None:
        self.handle = pdfium.FPDF_LoadPage(self.file.handle, self.number - 1)

    def _close(self) -> None:
        if self.text:
            pdfium.FPDFText_ClosePage(self.text)
        if self.handle:
            pdfium.FPDF_ClosePage(self.handle)
        self.text = self.handle = None

    def drawn(self) -> "Drawn":
        """The page with its words and lines."""
        view, width, height = self._view()
        notes = Annotations()
        if pdfium.FPDFPage_GetAnnotCount(self.handle) > 0:
            notes = read_annotations(self.file.handle, self.handle, self.file.form, view)
            if notes.drawn and pdfium.FPDFPage_Flatten(self.handle, pdfium.FLAT_NORMALDISPLAY) == 1:
                # What fields and boxes show is drawn into the page itself, in memory alone.
                self._close()
                self._load()
        self.text = pdfium.FPDFText_LoadPage(self.handle)
        characters = Characters(self.text, view)
        words = list(characters.words())
        drawing = read_drawing(self.handle, view)
        words = linked(words, notes.links) if notes.links else words
        page = Page(
            self.number, width, height, words + notes.ticks, drawing.across, drawing.down, drawing.fills,
            characters.split, comments=tuple(notes.comments),
        )  # fmt: skip
        return Drawn(page, drawing, characters, len(notes.ticks))

    def _view(self) -> tuple[Transform, float, float]:
        """The map to the page as shown, and its width and height; very large and very small pages become A4."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.handle, box)
        turn = pdfium.FPDFPage_GetRotation(self.handle) % 4
        view = (
            Transform(1, 0, 0, -1, -box.left, box.top),
            Transform(0, 1, 1, 0, -box.bottom, -box.left),
            Transform(-1, 0, 0, 1, box.right, -box.bottom),
            Transform(0, -1, -1, 0, box.top, box.right),
        )[turn]
        width, height = max(box.right - box.left, 1.0), max(box.top - box.bottom, 1.0)
        if turn % 2:
            width, height = height, width
        longest = max(width, height)
        if _LONGEST_SIDE[0] <= longest <= _LONGEST_SIDE[1]:
            return view, width, height
        scale = _A4 / longest
        return Transform(scale, 0, 0, scale, 0, 0).after(view), width * scale, height * scale


@dataclass(slots=True)
class Drawn:
    """What a page holds. `ticks` are the words that stand for check boxes, which no text tells."""

    page: Page
    drawing: Drawing
    characters: Characters
    ticks: int

    @property
    def read(self) -> int:
        """Characters of the page that leave ink, with those of its comments."""
        return ink(self.characters.text) + sum(ink(words) for _, words in self.page.comments)

    @property
    def cut(self) -> int:
        """Characters beyond the limit of a page."""
        return ink(self.characters.beyond)

    def is_picture(self) -> bool:
        """Whether its words stand in a picture: no text, or next to none beside a large one, or unknown letters."""
        text = self.characters.text
        letters = ink(text)
        if not letters:
            return bool(self.drawing.pictures) or self.drawing.paths > _SHAPES
        if len(_STRANGE.findall(text)) > _MOST_STRANGE * letters:
            return True
        return letters < _FEW and self._covered() > _HALF

    def is_unseen(self) -> bool:
        """Whether its words lie unseen over a picture that shows them."""
        return self.characters.hidden > _HALF * len(self.page.words) and self._covered() > _HALF

    def _covered(self) -> float:
        """How much of the page pictures cover; scanners may cut a page into strips."""
        areas = [(x1 - x0) * (bottom - top) for x0, top, x1, bottom in self.drawing.pictures]
        return sum(areas) / (self.page.width * self.page.height)
