"""Why two records are one work or not, from the evidence of matching: names of fields and reasons, no sentences."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from tasks.merging.acts import root
from tasks.merging.matching.evidence import Evidence
from tasks.merging.words import aligned, plain
from tasks.model.decisions import Grounds

AGREE: Final = {
    ("act", "same"): "act",
    ("act", "near"): "act_near",
    ("owner", "same"): "owner",
    ("owner", "shared"): "owner_shared",
    ("level", "equal"): "level",
    ("audience", "equal"): "audience",
    ("subject", "equal"): "subject",
    ("step", "equal"): "step",
    ("period", "exact"): "period",
    ("period", "much"): "period_much",
    ("quantity", "equal"): "quantity",
    ("budget", "equal"): "budget",
    ("budget", "near"): "budget_near",
}
"""What it is called that a field agrees so far; see `comparison.FIELDS`. Objects agree from a likeness on that speaks
for one work."""

DIFFER: Final = {("period", "some"): "period", ("budget", "differs"): "budget"}
"""What it is called that a field differs without forbidding anything."""

_OBJECT: Final = "object"
_WORD: Final = re.compile(r"[^\W_]+")
_ORDER: Final = ("object", "owner", "owner_shared", "period", "period_much", "quantity", "budget", "budget_near", "act")
"""What people look at first."""


def grounds(found: Evidence, action: str) -> Grounds:
    """The grounds that evidence gives, in the order in which people look at them. action: of the first record."""
    told = [(weighed.field, weighed.level) for weighed in found.weighed]
    agree = [AGREE[pair] for pair in told if pair in AGREE]
    agree += [weighed.field for weighed in found.weighed if weighed.field == _OBJECT and weighed.bits > 0]
    ranks = {name: n for n, name in enumerate(_ORDER)}
    return Grounds(
        common=tuple(_distinct(action, frozenset(found.common))),
        agree=tuple(sorted(agree, key=lambda name: (ranks.get(name, len(ranks)), name))),
        differ=tuple(sorted(DIFFER[pair] for pair in told if pair in DIFFER)),
        silent=found.open,
        vetoes=found.vetoes,
    )


def _distinct(action: str, common: Collection[str]) -> Iterator[str]:
    """The words of an action that stand for these roots, each root once."""
    tokens, written = plain(action), _WORD.findall(action)
    shown = written if len(written) == len(tokens) else tokens
    told = aligned(tokens)
    ends = [*(place for _, place in told[1:]), len(tokens)]
    left = set(common)
    for (word, place), end in zip(told, ends, strict=True):
        if place < end and root(word) in left:
            left.discard(root(word))
            yield " ".join(shown[place:end])
