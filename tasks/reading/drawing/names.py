"""Qualified names of PresentationML and DrawingML elements that several modules ask for."""

from typing import Final

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX: Final = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
P188: Final = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

TEXT: Final = A + "t"
MATH_TEXT: Final = M + "t"
PARAGRAPH: Final = A + "p"
BODY: Final = P + "txBody"
CELL: Final = A + "tc"
BODY_OF_CELL: Final = A + "txBody"
LIST_STYLE: Final = A + "lstStyle"
