"""Several copies as one list: what several reviewers propose stands once, what excludes itself side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tasks.model.proposals import GROUP, Change, Gathered, Proposal
from tasks.reviewing.words import bare

_WORDING: Final = frozenset({Change.EDITED, Change.STRUCK, Change.NOTE})
_ORDER: Final = list(Change)
_OPEN: Final = frozenset({"correction", "answer", "remarks"})
"""Fields in which everybody may say something without contradicting anybody."""

_GONE: Final = "\0"
"""What stands for the words of a row that is deleted: they are none that could be written."""

Identity = tuple[str, ...]


class _Claim(NamedTuple):
    """A proposal, and the words that it puts into a field."""

    one: Gathered
    words: str


def gathered(proposals: Iterable[Proposal], earlier: Iterable[Gathered] = ()) -> list[Gathered]:
    """All proposals, the most important first, whatever the order of the copies.

    earlier: those of copies that were read before.
    """
    held: dict[Identity, list[Gathered]] = defaultdict(list)
    alone = (Gathered(p, tuple(filter(None, p.author.split("; "))), (p.file,)) for p in proposals)
    for one in (*alone, *earlier):
        held[identity(one.proposal)].append(one)
    united = [_united(several) for several in held.values()]
    numbers = _rivals(united)
    told = [replace(one, rivals=numbers.get(identity(one.proposal), 0)) for one in united]
    return sorted(told, key=_rank)


def identity(proposal: Proposal) -> Identity:
    """What makes two proposals the same, whoever makes them and however it is marked."""
    p = proposal
    kind = "words" if p.change in _WORDING else str(p.change)
    return (kind, p.item or p.row or p.place, p.field, bare(p.new), bare(p.comment))


def _united(several: Sequence[Gathered]) -> Gathered:
    """One of them, the surest and tracked before others, with all authors and files."""
    best = min(several, key=lambda g: (not g.proposal.tracked, -g.proposal.confidence, g.proposal.date, repr(g)))
    authors = sorted({author for one in several for author in one.authors})
    files = sorted({file for one in several for file in one.files})
    return Gathered(best.proposal, tuple(authors), tuple(files))


def _rivals(united: Sequence[Gathered]) -> Mapping[Identity, int]:
    """A number for those that cannot all be accepted: other words for one field, or words for what another deletes."""
    by_field: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    deleted: dict[str, list[_Claim]] = defaultdict(list)
    for one in united:
        p = one.proposal
        for field, words in _claims(p):
            by_field[(p.item, field)].append(_Claim(one, bare(words)))
        if p.change == Change.ROW_DELETED and p.item:
            deleted[p.item].append(_Claim(one, _GONE))
    groups = [
        [*rows, *deleted.get(item, ())] for (item, _), rows in sorted(by_field.items()) if _exclude(rows, deleted, item)
    ]
    numbers: dict[Identity, int] = {}
    for number, group in enumerate(groups, 1):
        keys = [identity(claim.one.proposal) for claim in group]
        shared = next((numbers[key] for key in keys if key in numbers), number)
        numbers |= dict.fromkeys(keys, shared)
    return numbers


def _claims(p: Proposal) -> Iterator[tuple[str, str]]:
    """The fields of an item that a proposal sets, with the words that they get."""
    if p.change in _WORDING and p.item and p.field not in _OPEN:
        yield p.field, p.new
    elif p.change in _WORDING and p.item:
        yield from ((part.field, part.new) for part in p.parts)
    elif p.change == Change.ROW_MOVED and p.field == GROUP:
        yield GROUP, p.new


def _exclude(rows: Sequence[_Claim], deleted: Mapping[str, Sequence[_Claim]], item: str) -> bool:
    return any(
        a.words != b.words and _apart(a.one, b.one)
        for n, a in enumerate(rows)
        for b in [*rows[n + 1 :], *deleted.get(item, ())]
    )


def _apart(a: Gathered, b: Gathered) -> bool:
    """Whether two stand in different copies, and not in different rows of one document."""
    if set(a.files) & set(b.files):
        return False
    (mark, _, row), (other_mark, _, other) = (one.proposal.row.partition("/") for one in (a, b))
    return mark != other_mark or row == other


def _rank(one: Gathered) -> tuple[object, ...]:
    p = one.proposal
    return (one.rivals == 0, one.rivals, _ORDER.index(p.change), p.resolved, p.item, p.field, bare(p.new), one.files)
