"""Several things in a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extraction.several import actions, parts, share


def texts(cell: str) -> list[str]:
    return [p.text for p in actions(cell)]


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("1) Menyusun\n2) Melatih", ["Menyusun", "Melatih"]),
        ("a. Menyusun\nb. Melatih", ["Menyusun", "Melatih"]),
        ("- Menyusun (BPS; Mei)\n- Melatih (BPS)", ["Menyusun (BPS; Mei)", "Melatih (BPS)"]),
        ("1. Menyusun a 2. Melatih b; 3. Menilai c", ["Menyusun a", "Melatih b", "Menilai c"]),
        ("(a) Sign the MoU; (b) Match records", ["Sign the MoU", "Match records"]),
        ("1. Menyusun\na. draf\nb. final\n2. Melatih", ["Menyusun a. draf b. final", "Melatih"]),
        ("Kegiatan:\n1. Menyusun\n2. Melatih", ["Menyusun", "Melatih"]),
        ("Menyusun modul\nMelatih guru", ["Menyusun modul", "Melatih guru"]),
        ("Menyusun modul\npelatihan guru", ["Menyusun modul pelatihan guru"]),
        ("Menyusun SOP versi 2. Kota besar", ["Menyusun SOP versi 2. Kota besar"]),
        ("", []),
    ],
)  # fmt: skip
def test_actions_in_a_cell(cell: str, expected: list[str]) -> None:
    assert texts(cell) == expected


def test_actions_by_level() -> None:
    found = actions("Pusat: Menyusun standar\nDaerah: Memutakhirkan data")
    assert [(p.level, p.text) for p in found] == [("pusat", "Menyusun standar"), ("daerah", "Memutakhirkan data")]


def shares(cell: str, action: str, by_line: bool = True) -> list[str]:
    listed = actions(action)
    return [share(cell, listed, n, by_line)[0] for n in range(len(listed))]


THREE = "1) Menyusun\n2) Melatih\n3) Menilai"


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("1) BPS\n2) Dinas\n3) LPMP", ["BPS", "Dinas", "LPMP"]),
        ("2) Dinas\n1) BPS", ["BPS", "Dinas", ""]),
        ("1-2) BPS\n3) LPMP", ["BPS", "BPS", "LPMP"]),
        ("APBN", ["APBN", "APBN", "APBN"]),
        ("Mei\nJuni\nJuli", ["Mei", "Juni", "Juli"]),
        ("- Mei\n- Juni\n- Juli", ["Mei", "Juni", "Juli"]),
        ("BPS\nDinas", ["BPS\nDinas"] * 3),
    ],
)
def test_cells_beside_numbered_actions(cell: str, expected: list[str]) -> None:
    assert shares(cell, THREE) == expected


def test_position_alone_is_said_so() -> None:
    listed = actions("1) a\n2) b")
    assert share("Mei\nJuni", listed, 1, by_line=True) == ("Juni", True)
    assert share("1) Mei\n2) Juni", listed, 1, by_line=True) == ("Juni", False)
    assert share("Mei\nJuni", listed, 1, by_line=False) == ("Mei\nJuni", False)


def test_a_cell_beside_a_lone_action_stays_whole() -> None:
    assert shares("1) satu\n2) dua", "Menyusun") == ["1) satu\n2) dua"]


def test_levels_choose_their_part() -> None:
    assert shares("Pusat: Juni / Daerah: Desember", "Pusat: Menyusun / Daerah: Mengirim") == ["Juni", "Desember"]
    assert shares("Provinsi: Mei\nKab/Kota: Juni", "Pusat: Menyusun / Daerah: Mengirim") == ["", "Mei; Juni"]


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=8).filter(lambda t: t.strip()), min_size=2, max_size=6))
def test_numbered_lists_of_any_length_come_apart(items: list[str]) -> None:
    cell = "\n".join(f"{n}) {text.strip()}" for n, text in enumerate(items, 1))
    assert [p.label for p in parts(cell)] == [str(n) for n in range(1, len(items) + 1)]
