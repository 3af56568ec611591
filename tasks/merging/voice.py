"""Actions told in the passive: "the guideline is to be issued" acts as "issue the guideline" does."""

from functools import cache

from tasks.merging import acts
from tasks.merging.lists import column

BE = "be"
"""The word that makes an English verb behind it passive."""

GAP = 3
"""How many words ("agar segera", "needs to be") stand at most before a verb in the passive, the first modal counted."""

JOINING = ("modal", "function")
"""Kinds of words, see stopwords.csv, that may stand between."""

PURPOSE = frozenset({"agar", "supaya"})
"""Modal words that open a purpose if something is done before them."""


def turned(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Words with a modal word and a verb in the passive put in front of what it is done to; others as they are."""
    modals = _modals()
    modal = next((n for n, word in enumerate(tokens) if word in modals), 0)
    if not modal:
        return tokens
    doing = next((n for n, word in enumerate(tokens) if acts.form(word) and word not in _products()), len(tokens))
    if doing <= modal and (not doing or tokens[modal] in PURPOSE):
        return tokens
    for place in range(modal + 1, min(modal + 1 + GAP, len(tokens))):
        if undergone(tokens[place]) or (tokens[place - 1] == BE and acts.form(tokens[place])):
            return (*tokens[modal : place + 1], *tokens[:modal], *tokens[place + 1 :])
        if tokens[place] != BE and _kind(tokens[place]) not in JOINING:
            return tokens
    return tokens


@cache
def undergone(word: str) -> bool:
    """Whether an Indonesian verb is passive by its form ("disusun"): di- before its root."""
    found = acts.form(word)
    return found is not None and word.startswith("di") and not found.root.startswith(word[:4])


@cache
def _products() -> frozenset[str]:
    return frozenset(column("products", "word", "product"))


@cache
def _modals() -> frozenset[str]:
    return frozenset(word for word, kind in column("stopwords", "word", "kind").items() if kind == "modal")


def _kind(word: str) -> str:
    return column("stopwords", "word", "kind").get(word, "")
