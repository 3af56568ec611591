"""Kinds of work and the items that they find."""

from tasks.linking.kinds import Kinds
from tests.linking.plans import aimed

GUIDELINE = {"action": "Menyusun pedoman pemeliharaan antena sekolah", "levels": "central"}
TRAINING = [
    {"action": "Melatih guru dalam pemeliharaan antena sekolah", "levels": "province", "regions": f"Provinsi {name}"}
    for name in ("Aceh", "Bali")
]


def test_the_same_work_of_two_regions_is_one_kind() -> None:
    targets, _ = aimed(GUIDELINE, *TRAINING)
    assert sorted(len(items) for items in Kinds(targets).members.values()) == [1, 2]


def test_what_regions_may_wait_for_is_found_by_the_words_of_the_object() -> None:
    targets, (guideline, aceh, _) = aimed(GUIDELINE, *TRAINING)
    kinds = Kinds(targets)
    kind = next(kind for kind in kinds.members if kind.regional)
    found = {item.item_id for _, _, items in kinds.before(kind, targets.all[aceh]) for item in items}
    assert found == {guideline}


def test_nothing_is_found_of_another_object() -> None:
    targets, (_, aceh, _) = aimed({**GUIDELINE, "action": "Menyusun pedoman pengadaan seragam"}, *TRAINING)
    kinds = Kinds(targets)
    kind = next(kind for kind in kinds.members if kind.regional)
    assert not list(kinds.before(kind, targets.all[aceh]))
