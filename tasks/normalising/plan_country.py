"""The country of a plan in English: as its currency, name, host or place say, else as the places in its records do."""

from collections.abc import Iterable, Iterator
from functools import cache

import pandas as pd

from tasks.model.meeting import Meeting
from tasks.normalising.budget_years import country_of
from tasks.normalising.reference import FOLDER, rows, spellings
from tasks.normalising.words import Phrases, words

_COLUMNS = ("heading", "place_text", "owners_text", "supporters_text", "action")
_FEWEST = 3  # different places of a country that tell it
_CLEAR = 2  # times as many as of any other


def country_said(meeting: Meeting) -> str:
    """The country by its two letters as the meeting itself tells it, "" if it does not."""
    if meeting.language != "en":
        return ""
    row = country_of(meeting)
    return row["code"] if row is not None else ""


def country_meant(meeting: Meeting, raw: pd.DataFrame) -> str:
    """The same, else the country most of whose places and names the records hold; "" if none is clearly ahead."""
    said = country_said(meeting)
    if said or meeting.language != "en":
        return said
    texts = sorted({text for column in _COLUMNS for text in raw[column].unique()})
    found = sorted(((len(names), code) for code, names in _held(texts).items()), reverse=True)
    if not found or found[0][0] < _FEWEST:
        return ""
    behind = found[1][0] if len(found) > 1 else 0
    return found[0][1] if found[0][0] >= _CLEAR * behind else ""


def _held(texts: Iterable[str]) -> dict[str, set[str]]:
    """The names of places in the texts by country."""
    held: dict[str, set[str]] = {}
    for text in texts:
        said = words(text)
        for i, word in enumerate(said):
            found = _places().at(said, i) if word.capital else None
            if found is not None:
                held.setdefault(found[0], set()).add(said[i].text)
    return held


@cache
def _places() -> Phrases[str]:
    """Names of countries and towns, and of subdivisions that only one country has."""
    bearers: dict[str, set[str]] = {}
    for code, name in (*_towns(), *_subdivisions()):
        bearers.setdefault(name.casefold(), set()).add(code)
    return Phrases((name, next(iter(codes))) for name, codes in bearers.items() if len(codes) == 1)


def _towns() -> Iterator[tuple[str, str]]:
    for row in rows("countries"):
        yield from ((row["code"], name) for name in spellings(row, "country", "names"))


def _subdivisions() -> Iterator[tuple[str, str]]:
    """Of the highest level, by their official names of one word that is none of everyday life."""
    everyday = {row["word"] for row in rows("place_words")}
    known = {row["code"] for row in rows("countries")}
    with (FOLDER / "world_regions.csv").open(encoding="utf-8") as lines:
        for line in lines:
            code, _, name, _, parent, *_ = line.split(",")
            if not parent and code in known and name.isalpha() and name.casefold() not in everyday:
                yield code, name
