"""The definition of a row ([MS-DOC] 2.9.312), which hangs on the mark that ends it."""

from collections.abc import Iterator
from typing import Final

from tasks.reading.legacy.doc import sprms as codes
from tasks.reading.legacy.doc.sprms import sprms
from tasks.reading.legacy.rows import Layout, Mark, Merge

_CELL: Final = 20
_FIRST_ACROSS: Final = 0x01
_ACROSS: Final = 0x02
_DOWN: Final = 0x20
_FIRST_DOWN: Final = 0x40
_SHADE: Final = 10
_SHADES: Final = {codes.SHADE: 0, codes.SHADE_SECOND: 22, codes.SHADE_THIRD: 44}
_DOWNS: Final[dict[int, Merge]] = {1: "continue", 3: "restart"}
_SOLID: Final = 1


def read_layout(properties: bytes) -> Layout:
    """Where the cells of a row lie and which are merged; without edges if nothing is said."""
    edges: list[int] = []
    marks: list[Mark] = []
    for code, operand in sprms(properties):
        if code == codes.DEFINE_TABLE:
            edges, marks = _definition(operand)
        elif code in _SHADES:
            _shade(operand, _SHADES[code], marks)
        elif code == codes.MERGE_DOWN and len(operand) >= 2 and operand[0] < len(marks):
            marks[operand[0]] = marks[operand[0]]._replace(down=_DOWNS.get(operand[1], ""))
        elif code == codes.MERGE:
            for index in range(operand[0], min(operand[1], len(marks))):
                marks[index] = marks[index]._replace(across="restart" if index == operand[0] else "continue")
    return Layout(tuple(edges), tuple(marks)) if marks else Layout()


def _definition(operand: bytes) -> tuple[list[int], list[Mark]]:
    count = operand[0] if operand else 0
    places = operand[1 : 3 + 2 * count]
    edges = [int.from_bytes(places[at : at + 2], "little", signed=True) for at in range(0, len(places) - 1, 2)]
    cells = operand[3 + 2 * count :]
    return edges, list(_marks(cells, max(len(edges) - 1, 0)))


def _marks(cells: bytes, count: int) -> Iterator[Mark]:
    """The marks of cells; the table may say nothing of the last ones."""
    for number in range(count):
        flags = int.from_bytes(cells[_CELL * number : _CELL * number + 2], "little")
        down: Merge = "" if not flags & _DOWN else "restart" if flags & _FIRST_DOWN else "continue"
        across: Merge = "restart" if flags & _FIRST_ACROSS else "continue" if flags & _ACROSS else ""
        yield Mark(down, across)


def _shade(operand: bytes, first: int, marks: list[Mark]) -> None:
    for at in range(0, len(operand) - _SHADE + 1, _SHADE):
        index = first + at // _SHADE
        if index < len(marks):
            marks[index] = marks[index]._replace(fill=_colour(operand[at : at + _SHADE]))


def _colour(shade: bytes) -> str:
    """The colour of a cell: of its pattern if that is solid, else of what lies behind; none where it is automatic."""
    colour = shade[:4] if int.from_bytes(shade[8:10], "little") == _SOLID else shade[4:8]
    found = colour[:3].hex().upper()
    return "" if colour[3] or found == "FFFFFF" else found
