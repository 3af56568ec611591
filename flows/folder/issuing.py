"""What is kept of every document that is issued, so that copies of it can be compared when they come back."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a run without Word files needs none of it
    from tasks.model.mark import Issued

_SUFFIX: Final = ".docx"


def issued_in(staging: Path, names: Iterable[str]) -> Iterator["Issued"]:
    """The Word files of a run that lie in staging, given the names of all its files. Raises OSError."""
    for name in names:
        if posixpath.splitext(name)[1] == _SUFFIX:
            issued = issued_of((staging / name).read_bytes(), name)
            if issued is not None:
                yield issued


def issued_of(data: bytes, name: str) -> "Issued | None":
    """A document with its mark; None if it bears none."""
    from tasks.model.mark import Issued
    from tasks.reading.ooxml.package import Package
    from tasks.reading.refusal import CannotReadError
    from tasks.reviewing.returned import mark_of

    try:
        mark = mark_of(data)
        return Issued(str(mark), name, Package(data).part("word/document.xml")) if mark else None
    except CannotReadError:
        return None
