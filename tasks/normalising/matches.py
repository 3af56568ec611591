"""What a recogniser finds in running text: a stretch of it, with its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """`text` is `source[start:end]`. `introduced`: words stand before it that say what it is ("paling lambat …")."""

    start: int
    end: int
    text: str
    introduced: bool = False


def match(source: str, start: int, end: int, introduced: bool = False) -> Match:
    """The match of this stretch of a source text."""
    return Match(start, end, source[start:end], introduced)
