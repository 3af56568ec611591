"""Items that people call a family are one, with those that are their family already."""

from tasks.merging.identity import fingerprint
from tasks.merging.kinship import related
from tasks.merging.merge import Merged, merge
from tests.frames import GROUPS, records

REGIONS = ("Kota Ambon", "Kota Tual", "Kota Bima")
FRAME = records(
    *({"action": "Pengadaan komputer sekolah", "owners": f"Dinas {r}", "regions": r} for r in REGIONS),
    {"action": "Lomba bercerita"},
    {"action": "Pelatihan operator jaringan"},
)


def prints(a: int, b: int) -> tuple[str, str]:
    one, other = ({key: str(FRAME[key].iloc[row]) for key in ("action", "owners", "regions")} for row in (a, b))
    return fingerprint(one), fingerprint(other)


def families(merged: Merged) -> list[str]:
    assert merged.records["family_id"].tolist() == merged.items["family_id"].tolist()
    return merged.items["family_id"].tolist()


def test_two_without_a_family_get_one() -> None:
    found = families(related(merge(FRAME, GROUPS, {}), [prints(3, 4)]))
    assert found[3] == found[4] != ""
    assert found[0] not in ("", found[3])


def test_one_joins_the_family_of_the_other() -> None:
    before = merge(FRAME, GROUPS, {})
    found = families(related(before, [prints(4, 1)]))
    assert found == [found[0]] * 3 + ["", found[0]]
    assert found[0] == families(before)[0]


def test_pairs_that_are_not_there_or_are_one_item_change_nothing() -> None:
    before = merge(FRAME, GROUPS, {})
    assert related(before, [("x", "y"), prints(3, 3)]) is before
