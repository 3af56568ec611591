"""Names of files that every system takes, Windows too, made from what people call things."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 120
"""Bytes: with a folder, a mark in brackets and an ending it stays below what Windows and Linux allow."""
_PARTING = re.compile(r"\s*[\\/:]+\s*")
_FORBIDDEN = str.maketrans({**dict.fromkeys("*?<>|", " "), '"': "'"})
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Devices of Windows, with or without an ending (Microsoft, "Naming Files, Paths, and Namespaces")."""
_EDGES = " .~$-_"


def unique_names(wanted: Iterable[str], otherwise: str) -> list[str]:
    """A name for each of these, without ending; those that differ in nothing but case are numbered.

    `otherwise` is the name of what has no letter that may stand in one.
    """
    taken: set[str] = set()
    out = []
    for words in wanted:
        name = safe_name(words) or otherwise
        number = 1
        chosen = name
        while chosen.casefold() in taken:
            number += 1
            chosen = f"{name} ({number})"
        taken.add(chosen.casefold())
        out.append(chosen)
    return out


def safe_name(words: str) -> str:
    """Words as the name of a file without its ending; empty if nothing of them may stand in one."""
    shown = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", words))
    parted = _PARTING.sub(_dash, shown.translate(_FORBIDDEN))
    name = _cut(" ".join(parted.split()).strip(_EDGES)).rstrip(_EDGES)
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def _dash(match: re.Match[str]) -> str:
    return " - " if match.group().strip() != match.group() else "-"


def _cut(name: str) -> str:
    return name.encode()[:_LONGEST].decode(errors="ignore")
