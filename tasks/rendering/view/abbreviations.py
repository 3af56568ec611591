"""The short forms that the plan uses and whose full names are known: from the documents, else from a directory."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tasks.model.values import parts
from tasks.normalising.reference import rows as reference
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Rows
from tasks.rendering.view.shape_chapters import Abbreviation

_FIELDS = ("action", "output", "owners", "supporters", "regions", "fund_sources", "obstacle", "progress", "solution")
_WORD = re.compile(r"\b[A-Z][A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*\b")
_DEFINED = re.compile(r"((?:[\w'/-]+ ){2,9})\(([A-Z][A-Za-z0-9-]{1,9})\)")
_PASSED_OVER = frozenset({"of", "and", "for", "the", "in", "on", "dan", "untuk", "di", "ke", "dalam", "yang"})
_LONGEST = 15


def abbreviation_views(data: Rows, speak: Catalogue) -> tuple[Abbreviation, ...]:
    """The known short forms in the order of the alphabet."""
    texts = [row[field] for row in data.items for field in _FIELDS if row[field]]
    known = {**_directory(), **_common(speak.language), **dict(_definitions(texts))}
    used = {word for text in texts for word in _WORD.findall(text)} & set(known)
    return tuple(Abbreviation(short, known[short]) for short in sorted(used, key=lambda s: (s.casefold(), s)))


def _definitions(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Names that a text writes out before their initials: "Rencana Tindak Lanjut (RTL)"."""
    for text in texts:
        for before, short in _DEFINED.findall(text):
            words = before.split()
            for start in range(len(words) - 1):
                said = [w for w in words[start:] if w.casefold() not in _PASSED_OVER]
                if "".join(w[0] for w in said).upper() == short.upper() and words[start] in said:
                    yield short, " ".join(words[start:])
                    break


@cache
def _common(language: str) -> dict[str, str]:
    """Short forms of government and schooling from abbreviations.csv, in a language."""
    with (Path(__file__).parent / "abbreviations.csv").open(encoding="utf-8", newline="") as lines:
        return {row["short"]: row[language] for row in csv.DictReader(lines)}


@cache
def _directory() -> dict[str, str]:
    """Short names of institutions that mean one institution only, from the directory that ships."""
    meant: dict[str, set[str]] = {}
    for row in reference("institutions"):
        for short in parts(row["variants"]):
            if _WORD.fullmatch(short) and len(short) <= _LONGEST and sum(c.isupper() for c in short) > 1:
                meant.setdefault(short, set()).add(row["canonical"])
    only = {short: next(iter(names)) for short, names in meant.items() if len(names) == 1}
    return {short: name for short, name in only.items() if short not in name.split()}
