"""Words of a document as they are compared and taken apart: folding, marks of emptiness, labels of list lines."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tasks.model.blocks import Cell, ListItem, Paragraph, Table, Text

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"(?!\s*#\s*$)[\W_]*")  # "#" heads a column of numbers
_OPEN_BOXES = frozenset({"☐", "□", "[]", "()"})
_UNSAID = frozenset({"struck", "hidden", "deleted", "placeholder"})  # spans that nobody means to say
_BOXES = _OPEN_BOXES | {"☑", "☒"}
_DOTS = re.compile(r"\.{4,}|…{2,}|_{4,}")
_CLOCK = r"(?:0\d|1\d|2[0-4])\.[0-5]\d\s"
_MEASURE = r"(?:juta|jt|mil[iy]ar|triliun|ribu|rb|million|billion|thousand|persen|percent|ton|m|km|ha|gb|mb|kwh|mw|x)\b"
LABEL = re.compile(
    rf"""\s*(?:
        (?!{_CLOCK})(?P<dotted>(?:\d{{1,2}}|[A-Z])(?:\.\d{{1,2}}){{1,3}})[.)]?(?=\s+\(?["“]?[^\W\d_])(?!\s+(?i:{_MEASURE}))
      | \(?(?P<number>\d{{1,3}}(?:\s*[-–,&]\s*\d{{1,3}})*)[.)](?![\d)])
      | \(?(?P<letter>[a-zA-Z])[.)](?=\s)
      | (?P<roman>[IVX]{{2,5}})[.)](?=\s)
      | \(?(?P<small>[ivx]{{2,5}})\)(?=\s)
      | (?P<box>[☐□☑☒]|\[\s?[xXvV√✓✔]?\s?\]|\(\s\))(?=\s+(?:[^\W\d_]|\(?\d{{1,3}}[.)]\s))
      | (?P<dash>[-–—•▪►*o·●○■□➢➤→»✓✔])(?=\s)
      )\s*""",
    re.VERBOSE,
)
"""The label of a line: "1.", "2)", "(3)", "1.2", "B.3", "a.", "IV.", "(ii)", "-", "•", "☐", "[x]".

Sums, measures and hours are none. A range ("1-2)") stands for several.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a person sees it (`raw`), and its label without dot or bracket ("1", "a", "-") and the rest.

    mark: a box that stands beside another label ("1. [x] …", "☐ 2) …").
    """

    raw: str
    label: str = ""
    text: str = ""
    level: int = 0
    mark: str = ""

    @property
    def box(self) -> Literal["", "open", "ticked"]:
        """Whether the label is the box of a check list, and what it says. A tick alone is a bullet to most people."""
        sign = self.mark or self.label
        if sign in _OPEN_BOXES:
            return "open"
        return "ticked" if sign in _BOXES or sign.startswith("[") else ""

    @property
    def dashed(self) -> bool:
        """Whether the label is a bullet or dash, which tells nothing apart."""
        return bool(self.label) and not self.label[0].isalnum()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Words in lower case, one space between them: equal for texts that differ in case, marks and spaces alone."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def tidy(text: str) -> str:
    """White space folded, artefacts of Excel and Word taken out."""
    return _SPACE.sub(" ", text.replace("_x000D_", " ").replace("\u00ad", "")).strip()


def blank(text: str) -> bool:
    """Whether a text says nothing: empty, dashes, dots, a row of underscores."""
    return not text or _BLANK.fullmatch(text) is not None


def unfilled(text: str) -> bool:
    """Whether a text holds the dots or lines of a form that nobody filled in ("Pelatihan ..... bagi .....")."""
    return _DOTS.search(text) is not None


def labelled(text: str, level: int = 0) -> Line:
    """A line of text taken apart into its typed label and the rest."""
    raw = tidy(text)
    found = LABEL.match(raw)
    if found is None:
        return Line(raw, "", raw, level)
    label = _SPACE.sub("", next(g for g in found.groups() if g))
    rest = raw[found.end() :]
    further = LABEL.match(rest)
    if further is None or bool(found["box"]) == bool(further["box"]):
        return Line(raw, label, rest, level)
    inner = _SPACE.sub("", next(g for g in further.groups() if g))
    number, mark = (inner, label) if found["box"] else (label, inner)
    return Line(raw, number, rest[further.end() :], level, mark)


def visible(block: Text) -> str:
    """The text of a block without what is struck out or hidden, and without prompts that nobody filled in."""
    parts, at = [], 0
    for span in sorted((s for s in block.spans if s.kind in _UNSAID), key=lambda s: s.start):
        if span.end > at:
            parts += [block.text[at : max(span.start, at)], " "]
            at = span.end
    return "".join([*parts, block.text[at:]]) if parts else block.text


def struck(block: Text) -> bool:
    """Whether all that a block says is struck out or hidden."""
    return not blank(block.text) and blank(visible(block))


def block_line(block: Text) -> Line:
    """A block of running text as one line; an automatic number counts like a typed one."""
    label = getattr(block, "label", "")
    if not label:
        return labelled(visible(block))
    text = tidy(visible(block))
    level = block.level if isinstance(block, ListItem) else 0
    number = label.strip().strip("().")
    box = LABEL.match(text)
    mark = _SPACE.sub("", box["box"]) if box is not None and box["box"] else ""
    bare = text[box.end() :] if box is not None and mark else text
    if number in _BOXES:
        number, mark = "-", mark or number
    return Line(f"{label} {text}".strip(), number or "-", bare, level, mark)


def cell_lines(cell: Cell) -> list[Line]:
    """The lines of a cell, empty ones left out; a nested table gives a line a row, if nothing stands beside it."""
    lines: list[Line] = []
    plain = [b for b in cell.blocks if not isinstance(b, Table)]
    for block in plain if any(not blank(b.text) for b in plain) else cell.blocks:
        if isinstance(block, Table):
            lines += [labelled(row) for row in _nested(block)]
        elif isinstance(block, ListItem):
            lines.append(block_line(block))
        else:
            lines += [labelled(part) for part in visible(block).splitlines()]
    return [line for line in lines if line.raw]


def nested_text(cell: Cell | None) -> str:
    """What tables nested in a cell say beside the words of the cell, a line a row; nothing if there are none."""
    blocks = () if cell is None or cell.hidden else cell.blocks
    rows = [row for b in blocks if isinstance(b, Table) for row in _nested(b)]
    return "\n".join(rows) if any(not isinstance(b, Table) and not blank(b.text) for b in blocks) else ""


def _nested(table: Table) -> list[str]:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(" ".join(line.raw for line in cell_lines(cell)))
    return [" | ".join(rows[row]) for row in sorted(rows)]


def cell_text(cell: Cell | None) -> str:
    """What a person reads in a cell, a line a paragraph; nothing for a hidden cell or a gap in the grid."""
    if cell is None or cell.hidden or not cell.blocks:
        return ""
    first = cell.blocks[0]
    if len(cell.blocks) == 1 and isinstance(first, Paragraph) and not first.spans and "\n" not in first.text:
        return tidy(first.text)
    return "\n".join(line.raw for line in cell_lines(cell))
