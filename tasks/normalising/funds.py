"""Sources of funds in text: their canonical names, in the order in which they are said."""

from collections.abc import Iterator
from functools import cache

from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import Phrases, words


def find_funds(text: str) -> list[str]:
    """Canonical names of the funds that a text names, without doubles.

    A general name beside a particular one of its kind adds nothing ("APBD (APBD Provinsi)"); "DIPA" of anybody is
    APBN, since only the state budget is paid out by DIPA (UU 17/2003).
    """
    found = list(dict.fromkeys(_found(text)))
    covered = {row["covers"] for row in rows("funds") if row["fund"] in found}
    return [fund for fund in found if fund not in covered]


def begins_fund(text: str) -> bool:
    """Whether a text begins with the name of a fund."""
    return _phrases().at(words(text), 0) is not None


def _found(text: str) -> Iterator[str]:
    said, i = words(text), 0
    while i < len(said):
        hit = _phrases().at(said, i)
        if hit is None:
            i += 1
            continue
        fund, i = hit
        yield fund


@cache
def _phrases() -> Phrases[str]:
    return Phrases((written, row["fund"]) for row in rows("funds") for written in spellings(row, "fund", "variants"))
