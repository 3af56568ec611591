"""What was accepted: proposals by what they do to the plan, and the fields that each of them sets."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tasks.memory.proposals.values import COLUMNS
from tasks.merging.identity import PREFIX
from tasks.model.proposals import GROUP, Change, Part, Proposal, Ruled, Verdict

_WORDED: Final = frozenset({Change.EDITED, Change.STRUCK, Change.NOTE})
_ADDED: Final = frozenset({Change.ROW_ADDED, Change.ROW_COPIED})
LAID_OUT: Final = frozenset({Change.TEXT, Change.TABLE_DELETED, Change.COLUMN_DELETED})
"""Changes of what templates lay out, which are no fields of the plan."""

_ANSWER: Final = "answer"
_ITEM: Final = "RK_"
_RECORD: Final = "RK_R_"
"""How the bookmarks begin of rows that show an item, and one record of the sheet of a group."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A proposal that was accepted. who, note: of whoever decided."""

    proposal: Proposal
    who: str = ""
    note: str = ""

    @property
    def by(self) -> str:
        """The reviewer and the day."""
        return ", ".join(filter(None, [self.proposal.author, self.proposal.date[:10]]))

    @property
    def record(self) -> str:
        """The id of the record that the row shows; empty for any other row."""
        name = self._bookmark
        return f"R-{name.removeprefix(_RECORD)}" if name.startswith(_RECORD) else ""

    @property
    def of_item(self) -> bool:
        """Whether the row is that of an item among the actions of the plan or of an institution."""
        return self._bookmark == f"{_ITEM}{self.proposal.item.removeprefix(PREFIX)}"

    @property
    def _bookmark(self) -> str:
        return self.proposal.row.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of an item that an accepted proposal sets. one: `old` is one of several values, the others stay."""

    accepted: Accepted
    field: str
    old: str
    new: str
    one: bool = False

    @property
    def item(self) -> str:
        """The item."""
        return self.accepted.proposal.item


def accepted(rows: Iterable[Ruled], missing: Collection[str]) -> list[Accepted]:
    """What was accepted and asks for something, the earliest first; whoever accepts a comment merely agrees with it.

    missing: what documents print where nothing is stated.
    """
    found = [
        Accepted(_stated(row.gathered.proposal, missing), row.who, row.note)
        for row in rows
        if row.verdict == Verdict.ACCEPTED and not _idle(row.gathered.proposal)
    ]
    return sorted(found, key=lambda a: (a.proposal.date, a.proposal.author, a.proposal.item, repr(a.proposal)))


def additions(found: Iterable[Accepted]) -> list[Accepted]:
    """New rows that say what is to be done."""
    return [a for a in found if a.proposal.change in _ADDED and a.proposal.parts]


def deletions(found: Iterable[Accepted]) -> list[Accepted]:
    """Rows of items or records that are to go."""
    return [a for a in found if a.proposal.change == Change.ROW_DELETED and (a.of_item or a.record)]


def transfers(found: Iterable[Accepted]) -> list[Accepted]:
    """Items that were put among those of another group."""
    return [a for a in found if a.proposal.change == Change.ROW_MOVED and a.of_item]


def choices(found: Iterable[Accepted]) -> list[Choice]:
    """The fields that are set, in the same order."""
    return [choice for a in found for choice in _choices(a)]


def by_hand(found: Sequence[Accepted]) -> list[Accepted]:
    """What nothing but people can carry out."""
    others = (additions, deletions, transfers)
    done = {id(a) for kind in others for a in kind(found)} | {id(choice.accepted) for choice in choices(found)}
    return [a for a in found if id(a) not in done]


def _choices(a: Accepted) -> Iterator[Choice]:
    p = a.proposal
    if p.change not in _WORDED or not p.item.startswith(PREFIX):
        return
    if p.field in COLUMNS:
        yield Choice(a, p.field, p.old, p.new)
    for part in p.parts:
        if part.field in COLUMNS:
            yield Choice(a, part.field, part.old, part.new, one=p.field == _ANSWER and bool(part.old))


def _idle(p: Proposal) -> bool:
    """Whether there is nothing to put in: the order of rows says nothing of the work."""
    return p.change == Change.COMMENT or (p.change == Change.ROW_MOVED and p.field != GROUP)


def _stated(p: Proposal, missing: Collection[str]) -> Proposal:
    """The proposal without the words that stand for nothing."""
    parts = tuple(Part(part.field, _said(part.old, missing), _said(part.new, missing)) for part in p.parts)
    return replace(p, old=_said(p.old, missing), parts=parts)


def _said(words: str, missing: Collection[str]) -> str:
    return "" if words.strip() in missing else words
