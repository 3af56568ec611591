"""Whether letters are a short form of a name: "KEPHIS" of "Kenya Plant Health Inspectorate Service", "Keswan"."""

import re
from functools import lru_cache

_PASSED_OVER = frozenset({
    "of", "and", "for", "the", "in", "on", "to", "with", "at", "by", "dan", "untuk", "di", "ke", "dalam", "yang",
    "pada", "bagi", "atas", "serta", "de", "la",
})  # fmt: skip
_LETTERS = re.compile(r"[^\W_]+")
_SHORT_FORM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z][A-Za-z0-9&/.-]{1,13}|[A-Z][a-z]{2,12}")
_SPARE = 2  # of the words of a name behind the first, one in so many may give no letter
_LOOSE = 1  # words of which letters may be taken that do not stand beside each other ("Dis" of "Dinas")


def is_short_form(text: str) -> bool:
    """Whether a word is written like a short form: two capitals ("BMKG", "CoG", "BBVet"), or one word ("Otban")."""
    return " " not in text and _SHORT_FORM.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def fits(short: str, full: str) -> bool:
    """Whether each letter of a short form is the first of a word of the name, or stands beside its neighbour in one.

    The first word gives the first letter; "of", "dan" may give none, and some of the others.
    """
    letters = _spelt_out(short)
    said = _words(full)
    if not said or not 1 < len(letters) < sum(map(len, said)):
        return False
    spare = (sum(1 for word in said if word not in _PASSED_OVER) - 1) // _SPARE
    return _taken(letters, tuple(said), spare, _LOOSE, True)


def _words(full: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(full)]


def _spelt_out(short: str) -> str:
    """The letters of a short form, those behind which a number stands so often: "P4TK" is "PPPPTK"."""
    plain = re.sub(r"([A-Za-z])([2-9])", lambda m: m[1] * int(m[2]), short)
    return "".join(_LETTERS.findall(plain)).casefold()


def _taken(letters: str, said: tuple[str, ...], spare: int, loose: int, first: bool) -> bool:
    """Whether the words can give these letters in their order, so many words being passed over or read loosely."""
    if not said:
        return not letters
    word, rest = said[0], said[1:]
    for n in range(len(letters), 0, -1):
        cost = _cost(letters[:n], word, first)
        if cost <= loose and _taken(letters[n:], rest, spare, loose - cost, False):
            return True
    joint = word in _PASSED_OVER
    return not first and (joint or spare > 0) and _taken(letters, rest, spare - (not joint), loose, False)


def _cost(piece: str, word: str, first: bool) -> int:
    """0 if a word gives this piece, 1 if it gives its letters loosely, more if it cannot give it."""
    if word.startswith(piece) or (len(piece) > 1 and piece in word and not first):
        return 0
    rest = iter(word)
    return 1 if piece[0] == word[0] and all(letter in rest for letter in piece) else _LOOSE + 1
