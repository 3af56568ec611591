"""What is said of group, office, place and time leaves out the items that it speaks against."""

from collections.abc import Mapping

from tasks.linking.fits import is_past, level_fits, possible
from tasks.linking.wanted import wanted
from tests.linking.plans import aimed

BANYUMAS = {"action": "Menyusun pedoman kurasi konten", "regions": "Kabupaten Banyumas", "levels": "district"}
SLEMAN = {"action": "Menyusun pedoman kurasi konten", "regions": "Kabupaten Sleman", "levels": "district"}
CENTRAL = {"action": "Menyusun pedoman kurasi konten", "levels": "central", "owners": "Balai Gizi", "group": "K2"}


def left(said: str, *rows: Mapping[str, str], group: str = "") -> list[int]:
    """Places of the records that may be meant by the last of them."""
    targets, ids = aimed(*rows)
    found = possible(wanted(said, targets), targets.all.values(), targets.all[ids[-1]], group)
    return [ids.index(one.item_id) for one in found]


def test_an_item_never_means_itself_nor_one_of_another_region() -> None:
    assert left("pedoman kurasi konten", SLEMAN, CENTRAL, BANYUMAS) == [1]


def test_who_has_no_region_may_mean_all() -> None:
    assert left("pedoman kurasi konten", SLEMAN, BANYUMAS, CENTRAL) == [0, 1]


def test_another_group_speaks_against() -> None:
    assert left("pedoman kurasi konten", CENTRAL, {"action": "Menayangkan siaran radio"}, group="K1") == []


def test_a_level_that_is_said_must_be_that_of_the_item() -> None:
    targets, ids = aimed(SLEMAN, CENTRAL)
    asked = wanted("pedoman kurasi konten dari pusat", targets)
    assert [level_fits(asked, targets.all[one]) for one in ids] == [False, True]


def test_a_thing_of_earlier_years_is_past() -> None:
    targets, ids = aimed({**CENTRAL, "start": "2021-01-01", "end": "2021-12-31"})
    assert is_past(wanted("pedoman tahun 1998", targets), targets.all[ids[0]])
    assert not is_past(wanted("pedoman tahun 2021", targets), targets.all[ids[0]])
