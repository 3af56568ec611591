"""The stages of government work, and which of them waits for which.

stage_words.csv: the stage that an act, a product or a noun tells; stages.csv: from stage, to stage, between which
levels, and how sure a link is of items about which nothing else is known than that they are about the same thing.
"""

from functools import cache

from tasks.linking.mentions import FOLDER
from tasks.linking.targets import Target
from tasks.merging import acts
from tasks.merging.essence import PASSIVE, product
from tasks.merging.lists import rows

_FIRST = ("regulation", "agreement", "guideline", "curriculum", "system", "plan")
"""The stages told by products, the earlier going before: a circular on an application is a regulation."""

_TEXTS = frozenset({"regulation", "guideline", "plan", "report"})
"""The stages told by nouns of texts; other nouns are what is worked with ("data")."""

_MAKING = frozenset({"draft", "issue", "revise", "plan", "agree", "complete", "release", "publish"})
"""Acts whose stage is that of what they make, besides those of acts that make goods."""

_SENDING = frozenset({"submit", "forward"})
_CONTENTS = frozenset(
    {"data", "laporan", "hasil", "daftar", "usulan", "dokumen", "surat", "kebutuhan", "report", "list"}
)
"""What is sent to be known; anything else is sent to be used."""


@cache
def table() -> dict[tuple[str, str, str], float]:
    """How sure a link is by stages and scope: ("curriculum", "training", "central to regional")."""
    return {(row["from"], row["to"], row["scope"]): float(row["confidence"]) for row in rows("stages", FOLDER)}


@cache
def before() -> dict[tuple[str, str], tuple[tuple[str, float], ...]]:
    """The stages that one waits for, by itself and the scope, each with how sure that is."""
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for (first, then, scope), sure in table().items():
        found.setdefault((then, scope), []).append((first, sure))
    return {key: tuple(stages) for key, stages in found.items()}


def stage(target: Target) -> str:
    """The stage of an item: of what it makes, else of what it does; what no word tells is done, "use"."""
    act = target.entry.about.act
    if named := _named(target, act) or _made(target, act):
        return named
    if act in _SENDING and not _CONTENTS & set(target.entry.about.object) and not target.products:
        return "distribution"
    return _told("act", act) or "use"


def _named(target: Target, act: str) -> str:
    """The stage of what an item only names ("standard design of evacuation centres") or sends ("submit the bill")."""
    if not act:
        return _noun(target)
    if act in _SENDING:
        return "drafting" if _noun(target) in _FIRST else ""
    first = _told("product", product(target.core[0])) if target.core and act not in _MAKING else ""
    done = next((word for word in target.core if (form := acts.form(word)) and form.act == act), "")
    return "" if PASSIVE.match(done) else first


def _made(target: Target, act: str) -> str:
    """The stage of what an item makes, of its kind of product or of the noun for it."""
    chosen = _told("act", act) == "appointment"
    if act and act not in _MAKING and (chosen or acts.family(act) not in ("supply", "make")):
        return ""
    made = {_told("product", kind) for kind in target.products}
    return next((name for name in _FIRST if name in made), "") or (_noun(target) if act in _MAKING else "")


def _noun(target: Target) -> str:
    return next((told for word in target.core if (told := _told("noun", word))), "")


def ruling(name: str) -> bool:
    """Whether a stage gives others what they go by: a text, a system."""
    return name in _FIRST


def text(word: str) -> bool:
    """Whether a word names a kind of text ("policy", "laporan"), and so not what that is about."""
    return _told("noun", word) in _TEXTS


def _told(kind: str, word: str) -> str:
    return _words().get((kind, word), "")


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["kind"], row["word"]): row["stage"] for row in rows("stage_words", FOLDER)}
