"""A small language for fixtures: lines of text become a table, a Word document, a workbook.

A table is one line a row, cells between `|`, `<` covered by the cell on the left, `^` by the cell above, ` / ` a
new paragraph in the cell:

    No | Kegiatan  | Waktu
    1  | Menyusun  | Mei 2017
    2  | ^         | <

In a document, blocks are separated by empty lines; a block whose first line holds `|` is a table, `# ` begins a
heading, `- ` a bullet, `1. ` an automatically numbered item; anything else is a paragraph. `document` also knows
`-- `, a bullet one level deeper.
"""

import io
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from openpyxl import Workbook

from tasks.model.blocks import Block, Cell, Document, Heading, ListItem, Paragraph, Table


def cells(text: str) -> list[list[str]]:
    """The words of a table text, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def table(text: str, locate: str = "table 1, row {}", name: str = "") -> Table:
    """A table block from text."""
    rows = cells(text)
    width = max(len(row) for row in rows)
    out = []
    for r, row in enumerate(rows, 1):
        for c, words in enumerate(row, 1):
            if words in {"<", "^"}:
                continue
            lines = words.split(" / ") if words else []
            blocks = tuple(Paragraph(locate.format(r), line.strip()) for line in lines)
            out.append(Cell(r, c, blocks, _down(rows, r, c), _across(rows, r, c)))
    return Table(locate, tuple(out), len(rows), width, name=name)


def _across(rows: list[list[str]], row: int, col: int) -> int:
    span = 1
    while col - 1 + span < len(rows[row - 1]) and rows[row - 1][col - 1 + span] == "<":
        span += 1
    return span


def _down(rows: list[list[str]], row: int, col: int) -> int:
    span = 1
    while row - 1 + span < len(rows) and col <= len(rows[row - 1 + span]) and rows[row - 1 + span][col - 1] == "^":
        span += 1
    return span


def document(text: str, file: str = "hasil.docx", kind: str = "docx") -> Document:
    """A document as a reader hands it on, from text: paragraphs and tables counted each from 1."""
    blocks: list[Block] = []
    paragraphs = tables = number = 0
    for block in text.strip("\n").split("\n\n"):
        lines = block.strip("\n").splitlines()
        if "|" in lines[0]:
            tables += 1
            blocks.append(table(block, f"table {tables}, row {{}}"))
            continue
        for line in lines:
            paragraphs += 1
            number = number + 1 if line.strip().startswith("1. ") else 0
            blocks.append(_text_block(line.strip(), f"paragraph {paragraphs}", number))
    return Document(file, kind, tuple(blocks))


def _text_block(line: str, place: str, number: int) -> Block:
    if line.startswith("# "):
        return Heading(place, line.removeprefix("# "), 1)
    if line.startswith("1. "):
        return ListItem(place, line.removeprefix("1. "), 0, f"{number}.")
    for mark, level in (("-- ", 1), ("- ", 0)):
        if line.startswith(mark):
            return ListItem(place, line.removeprefix(mark), level, "•")
    return Paragraph(place, line)


def word(text: str, path: Path | None = None) -> bytes:
    """A .docx from text; written to `path` as well, if given."""
    document = docx.Document()
    for block in text.strip("\n").split("\n\n"):
        _word_block(document, block.strip("\n"))
    return _saved(document, path)


def _word_block(document: WordDocument, block: str) -> None:
    first = block.lstrip().splitlines()[0]
    if "|" in first:
        _word_table(document, cells(block))
        return
    for line in (part.strip() for part in block.splitlines()):
        for mark, style in (("# ", "Heading 1"), ("- ", "List Bullet"), ("1. ", "List Number")):
            if line.startswith(mark):
                document.add_paragraph(line.removeprefix(mark), style=style)
                break
        else:
            document.add_paragraph(line)


def _word_table(document: WordDocument, rows: list[list[str]]) -> None:
    grid = document.add_table(len(rows), max(len(row) for row in rows))
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            if words in {"<", "^"}:
                continue
            last = grid.cell(r + _down(rows, r + 1, c + 1) - 1, c + _across(rows, r + 1, c + 1) - 1)
            cell = grid.cell(r, c).merge(last)
            first, *more = words.split(" / ")
            cell.paragraphs[0].text = first.strip()
            for line in more:
                cell.add_paragraph(line.strip())


def workbook(sheets: dict[str, str], path: Path | None = None) -> bytes:
    """An .xlsx from one table text a sheet; whole numbers become numbers, `<` and `^` merged cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, text in sheets.items():
        sheet = book.create_sheet(name)
        rows = cells(text)
        for r, row in enumerate(rows, 1):
            for c, words in enumerate(row, 1):
                if words in {"<", "^", ""}:
                    continue
                sheet.cell(r, c, int(words) if words.isdigit() else words.replace(" / ", "\n"))
                down, across = _down(rows, r, c), _across(rows, r, c)
                if down > 1 or across > 1:
                    sheet.merge_cells(start_row=r, start_column=c, end_row=r + down - 1, end_column=c + across - 1)
    return _saved(book, path)


def _saved(document: WordDocument | Workbook, path: Path | None) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(buffer.getvalue())
    return buffer.getvalue()
