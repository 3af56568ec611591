"""Ids last."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.merging.identity import fingerprint, item_ids, minted

ROW = {"action": "Menyusun pedoman, kurasi", "owners": "Pustekkom; Puskurbuk", "regions": "Bali; Riau"}
PRINTS = st.lists(st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=3), max_size=8)


def test_a_fingerprint_ignores_writing_order_and_place() -> None:
    other = {
        "action": "menyusun  pedoman kurasi",
        "owners": "Puskurbuk; Pustekkom",
        "regions": "Riau; Bali",
        "file": "b.docx",
    }
    assert fingerprint(ROW) == fingerprint(other)


def test_a_fingerprint_tells_actions_owners_and_regions_apart() -> None:
    others = [ROW | {"action": "Menyusun modul"}, ROW | {"owners": "LPMP"}, ROW | {"regions": ""}]
    assert len({fingerprint(row) for row in (ROW, *others)}) == 4


def test_an_owner_is_no_region() -> None:
    assert fingerprint(ROW | {"owners": "Bali", "regions": ""}) != fingerprint(ROW | {"owners": "", "regions": "Bali"})


def test_a_new_id_is_short_and_without_letters_that_are_mistaken() -> None:
    assert re.fullmatch(r"RK-[0-9A-HJKMNP-TV-Z]{5}", minted("RK-", "anything", ()))


def test_a_taken_id_grows() -> None:
    short = minted("RK-", "x", ())
    assert minted("RK-", "x", {short}).startswith(short)
    assert len(minted("RK-", "x", {short})) == len(short) + 1


def test_an_item_keeps_the_id_that_it_had() -> None:
    assert item_ids([["new", "old"]], {"old": "RK-OLD"}) == ["RK-OLD"]


@pytest.mark.parametrize("together", [["a", "b"], ["b", "a"]])
def test_of_two_ids_the_first_known_stays_and_the_other_is_not_given_again(together: list[str]) -> None:
    known = {"a": "RK-A", "b": "RK-B"}
    ids = item_ids([together, ["c"]], known)
    assert ids[0] == "RK-A"
    assert ids[1] not in known.values()


def test_of_an_item_that_fell_apart_the_first_part_keeps_the_id() -> None:
    first, second = item_ids([["a"], ["b"]], {"a": "RK-A", "b": "RK-A"})
    assert first == "RK-A"
    assert second != "RK-A"


@given(PRINTS, st.dictionaries(st.text("ab", min_size=1, max_size=3), st.sampled_from(["RK-1", "RK-2"])))
def test_no_id_is_given_twice(items: list[list[str]], known: dict[str, str]) -> None:
    ids = item_ids(items, known)
    assert len(set(ids)) == len(items)
    assert all(ids)
