"""The Word reader side by side with python-docx: `python -m tests.benchmarks.reading_word`.

A table of 2,000 x 6 against `row.cells`, bare and dressed as staff dress it (styles, fonts, shading, an automatic
number, a merged cell here and there); then growth from 1,000 to 50,000 rows. CPU seconds, medians, collector off for
the own reader as in the product.
"""

import io
import zipfile

import docx

from tasks.reading.collector import no_collector
from tasks.reading.word.document import read_word
from tests.benchmarks.points import point
from tests.benchmarks.side_by_side import compare, growth

ROWS, COLUMNS = 2_000, 6
SIZES = [1_000, 2_000, 5_000, 10_000, 50_000]
_CELL = '<w:tc><w:tcPr><w:tcW w:w="1440" w:type="dxa"/>{look}</w:tcPr>{paragraphs}</w:tc>'
_DRESS = '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>{bold}<w:sz w:val="20"/><w:lang w:val="id-ID"/></w:rPr>'


def words(number: int) -> list[str]:
    """What a row of a matrix says."""
    return [f"{number}.", f"Menyusun pedoman {number}", "1 dokumen", f"Dinas {number % 34}", "Mei 2019", "Rp2.000.000"]


def bare(rows: int) -> bytes:
    """A table whose cells hold one plain run each."""
    return _document("".join(f"<w:tr>{''.join(_bare(text) for text in words(n))}</w:tr>" for n in range(rows)))


def dressed(rows: int) -> bytes:
    """A table as Word writes it: every tenth row holds what the quick way does not read."""
    return _document("".join(f"<w:tr>{''.join(_dressed(text, n) for text in words(n))}</w:tr>" for n in range(rows)))


def _bare(text: str) -> str:
    return _CELL.format(look="", paragraphs=f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def _dressed(text: str, number: int) -> str:
    look = '<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>' if number % 2 else ""
    run = _DRESS.format(bold="<w:b/>" if number % 25 == 0 else "")
    tab = "<w:tab/>" if number % 10 == 0 else ""
    first, _, rest = text.partition(" ")
    runs = f"<w:r>{run}<w:t xml:space='preserve'>{first} </w:t></w:r><w:r>{run}{tab}<w:t>{rest}</w:t></w:r>"
    paragraph = f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="left"/></w:pPr>{runs}</w:p>'
    return _CELL.format(look=look, paragraphs=paragraph)


def _document(rows: str) -> bytes:
    """python-docx's own template with this table as its body, so that both readers open a whole document."""
    start = io.BytesIO()
    docx.Document().save(start)
    out = io.BytesIO()
    with zipfile.ZipFile(start) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "word/document.xml":
                grid = '<w:gridCol w:w="1440"/>' * COLUMNS
                table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
                data = data.replace(b"<w:body>", b"<w:body>" + table.encode(), 1)
            target.writestr(item, data)
    return out.getvalue()


def with_renja(data: bytes) -> None:
    """Every block, as the product reads it."""
    with no_collector():
        read_word(data)


def with_python_docx(data: bytes) -> None:
    """Every cell's text by python-docx."""
    for table in docx.Document(io.BytesIO(data)).tables:
        for row in table.rows:
            [cell.text for cell in row.cells]


if __name__ == "__main__":
    for name, make in (("bare", bare), ("dressed", dressed)):
        found = compare(make(ROWS), with_renja, with_python_docx)
        if make is dressed:
            point("reading Word (rows of six cells)", ROWS, found.peer, "python-docx")
        print(
            f"{ROWS:,} x {COLUMNS} {name:<8} {found.own:6.3f} CPU s {ROWS / found.own:8,.0f} rows/s"
            f"   python-docx {found.peer:6.3f} CPU s   {found.ratio:4.1f} x"
        )
    for rows, cpu in growth(SIZES, dressed, with_renja):
        point("reading Word (rows of six cells)", rows, cpu)
        print(f"{rows:>7,} rows {cpu:7.3f} CPU s {rows / cpu:8,.0f} rows/s")
