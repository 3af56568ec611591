"""Sources of funds in text: their canonical names, in the order in which they are said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tasks.normalising.reference import rows, spellings
from tasks.normalising.words import Phrases, Word, words

_PAID = re.compile(
    r"\b(?:dengan\s+(?:(?:dukungan|biaya|pembiayaan|pendanaan|menggunakan|memakai|memanfaatkan)\s+|(?=dana\b|anggaran\b))"
    r"|(?:melalui|lewat)\s+|(?:dibiayai|didanai|bersumber|dibebankan)(?:\s+(?:dari|oleh|pada|melalui))?\s+|atas\s+beban\s+"
    r"|(?:funded|financed|paid)\s+(?:by|from|through|with|out\s+of)\s+(?:the\s+|an?\s+)?"
    r"|(?P<with>with|using|from|through|under)\s+(?:the\s+|an?\s+)?)",
    re.IGNORECASE,
)
"""Words that say what something is paid with; a fund that is named otherwise may be what the work is about."""
_OWN = re.compile(
    r"(?<!\w)own\s+(?:funds|funding|revenues?|resources|budgets?|sources|source\s+revenues?)(?!\w)"
    r"|(?<!\w)(?:dana|biaya|anggaran|pendanaan|pembiayaan)\s+(?:sendiri|mandiri)(?!\w)",
    re.IGNORECASE,
)
_MONEY = frozenset({"budget", "funds", "funding", "grant", "grants", "loan", "loans"})
_BEFORE = frozenset({"dana", "anggaran"})


def find_funds(text: str, language: str = "id", abroad: bool = False) -> list[str]:
    """Canonical names of the funds that a text names, without doubles.

    language "en" shows a fund by its English name where it is named in English. A general name beside a particular one
    of its kind adds nothing ("APBD (APBD Provinsi)"); "DIPA" of anybody is APBN, since only the state budget is paid
    out by DIPA (UU 17/2003). abroad: only English names count, and those of what somebody pays himself are kept.
    """
    return [*_shown(_found(text, abroad), language), *dict.fromkeys(_own(text))]


def is_abroad(language: str, currency: str) -> bool:
    """Whether the funds of a plan are another country's than Indonesia's: in English, with a currency of its own."""
    return language == "en" and currency != "IDR"


def _own(text: str) -> Iterator[str]:
    """What somebody pays with his own money, as written: "own funding", "dana sendiri"."""
    for found in _OWN.finditer(text):
        words_ = " ".join(found.group().split())
        yield words_[0].upper() + words_[1:]


def funds_in_prose(text: str, language: str = "id") -> list[str]:
    """Funds that a sentence says to pay with ("dengan dukungan Dana Desa", "with grant funds").

    Not those that it is about ("menyusun juknis DAK"), nor people who help ("dengan masyarakat").
    """
    said = [_paying(words(text[found.end() :]), bool(found["with"])) for found in _PAID.finditer(text)]
    return _shown((fund for fund in said if fund and fund[0] not in _parties()), language)


def begins_fund(text: str) -> bool:
    """Whether a text begins with the name of a fund."""
    return _phrases().at(words(text), 0) is not None


def ends_with_fund(text: str) -> bool:
    """Whether a text ends with the name of a fund."""
    said = words(text)
    return any(end == len(said) for i in range(len(said)) for _, end in _phrases().all_at(said, i))


def _shown(funds: Iterable[tuple[str, str]], language: str) -> list[str]:
    found = dict(funds)
    covered = {row["covers"] for row in rows("funds") if row["fund"] in found}
    shown = [english if english and language == "en" else fund for fund, english in found.items()]
    return [name for name, fund in zip(shown, found, strict=True) if fund not in covered]


def _paying(said: Sequence[Word], loosely: bool) -> tuple[str, str] | None:
    """The fund at the beginning; loosely: a mere "with" or "from" stands before it, so that it must speak of money."""
    start = 1 if said and said[0].text in _BEFORE and _phrases().at(said, 0) is None else 0
    hit = _phrases().at(said, start)
    if hit is None or (loosely and said[hit[1] - 1].text not in _MONEY):
        return None
    return hit[0]


def _found(text: str, abroad: bool = False) -> Iterator[tuple[str, str]]:
    said, i = words(text), 0
    known = _english() if abroad else _phrases()
    while i < len(said):
        hit = known.at(said, i)
        if hit is None:
            i += 1
            continue
        fund, i = hit
        if not _goes_on(text, said, i):
            yield fund


def _goes_on(text: str, said: Sequence[Word], i: int) -> bool:
    """Whether a name of a fund is the beginning of another word: "BLU-e", a product."""
    end = said[i - 1].end
    return text[end : end + 1] == "-" and i < len(said) and said[i].start == end + 1 and len(said[i].text) == 1


@cache
def _parties() -> frozenset[str]:
    """Funds whose names are those of people as well."""
    return frozenset(row["fund"] for row in rows("funds") if row["party"])


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    """The funds by their spellings, with the English name for the English ones."""
    indonesian = [(s, (row["fund"], "")) for row in rows("funds") for s in spellings(row, "fund", "variants")]
    return Phrases([*indonesian, *_english_names()])


@cache
def _english() -> Phrases[tuple[str, str]]:
    """The funds by their English spellings alone."""
    return Phrases(_english_names())


def _english_names() -> list[tuple[str, tuple[str, str]]]:
    return [(s, (row["fund"], row["english"])) for row in rows("funds") for s in spellings(row, "english_variants")]
