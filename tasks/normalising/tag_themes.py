"""The themes of a meeting: the words of its title theme that an action can serve."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tasks.normalising.tag_words import Kind, TagWords, tag_words

_LISTED: Final = re.compile(r"\byang\s+(\w+(?:(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+|\s*&\s*)\w+)*)", re.I)
_BETWEEN: Final = re.compile(r"\s*[,&]\s*|\s+(?:dan|serta)\s+|^(?:dan|serta)\s+", re.I)


def theme_words(theme: str, own: Iterable[Mapping[str, str]], language: str) -> TagWords:
    """The words that speak for the themes of a meeting, none if it has no theme.

    A theme of theme_words.csv is the meeting's where its theme names it; one that the list does not know is what
    stands behind "yang" ("… yang Merata, Berkeadilan dan Berkualitas"), and only the word itself speaks for it. A
    theme of the meeting's own vocabulary holds always.
    """
    listed = tag_words(Kind.THEME, own, language)
    names = TagWords(row for row in listed if row["names"])
    held = {hit.tag for hit in names.find(theme)} | {row["tag"] for row in listed if "source" not in row}
    unlisted = [word for word in _behind_yang(theme) if not names.find(word)]
    signs = [row for row in listed if row["tag"] in held or not row["tag"]]
    return TagWords([*signs, *({"phrase": word, "tag": word} for word in unlisted)])


def _behind_yang(theme: str) -> list[str]:
    found = _LISTED.search(theme)
    return [word.casefold() for word in _BETWEEN.split(found[1]) if word] if found else []
