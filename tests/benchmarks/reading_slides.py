"""The reader of presentations side by side with python-pptx: `python -m tests.benchmarks.reading_slides`.

A deck of 300 slides, each with a title, five bullets and a table of 12 x 5; then growth with the number of slides.
CPU seconds, medians, collector off for the own reader as in the product.
"""

import io

import pptx
from pptx.util import Inches

from tasks.reading.collector import no_collector
from tasks.reading.powerpoint.presentation import read_presentation
from tests.benchmarks.points import point
from tests.benchmarks.side_by_side import compare, growth

SLIDES, ROWS, COLUMNS = 300, 12, 5
SIZES = [100, 300, 600]


def deck(slides: int) -> bytes:
    """A presentation of work items."""
    show = pptx.Presentation()
    for number in range(slides):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = f"Rencana aksi {number}"
        slide.placeholders[1].text = "\n".join(f"Pokok {number}.{point}" for point in range(5))
        table = slide.shapes.add_table(ROWS, COLUMNS, 0, Inches(4), Inches(9), Inches(3)).table
        for row in range(ROWS):
            words = [str(row), f"Menyusun pedoman {number}", f"Dinas {row}", "1 dokumen", "Mei 2019"]
            for column, text in enumerate(words):
                table.cell(row, column).text = text
    data = io.BytesIO()
    show.save(data)
    return data.getvalue()


def with_renja(data: bytes) -> None:
    """Every block, as the product reads it."""
    with no_collector():
        read_presentation(data)


def with_python_pptx(data: bytes) -> None:
    """Every shape's and every cell's text by python-pptx."""
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                shape.text_frame.text
            if shape.has_table:
                [cell.text for row in shape.table.rows for cell in row.cells]


if __name__ == "__main__":
    found = compare(deck(SLIDES), with_renja, with_python_pptx)
    point("reading slides (slides)", SLIDES, found.peer, "python-pptx")
    print(
        f"{SLIDES} slides with a table of {ROWS} x {COLUMNS} {found.own:6.3f} CPU s"
        f"   python-pptx {found.peer:6.3f} CPU s   {found.ratio:4.1f} x"
    )
    for slides, cpu in growth(SIZES, deck, with_renja):
        point("reading slides (slides)", slides, cpu)
        print(f"{slides:>7,} slides {cpu:7.3f} CPU s {slides / cpu:8,.0f} slides/s")
