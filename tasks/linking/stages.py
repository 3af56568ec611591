"""The stages of government work, and which of them waits for which.

stage_words.csv: the stage that an act or a product tells; stages.csv: from stage, to stage, between which levels, and
how sure a link is of items about which nothing else is known than that they are about the same thing.
"""

from functools import cache

from tasks.linking.mentions import FOLDER
from tasks.linking.targets import Target
from tasks.merging import acts
from tasks.merging.lists import rows

_FIRST = ("regulation", "agreement", "guideline", "curriculum", "system", "plan")
"""The stages told by products, the earlier going before: a circular on an application is a regulation."""

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
    """The stage of an item: of what it makes, else of what it does; one that names no act is done, "use"."""
    act = target.entry.about.act
    if act in _MAKING or acts.family(act) in ("supply", "make") or not act:
        made = {_told("product", kind) for kind in target.products}
        if found := next((name for name in _FIRST if name in made), ""):
            return found
    if act in _SENDING and not _CONTENTS & set(target.entry.about.object) and not target.products:
        return "distribution"
    return _told("act", act) if act else "use"


def _told(kind: str, word: str) -> str:
    return _words().get((kind, word), "")


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["kind"], row["word"]): row["stage"] for row in rows("stage_words", FOLDER)}
