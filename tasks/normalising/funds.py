"""Sources of funds in text: their canonical names, in the order in which they are said."""

from collections.abc import Iterator
from functools import cache

from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import Phrases, words


def find_funds(text: str, language: str = "id") -> list[str]:
    """Canonical names of the funds that a text names, without doubles.

    language "en" shows a fund by its English name where it is named in English. A general name beside a particular one
    of its kind adds nothing ("APBD (APBD Provinsi)"); "DIPA" of anybody is APBN, since only the state budget is paid
    out by DIPA (UU 17/2003).
    """
    found = dict(_found(text))
    covered = {row["covers"] for row in rows("funds") if row["fund"] in found}
    shown = [english if english and language == "en" else fund for fund, english in found.items()]
    return [name for name, fund in zip(shown, found, strict=True) if fund not in covered]


def begins_fund(text: str) -> bool:
    """Whether a text begins with the name of a fund."""
    return _phrases().at(words(text), 0) is not None


def _found(text: str) -> Iterator[tuple[str, str]]:
    said, i = words(text), 0
    while i < len(said):
        hit = _phrases().at(said, i)
        if hit is None:
            i += 1
            continue
        fund, i = hit
        yield fund


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    """The funds by their spellings, with the English name for the English ones."""
    indonesian = [(s, (row["fund"], "")) for row in rows("funds") for s in spellings(row, "fund", "variants")]
    english = [(s, (row["fund"], row["english"])) for row in rows("funds") for s in spellings(row, "english_variants")]
    return Phrases([*indonesian, *english])
