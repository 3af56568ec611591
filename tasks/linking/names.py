"""Which items a mention means, by name: few from the index, what contradicts left out, the best by a clear margin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.linking.fits import kind_fits, level_fits, possible
from tasks.linking.mentions import Mention
from tasks.linking.senses import uses
from tasks.linking.targets import Target, Targets
from tasks.linking.wanted import Wanted
from tasks.merging import acts
from tasks.merging.likeness import common, likeness
from tasks.merging.vetoes import vetoes

COVERED = {"hard": 0.7, "medium": 0.8, "weak": 0.95}
"""How much of the weight of a mention's words an item must have, by the strength of the signal."""

MARGIN = 0.08
"""By how much the best item must be better than the next."""

BARE = 0.25
"""How alike in subject the two items must be if the mention says little more than "the guideline of the centre"."""

_SETTLED = frozenset({"agree", "issue"})
"""What becomes of a text that another has written."""

ALIKE = 0.85
"""What a word counts that is another form of the item's, or a slip of the pen apart."""

TWINS = 0.35
"""From which likeness of objects on two items that nothing parts are taken for one by those who refer to them."""

ONE = 0.7
"""From which likeness on two items are one for those who refer to them though two offices are said to do it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The items that a mention means; several that are not of one family are `doubtful`."""

    items: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    target: Target


def find(mention: Mention, asked: Wanted, own: Target, group: str, targets: Targets) -> Found:
    """The items meant. own: the item that speaks; group: code of the group that the mention names, empty if none."""
    near = possible(asked, _candidates(asked, targets), own, group)
    tries = dict.fromkeys((asked, replace(asked, lead=""), replace(asked, level=asked.level.replace("regional", ""))))
    good = next((found for one in tries if (found := _good(mention, one, own, near, targets))), [])
    if not good:
        return _sole(mention, asked, near)
    best = [s.target for s in good if s.score >= good[0].score - MARGIN]
    family = best[0].family
    if asked.every and mention.strength == "hard" and asked.level == "regional":
        return Found(tuple(s.target.item_id for s in good))
    if family and asked.level == "regional":
        return Found(tuple(_members(best, asked, own, targets)))
    if all(twins(best[0], other, targets) for other in best[1:]):
        return Found((best[0].item_id,))
    if family and all(t.family == family for t in best):
        return Found(tuple(_members(best, asked, own, targets)))
    return Found(tuple(t.item_id for t in best), doubtful=True)


def _sole(mention: Mention, asked: Wanted, near: Iterable[Target]) -> Found:
    """The one item that has all that a strong signal says, in two words or more or a short form ("ITMP")."""
    short = any(word.upper() in mention.phrase for word in asked.words if word.isalpha())
    if mention.strength != "hard" or not (len(asked.words) > 1 or short):
        return Found(())
    all_of_it = [t.item_id for t in near if level_fits(asked, t) and asked.words <= t.words]
    return Found(tuple(all_of_it) if len(all_of_it) == 1 else ())


def twins(a: Target, b: Target, targets: Targets) -> bool:
    """Whether two items may well be the same work, so that either is right."""
    like, _ = likeness(a.entry.about.object, b.entry.about.object, targets.weights)
    return like >= TWINS and not any(why != "owner" or like < ONE for why in vetoes(a.entry, b.entry))


def _good(mention: Mention, asked: Wanted, own: Target, near: Iterable[Target], targets: Targets) -> list[_Scored]:
    """The items that may be meant, the best first."""
    fit = [t for t in near if level_fits(asked, t) and kind_fits(mention, asked, t)]
    parts = [covered(asked, t, targets) for t in fit]
    alone = _alone(asked, [t for t, part in zip(fit, parts, strict=True) if part == max(parts)], own)
    enough = [
        t for t, part in zip(fit, parts, strict=True) if _enough(mention, asked, (t, part), own, targets, t is alone)
    ]
    return sorted((_scored(asked, t, own, targets) for t in enough), key=lambda s: -s.score)


def _alone(asked: Wanted, best: Sequence[Target], own: Target) -> Target | None:
    """The one item that has most of what is said; of several the one that shares another word with the speaker."""
    about = own.subject - asked.words
    akin = [t for t in best if not t.subject.isdisjoint(about)] if len(best) > 1 else best
    return akin[0] if len(akin) == 1 else None


def choose(asked: Wanted, own: Target, among: Iterable[str], targets: Targets) -> Found:
    """The one of these items that the words fit best; all, doubtful, if none is clearly better."""
    items = [targets.all[item] for item in dict.fromkeys(among)]
    if len(items) < 2:
        return Found(tuple(t.item_id for t in items))
    scored = sorted((_scored(asked, t, own, targets) for t in items), key=lambda s: -s.score)
    if scored[0].score - scored[1].score >= MARGIN:
        return Found((scored[0].target.item_id,))
    return Found(tuple(t.item_id for t in items), doubtful=True)


def _candidates(asked: Wanted, targets: Targets) -> list[Target]:
    found = targets.with_words(asked.words)
    return found or targets.with_name(sorted(asked.names))


def covered(asked: Wanted, target: Target, targets: Targets) -> float:
    """0 to 1: how much of what is said of the thing the item says as well."""
    if asked.words <= target.words:
        return 1.0 if asked.words else 0.0
    left, _ = common(asked.words, target.words)
    left |= asked.words & target.owners
    alike = left - target.words
    shared = targets.weights.of(left - alike) + ALIKE * targets.weights.of(alike)
    whole = targets.weights.of(asked.words)
    return shared / whole if whole else 0.0


def _scored(asked: Wanted, target: Target, own: Target, targets: Targets) -> _Scored:
    context = _context(target, own, targets)
    precise, _ = likeness(target.subject, asked.words, targets.weights)
    owner = bool(asked.names) and bool(asked.names & target.owners)
    act = bool(asked.acts & target.acts)
    home = bool(own.groups & target.groups)
    score = covered(asked, target, targets) + 0.3 * context + 0.2 * precise + 0.1 * (owner + act + home)
    return _Scored(score, target)


def _context(target: Target, own: Target, targets: Targets) -> float:
    """0 to 1: how much two items have in common, a short action being no disadvantage."""
    return sum(likeness(target.subject, own.subject, targets.weights)) / 2


def _enough(
    mention: Mention, asked: Wanted, had: tuple[Target, float], own: Target, targets: Targets, alone: bool
) -> bool:
    """Whether an item, of which so much of what is said is covered, may be meant at all."""
    target, part = had
    if mention.strength == "weak":
        return part >= COVERED["weak"] and _weak_enough(mention, asked, target)
    if asked.words and len(asked.words) < 2:
        sure = alone or not asked.names.isdisjoint(target.owners)
        sure = sure or (asked.every and asked.level == "regional" and not own.groups.isdisjoint(target.groups))
        return part >= ALIKE and (sure or _context(target, own, targets) >= BARE)
    if not asked.words:
        return _context(target, own, targets) >= BARE
    return part >= COVERED[mention.strength]


def _weak_enough(mention: Mention, asked: Wanted, target: Target) -> bool:
    """A weak signal counts only with a product, an act done, or something made and used, that is told precisely."""
    if asked.product and asked.product in target.products:
        return bool(asked.names) or len(asked.words) > 1
    if asked.done in _SETTLED and len(asked.words) > 1 and any(acts.makes(act) for act in target.acts - {""}):
        return True
    if asked.new and len(asked.words) > 1 and asked.words <= target.words:
        return any(acts.makes(act) for act in target.acts)
    if len(asked.words) <= 2:
        return asked.done in target.acts
    if uses(mention.evidence) and asked.words <= target.words:
        return any(acts.makes(act) for act in target.acts - {""})
    return bool(asked.acts & target.acts)


def _members(best: Sequence[Target], asked: Wanted, own: Target, targets: Targets) -> list[str]:
    """The items of a family that are meant: all of them, unless a region is said."""
    if asked.regions or own.regions:
        return [t.item_id for t in best]
    return [item for item in targets.kin(best[0].family) if item != own.item_id]
