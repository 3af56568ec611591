"""Records are known again when they are moved, reworded or handed on, and not taken for others."""

import pandas as pd
import pytest

from tasks.memory.continuity import continued, heirs
from tasks.memory.versions.matching import same_records
from tasks.merging.identity import item_ids
from tasks.merging.reasons.doubts import fingerprints
from tests.frames import records

A = {"action": "Menyusun pedoman kurasi konten pembelajaran", "file": "a.docx", "locator": "table 1, row 2"}
B = {"action": "Melatih kurator konten di 34 provinsi", "file": "a.docx", "locator": "table 1, row 3"}
C = {
    "action": "Menyediakan jaringan internet sekolah",
    "file": "a.docx",
    "locator": "table 1, row 4",
    "owners": "Dinas",
}


def matched(before: list[dict[str, str]], after: list[dict[str, str]]) -> dict[int, int]:
    return same_records(records(*before), records(*after))


@pytest.mark.parametrize(
    "changed",
    [
        {"file": "b.docx", "locator": "table 9, row 9"},
        {"action": "Penyusunan pedoman kurasi konten pembelajaran digital"},
        {"action": "Menyusun panduan kurasi konten", "locator": "table 1, row 2"},
        {"action": "Menyusun pedoman kurasi konten pembelajaran digital", "file": "b.docx", "locator": "row 7"},
        {"owners": "Dinas Pendidikan"},
        {"owners": "Dinas Pendidikan", "file": "b.docx", "locator": "row 7"},
        {"start": "2017-05-01", "end": "2017-05-31", "budget": "1"},
    ],
)
def test_a_changed_record_is_known_again(changed: dict[str, str]) -> None:
    assert matched([A, B, C], [C, B, A | changed]) == {0: 2, 1: 1, 2: 0}


@pytest.mark.parametrize(
    "changed",
    [
        {"action": "Menysuun pedoman kurasi konten pembelajaran daerah", "file": "revisi/a.docx"},
        {"action": "Menyusun pedoman kurasi dan uji coba materi ajar terbuka sekolah dasar pembelajaran konten"},
        {"action": "Penyusunan pedoman kurasi materi ajar"},
    ],
)
def test_a_slip_a_longer_text_another_form_of_the_verb_stay_the_same_work(changed: dict[str, str]) -> None:
    moved = [row | {"file": changed.get("file", "a.docx")} for row in (B, C)]
    assert matched([A, B, C], [A | changed, *moved])[0] == 0


def test_what_still_says_what_it_said_bears_the_id_on_and_a_reworded_twin_does_not() -> None:
    before = records(A | {"item_id": "RK-1"}, A | {"item_id": "RK-1", "locator": "table 1, row 3"})
    after = records(A | {"action": f"{A['action']} bertahap"}, A | {"locator": "table 1, row 3"})
    old, new = fingerprints(before), fingerprints(after)
    same = same_records(before, after)
    assert continued({old[0]: "RK-1"}, before, after, same) == {old[0]: "RK-1"}
    assert heirs(before, after, same) == {old[0]: (new[0],)}


def test_a_target_that_grew_is_a_change_of_the_same_work() -> None:
    assert matched([A, B], [A, B | {"action": "Melatih kurator konten di 20 provinsi"}]) == {0: 0, 1: 1}


@pytest.mark.parametrize(
    "other",
    [
        {"action": "Menyediakan perangkat komputer", "locator": "row 8"},
        {"action": "Mengevaluasi pedoman kurasi konten pembelajaran", "file": "b.docx", "locator": "row 8"},
        {"action": "Survei kebutuhan guru", "locator": "table 1, row 2"},
    ],
)
def test_other_work_is_not_taken_for_what_has_gone(other: dict[str, str]) -> None:
    assert matched([B, A], [B, {"file": "a.docx"} | other]) == {0: 0}


def test_records_that_say_the_same_are_matched_where_they_stand() -> None:
    twice = [A, A | {"file": "b.docx"}, A | {"file": "c.docx"}]
    assert matched(twice, [twice[2], twice[0]]) == {0: 1, 2: 0}


def test_a_reworded_record_continues_its_item() -> None:
    before = records(A | {"item_id": "RK-1"}, B | {"item_id": "RK-2"})
    after = records(A | {"action": A["action"] + " digital"}, B)
    old, new = fingerprints(before), fingerprints(after)
    known = {old[0]: "RK-1", old[1]: "RK-2"}
    assert continued(known, before, after, same_records(before, after)) == known | {new[0]: "RK-1"}
    assert continued(known | {new[0]: "RK-9"}, before, after, same_records(before, after))[new[0]] == "RK-1"


def test_of_works_that_became_one_the_id_of_the_last_version_stays_in_any_order() -> None:
    before = records(A | {"item_id": "RK-1"}, B | {"item_id": "RK-1"})
    old = fingerprints(before)
    known = {old[1]: "RK-2", old[0]: "RK-1"}
    found = continued(known, before, records(B, A), {0: 1, 1: 0})
    assert item_ids([[old[1], old[0]]], found) == ["RK-1"]
    assert item_ids([[old[1]], [old[0]]], found) == ["RK-2", "RK-1"]


def test_what_was_one_work_with_what_has_gone_bears_its_id_on() -> None:
    before = records(A | {"item_id": "RK-1"}, B | {"item_id": "RK-1"})
    old = fingerprints(before)
    found = continued({old[0]: "RK-1", old[1]: "RK-2"}, before, records(B), {1: 0})
    assert item_ids([[old[1]]], found) == ["RK-1"]


def test_without_an_earlier_version_only_what_is_bound_counts() -> None:
    nothing = records().iloc[:0]
    assert isinstance(nothing, pd.DataFrame)
    assert continued({"f": "RK-1"}, nothing, records(A), {}) == {"f": "RK-1"}
