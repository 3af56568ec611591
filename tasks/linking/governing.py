"""What items are about and do, and what a product of the centre rules: "pedoman pembentukan UPTD" the forming."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from tasks.linking.endings import stem
from tasks.linking.known import listed
from tasks.linking.targets import Target
from tasks.merging import acts
from tasks.merging.essence import ANDS, of_kind, product, split
from tasks.merging.words import words

_NORMS = frozenset({"standard", "specification"})
"""Products that say how something is to be, and so rule how it is made or bought."""

_ENGLISH = frozenset({"the", "of", "for", "in", "on", "to", "and", "at", "by", "with", "from", "against", "a", "an"})
"""Words that tell an English text, in which the noun that others describe stands last."""

_JOINTS = frozenset(word for (word,) in ANDS)
_BRACKETS = re.compile(r"\(([^()]+)\)")
_MAKING = frozenset({"make", "produce", "build", "develop", "procure", "provide"})


def things(target: Target) -> frozenset[str]:
    """The noun that the others describe, of what an item is about and of what stands in brackets for it.

    The first in Indonesian ("konten bahasa daerah"), the last before a preposition in English ("farmer register").
    """
    within = (split(words(part))[0] for part in _BRACKETS.findall(target.entry.text))
    found = (_first(part, target) for part in (target.core, *within))
    return frozenset(word for word in found if word)


def ruled(target: Target) -> frozenset[str]:
    """What the product of an item rules, as `done`: the acts and the thing behind its name; the making for a standard.

    Those who are trained as trainers rule training.
    """
    if target.entry.about.act == "train":
        return frozenset({"train"}) if listed("trainer") & frozenset(target.core) else frozenset()
    behind = next((n + 1 for n, word in enumerate(target.core) if product(word)), len(target.core))
    about = target.core[behind:]
    named = frozenset(found.act for word in about if (found := acts.form(word)))
    thing = _first(about, target)
    return (
        named | frozenset({f"thing {thing}"} if thing else ()) | (_MAKING if target.products & _NORMS else frozenset())
    )


def done(target: Target) -> frozenset[str]:
    """The acts of an item; of one that only "does" something, the thing that it does ("melakukan perekaman")."""
    unsaid = target.acts <= {"", acts.LIGHT}
    return frozenset(f"thing {thing}" for thing in things(target)) if unsaid else target.acts


def also(target: Target) -> str:
    """The second of two acts that an item does with one thing ("pengadaan dan pembagian"), empty if it does one."""
    if _JOINTS.isdisjoint(target.core):
        return ""
    for one, joint, other in zip(*(target.core[n:] for n in range(3)), strict=False):
        if joint in _JOINTS and acts.form(one) and (second := acts.form(other)):
            return second.act
    return ""


def _first(tokens: Sequence[str], target: Target) -> str:
    """The root of the noun that the others describe, without act, product, description."""
    about = target.entry.about.object
    told = [word if word in about or acts.root(word) in about else "" for word in tokens]
    place = next((n for n, word in enumerate(told) if word and _names(word)), -1)
    if place < 0 or _ENGLISH.isdisjoint(target.core):
        return stem(acts.root(told[place])) if place >= 0 else ""
    stop = of_kind("function")
    phrase = takewhile(lambda n: tokens[n] not in stop, range(place, len(tokens)))
    return stem(acts.root(told[max(n for n in phrase if told[n] and _may_head(told[n]))]))


@lru_cache(maxsize=65536)
def _may_head(word: str) -> bool:
    return not (product(word) or word in _describing() or word.isdigit())


@lru_cache(maxsize=65536)
def _names(word: str) -> bool:
    return _may_head(word) and not acts.form(word)


@cache
def _describing() -> frozenset[str]:
    return of_kind("function", "light", "modal", "amount") | listed("describing") | listed("issuer")
