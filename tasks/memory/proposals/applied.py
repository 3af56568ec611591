"""Accepted proposals in a run: fields that were set, items that were added, withdrawn, or put elsewhere.

An item keeps its identity for ever, so a proposal finds its item by its id. Its new words are read like those of a
document, and hold until people take them back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from tasks.memory.proposals import told
from tasks.memory.proposals.accepted import LAID_OUT, Accepted, by_hand, choices, deletions, transfers
from tasks.memory.proposals.chosen import Chosen, choose
from tasks.memory.proposals.settled import new_problems, open_problems, settled_conflicts
from tasks.memory.proposals.values import Cells, Read, rows_of
from tasks.memory.proposals.withdrawals import Withdrawn, accounted, withdraw
from tasks.merging.identity import PREFIX
from tasks.merging.merge import Merged
from tasks.merging.reasons.doubts import fingerprints
from tasks.model.decisions import Review, SourceCase
from tasks.model.problem import Problem
from tasks.model.tables import ITEMS, RECORDS, frame

_NOTHING: Final[Mapping[str, Accepted]] = {}


@dataclass(frozen=True)
class Applied:
    """merged: with what was accepted, its problems those that are left; withdrawn: records (RECORDS) that left.

    problems: what holds, by whom, and what could not be done; cases: on sources that changed since.
    """

    merged: Merged
    withdrawn: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    cases: tuple[SourceCase, ...] = ()
    plan: Chosen | None = None
    gone: Withdrawn | None = None

    def left(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """The problems of earlier stages, naming their items, that are still open."""
        if self.plan is None or self.gone is None:
            return tuple(problems)
        return tuple(open_problems(problems, self.plan, self.gone))

    def account(self, accounting: pd.DataFrame) -> pd.DataFrame:
        """ACCOUNTING with what became of the records that left."""
        return accounting if self.gone is None else accounted(accounting, self.gone.why)

    def review(self, review: Review) -> Review:
        """The questions without those on what left the plan, and with those on sources that changed."""
        kept = set(fingerprints(self.merged.records)) if len(self.withdrawn) else set()
        lost = set(fingerprints(self.withdrawn)) - kept
        doubts = tuple(d for d in review.doubts if not {*d.a.prints[:1], *d.b.prints[:1]} & lost)
        return replace(review, doubts=doubts, sources=self.cases)


def applied(
    merged: Merged,
    found: Sequence[Accepted],
    read: Read,
    answers: Sequence[SourceCase] = (),
    added: Mapping[str, Accepted] = _NOTHING,
) -> Applied:
    """What was merged, with what was accepted, the earliest first.

    answers: what people said about sources that changed; added: the accepted proposal by the record of its row.
    """
    if not found:
        return Applied(merged, frame(RECORDS, []), cases=_answered(answers, ()))
    records = list(rows_of(merged.records))
    by_item: dict[str, list[Cells]] = {}
    for record in records:
        by_item.setdefault(record["item_id"], []).append(record)
    plan = Chosen({row["item_id"]: row for row in rows_of(merged.items)}, by_item)
    plan.problems += _added(plan, added)
    gone = withdraw(plan, deletions(found), answers)
    _transfer(plan, transfers(found))
    choose(plan, choices(found), read, answers)
    plan.problems += map(_for_people, by_hand(found))
    left = {row["record_id"] for row in gone.records}
    changed = replace(
        merged,
        records=frame(RECORDS, [record for record in records if record["record_id"] not in left]),
        items=frame(ITEMS, plan.items.values()),
        conflicts=settled_conflicts(merged.conflicts, plan, gone),
        problems=(*open_problems(merged.problems, plan, gone), *new_problems(plan)),
    )
    cases = _answered(answers, plan.cases)
    return Applied(changed, frame(RECORDS, gone.records), tuple(plan.problems), cases, plan, gone)


def _added(plan: Chosen, added: Mapping[str, Accepted]) -> Iterator[Problem]:
    """What became of added rows: items of their own, or further mentions of work that the plan has already."""
    for item, rows in plan.records.items():
        alone = all(row["record_id"] in added for row in rows)
        for row in rows:
            if row["record_id"] in added:
                tell = told.added if alone else told.joined
                yield tell(added[row["record_id"]], item, row["action"])


def _for_people(a: Accepted) -> Problem:
    return told.not_done(a, "no-field" if a.proposal.change in LAID_OUT else "by-hand")


def _transfer(plan: Chosen, found: Iterable[Accepted]) -> None:
    """Put items among those of another group, behind all that stand there."""
    for a in found:
        item, beside = plan.items.get(a.proposal.item), plan.items.get(a.proposal.new)
        if item is None or beside is None:
            code = a.proposal.item
            plan.problems.append(told.not_done(a, "gone" if item is None and code.startswith(PREFIX) else "by-hand"))
        elif item["group"] != beside["group"]:
            plan.problems.append(told.transferred(a, item["group"], beside["group"]))
            letter = beside["number"].partition(".")[0]
            turns = [_turn(row["number"]) for row in plan.items.values() if row["group"] == beside["group"]]
            item |= {"group": beside["group"], "number": f"{letter}.{max(turns) + 1}"}


def _turn(number: str) -> int:
    turn = number.partition(".")[2]
    return int(turn) if turn.isdigit() else 0


def _answered(answers: Iterable[SourceCase], cases: Iterable[SourceCase]) -> tuple[SourceCase, ...]:
    """The questions of this run, the open ones first, and answers that fit none of them any more."""
    asked = list(cases)
    known = {case.about for case in asked}
    asked += [case for case in answers if case.ruling and case.about not in known]
    return tuple(sorted(asked, key=lambda case: (case.ruling is not None, case.about)))
