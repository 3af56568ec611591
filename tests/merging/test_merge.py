"""Records to items, as a whole: on small cases and on the sample's right answers."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.merging.identity import fingerprint
from tasks.merging.matching.evidence import Verdict, explain
from tasks.merging.merge import Decision, Merged, merge
from tasks.model.problem import Code
from tests.frames import GROUPS, gold, gold_records, records

GUIDE = {"action": "Penyusunan juknis BOS", "start": "2017-03-01", "end": "2017-03-31"}
AGAIN = {"action": "menyusun petunjuk teknis BOS", "group": "K2", "start": "2017-04-01", "end": "2017-04-30"}
TRAIN = {"action": "Pelatihan operator genset", "group": "K2", "end": "2017-05-31"}


def test_duplicates_become_one_item_with_all_its_records() -> None:
    made = merge(records(GUIDE, TRAIN, AGAIN), GROUPS, {})
    assert list(made.items["record_ids"]) == ["R1; R3", "R2"]
    assert made.records["item_id"].tolist()[0] == made.records["item_id"].tolist()[2] == made.items["item_id"][0]


def test_items_are_numbered_by_group_in_document_order() -> None:
    made = merge(records(TRAIN, GUIDE, AGAIN, TRAIN | {"action": "Evaluasi genset"}), GROUPS, {})
    assert list(made.items["number"]) == ["B.1", "A.1", "B.2"]
    assert list(made.items["group"]) == ["K2", "K1", "K2"]


def test_a_group_that_the_meeting_does_not_name_comes_last() -> None:
    made = merge(records(TRAIN | {"group": "X"}), GROUPS, {})
    assert made.items["number"][0] == "D.1"
    assert made.items["group"][0] == "X"


def test_a_contradiction_is_a_conflict_and_a_problem() -> None:
    made = merge(records(GUIDE, AGAIN), GROUPS, {})
    assert list(made.conflicts["field"]) == ["start", "end"]
    told = [p for p in made.problems if p.code == Code.FIELDS_CONFLICT]
    assert [dict(p.details)["field"] for p in told] == ["@merging.field.start", "@merging.field.end"]


def test_an_item_of_an_earlier_run_keeps_its_id() -> None:
    frame = records(GUIDE)
    known = {fingerprint({str(k): str(v) for k, v in frame.iloc[0].items()}): "RK-OLD"}
    assert merge(frame, GROUPS, known).items["item_id"][0] == "RK-OLD"


def test_nothing_gives_nothing() -> None:
    made = merge(records(), GROUPS, {})
    assert made.items.empty
    assert made.problems == ()


def test_records_are_not_changed_in_place() -> None:
    frame = records(GUIDE, AGAIN)
    before = frame.copy()
    merge(frame, GROUPS, {})
    pd.testing.assert_frame_equal(frame, before)


def test_decisions_win_and_everything_can_be_explained() -> None:
    frame = records(GUIDE, TRAIN, AGAIN)
    guide, train, again = (fingerprint({str(k): str(v) for k, v in frame.iloc[n].items()}) for n in range(3))
    apart = merge(frame, GROUPS, {}, [Decision(guide, again, same=False)])
    assert list(apart.items["record_ids"]) == ["R1", "R2", "R3"]
    joined = merge(frame, GROUPS, {}, [Decision(guide, train, same=True)])
    assert "R1; R2" in list(joined.items["record_ids"])
    assert joined.judged is not None
    assert explain(joined.judged, 0, 1).verdict == Verdict.UNITED
    assert "act" in explain(joined.judged, 0, 1).vetoes


@pytest.fixture(scope="module")
def sample() -> Merged:
    return merge(gold_records(), GROUPS, {})


def test_no_pair_of_the_sample_is_merged_wrongly_and_most_are_found(sample: Merged) -> None:
    item = dict(zip(sample.records["record_id"], sample.records["item_id"], strict=True))
    cluster = {r["gold_id"]: r["cluster"] or r["gold_id"] for r in gold("records").to_dict("records")}
    same = [cluster[a] == cluster[b] for a, b in combinations(item, 2)]
    made = [item[a] == item[b] for a, b in combinations(item, 2)]
    right = sum(s and m for s, m in zip(same, made, strict=True))
    assert right == sum(made)
    assert right / sum(same) >= 0.8


def test_hard_negatives_stay_apart(sample: Merged) -> None:
    item = dict(zip(sample.records["record_id"], sample.records["item_id"], strict=True))
    assert all(item[row["a"]] != item[row["b"]] for row in gold("hard_negatives").to_dict("records"))


def test_families_of_the_sample_are_pure(sample: Merged) -> None:
    family = dict(zip(sample.records["record_id"], sample.records["family_id"], strict=True))
    true = {r["gold_id"]: r["family"] for r in gold("records").to_dict("records")}
    made = [(a, b) for a, b in combinations(family, 2) if family[a] and family[a] == family[b]]
    right = sum(true[a] == true[b] != "" for a, b in made)
    assert right / len(made) >= 0.85
    assert right >= 100


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_the_rows(sample: Merged, random: st.DrawFn) -> None:
    order = list(range(len(sample.records)))
    random.shuffle(order)  # type: ignore[attr-defined]
    other = merge(gold_records().iloc[order].reset_index(drop=True), GROUPS, {})
    for column in ("item_id", "family_id"):
        told = dict(zip(other.records["record_id"], other.records[column], strict=True))
        assert told == dict(zip(sample.records["record_id"], sample.records[column], strict=True))
