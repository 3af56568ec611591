"""Office Open XML files from a few lines of XML, for what no library writes."""

import io
import zipfile
from pathlib import Path

from tasks.model.blocks import Block, Table
from tasks.model.meeting import Source
from tasks.reading.word.document import read_word

PATHOLOGIES = Path(__file__).parent / "pathologies"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"[Content_Types].xml": _TYPES, **parts}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relationships(*pairs: tuple[str, str]) -> str:
    """A .rels part: kind and target of each, ids rId1, rId2, …"""
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def word(body: str, **parts: str) -> bytes:
    """A .docx with this body; `styles`, `numbering`, `footnotes` hold the contents of those parts' root."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">'
        f"<w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(*((name, f"{name}.xml") for name in parts)),
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>'
    return package(files)


def read(body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of a document with this body."""
    return read_word(word(body, **parts)).blocks


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tbl(*rows: str, grid: str = "") -> str:
    """A table of rows, each the XML of its cells."""
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def sheet(
    rows: str,
    after: str = "",
    styles: str = "",
    workbook: str = "",
    shared: str = "",
    state: str = "visible",
    before: str = "",
    **parts: str | bytes,
) -> bytes:
    """An .xlsx with one worksheet "Lembar 1": the XML of its rows, of what follows and precedes them, of its styles.

    `parts` hang on the worksheet; their names are the kinds of their relationships, "rId1" and so on in their order.
    """
    return package(
        {
            "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{workbook}'
            f'<sheets><sheet name="Lembar 1" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relationships(
                ("worksheet", "worksheets/sheet1.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "strings.xml"),
                ("person", "person.xml"),
            ),
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(*((kind, f"../{kind}.xml") for kind in parts)),
            **{f"xl/{kind}.xml": data for kind, data in parts.items()},
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{before}<sheetData>{rows}</sheetData>{after}'
            "</worksheet>",
            "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
            "xl/strings.xml": f'<sst xmlns="{S}">{shared}</sst>',
        }
    )


def source(path: Path) -> Source:
    """A source document for a file anywhere."""
    return Source(path, path.name, "0" * 64, "K1")


def drawn(table: Table) -> list[list[str]]:
    """A table as words, `<` covered by the cell on the left, `^` by the cell above, gaps empty."""
    rows = []
    for number, row in enumerate(table.grid(), 1):
        line = []
        for col, cell in enumerate(row, 1):
            covered = "" if cell is None else "^" if cell.row < number else "<" if cell.col < col else None
            line.append(covered if covered is not None or cell is None else cell.text.rstrip())
        rows.append([word or "" for word in line])
    return rows


def table(blocks: tuple[Block, ...]) -> Table:
    """The first table among blocks."""
    return next(block for block in blocks if isinstance(block, Table))
