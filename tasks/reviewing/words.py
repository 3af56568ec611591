"""Texts as they are compared: what programs change by themselves is no change."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        "\u2011": "-",
        "\u2026": "...",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"),
    }
)
"""Quotes, hyphens and dots that autocorrection exchanges; signs without width."""

_BLANK: Final = re.compile(r"[^\S\n]+")


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """A text by which two are compared."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_SAME).split())


def shown(lines: Iterable[str]) -> str:
    """Paragraphs as one text for people: lines without needless blanks, empty ones left out."""
    tidy = (_BLANK.sub(" ", line.replace("\u200d", "")).strip() for line in lines)
    return "\n".join(line for line in tidy if line)
