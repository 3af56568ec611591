"""Headers and footers of the printed pages, in the code of ISO/IEC 29500-1, 18.3.1.39."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from tasks.model.blocks import Note, Paragraph, Span
from tasks.model.provenance import Provenance
from tasks.reading.contents import Tally

Edge = Literal["header", "footer"]
_PAGES: Final = ("odd", "first", "even")
_SECTIONS: Final = "LCR"
_CODE: Final = re.compile(
    r'&(?:([LCR])|(&)|(A)|"[^"]*"|[0-9]{1,3}|K(?:[0-9A-F]{6}|[0-9]{2}[+-][0-9]{3})|[A-Z])', re.IGNORECASE
)


def read_edges(kind: Edge, edges: Mapping[str, Sequence[str]], sheet: Provenance, tally: Tally) -> list[Note]:
    """Headers or footers with words: a paragraph each for left, middle and right.

    `edges` are their codes, in pieces, by the name of their element ("oddHeader"). Those of first and even pages are
    notes of their own if they say something else.
    """
    seen: list[list[str]] = []
    for page in _PAGES:
        lines, typed = _read("".join(edges.get(page + kind.capitalize(), ())), sheet.sheet, tally)
        if lines and lines not in seen:
            tally.emitted += typed
            seen.append(lines)
        else:
            tally.skip("repeated", typed)
    return [_note(kind, number, lines, sheet) for number, lines in enumerate(seen, 1)]


def _read(code: str, title: str, tally: Tally) -> tuple[list[str], int]:
    """The lines that a code shows, and how many of its characters they hold. Page numbers and dates are not known."""
    texts = dict.fromkeys(_SECTIONS, "")
    typed = dict.fromkeys(_SECTIONS, 0)
    section, at = "C", 0
    for found in _CODE.finditer(code):
        texts[section] += code[at : found.start()]
        typed[section] += found.start() - at
        at = found.end()
        if found[2]:
            texts[section] += "&"
            typed[section] += len(found[0])
            continue
        tally.skip("field code", len(found[0]))
        texts[section] += title if found[3] else ""
        section = found[1].upper() if found[1] else section
    texts[section] += code[at:]
    typed[section] += len(code) - at
    written = [name for name in _SECTIONS if texts[name].strip()]
    tally.skip("white space", sum(typed[name] for name in _SECTIONS if name not in written))
    return [texts[name].strip() for name in written], sum(typed[name] for name in written)


def _note(kind: Edge, number: int, lines: list[str], sheet: Provenance) -> Note:
    place = f"sheet '{sheet.sheet}', {kind}" + (f" {number}" if number > 1 else "")
    blocks = tuple(
        Paragraph(place, line, "", (Span(0, len(line), "hidden"),) if sheet.hidden else ()) for line in lines
    )
    return Note(place, kind, blocks, at=replace(sheet, path=kind if number == 1 else f"{kind}{number}"))
