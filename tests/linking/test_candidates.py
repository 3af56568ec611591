"""What an item may wait for is found by the words of its object, its stage and its place."""

from collections.abc import Mapping

from tasks.linking.candidates import CROWDED, Candidates
from tests.linking.plans import aimed

GUIDELINE = {"action": "Menyusun pedoman pemeliharaan antena sekolah", "levels": "central"}


def training(*regions: str) -> list[dict[str, str]]:
    about = {"action": "Melatih guru dalam pemeliharaan antena sekolah", "levels": "province"}
    return [{**about, "regions": f"Provinsi {name}"} for name in regions]


def found(*rows: Mapping[str, str]) -> list[set[int]]:
    """What each record's item finds, as the numbers of records."""
    targets, told = aimed(*rows)
    candidates = Candidates(targets)
    at = {one.item_id: n for n, one in enumerate(candidates.items)}
    record = {at[item]: n for n, item in enumerate(told)}
    return [{record[n] for _, some in candidates.before(at[item]) for n in some} for item in told]


def test_regions_find_what_the_centre_makes_by_the_words_of_the_object() -> None:
    assert found(GUIDELINE, *training("Aceh", "Bali")) == [set(), {0}, {0}]


def test_nothing_is_found_of_another_object() -> None:
    assert found({**GUIDELINE, "action": "Menyusun pedoman pengadaan seragam"}, *training("Aceh")) == [set(), set()]


def test_a_region_finds_what_is_done_there_alone() -> None:
    bought = [
        {"action": "Pengadaan antena sekolah", "levels": "province", "regions": f"Provinsi {name}"}
        for name in ("Aceh", "Bali")
    ]
    assert found(*bought, *training("Bali"))[2] == {1}


def test_words_that_lead_to_a_crowd_are_not_looked_by() -> None:
    crowd = [
        {"action": f"Menyusun pedoman antena nomor {'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}", "levels": "central"}
        for n in range(100)
    ]
    targets, _ = aimed(*crowd, *({**one, "action": one["action"] + "x"} for one in crowd), *training("Aceh"))
    assert len(targets.all) > CROWDED
    candidates = Candidates(targets)
    assert not list(candidates.before(len(candidates.items) - 1))
