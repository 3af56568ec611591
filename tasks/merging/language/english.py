"""The part of an English word that its forms share: number, tense and the endings of nouns taken off.

Source of the endings: the common grammar of English (inflection; nouns in -ment, -ation, -ance), in the order in which
Porter (An algorithm for suffix stripping, 1980) takes them off.
"""

import re

SHORTEST = 3
"""How many letters at least are left."""

_VOWEL = re.compile(r"[aeiouy]")
_PLURAL = ((re.compile(r"(?<=\w\w)ies$"), "y"), (re.compile(r"(?<=ss|ch|sh)es$|(?<=x)es$"), ""))
_S = re.compile(r"(?<![siu])s$")
_ENDINGS = (
    "isation",
    "ization",
    "ation",
    "ating",
    "ated",
    "ition",
    "ing",
    "ed",
    "ment",
    "ance",
    "ion",
    "ise",
    "ize",
    "ate",
)


def english(word: str) -> str:
    """What a folded English word shares with its other forms; a word without endings is left as it is, but for -e."""
    one = _singular(word)
    for ending in _ENDINGS:
        rest = one.removesuffix(ending)
        if rest != one and len(rest) >= SHORTEST and _VOWEL.search(rest):
            return _bare(rest)
    return _bare(one)


def _singular(word: str) -> str:
    if len(word) <= SHORTEST:
        return word
    for ending, instead in _PLURAL:
        if ending.search(word):
            return ending.sub(instead, word)
    return _S.sub("", word)


def _bare(word: str) -> str:
    """Without a last -e or doubled consonant, -y as -i: "manage", "manag(ing)"; "map", "mapp(ing)"."""
    word = word[:-1] if word.endswith("e") and len(word) > SHORTEST else word
    doubled = len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeioulsz"
    word = word[:-1] if doubled else word
    return word[:-1] + "i" if word.endswith("y") else word
