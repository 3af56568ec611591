"""The tables at the beginning of a file that its text refers to by number: fonts, colours, styles, authors."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tasks.reading.legacy.rtf.charsets import SYMBOL, charset

_MAX_BASES: Final = 16
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)


class FontEntry(NamedTuple):
    """A font: its name, and the encoding of bytes written in it."""

    name: str
    encoding: str


class Style(NamedTuple):
    """A style of paragraphs, its level as a heading (0 = none, -1 = that of the style it builds on), and that one."""

    name: str
    outline: int
    base: int


@dataclass(slots=True)
class Tables:
    """What is known so far. Entries end with a semicolon, their words come before the name."""

    encoding: str = "cp1252"
    default_font: int = 0
    fonts: dict[int, FontEntry] = field(default_factory=dict)
    colours: list[str] = field(default_factory=list)
    styles: dict[int, Style] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    _words: dict[str, int] = field(default_factory=dict)
    _name: list[str] = field(default_factory=list)

    def font(self, number: int) -> FontEntry:
        """A font by its number, the document's own for none."""
        found = self.fonts.get(self.default_font if number < 0 else number)
        return FontEntry("", self.encoding) if found is None else found

    def outline(self, number: int) -> int:
        """The level of a style as a heading, its own or that of a style it builds on; 0 if it is none."""
        style = self.styles.get(number)
        for _ in range(_MAX_BASES):
            if style is None or style.outline >= 0:
                break
            style = self.styles.get(style.base)
        return 0 if style is None else max(style.outline, 0)

    def word(self, name: str, number: int | None) -> None:
        """A control word inside a table."""
        self._words[name] = 1 if number is None else number

    def colour(self, words: str) -> None:
        """Text in the table of colours: each semicolon ends one."""
        for _ in range(words.count(";")):
            known = [self._words.get(part, -1) for part in ("red", "green", "blue")]
            self.colours.append("".join(f"{min(part, 255):02X}" for part in known) if min(known) >= 0 else "")
            self._words = {}

    def text(self, target: str, words: str) -> None:
        """Text in the table of fonts, styles or authors."""
        while ";" in words:
            name, _, words = words.partition(";")
            self._name.append(name)
            self._end(target, "".join(self._name).strip())
        self._name.append(words)

    def _end(self, target: str, name: str) -> None:
        said, self._words, self._name = self._words, {}, []
        if target == "fonts":
            number = said.get("fcharset", 0)
            encoding = charset(number, self.encoding)
            self.fonts[said.get("f", 0)] = FontEntry(name or ("Symbol" if number == SYMBOL else ""), encoding)
        elif target == "authors":
            self.authors.append(name)
        elif "cs" not in said and "ts" not in said:
            heading = _HEADING.fullmatch(name)
            outline = said["outlinelevel"] + 1 if "outlinelevel" in said else int(heading[1]) if heading else -1
            self.styles[said.get("s", 0)] = Style(name, outline, said.get("sbasedon", 0))
