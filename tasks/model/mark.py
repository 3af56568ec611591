"""The mark of an issued document: by it a copy that comes back is known again, whatever it is called by then.

`RJ-<plan>-<version>-<kind>`, as `RJ-4K7QZ2-8MZ41XQ3-G`: the plan, the version of this document, its kind. The version
follows from the words of the document, so that a document in which nothing has changed keeps its mark.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

PROPERTY: Final = "RenjaMark"
"""The custom property in which a Word file carries its mark; it also stands in every footer."""

_PLAN, _VERSION = 6, 8
_DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 after Crockford: no I, L, O, U, which people mistake (https://www.crockford.com/base32.html)."""

_SHAPE: Final = re.compile(rf"RJ-([{_DIGITS}]{{{_PLAN}}})-([{_DIGITS}]{{{_VERSION}}})-([A-Z])(?![0-9A-Z])")


class Kind(StrEnum):
    """What kind of document it is."""

    PLAN = "P"
    EXTRACT = "I"
    GROUP = "G"
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class Mark:
    """The plan to which a document belongs, the version of the document, its kind."""

    plan: str
    version: str
    kind: Kind

    def __str__(self) -> str:
        return f"RJ-{self.plan}-{self.version}-{self.kind}"


def plan_code(*words: str) -> str:
    """The code of a plan, from what the meeting is called."""
    return _digest(words)[:_PLAN]


def version_code(words: Iterable[str]) -> str:
    """The code of a document's version, from its words."""
    return _digest(words)[:_VERSION]


def mark_in(text: str) -> Mark | None:
    """The first mark in a text, if there is one."""
    for plan, version, kind in _SHAPE.findall(text):
        if kind in set(Kind):
            return Mark(plan, version, Kind(kind))
    return None


def _digest(words: Iterable[str]) -> str:
    hashed = sha256()
    for word in words:
        hashed.update(word.encode("utf-8", "surrogatepass") + b"\0")
    number = int.from_bytes(hashed.digest(), "big")
    return "".join(_DIGITS[number >> shift & 31] for shift in range(251, -1, -5))


@dataclass(frozen=True, slots=True)
class Issued:
    """A document as it left the house: its mark, its name below the output folder, its main part (XML)."""

    mark: str
    name: str
    document: bytes
