"""Works that documents divide or put together are told as such; new work beside a reworded one is new."""

import pytest

from tasks.memory.versions.matching import same_records
from tasks.memory.versions.parting import divided, gathered
from tests.frames import records

WHOLE = "Menyusun modul literasi dan pedoman kurasi konten digital"
PARTS = ("Menyusun modul literasi", "Menyusun pedoman kurasi konten digital")
PHASES = ("Melatih guru kelas tahap pertama", "Melatih guru kelas tahap kedua")
OTHER = "Pengadaan genset untuk balai desa"


def rows(*actions: str) -> list[dict[str, str]]:
    return [{"action": text, "file": "a.docx", "locator": f"table 1, row {n}"} for n, text in enumerate(actions, 2)]


@pytest.mark.parametrize(
    ("one", "many"),
    [((WHOLE, OTHER), (*PARTS, OTHER)), (("Melatih guru kelas", OTHER), (*PHASES, OTHER))],
)
def test_a_divided_work_has_its_parts_and_the_parts_go_into_it(one: tuple[str, ...], many: tuple[str, ...]) -> None:
    before, after = records(*rows(*one)), records(*rows(*many))
    same = same_records(before, after)
    ((part, whole),) = divided(before, after, same).items()
    assert (whole, {part, same[0]}) == (0, {0, 1})
    back = same_records(after, before)
    ((gone, into),) = gathered(after, before, back).items()
    assert (into, {gone, *(row for row, now in back.items() if now == 0)}) == (0, {0, 1})


@pytest.mark.parametrize("new", ["Menyusun pedoman kurasi konten SMP", OTHER, "Melatih kurator"])
def test_other_work_beside_a_reworded_one_is_no_part_of_it(new: str) -> None:
    before = records(*rows("Menyusun pedoman kurasi konten SD"))
    after = records(*rows("Menyusun pedoman kurasi konten SD secara bertahap", new))
    same = same_records(before, after)
    assert same == {0: 0}
    assert divided(before, after, same) == {}


def test_of_equal_parts_the_first_bears_the_work_on() -> None:
    before = records(*rows(OTHER, "Melatih guru kelas", "Survei jaringan sekolah"))
    after = records(*rows(f"{OTHER} dan pasar", *PHASES, "Survei jaringan sekolah"))
    assert same_records(before, after)[1] == 1
