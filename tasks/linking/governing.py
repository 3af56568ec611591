"""What a product of the centre rules: "pedoman pembentukan UPTD" the forming, a standard the making."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tasks.linking.endings import stem
from tasks.linking.known import listed
from tasks.linking.targets import Target
from tasks.merging import acts
from tasks.merging.essence import ANDS, of_kind, product, split
from tasks.merging.words import words

_NORMS = frozenset({"standard", "specification"})
"""Products that say how something is to be, and so rule how it is made or bought."""

_JOINTS = frozenset(word for (word,) in ANDS)
_BRACKETS = re.compile(r"\(([^()]+)\)")
_MAKING = frozenset({"make", "produce", "build", "develop", "procure", "provide"})


def things(target: Target) -> frozenset[str]:
    """The first word of what an item is about and of what stands in brackets for it, without act, product, description.

    In Indonesian that is the noun that all others describe ("konten bahasa daerah": "konten").
    """
    within = (split(words(part))[0] for part in _BRACKETS.findall(target.entry.text))
    found = (_first(part, target) for part in (target.core, *within))
    return frozenset(word for word in found if word)


def ruled(target: Target) -> frozenset[str]:
    """The acts that the product of an item is about, behind the product's name; those of making for a standard."""
    behind = next((n + 1 for n, word in enumerate(target.core) if product(word)), len(target.core))
    named = frozenset(found.act for word in target.core[behind:] if (found := acts.form(word)))
    return named | _MAKING if target.products & _NORMS else named


def also(target: Target) -> str:
    """The second of two acts that an item does with one thing ("pengadaan dan pembagian"), empty if it does one."""
    if _JOINTS.isdisjoint(target.core):
        return ""
    for one, joint, other in zip(*(target.core[n:] for n in range(3)), strict=False):
        if joint in _JOINTS and acts.form(one) and (second := acts.form(other)):
            return second.act
    return ""


def _first(tokens: Sequence[str], target: Target) -> str:
    about = target.entry.about.object
    return next((word for word in tokens if _names(word) and (word in about or stem(acts.root(word)) in about)), "")


@lru_cache(maxsize=65536)
def _names(word: str) -> bool:
    return not (acts.form(word) or product(word) or word in _describing() or word.isdigit())


@cache
def _describing() -> frozenset[str]:
    return of_kind("function", "light", "modal", "amount") | listed("describing")
