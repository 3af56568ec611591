"""PDF files from a few lines of drawing."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tasks.model.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from tasks.reading.pdf.document import read_pdf

HEIGHT = float(A4[1])
Draw = Callable[[Any], None]


def pdf(*pages: Draw, encrypt: Any = None) -> bytes:
    """A file with these pages, A4, y upwards from the lower edge."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, encrypt=encrypt, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def read(*pages: Draw) -> tuple[Block, ...]:
    """The blocks of a file with these pages; its receipt must balance."""
    found = read_pdf(pdf(*pages))
    assert found.receipt.remainder == 0
    return found.blocks


def lines(texts: Sequence[str], top: float = 700, x: float = 70, leading: float = 14) -> Draw:
    """Lines of text below one another."""

    def draw(canvas: Any) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, top - number * leading, text)

    return draw


def grid(xs: Sequence[float], ys: Sequence[float], cells: dict[tuple[int, int], str]) -> Draw:
    """A ruled table: its lines from edge to edge, and a line of text in cells (row and column from 0)."""

    def draw(canvas: Any) -> None:
        for x in xs:
            canvas.line(x, ys[0], x, ys[-1])
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        for (row, col), text in cells.items():
            canvas.drawString(xs[col] + 4, ys[row] - 12, text)

    return draw


def both(*draws: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Any) -> None:
        for one in draws:
            one(canvas)

    return draw


def tables(blocks: Sequence[Block]) -> list[Table]:
    """The tables among blocks."""
    return [block for block in blocks if isinstance(block, Table)]


def texts(blocks: Sequence[Block]) -> list[str]:
    """The words of running text, with their labels."""
    out = []
    for block in blocks:
        if isinstance(block, (Heading, ListItem)):
            out.append(f"{block.label} {block.text}".strip())
        elif isinstance(block, Paragraph):
            out.append(block.text)
    return out


def notes(blocks: Sequence[Block]) -> list[tuple[str, str, str]]:
    """Kind, locator and words of notes."""
    return [(block.note, block.locator, block.text) for block in blocks if isinstance(block, Note)]
