"""Numbers in words, Indonesian and English: "dua ribu tujuh belas", "five hundred"."""

import re
from collections.abc import Sequence
from functools import cache

from tasks.normalising.reference import rows

_WORD = re.compile(r"[^\W\d_]+")


@cache
def number_words() -> dict[str, tuple[int, str]]:
    """Value and kind (unit, teen, times) of every word of number_words.csv."""
    return {row["word"]: (int(row["value"]), row["kind"]) for row in rows("number_words")}


def spelt(said: Sequence[str]) -> int:
    """The number that these words say, all of them number words."""
    total, part = 0, 0
    for value, kind in (number_words()[word] for word in said):
        if kind == "times" and value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif kind == "times":
            part = _times(part, value)
        elif value == 1000:
            total += 1000
        else:
            part += value
    return total + part


def _times(part: int, value: int) -> int:
    """The last digit said is the one that is multiplied: "dua ratus lima puluh"."""
    return part - part % 10 + part % 10 * value


def in_digits(text: str) -> str:
    """A text with its numbers in words written in digits: "lima ratus juta rupiah" becomes "500 juta rupiah"."""
    out, position, run = "", 0, list["re.Match[str]"]()
    for word in [*_WORD.finditer(text), None]:
        if word is not None and run and _goes_on(text, run, word):
            run.append(word)
            continue
        if run:
            out += text[position : run[0].start()] + str(spelt([w.group().casefold() for w in run]))
            position = run[-1].end()
        begins = word is not None and number_words().get(word.group().casefold(), (0, ""))[1] == "unit"
        run = [word] if word is not None and begins else []
    return out + text[position:]


def _goes_on(text: str, run: Sequence["re.Match[str]"], word: "re.Match[str]") -> bool:
    """Whether a run of number words goes on with a word, nothing but blanks or a hyphen between."""
    between = text[run[-1].end() : word.start()]
    return word.group().casefold() in number_words() and not between.strip(" \u00a0-")
