"""Accepted proposals in the items of a run: what takes effect, what does not and why."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest

from tasks.memory.proposals.applied import Applied, applied
from tasks.model.problem import Code, Problem, problem
from tasks.model.proposals import Change, Gathered, Proposal, Ruled, Verdict
from tasks.model.tables import ITEMS, RECORDS, frame

OUTPUT = Proposal(
    Change.EDITED, "RK-A1", "output", "1 dokumen", "3 dokumen", "Ani", "2017-03-01T08:00:00Z", "",
    resolved=False, tracked=True, confidence=1.0, file="ani.docx", place="table 2, row 3", row="RJ-1/RK_A1",
)  # fmt: skip
ROWS = [
    {"item_id": "RK-A1", "action": "Menyusun SOP", "output": "1 dokumen", "owners": "LPMP Bali", "end": "2017-03-31"}
]
RECORD = {"record_id": "R1", "item_id": "RK-A1", "action": "Penyusunan SOP", "output": "satu dokumen"}


def read(raw: pd.DataFrame) -> tuple[pd.DataFrame, Sequence[Problem]]:
    """Words as they stand; a time is its own last day, one that asks is not understood."""
    rows = [
        {"record_id": number, "output": output, "action": action, "end": time, "owners": owners.replace("\n", "; ")}
        for number, output, action, time, owners in zip(
            raw["record_id"], raw["output"], raw["action"], raw["period_text"], raw["owners_text"], strict=True
        )
    ]
    unclear = [
        problem(Code.PERIOD_NOT_UNDERSTOOD, item=row["record_id"], text="?") for row in rows if "?" in row["end"]
    ]
    return frame(RECORDS, rows), unclear


def settled(*proposals: Proposal, verdict: Verdict | None = Verdict.ACCEPTED) -> Applied:
    rows = [Ruled(Gathered(p, (p.author,), (p.file,)), "", verdict) for p in proposals]
    return applied(frame(ITEMS, ROWS), frame(RECORDS, [RECORD]), rows, read, {"belum ditetapkan"})


def told(made: Applied) -> list[tuple[str, str]]:
    return [(str(p.code), dict(p.details).get("cause", "")) for p in made.problems]


def test_an_accepted_value_replaces_the_other_and_is_told_with_its_origin() -> None:
    made = settled(OUTPUT)
    assert made.items["output"].tolist() == ["3 dokumen"]
    (found,) = made.problems
    assert dict(found.details) == {
        "item": "RK-A1", "field": "@reviewing.field.output", "old": "1 dokumen", "new": "3 dokumen",
        "who": "Ani, 2017-03-01",
    }  # fmt: skip


def test_a_comment_that_is_agreed_with_asks_for_nothing() -> None:
    assert settled(replace(OUTPUT, change=Change.COMMENT, comment="Setuju")).problems == ()


@pytest.mark.parametrize("verdict", [None, Verdict.REJECTED])
def test_what_is_not_accepted_changes_nothing(verdict: Verdict | None) -> None:
    made = settled(OUTPUT, verdict=verdict)
    assert made.items.equals(frame(ITEMS, ROWS))
    assert made.problems == ()


def test_the_words_of_a_record_that_was_merged_are_known_too() -> None:
    assert settled(replace(OUTPUT, old="Satu dokumen")).items["output"].tolist() == ["3 dokumen"]


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"old": "9 dokumen"}, "changed"),
        ({"item": "RK-ZZ"}, "gone"),
        ({"item": "Bali"}, "by-hand"),
        ({"change": Change.ROW_DELETED, "field": ""}, "by-hand"),
        ({"field": "correction"}, "by-hand"),
        ({"field": "time", "old": "2017-03-31", "new": "kapan?"}, "unclear"),
    ],
)
def test_what_cannot_take_effect_is_told_with_the_reason(changed: dict[str, str], cause: str) -> None:
    made = settled(replace(OUTPUT, **changed))  # type: ignore[arg-type]
    assert made.items.equals(frame(ITEMS, ROWS))
    assert told(made) == [("proposal-not-applied", f"@memory.proposal.{cause}")]


def test_proposals_one_upon_the_other_are_applied_by_date_and_a_contradiction_is_told() -> None:
    later = replace(OUTPUT, old="3 dokumen", new="5 dokumen", date="2017-04-01T08:00:00Z")
    assert settled(later, OUTPUT).items["output"].tolist() == ["5 dokumen"]
    rival = replace(OUTPUT, new="7 dokumen", date="2017-04-01T08:00:00Z")
    made = settled(rival, OUTPUT)
    assert made.items["output"].tolist() == ["3 dokumen"]
    assert told(made) == [("proposal-applied", ""), ("proposal-not-applied", "@memory.proposal.changed")]


def test_values_on_lines_of_their_own_and_the_word_for_nothing_are_read_as_such() -> None:
    owners = replace(OUTPUT, field="owners", old="•\u00a0LPMP Bali", new="•\u00a0LPMP Bali\n•\u00a0Pustekkom")
    assert settled(owners).items["owners"].tolist() == ["LPMP Bali; Pustekkom"]
    supporters = replace(OUTPUT, field="action", old="belum ditetapkan", new="x")
    assert told(settled(supporters)) == [("proposal-not-applied", "@memory.proposal.changed")]
