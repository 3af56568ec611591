"""Each change between two versions is reported once, as what it is, with what caused it; form alone is no change."""

from dataclasses import replace

import pytest

from tasks.memory.database import Place
from tasks.memory.past import briefs, difference
from tasks.model.changes import Cause, Change, Kind, Reason
from tasks.model.decisions import Answer, Review, Ruling, Side
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tests.frames import links
from tests.memory.plans import kept, plan

A = {"item_id": "RK-A", "action": "Menyusun pedoman kurasi konten", "file": "a.docx", "budget": "10"}
B = {"item_id": "RK-B", "action": "Melatih kurator daerah", "file": "b.docx", "output": "1 modul"}
C = {"item_id": "RK-C", "action": "Survei jaringan sekolah", "file": "b.docx", "start": "2017-03-01"}
FILES = {"a.docx": "1", "b.docx": "2"}
A_CHANGED = {"a.docx": "9", "b.docx": "2"}
BY_A = Cause(Reason.FILE_CHANGED, ("a.docx",))


def found(place: Place, before: Plan, after: Plan) -> list[Change]:
    kept(place, before)
    kept(place, after, "n", "2017-02-12")
    told = difference(place, 1, 2)
    assert told is not None
    return list(told.changes)


@pytest.mark.parametrize(
    ("cells", "kind", "field", "months"),
    [
        ({"action": "Menyusun panduan kurasi konten"}, Kind.WORDING, "action", None),
        ({"owners": "Puspendik"}, Kind.OWNER, "owners", None),
        ({"budget": "20"}, Kind.BUDGET, "budget", None),
        ({"regions": "Bali"}, Kind.FIELD, "regions", None),
        ({"output": "2 modul"}, Kind.FIELD, "output", None),
        ({"progress": "draf selesai"}, Kind.FIELD, "progress", None),
        ({"start": "2017-05-01", "end": "2017-06-30"}, Kind.MOVED, "end", None),
    ],
)
def test_a_changed_cell(place: Place, cells: dict[str, str], kind: Kind, field: str, months: int | None) -> None:
    (change,) = found(place, plan(A, B, files=FILES), plan(A | cells, B, files=A_CHANGED))
    assert (change.kind, change.item, change.field, change.months) == (kind, "RK-A", field, months)
    assert change.cause == BY_A


@pytest.mark.parametrize(
    ("old", "new", "months"),
    [
        (("2017-03-01", "2017-03-31"), ("2017-05-01", "2017-05-31"), 2),
        (("2017-03-01", "2017-03-31"), ("2017-03-01", "2016-12-31"), -3),
        (("2017-03-01", ""), ("2017-04-15", ""), 1),
        (("2017-03-01", "2017-03-31"), ("2017-03-05", "2017-03-31"), 0),
        (("2017-03-01", "2017-03-31"), ("", ""), None),
    ],
)
def test_by_how_many_months(place: Place, old: tuple[str, str], new: tuple[str, str], months: int | None) -> None:
    before, after = (A | dict(zip(("start", "end"), days, strict=True)) for days in (old, new))
    (change,) = found(place, plan(before, files=FILES), plan(after, files=A_CHANGED))
    assert (change.kind, change.old, change.new, change.months) == (
        Kind.MOVED, "/".join(old), "/".join(new) if any(new) else "", months,
    )  # fmt: skip


def test_form_alone_is_no_change(place: Place) -> None:
    typeset = A | {"action": "MENYUSUN  pedoman kurasi konten.", "owners": "Pustekkom", "locator": "row 9"}
    renamed = [row | {"file": f"revisi/{row['file']}"} for row in (C, B)]
    files = {"a.docx": "9", "revisi/b.docx": "2"}
    assert found(place, plan(A, B, C, files=FILES), plan(*renamed, typeset, files=files)) == []


def test_new_and_dropped(place: Place) -> None:
    late = {"item_id": "RK-D", "action": "Membangun portal", "file": "c.docx"}
    told = found(place, plan(A, B, files=FILES), plan(B, late, files={"b.docx": "2", "c.docx": "3"}))
    assert [(c.kind, c.item, c.cause) for c in told] == [
        (Kind.NEW, "RK-D", Cause(Reason.FILE_ADDED, ("c.docx",))),
        (Kind.DROPPED, "RK-A", Cause(Reason.FILE_REMOVED, ("a.docx",))),
    ]


def test_merged_and_split(place: Place) -> None:
    one = plan(A, B | {"item_id": "RK-A"}, files=FILES)
    (merged,) = found(place, plan(A, B, files=FILES), one)
    assert (merged.kind, merged.item, merged.other) == (Kind.MERGED, "RK-B", "RK-A")
    assert merged.cause == Cause(Reason.PROGRAM)
    kept(place, plan(A, B, files=A_CHANGED), "o", "2017-02-13")
    told = difference(place)
    assert told is not None
    (split,) = told.changes
    assert (split.kind, split.item, split.other) == (Kind.SPLIT, "RK-B", "RK-A")


def test_links_of_what_became_one_work_are_no_change_those_of_dropped_work_go_without_saying(place: Place) -> None:
    before = plan(A, B, C, links=links("RK-A RK-B", "RK-B RK-C", "RK-C RK-A"), files=FILES)
    after = plan(A, C, links=links("RK-C RK-A"), files=FILES)
    told = [(c.kind, c.item, c.other) for c in found(place, before, after)]
    assert told == [(Kind.DROPPED, "RK-B", ""), (Kind.LINK_REMOVED, "RK-C", "RK-B")]


def test_suspect_links(place: Place) -> None:
    tied = links("RK-A RK-B")
    changed = A | {"action": "Menyusun panduan kurasi konten"}
    after = plan(changed, B, links=tied.assign(suspect=["from_item"]).astype("str"), files=A_CHANGED)
    told = found(place, plan(A, B, links=tied, files=FILES), after)
    assert [(c.kind, c.item, c.other, c.cause) for c in told[1:]] == [(Kind.LINK_SUSPECT, "RK-B", "RK-A", BY_A)]


def test_the_words_of_a_reviewer(place: Place) -> None:
    told = problem(
        Code.PROPOSAL_APPLIED, item="RK-A", field="@reviewing.field.budget", old="10", new="20", who="Ani, 2017-03-01"
    )
    before = plan(A, B, files=FILES)
    items = before.items.assign(budget=["20", ""]).astype("str")
    (change,) = found(place, before, replace(before, items=items, problems=(told,)))
    assert (change.kind, change.cause) == (Kind.BUDGET, Cause(Reason.REVIEWER, who=("Ani, 2017-03-01",)))


def test_versions_in_brief(place: Place) -> None:
    assert briefs(place) == []
    assert difference(place) is None
    found(place, plan(A, B, files=FILES), plan(A | {"budget": "20"}, files=A_CHANGED))
    first, second = briefs(place)
    assert (first.number, first.changes, dict(first.rows)["items"]) == (1, (), 2)
    assert (second.made, second.changes) == ("2017-02-12", ((Kind.DROPPED, 1), (Kind.BUDGET, 1)))
    assert difference(place, 1, 7) is None


def test_what_became_of_decisions_counts_for_the_version_that_read_them(place: Place) -> None:
    one, other = (Answer(Side(name), Side("b"), Ruling.APART, "beda") for name in ("a", "c"))
    before = plan(A, B, files=FILES, review=Review(answers=(one, other)))
    found(place, before, plan(A, B, C, files=FILES, review=Review(answers=(replace(one, ruling=Ruling.SAME),))))
    assert [brief.decisions for brief in briefs(place)] == [(("made", 2),), (("changed", 1), ("withdrawn", 1))]


def test_rows_that_documents_divide_or_put_together_are_told_as_that(place: Place) -> None:
    phases = [A | {"action": f"{A['action']} tahap {n}", "locator": f"row {n}"} for n in ("I", "II")]
    one, many = plan(A, B, files=FILES), plan(phases[0], phases[1] | {"item_id": "RK-Z"}, B, files=A_CHANGED)
    told = [(c.kind, c.item, c.other, c.cause) for c in found(place, one, many)]
    assert told == [(Kind.WORDING, "RK-A", "", BY_A), (Kind.SPLIT, "RK-Z", "RK-A", BY_A)]
    kept(place, one, "m", "2017-02-13")
    back = difference(place, 2, 3)
    assert back is not None
    assert [(c.kind, c.item, c.other) for c in back.changes] == [
        (Kind.WORDING, "RK-A", ""), (Kind.MERGED, "RK-Z", "RK-A"),
    ]  # fmt: skip


def test_another_order_of_documents_alone_is_the_cause(place: Place) -> None:
    first = A | {"start": "2017-03-01", "locator": "row 2"}
    second = first | {"file": "b.docx", "start": "2017-05-01"}
    late = second | {"file": "0 b.docx"}
    before = plan(first, second, files=FILES)
    (change,) = found(place, before, plan(late, first, files={"a.docx": "1", "0 b.docx": "2"}))
    assert (change.kind, change.cause) == (Kind.MOVED, Cause(Reason.FILE_RENAMED, ("0 b.docx",)))
