"""Alternate contents: the same thing for newer and for older programs, of which a person sees one."""

from typing import Final

from lxml import etree

from tasks.reading.contents import Tally
from tasks.reading.drawing.characters import words
from tasks.reading.drawing.names import CX, DGM, MATH_TEXT, TEXT, C
from tasks.reading.ooxml.names import MC

_BEARING: Final = (TEXT, MATH_TEXT, C + "chart", CX + "chart", DGM + "relIds")


def chosen(alternate: etree._Element, tally: Tally) -> etree._Element:
    """The branch to read: the first choice with words, a chart or a diagram, else the fallback; the rest is counted."""
    branches = [*alternate.iterfind(MC + "Choice"), *alternate.iterfind(MC + "Fallback")]
    branch = next((b for b in branches if next(b.iter(*_BEARING), None) is not None), None)
    if branch is None:
        return alternate if not branches else branches[-1]
    tally.skip("fallback", words(alternate) - words(branch))
    return branch
