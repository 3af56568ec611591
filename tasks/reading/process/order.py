"""In which order files are best begun: one that takes long and comes last keeps everybody waiting."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from tasks.model.meeting import Source

_SLOW: Final = (
    frozenset({".doc", ".dot", ".ppt", ".pps", ".pot"}),  # another program converts them
    frozenset({".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"}),  # another program looks for words
    frozenset({".pdf"}),  # pages may be pictures
)


def slowest_first(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources, those first that by their names take longest, else in their order. A wrong name costs time alone."""
    return tuple(sorted(sources, key=_rank))


def _rank(source: Source) -> int:
    suffix = PurePosixPath(source.file).suffix.lower()
    return next((rank for rank, suffixes in enumerate(_SLOW) if suffix in suffixes), len(_SLOW))
