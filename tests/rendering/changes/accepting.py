"""Accepts or rejects all tracked changes of a Word part, as Word does, and reads what is left."""

from copy import deepcopy

from lxml import etree

from tasks.rendering.word.ooxml import TBL, TC, TR, P, w

_LEAVES = {True: "del", False: "ins"}


def settled(root: etree._Element, accept: bool) -> etree._Element:
    """The part without tracked changes: all accepted, or all rejected."""
    out = deepcopy(root)
    gone = w(_LEAVES[accept])
    for row in list(out.iter(TR)):
        if row.find(f"{w('trPr')}/{gone}") is not None:
            _remove(row)
    for table in [t for t in out.iter(TBL) if t.find(TR) is None]:
        _remove(table)
    for paragraph in [p for p in out.iter(P) if p.find(f"{w('pPr')}/{w('rPr')}/{gone}") is not None]:
        _remove(paragraph)
    for change in [c for c in out.iter(gone) if c.find(w("r")) is not None]:
        _remove(change)
    return out


def words(element: etree._Element) -> str:
    """What it says, a line break as a new line."""
    told = element.iter(w("t"), w("delText"), w("br"))
    return "".join("\n" if leaf.tag == w("br") else leaf.text or "" for leaf in told)


def tables(root: etree._Element) -> list[list[list[str]]]:
    """The words of every cell, by table and row."""
    return [[[words(cell) for cell in row.iter(TC)] for row in table.iter(TR)] for table in root.iter(TBL)]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
