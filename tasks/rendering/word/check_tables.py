"""Rows fill the columns of their table, and a cell that goes on from the row above has one to go on from."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tasks.rendering.word.check_package import Defect
from tasks.rendering.word.ooxml import TBL, TC, TR, VAL, w

_GRID, _SPAN, _MERGED, _PROPERTIES = w("tblGrid"), w("gridSpan"), w("vMerge"), w("tcPr")


def row_defects(part: str, root: etree._Element) -> Iterator[Defect]:
    """Every row fills the columns of its table."""
    spans = _spans(root)
    for table in root.iter(TBL):
        grid = table.find(_GRID)
        columns = 0 if grid is None else len(grid)
        for row in table.iterchildren(TR):
            filled = sum(1 for _ in row.iterchildren(TC)) + spans[row]
            if filled != columns and not _free(row):
                yield Defect("row-does-not-fill-columns", part, f"{filled} of {columns}")
    for table in _with_merged_cells(root):
        yield from _merged(part, table)


def _with_merged_cells(root: etree._Element) -> list[etree._Element]:
    return list(dict.fromkeys(table for merged in root.iter(_MERGED) for table in list(merged.iterancestors(TBL))[:1]))


def _merged(part: str, table: etree._Element) -> Iterator[Defect]:
    above: set[int] = set()
    for row in table.iterchildren(TR):
        column, merged = 0, set()
        for cell in row.iterchildren(TC):
            mark, span = (cell.find(f"{_PROPERTIES}/{name}") for name in (_MERGED, _SPAN))
            if mark is not None:
                merged.add(column)
                if mark.get(VAL, "continue") == "continue" and column not in above and not _free(row):
                    yield Defect("merged-with-nothing", part, f"column {column + 1}")
            column += 1 if span is None else _width(span)
        above = merged


def _spans(root: etree._Element) -> Counter[etree._Element]:
    """How many columns the cells of a row cover beyond one each."""
    extra: Counter[etree._Element] = Counter()
    for span in root.iter(_SPAN):
        row = next(span.iterancestors(TR), None)
        if row is not None:
            extra[row] += _width(span) - 1
    return extra


def _width(span: etree._Element) -> int:
    said = span.get(VAL, "")
    return int(said) if said.isdecimal() else 1


def _free(row: etree._Element) -> bool:
    """Rows that leave columns out, or whose cells stand in content controls."""
    return any(
        row.find(path) is not None
        for path in (f"{w('trPr')}/{w('gridAfter')}", f"{w('trPr')}/{w('gridBefore')}", w("sdt"))
    )
