"""Accepted proposals in the items of a run: what takes effect, what does not and why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import pytest

from tasks.memory.proposals.accepted import accepted
from tasks.memory.proposals.applied import Applied, applied
from tasks.merging.merge import Merged
from tasks.model.decisions import SourceCase, SourceRuling
from tasks.model.problem import Code, Problem, problem
from tasks.model.proposals import GROUP, Change, Gathered, Part, Proposal, Ruled, Verdict
from tasks.model.tables import ACCOUNTING, CONFLICTS, ITEMS, RECORDS, frame

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


def settled(
    *proposals: Proposal,
    verdict: Verdict | None = Verdict.ACCEPTED,
    answers: Sequence[SourceCase] = (),
    rows: Sequence[Mapping[str, str]] = ROWS,
    records: Sequence[Mapping[str, str]] = (RECORD,),
    conflicts: Sequence[Mapping[str, str]] = (),
    problems: tuple[Problem, ...] = (),
    who: str = "",
    note: str = "",
) -> Applied:
    found = [Ruled(Gathered(p, (p.author,), (p.file,)), "", verdict, who, note) for p in proposals]
    merged = Merged(frame(RECORDS, records), frame(ITEMS, rows), frame(CONFLICTS, conflicts), problems)
    return applied(merged, accepted(found, {"belum ditetapkan"}), read, answers)


def told(made: Applied) -> list[tuple[str, str]]:
    return [(str(p.code), dict(p.details).get("cause", "")) for p in made.problems]


def test_an_accepted_value_replaces_the_other_and_is_told_with_its_origin() -> None:
    made = settled(OUTPUT)
    assert made.merged.items["output"].tolist() == ["3 dokumen"]
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
    assert made.merged.items.equals(frame(ITEMS, ROWS))
    assert made.problems == ()


def test_the_words_of_a_record_that_was_merged_are_known_too() -> None:
    assert settled(replace(OUTPUT, old="Satu dokumen")).merged.items["output"].tolist() == ["3 dokumen"]


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"item": "RK-ZZ"}, "gone"),
        ({"item": "Bali"}, "by-hand"),
        ({"change": Change.ROW_DELETED, "field": "", "row": "RJ-1/table 2, row 3"}, "by-hand"),
        ({"change": Change.ROW_DELETED, "field": "", "item": "RK-ZZ", "row": "RJ-1/RK_ZZ"}, "gone"),
        ({"change": Change.ROW_ADDED, "field": "", "item": ""}, "by-hand"),
        ({"field": "correction"}, "by-hand"),
        ({"field": "time", "old": "2017-03-31", "new": "kapan?"}, "unclear"),
    ],
)
def test_what_cannot_take_effect_is_told_with_the_reason(changed: dict[str, str], cause: str) -> None:
    made = settled(replace(OUTPUT, **changed))  # type: ignore[arg-type]
    assert made.merged.items.equals(frame(ITEMS, ROWS))
    assert told(made) == [("proposal-not-applied", f"@memory.proposal.{cause}")]


def test_proposals_one_upon_the_other_are_applied_by_date_and_a_contradiction_is_told() -> None:
    later = replace(OUTPUT, old="3 dokumen", new="5 dokumen", date="2017-04-01T08:00:00Z")
    assert settled(later, OUTPUT).merged.items["output"].tolist() == ["5 dokumen"]
    rival = replace(OUTPUT, new="7 dokumen", date="2017-04-01T08:00:00Z")
    made = settled(rival, OUTPUT)
    assert made.merged.items["output"].tolist() == ["3 dokumen"]
    assert told(made) == [("proposal-applied", ""), ("proposal-not-applied", "@memory.proposal.rival")]


def test_values_on_lines_of_their_own_and_the_word_for_nothing_are_read_as_such() -> None:
    owners = replace(OUTPUT, field="owners", old="•\u00a0LPMP Bali", new="•\u00a0LPMP Bali\n•\u00a0Pustekkom")
    assert settled(owners).merged.items["owners"].tolist() == ["LPMP Bali; Pustekkom"]
    made = settled(replace(OUTPUT, field="action", old="belum ditetapkan", new="x"))
    assert [(case.old, case.now) for case in made.cases] == [("", "Menyusun SOP")]


STALE = replace(OUTPUT, old="9 dokumen")


def test_where_the_source_has_changed_the_accepted_words_hold_and_people_are_asked() -> None:
    made = settled(STALE)
    assert made.merged.items["output"].tolist() == ["3 dokumen"]
    assert told(made) == [("proposal-applied", "")]
    (case,) = made.cases
    assert (case.old, case.new, case.now, case.ruling) == ("9 dokumen", "3 dokumen", "1 dokumen", None)


@pytest.mark.parametrize(("ruling", "output"), [(SourceRuling.KEPT, "3 dokumen"), (SourceRuling.TAKEN, "1 dokumen")])
def test_the_answer_settles_it_until_the_source_says_something_else_again(ruling: SourceRuling, output: str) -> None:
    (asked,) = settled(STALE).cases
    answer = replace(asked, ruling=ruling)
    made = settled(STALE, answers=[answer])
    assert (made.merged.items["output"].tolist(), made.cases) == ([output], (answer,))
    other = replace(answer, now="8 dokumen")
    again = settled(STALE, answers=[other])
    assert again.merged.items["output"].tolist() == ["3 dokumen"]
    assert again.cases == (asked, other)


def test_a_source_that_says_by_now_what_was_accepted_asks_nothing() -> None:
    made = settled(replace(OUTPUT, old="9 dokumen", new="1 dokumen"))
    assert made.cases == ()


DELETED = replace(OUTPUT, change=Change.ROW_DELETED, field="", old="", new="")


def test_an_item_whose_row_was_deleted_leaves_the_plan_and_its_records_keep_a_fate() -> None:
    made = settled(DELETED)
    assert (len(made.merged.items), len(made.merged.records)) == (0, 0)
    assert made.withdrawn["record_id"].tolist() == ["R1"]
    assert [str(p.code) for p in made.problems] == ["item-withdrawn"]
    rows = [{"file": "a", "locator": "row 2", "fate": "record", "record_id": "R1"}, {"file": "a", "fate": "header"}]
    (gone, other) = made.account(frame(ACCOUNTING, rows)).to_dict("records")
    assert (gone["fate"], gone["record_id"]) == ("superseded", "")
    assert gone["reason"] == "@memory.withdrawn Ani, 2017-03-01, ani.docx, table 2, row 3"
    assert other["fate"] == "header"
    lacking = problem(Code.OWNER_MISSING, "a", "row 2", item="RK-A1", action="x")
    assert made.left([lacking]) == ()


def test_a_deletion_holds_but_is_asked_about_where_the_source_words_the_work_otherwise_by_now() -> None:
    gone = replace(DELETED, parts=(Part("action", "Penyusunan SOP", ""),))
    assert settled(gone).cases == ()
    made = settled(replace(gone, parts=(Part("action", "Mencetak SOP", ""),)))
    (case,) = made.cases
    assert (len(made.merged.items), case.field, case.old, case.now) == (0, "row", "Mencetak SOP", "Menyusun SOP")
    taken = replace(case, ruling=SourceRuling.TAKEN)
    back = settled(replace(gone, parts=(Part("action", "Mencetak SOP", ""),)), answers=[taken])
    assert (len(back.merged.items), back.cases) == (1, (taken,))


def test_an_edit_of_what_another_deleted_is_told() -> None:
    assert told(settled(DELETED, OUTPUT))[1:] == [("proposal-not-applied", "@memory.proposal.gone")]


def test_an_institution_that_strikes_a_row_from_its_sheet_steps_back_where_others_are_in_charge() -> None:
    struck = replace(DELETED, parts=(Part("owners", "LPMP  Bali", ""),))
    assert len(settled(struck).merged.items) == 0
    with_others = [ROWS[0] | {"owners": "LPMP Bali; Pustekkom", "levels": "central-unit; central"}]
    made = settled(struck, rows=with_others)
    assert made.merged.items[["owners", "levels"]].to_numpy().tolist() == [["Pustekkom", "central"]]


def test_a_row_of_a_sheet_takes_its_record_alone() -> None:
    second = RECORD | {"record_id": "R-2", "output": "12 modul", "end": "2017-05-31"}
    made = settled(replace(DELETED, row="RJ-1/RK_R_2"), records=[RECORD, second])
    assert made.merged.items["record_ids"].tolist() == ["R1"]
    assert made.withdrawn["record_id"].tolist() == ["R-2"]


def test_a_correction_sets_what_it_says_in_the_record_that_was_shown_too() -> None:
    parts = (Part("output", "satu dokumen", "4 dokumen"), Part("owners", "LPMP Bali", "LPMP NTB"))
    said = replace(OUTPUT, field="correction", old="", new="…", parts=parts, row="RJ-1/RK_R_1")
    made = settled(said, records=[RECORD | {"record_id": "R-1", "owners": "LPMP Bali"}])
    assert made.merged.items[["output", "owners"]].to_numpy().tolist() == [["4 dokumen", "LPMP NTB"]]
    (record,) = made.merged.records.to_dict("records")
    assert (record["output"], record["owners"]) == ("4 dokumen", "LPMP NTB")
    assert record["inferred"] == "output: reviewer 'Ani, 2017-03-01'; owners: reviewer 'Ani, 2017-03-01'"


def test_a_correction_of_a_record_leaves_an_item_alone_that_speaks_with_the_words_of_another() -> None:
    first = RECORD | {"record_id": "R-1", "action": "Menyusun SOP", "output": "1 dokumen", "end": "2017-03-31"}
    second = first | {"record_id": "R-2", "output": "5 dokumen", "end": "2017-08-31"}
    conflicts = [{"item_id": "RK-A1", "field": name, "values": "x"} for name in ("output", "end")]
    part = Part("output", "5 dokumen", "1 dokumen")
    said = replace(OUTPUT, field="correction", old="", new="…", parts=(part,), row="RJ-1/RK_R_2")
    made = settled(said, records=[first, second], conflicts=conflicts)
    assert made.merged.items["output"].tolist() == ["1 dokumen"]
    assert made.merged.records["output"].tolist() == ["1 dokumen", "1 dokumen"]
    assert [(row["field"], row["chosen"]) for row in made.merged.conflicts.to_dict("records")] == [("end", "")]
    assert [str(p.code) for p in made.merged.problems] == ["fields-conflict"]


def test_an_answer_names_one_of_several_institutions_and_what_was_asked_is_settled() -> None:
    answer = replace(OUTPUT, field="answer", old="", new="LPMP NTB", parts=(Part("owners", "BPMX", "LPMP NTB"),))
    rows = [ROWS[0] | {"owners": "LPMP Bali; BPMX", "levels": "central-unit; other"}]
    made = settled(answer, rows=rows)
    assert made.merged.items["owners"].tolist() == ["LPMP Bali; LPMP NTB"]
    asked = problem(Code.OWNER_UNKNOWN, "a", "row 2", item="RK-A1", text="BPMX")
    assert made.left([asked]) == ()
    assert settled(OUTPUT, rows=rows).left([asked]) == (asked,)


def test_an_answer_fills_in_what_was_missing_and_nothing_is_missing_then() -> None:
    lacks = problem(Code.PERIOD_MISSING, "a", "row 2", item="RK-A1", action="Menyusun SOP")
    answer = replace(OUTPUT, field="answer", old="", new="2017-06-30", parts=(Part("time", "", "2017-06-30"),))
    made = settled(answer, rows=[ROWS[0] | {"end": ""}], problems=(lacks,))
    assert made.merged.items["end"].tolist() == ["2017-06-30"]
    assert made.merged.problems == ()
    other = settled(OUTPUT, rows=[ROWS[0] | {"end": ""}], problems=(lacks,))
    assert [p.code for p in other.merged.problems] == [Code.PERIOD_MISSING]


@pytest.mark.parametrize("days", [("2017-08-01", "2017-08-31"), ("2017-12-01", "2017-12-31")])
def test_beginning_and_end_chosen_apart_are_set_in_the_order_in_which_they_fit(days: tuple[str, str]) -> None:
    start, end = (
        replace(OUTPUT, field="answer", old="", new=day, parts=(Part(side, now, day),), row=f"RJ-1/table 3, row {n}")
        for n, (side, now, day) in enumerate(zip(("start", "end"), ("2017-10-01", "2017-11-30"), days, strict=True))
    )
    rows = [ROWS[0] | {"start": "2017-10-01", "end": "2017-11-30"}]
    for both in ((start, end), (end, start)):
        assert settled(*both, rows=rows).merged.items[["start", "end"]].to_numpy().tolist() == [list(days)]
    wrong = replace(start, new="2018-01-01", parts=(Part("start", "2017-10-01", "2018-01-01"),))
    assert told(settled(wrong, rows=rows)) == [("proposal-not-applied", "@memory.proposal.unclear")]


def test_a_conflict_in_which_a_value_was_chosen_is_settled_with_who_when_and_why() -> None:
    conflicts = [{"item_id": "RK-A1", "field": "output", "values": "1; 3"}, {"item_id": "RK-A1", "field": "end"}]
    asked = problem(Code.FIELDS_CONFLICT, "a", "row 2", item="RK-A1", field="@merging.field.output", values="1; 3")
    other = problem(Code.FIELDS_CONFLICT, "a", "row 2", item="RK-A1", field="@merging.field.end", values="")
    made = settled(OUTPUT, conflicts=conflicts, problems=(asked, other), who="Sekretaris", note="rapat 3 Maret")
    told_ = [tuple(row.values())[4:] for row in made.merged.conflicts.to_dict("records")]
    assert told_ == [("3 dokumen", "Ani; Sekretaris", "2017-03-01", "rapat 3 Maret"), ("", "", "", "")]
    assert made.merged.problems == (other,)


def test_a_row_moved_among_those_of_another_group_belongs_to_it() -> None:
    rows = [
        ROWS[0] | {"number": "A.1", "group": "K1"}, {"item_id": "RK-B7", "number": "B.7", "group": "K2", "end": "x"}
    ]  # fmt: skip
    moved = replace(OUTPUT, change=Change.ROW_MOVED, field=GROUP, old="", new="RK-B7")
    made = settled(moved, rows=rows)
    assert made.merged.items[["number", "group"]].to_numpy().tolist() == [["B.8", "K2"], ["B.7", "K2"]]
    within = settled(replace(moved, field=""), rows=rows)
    assert (within.problems, within.merged.items["group"].tolist()) == ((), ["K1", "K2"])
