"""The reader of PDF files side by side with pdfplumber, in one run: `python -m tests.benchmarks.reading_pdf`.

A ruled table of work items over 20, 85 and 170 pages; CPU seconds of this process, medians of three runs in turn,
pdfplumber on the longest alone and once, since it takes half a minute.
"""

import io
import statistics
import time
from collections.abc import Callable

import pdfplumber
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tasks.reading.collector import no_collector
from tasks.reading.pdf.document import read_pdf
from tests.benchmarks.points import point

_RUNS = 3
_PAGES = (20, 85, 170)
_ROWS_A_PAGE = 30
_HEADER = ["No", "Kegiatan", "Penanggung Jawab", "Waktu", "Biaya"]


def ruled(pages: int) -> bytes:
    """A PDF with one ruled table over so many pages, its header repeated."""
    style = getSampleStyleSheet()["BodyText"]
    style.fontSize, style.leading = 8, 9
    rows: list[list[object]] = [list(_HEADER)]
    for number in range(1, pages * _ROWS_A_PAGE + 1):
        action = Paragraph(f"Menyusun pedoman pembelajaran jarak jauh untuk sekolah di wilayah {number}", style)
        owner = f"Dinas Pendidikan Provinsi {number % 34}"
        rows.append([str(number), action, owner, f"Maret {number % 28}", f"{number}.000.000"])
    table = Table(rows, colWidths=[30, 180, 140, 70, 80], rowHeights=[24.0] * len(rows), repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 8)]))
    data = io.BytesIO()
    SimpleDocTemplate(data, pagesize=A4, topMargin=40, bottomMargin=40).build([table])
    return data.getvalue()


def with_pdfplumber(data: bytes) -> int:
    """All tables by pdfplumber: how many rows."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(table) for page in document.pages for table in page.extract_tables())


def own(data: bytes) -> int:
    """All tables by our reader, as `read_file` calls it: how many rows."""
    with no_collector():
        return sum(block.rows for block in read_pdf(data).blocks if block.kind == "table")


def seconds(read: Callable[[bytes], int], data: bytes) -> tuple[float, int]:
    """CPU seconds of one reading, and the rows that it found."""
    start = time.process_time()
    rows = read(data)
    return time.process_time() - start, rows


if __name__ == "__main__":
    for pages in _PAGES:
        document = ruled(pages)
        runs = [seconds(own, document) for _ in range(_RUNS)]
        mine = statistics.median(run[0] for run in runs)
        point("reading PDF (pages)", pages, mine)
        print(f"{pages:>4} pages ruled {mine:6.2f} CPU s  {1000 * mine / pages:5.2f} ms a page  {runs[0][1]:>6,} rows")
    theirs, rows = seconds(with_pdfplumber, document)
    point("reading PDF (pages)", pages, theirs, "pdfplumber")
    print(f"{pages:>4} pages pdfplumber {theirs:6.2f} CPU s, {rows:,} rows: {theirs / mine:.1f} x")
