"""PDF files to blocks: each page through PDFium, its tables and paragraphs by the layout.

Only characters that leave ink are counted in the receipt, since a PDF places letters and PDFium guesses the spaces.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tasks.model.blocks import Block, Content
from tasks.model.problem import Code, Problem, problem
from tasks.reading.contents import Contents, Tally
from tasks.reading.layout.blocks import blocks_of
from tasks.reading.layout.laid import Laid, lay
from tasks.reading.layout.page import Page, ink
from tasks.reading.pdf.file import Drawn, File, PageFile, opened
from tasks.reading.pdf.scan import Budget, recognised, with_lines
from tasks.reading.programs.tesseract import PROGRAM, RecognitionError, installed
from tasks.reading.refusal import needs

MAX_PAGES: Final = 3_000
NEEDED: Final = f"{PROGRAM} (tesseract-ocr, tesseract-ocr-ind)"
"""The program that recognises words, and the packages that hold it."""


def read_pdf(data: bytes) -> Contents:
    """The blocks of a PDF file. Pages without text are recognised where tesseract is installed.

    Raises CannotReadError: broken, encrypted, or nothing but pictures without that program.
    """
    reader = Reader()
    with opened(data) as file:
        reader.read(file)
    return reader.contents()


@dataclass(slots=True)
class Reader:
    """Reads the pages of one file. The numbers of pages that could not be read are kept by cause.

    `pictures`: every page is a picture, whatever text it holds; `instead` is a format that needs no recognition.
    """

    pictures: bool = False
    instead: str = ".docx"
    tally: Tally = field(default_factory=Tally)
    budget: Budget = field(default_factory=Budget)
    pages: list[Laid] = field(default_factory=list)
    unread: dict[str, list[int]] = field(default_factory=dict)
    added: int = 0

    def read(self, file: File) -> None:
        """Reads all pages that the limits allow."""
        for number in range(1, file.pages + 1):
            if number > MAX_PAGES or self.budget.over:
                self.unread["reading.pages-cut"] = list(range(number, file.pages + 1))
                return
            page = PageFile(file, number)
            with page.loaded() as there:
                if there:
                    self._page(page.drawn(), page.handle)
                else:
                    self._lost("reading.pages-broken", number)

    def _page(self, drawn: Drawn, handle: Any) -> None:
        if self.pictures:
            drawn.page.words = []
            self.pages.append(lay(self._recognised(drawn, handle)))
            return
        page = drawn.page
        self.tally.read += drawn.read
        self.added += drawn.ticks
        if drawn.cut:
            self.tally.skip("cut", drawn.cut)
            self._lost("reading.pages-cut", page.number)
        if drawn.is_picture():
            page = self._recognised(drawn, handle)
        elif drawn.is_unseen() and self.budget.draws():
            page = with_lines(page, handle)
        self.pages.append(lay(page))

    def _lost(self, cause: str, number: int) -> None:
        self.unread.setdefault(cause, []).append(number)

    def _recognised(self, drawn: Drawn, handle: Any) -> Page:
        """The page with the words of its picture; the page as it is if nobody can read them."""
        page = drawn.page
        if not installed():
            self._lost("reading.pages-pictures", page.number)
            return page
        try:
            found = recognised(page, handle, self.budget)
        except RecognitionError:
            self._lost("reading.pages-late", page.number)
            return page
        self.tally.read += sum(len(word.text) for word in found.words)
        self.tally.skip("repeated", sum(len(word.text) for word in page.words) - drawn.ticks)
        self.added -= drawn.ticks
        return found

    def contents(self) -> Contents:
        """Blocks, receipt and problems. Raises CannotReadError if there are only pictures that nobody can read."""
        blocks = tuple(blocks_of(self.pages, self.tally))
        self.tally.emitted = sum(map(_ink, blocks)) - self.added
        pictures = self.unread.get("reading.pages-pictures", [])
        if pictures and not self.tally.emitted:
            raise needs(NEEDED, self.instead)
        return Contents(blocks, self.tally.receipt(), tuple(self._problems()))

    def _problems(self) -> Iterator[Problem]:
        for cause, numbers in self.unread.items():
            place = f"page {numbers[0]}"
            yield problem(
                Code.READ_IN_PART, "", place, cause=f"@{cause}", instead=self.instead, pages=_ranges(numbers),
                program=NEEDED,
            )  # fmt: skip
        for page in self.pages:
            if page.recognised:
                yield problem(Code.TEXT_RECOGNISED, "", f"page {page.number}")


def _ranges(numbers: list[int]) -> str:
    """Page numbers as people write them: "2-5, 8"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _ink(block: Block) -> int:
    """Characters of a block that leave ink, with its label."""
    if block.kind == "table":
        return sum(_ink(inner) for cell in block.cells for inner in cell.blocks)
    if block.kind == "note":
        return sum(_ink(inner) for inner in block.blocks)
    return _words(block)


def _words(block: Content) -> int:
    label = getattr(block, "label", "")
    return ink(block.text) + ink(label) if block.kind != "table" else 0
