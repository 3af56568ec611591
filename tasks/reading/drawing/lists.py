"""Bullets and automatic numbers: inherited from master to paragraph, computed as PowerPoint shows them."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from tasks.reading.drawing.names import A
from tasks.reading.notation.numerals import letters, roman
from tasks.reading.notation.symbols import glyphs
from tasks.reading.xml import number

LEVELS: Final = 9
_PLAIN_BULLET: Final = "•"
_SCHEME: Final = re.compile(r"(alphaLc|alphaUc|arabicDb|arabic|romanLc|romanUc)(ParenBoth|ParenR|Period|Plain)")
_WIDE: Final = {ord("0") + n: 0xFF10 + n for n in range(10)} | {ord("."): 0xFF0E}
_CIRCLED: Final = {
    # scheme: the first circled number and how many there are
    "circleNumWdBlackPlain": (0x2776, 10),
    "circleNumWdWhitePlain": (0x2460, 20),
    "circleNumDbPlain": (0x2460, 20),
}
_MARKS: Final = {"ParenBoth": "({})", "ParenR": "{})", "Period": "{}.", "Plain": "{}"}


@dataclass(frozen=True, slots=True)
class Bullet:
    """What a level says of its bullet: nothing, none, a character (`text`), numbers of a scheme (`text`), a picture.

    `font` is that of the character, empty for the font of the text, None where nothing is said.
    """

    kind: Literal["", "none", "character", "number", "picture"] = ""
    text: str = ""
    start: int = 1
    font: str | None = None

    def over(self, base: "Bullet") -> "Bullet":
        """This bullet, completed by the one that it inherits from."""
        if self == _SILENT:
            return base
        said = self if self.kind else base
        return Bullet(said.kind, said.text, said.start, base.font if self.font is None else self.font)


_SILENT: Final = Bullet()
Levels = tuple[Bullet, ...]
"""The bullets of the nine levels."""
NO_BULLETS: Final[Levels] = (_SILENT,) * LEVELS
"""Levels without bullets are always this very tuple."""


def read_levels(style: etree._Element | None, base: Levels) -> Levels:
    """The levels of a list style (a:lstStyle, p:bodyStyle) over those that it inherits."""
    if style is None or not len(style):
        return base
    own = ((style.find(f"{A}lvl{n}pPr"), base[n - 1]) for n in range(1, LEVELS + 1))
    found = tuple(under if element is None else read_bullet(element).over(under) for element, under in own)
    return NO_BULLETS if found == NO_BULLETS else found


def read_bullet(properties: etree._Element) -> Bullet:
    """The bullet that the properties of a paragraph or level say themselves."""
    kind: Literal["", "none", "character", "number", "picture"] = ""
    text, start, font = "", 1, None
    for child in properties:
        tag = child.tag
        if tag == A + "buNone":
            kind = "none"
        elif tag == A + "buChar":
            kind, text = "character", child.get("char", "")
        elif tag == A + "buAutoNum":
            kind, text, start = "number", child.get("type", ""), number(child.get("startAt"), 1)
        elif tag == A + "buBlip":
            kind = "picture"
        elif tag == A + "buFont":
            font = child.get("typeface", "")
        elif tag == A + "buFontTx":
            font = ""
    return Bullet(kind, text, start, font)


@dataclass(slots=True)
class Counters:
    """Counts through one text body. `runs`: bullet and count of the numbering that is open, by level."""

    runs: dict[int, tuple[Bullet, int]] = field(default_factory=dict)

    def label(self, level: int, bullet: Bullet, counts: bool) -> str:
        """The label of the next paragraph, empty if it shows none.

        A number goes on while paragraphs of its level have the same scheme and start; deeper ones in between don't
        matter. A paragraph without words shows no label and takes no number (`counts` is False).
        """
        open_run = self.runs.pop(level, None)
        for deeper in [n for n in self.runs if n > level]:
            del self.runs[deeper]
        if bullet.kind != "number":
            return _sign(bullet)
        goes_on = open_run is not None and (open_run[0].text, open_run[0].start) == (bullet.text, bullet.start)
        count = (open_run[1] if open_run is not None and goes_on else 0) + counts
        self.runs[level] = (bullet, count)
        return numbered(bullet.text, bullet.start + count - 1)


def _sign(bullet: Bullet) -> str:
    if bullet.kind == "picture":
        return _PLAIN_BULLET
    if bullet.kind != "character":
        return ""
    return glyphs(bullet.text, bullet.font or "").strip() or _PLAIN_BULLET * bool(bullet.text)


def numbered(scheme: str, count: int) -> str:
    """A number in one of PowerPoint's schemes (ISO/IEC 29500-1, 20.1.10.61); other scripts get digits and a dot."""
    if scheme in _CIRCLED:
        first, most = _CIRCLED[scheme]
        return chr(first + count - 1) if 0 < count <= most else str(count)
    found = _SCHEME.fullmatch(scheme)
    if found is None:
        return f"{count}."
    words = _digits(found[1], count)
    label = _MARKS[found[2]].format(words)
    return label.translate(_WIDE) if found[1] == "arabicDb" else label


def _digits(kind: str, count: int) -> str:
    if kind.startswith("alpha"):
        words = letters(count)
    elif kind.startswith("roman"):
        words = roman(count)
    else:
        return str(count)
    return words.upper() if kind.endswith("Uc") else words
