"""Whether a word names something to be done: verbs and nouns of doing, Indonesian and English.

Indonesian forms them regularly (Kamus Besar Bahasa Indonesia): me- verbs ("menyusun"), pe-…-an and pe-…-an nouns
("penyusunan"), bases with -kan ("siapkan"). What looks like one and is none, and all English words, stand in
actions.csv.
"""

import re
from functools import cache, lru_cache

from tasks.extraction.phrases import alternatives, pattern, rows
from tasks.extraction.texts import fold

_VERB = re.compile(r"(?:me|mem|men|meng|meny|menge)[a-z]{3,}")
_NOUN = re.compile(r"(?:pe|pem|pen|peng|peny|per|pel|penge)[a-z]{2,}an|ke[a-z]{3,}an(?<!kan)")
_BASE = re.compile(r"[a-z]{4,}kan")
_PASSIVE = re.compile(r"di[a-z]{3,}(?:kan|i)?")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_INFINITIVE = frozenset(
    {
        "be",
        "not",
        "have",
        "had",
        "become",
        "remain",
        "the",
        "a",
        "an",
        "all",
        "any",
        "each",
        "every",
        "its",
        "their",
        "our",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "which",
        "it",
        "date",
        "no",
        "do",
    }
)
_PASSIVE_ENGLISH = re.compile(
    r"\s*be\s+(?:\w+ly\s+)?(?:\w+(?:ed|en)|put|set|cut|held|made|sent|spent|built|bought|brought|taught|found|done|drawn"
    r"|begun|run|paid|laid|sold|kept|met|led|read|shut|split)\b(?!\s+(?:to|with)\b)"
)
_ASKS_INFINITIVE = re.compile(r"(?:.*\s)?(?:to|will|shall|must|should|would)", re.IGNORECASE)
_ASKS_GERUND = re.compile(r".*\s(?:with|for)", re.IGNORECASE)
_STATE_NOUNS = re.compile(r"ke[a-z]+an")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in rows("actions") if row["kind"] == kind)


@cache
def _listed() -> "re.Pattern[str]":
    words = [w for kind in ("noun", "base", "verb") for w in _words(kind)]
    return re.compile(rf"(?:{alternatives(words)})(?![\w-])", re.IGNORECASE)


@cache
def _verbs() -> "re.Pattern[str]":
    return re.compile(rf"(?:{alternatives(_words('verb'))})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=65536)
def is_verb(word: str) -> bool:
    """Whether a single word is an active Indonesian verb ("menyusun", "siapkan")."""
    low = word.casefold().split("-")[0]
    if low in _words("not"):
        return False
    return _VERB.fullmatch(low) is not None or _BASE.fullmatch(low) is not None


@lru_cache(maxsize=65536)
def is_doing(word: str) -> bool:
    """Whether a single word is a verb or a noun of doing."""
    low = word.casefold().split("-")[0]
    if low in _words("not"):
        return False
    if is_verb(word) or _listed().fullmatch(word) is not None:
        return True
    return _NOUN.fullmatch(low) is not None and _STATE_NOUNS.fullmatch(low) is None


def starts_doing(text: str) -> bool:
    """Whether a text begins with something to be done, a modal word ("agar", "will") before it allowed."""
    rest = text.lstrip(" \"'“”(*•-–")
    modal = pattern("modal").match(rest)
    if modal is not None:
        rest = rest[modal.end() :].lstrip()
    if _listed().match(rest) is not None:
        return True
    first = _TOKEN.match(rest)
    return first is not None and is_doing(first.group())


def starts_with_verb(text: str) -> bool:
    """Whether a text begins with a word that can be an English verb, rather than a noun of doing."""
    return _verbs().match(text.lstrip()) is not None


def first_verb(text: str) -> int:
    """Where the first active verb stands that "yang", "untuk" or a preposition does not bind to a noun; -1 if none."""
    before = ""
    for found in _TOKEN.finditer(text):
        word = found.group()
        if is_verb(word) and before not in _BINDING and word[0].islower() and not _done_to(word):
            return found.start()
        before = fold(word)
    return -1


def _done_to(word: str) -> bool:
    """Whether a verb is passive, so that nobody before it does it: "disiapkan", "dibagikan", but not "dirikan"."""
    made = len(word) > _LONGEST_BASE or _OF_A_BASE.fullmatch(word) is not None
    return made and passive(word) and word.casefold() not in _words("base")


_LONGEST_BASE = len("dinginkan")
_OF_A_BASE = re.compile(r"di(?!ng)[a-z]{4,}kan")  # a base of two syllables, as "bagi", within "di…kan"
_BINDING = frozenset({"yang", "yg", "untuk", "utk", "guna", "dalam", "dengan", "tanpa", "sedang", "masih", "bahwa"})


@lru_cache(maxsize=65536)
def passive(word: str) -> bool:
    """Whether a single word is an Indonesian passive verb ("ditetapkan")."""
    low = word.casefold()
    return low not in _words("not") and _PASSIVE.fullmatch(low) is not None


def verb_follows(asks: str, rest: str) -> bool:
    """Whether what follows English words that ask is a verb, whichever it is: "shall | gravel", "tasked with | …ing".

    Behind "to" alone a noun may follow as well ("access to markets"): no plural counts there.
    """
    first = _TOKEN.match(rest)
    word = first.group() if first is not None else ""
    if not word.islower() or len(word) < 2 or word in _NO_INFINITIVE:
        return False
    if _ASKS_GERUND.fullmatch(asks) is not None:
        return word.endswith("ing")
    return _ASKS_INFINITIVE.fullmatch(asks) is not None and not (asks.casefold() == "to" and word.endswith("s"))


def english_passive(rest: str) -> bool:
    """Whether an English passive follows words that ask: "shall | be repaired"."""
    return _PASSIVE_ENGLISH.match(rest) is not None
