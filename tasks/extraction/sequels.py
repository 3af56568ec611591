"""Words by which what is asked for follows what was asked for before: "shall then build", "setelah itu"."""

import re

from tasks.extraction.pieces import Piece

_FOLLOWS = re.compile(
    r"\b(?:shall|will|should|must|would)\s+then\b|\b(?:akan|dapat)\s+(?:kemudian|selanjutnya)\b"
    r"|\b(?:setelah|sesudah)\s+itu\b|\bafter\s+that\b|\bthereafter\b",
    re.IGNORECASE,
)


def sequel(sentence: str) -> list[Piece]:
    """The words in a sentence that say so, as what the action waits for; none if there are none."""
    found = _FOLLOWS.search(sentence)
    return [Piece("depends", found.group())] if found else []
