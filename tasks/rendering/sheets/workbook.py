"""A workbook as bytes, written as text: the same cells give the same bytes, and it takes no library."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from tasks.rendering.sheets.cell_xml import letter
from tasks.rendering.sheets.cells import Sheet
from tasks.rendering.sheets.worksheet import HEAD, HEADER_ROW, NAMESPACE, attribute, worksheet
from tasks.rendering.word.package import Packed, pack_pieces, write

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(sheets: Sequence[Sheet], page: str) -> bytes:
    """The bytes of a workbook, the first sheet in sight.

    page: what stands at the foot of each page, in Excel's codes (&P: its number, &N: of all).
    """
    parts: dict[str, bytes | Packed] = {
        f"xl/worksheets/sheet{n}.xml": pack_pieces(worksheet(sheet, page, shown=n == 1))
        for n, sheet in enumerate(sheets, 1)
    }
    others = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relationships(
            {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
            | {f"rId{len(sheets) + 1}": ("styles", "styles.xml")}
        ),
    }
    parts |= {name: text.encode() for name, text in others.items()}
    return write(parts | {"xl/styles.xml": Path(__file__).with_name("styles.xml").read_bytes()})


def _book(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name={attribute(sheet.name)} sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(sheets, 1)
    )
    names = "".join(_names(sheet, n) for n, sheet in enumerate(sheets))
    return (
        f'{HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"
    )


def _names(sheet: Sheet, place: int) -> str:
    """The names by which programs know the filtered area, what is printed, and the rows repeated on each page."""
    quoted = escape("'" + sheet.name.replace("'", "''") + "'")
    last = HEADER_ROW + len(sheet.rows)
    area = f"$A${HEADER_ROW}:${letter(len(sheet.columns) - 1)}${last}"
    told = {"_FilterDatabase": f"{quoted}!{area}", "Print_Titles": f"{quoted}!${HEADER_ROW}:${HEADER_ROW}"}
    if sheet.printed:
        below = last + bool(sheet.total)
        told["Print_Area"] = f"{quoted}!$A$1:${letter(sheet.printed - 1)}${below}"
    hidden = {"_FilterDatabase": ' hidden="1"'}
    return "".join(
        f'<definedName name="_xlnm.{name}" localSheetId="{place}"{hidden.get(name, "")}>{where}</definedName>'
        for name, where in sorted(told.items())
    )


def _content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{overrides}</Types>'
    )


def _relationships(told: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in told.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{listed}</Relationships>'
