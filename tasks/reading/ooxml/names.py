"""Qualified names of WordprocessingML elements that several readers ask for."""

from typing import Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

PARAGRAPH: Final = W + "p"
PARAGRAPH_PROPERTIES: Final = W + "pPr"
RUN: Final = W + "r"
RUN_PROPERTIES: Final = W + "rPr"
TABLE: Final = W + "tbl"
ROW: Final = W + "tr"
CELL: Final = W + "tc"
CONTROL: Final = W + "sdt"
CONTROL_CONTENT: Final = W + "sdtContent"
TEXT_BOX: Final = W + "txbxContent"
ALTERNATE: Final = MC + "AlternateContent"
VAL: Final = W + "val"
DELETED: Final = frozenset({W + "del", W + "moveFrom"})
INSERTED: Final = frozenset({W + "ins", W + "moveTo"})
PROPERTIES: Final = frozenset(
    W + name
    for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr",
                 "customXmlPr", "smartTagPr")
)  # fmt: skip
