"""Decisions of people on the works of a meeting: which were made, whether they hold, whether one is asked again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tasks.model.changes import Change, Kind, Reason
from tasks.model.decisions import Side
from tests.flows.history.answers import LINK, PAIR, Asked, answer, asked
from tests.flows.history.works import Expected, Meeting, Work

Tables = Mapping[str, Sequence[Mapping[str, str]]]
_WORDS = {PAIR: {"sama": 3, "beda": 5, "keluarga": 2}, LINK: {"ya": 8, "tidak": 8}}


@dataclass(frozen=True, eq=False)
class Decision:
    """What was answered on two works; of a link the first is what is waited for."""

    kind: str
    a: Work
    b: Work
    word: str

    @property
    def items(self) -> tuple[str, str]:
        return self.a.item, self.b.item


@dataclass
class Decisions:
    """All decisions on a meeting, in its workbook."""

    meeting: Meeting
    workbook: Path
    made: list[Decision] = field(default_factory=list)

    def decide(self) -> None:
        """Answer some questions, so that no work and no item is in two of them."""
        for kind, words in _WORDS.items():
            rows = asked(self.workbook, kind, decided=False)
            left = [word for word, count in words.items() for _ in range(count)]
            told = {}
            for row in self.meeting.random.sample(rows, len(rows)):
                a, b = (self._work(side) for side in (row.a, row.b))
                taken = {work.item for work in self.meeting.tied}
                if left and a and b and a.item != b.item and not taken & {a.item, b.item}:
                    self.made.append(Decision(kind, a, b, left.pop(0)))
                    self.meeting.tied += [a, b]
                    told[row.place] = self.made[-1].word
                    self._expect(self.made[-1], Kind.MERGED)
            assert not left, f"{len(left)} more questions wanted"
            assert answer(self.workbook, kind, partial(_said, told)) == len(told)

    def undo(self, of_each: int | None = None) -> None:
        """Take back the first so many decisions of each word, or all."""
        undone = []
        for word in dict.fromkeys(decision.word for decision in self.made):
            undone += [decision for decision in self.made if decision.word == word][:of_each]
        for kind in _WORDS:
            keys = {frozenset(d.items) for d in undone if d.kind == kind}
            there = {self._items(row) for row in asked(self.workbook, kind, decided=True)}
            assert keys <= there
            answer(self.workbook, kind, partial(self._taken_back, keys))
        for decision in undone:
            self.made.remove(decision)
            self.meeting.edits["decision undone"] += 1
            self._expect(decision, Kind.SPLIT)

    def _expect(self, decision: Decision, kind: Kind) -> None:
        if kind == Kind.MERGED:
            self.meeting.edits["decided"] += 1
        if decision.word == "sama":
            self.meeting.united.append({decision.a.item, decision.b.item})
            self.meeting.expected.append(Expected(kind, decision.b, other=decision.a, reason=Reason.DECISION))

    def _work(self, side: Side) -> Work | None:
        """The work of a side, if it is the only one of its words."""
        found = [w for w in self.meeting.works if w.action == side.action]
        return found[0] if len(found) == 1 and found[0].row == _row(side) else None

    def _taken_back(self, keys: set[frozenset[str]], row: Asked) -> str | None:
        return "" if row.answer and self._items(row) in keys else None

    def _items(self, row: Asked) -> frozenset[str]:
        """The items of both sides."""
        sides = (row.a, row.b)
        return frozenset(w.item for s in sides for w in self.meeting.works if (w.row, w.action) == (_row(s), s.action))

    def wrong(self, tables: Tables, found: Sequence[Change]) -> Iterator[str]:
        """Decisions that do not hold, and questions that were put again."""
        family = {row["item_id"]: row["family_id"] for row in tables["items"]}
        links = {(row["from_item"], row["to_item"]): row["status"] for row in tables["links"]}
        for decision in self.made:
            a, b = decision.items
            held = {
                "sama": a == b,
                "beda": a != b,
                "keluarga": a != b and family.get(a, "") == family.get(b, "-"),
                "ya": links.get((a, b)) == "accepted",
                "tidak": links.get((a, b), "rejected") == "rejected",
            }
            if not held[decision.word]:
                yield f"does not hold: {decision.a.action} – {decision.b.action}: {decision.word}"
        for kind in _WORDS:
            settled = {frozenset(d.items): d for d in self.made if d.kind == kind}
            for row in asked(self.workbook, kind, decided=False):
                if (again := settled.get(self._items(row))) is not None:
                    yield f"asked again: {row.a.action} – {row.b.action}: {again.word}"
        told = {frozenset((c.item, c.other)): c.cause for c in found if c.kind in (Kind.LINK_ADDED, Kind.LINK_REMOVED)}
        for decision in self.made:
            cause = told.get(frozenset(decision.items))
            if decision.kind == LINK and cause and cause.reason != Reason.DECISION:
                yield f"cause of a decided link: {decision.items} {cause}"


def _row(side: Side) -> tuple[str, str]:
    return side.file, side.locator.partition(", item")[0].partition(", column")[0]


def _said(told: Mapping[tuple[str, int], str], row: Asked) -> str | None:
    return told.get(row.place)
