"""What references by number look like: patterns made of the words of reference_words.csv."""

import re
from collections.abc import Mapping
from functools import cache

from tasks.linking.mentions import FOLDER, closing
from tasks.merging.lists import rows

ONE = r"(?:(?!no)[a-z]{1,3}\d{0,2}[-.]?)?\d{1,3}(?:\.\d{1,3})*(?:[a-z](?![a-z]))?(?!\d)"
UNTIL = r"(?:s\.?d\.?|s/d|sampai|hingga|to|through|-|–)"
LIST = rf"(?P<first>{ONE})(?P<more>(?:\s*(?:,\s*(?:dan|and)|,|&|dan|and|serta|{UNTIL})\s*(?:no\.?\s*)?{ONE})*)"


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The words of a kind, the longest first."""
    words = [row["word"] for row in rows("reference_words", FOLDER) if row["kind"] == kind]
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def means() -> Mapping[str, str]:
    """For each word for a kind of source the words that such a document bears."""
    told = [row for row in rows("reference_words", FOLDER) if row["kind"] == "source"]
    return {row["word"]: row["means"] or row["word"] for row in told}


@cache
def any_of(kind: str) -> re.Pattern[str]:
    """Any word of a kind, but "program kerja", which is no word for a group."""
    return re.compile(r"(?<!\w)(?<!kerja )(?:" + "|".join(map(re.escape, words_of(kind))) + r")(?!\w)", re.I)


@cache
def numbers() -> re.Pattern[str]:
    """A word for numbers, or a thing numbered with nothing counted behind it, and the list of numbers."""
    word, thing = ("|".join(map(re.escape, words_of(kind))) for kind in ("number", "thing"))
    plain = re.sub(r"\?P<\w+>", "?:", LIST)
    begin = rf"(?:{word}|(?:{thing})(?=\.?\s+\(?{plain}{closing()}))"
    return re.compile(rf"(?<!\w){begin}\.?\s*[:(]?\s*(?:ke-?\s*)?{LIST}(?!\w)", re.I)


@cache
def named(kind: str) -> re.Pattern[str]:
    """A word of a kind and the number or letter behind it: "Kel. 3", "bagian B"."""
    words = "|".join(map(re.escape, words_of(kind)))
    return re.compile(rf"(?<!\w)(?:{words})\.?\s*(?P<name>\d{{1,2}}|[ivx]+|[a-z])(?!\w)", re.I)


@cache
def resolved() -> re.Pattern[str]:
    """What the meeting itself resolved, if it bears such a number: resolutions of others have numbers as well."""
    words = "|".join(map(re.escape, words_of("resolved")))
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:no\.?\s*)?(?P<name>\d{{1,2}}|[ivx]+)(?!\w)(?={closing()})", re.I)


@cache
def label() -> re.Pattern[str]:
    """The number in a column that was kept as a remark: "Item: 4.5", "Butir: a", "Min. No.: K2/03"."""
    words = "|".join(map(re.escape, (*words_of("number"), *words_of("thing"))))
    own = rf"[a-z]{{1,4}}\d{{0,2}}/\d{{1,3}}|{ONE}|\(?(?:[a-z]|[ivx]+)\)?"
    return re.compile(rf"(?:^|;\s*)(?:{words})\.?\s*:\s*(?P<own>{own})\s*(?=;|$)", re.I)


@cache
def letters() -> re.Pattern[str]:
    """A word for points and the letter of one: "huruf a", "butir b di atas"."""
    words = "|".join(map(re.escape, words_of("letter")))
    return re.compile(rf"(?<!\w)(?:{words})\.?\s+\(?(?P<name>[a-z]|[ivx]+)\)?(?!\w)(?={beside()})", re.I)


@cache
def bracketed() -> re.Pattern[str]:
    """A letter in brackets that points to a place ("(d) above"), and does not begin a point of a list ("(d) train")."""
    return re.compile(rf"(?<![\w(])\((?P<name>[a-z]|[ivx]+)\)(?={beside()})", re.I)


def beside() -> str:
    """What stands behind the letter of a place: what may follow a number, or where it is."""
    return rf"{closing()}|\s+(?:{'|'.join(map(re.escape, words_of('where')))})\b"


@cache
def sources() -> re.Pattern[str]:
    """A kind of source before brackets or the end."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words_of('source')))})(?=\s*(?:[()]|$))", re.I)


@cache
def law() -> re.Pattern[str]:
    """A law with its number: "UU 23/2014"."""
    words = "|".join(map(re.escape, words_of("law")))
    return re.compile(
        rf"(?<!\w)(?:{words})\s+(?:\w+\s+){{0,2}}?(?:no\.?|nomor)?\s*\d+\s*(?:/|tahun|thn|th\.?|of)", re.I
    )
