"""Lists in the cell of an action: several actions, or one in several steps."""

import pytest

from tests.extraction.helpers import actions, records

ROW = "No | Kegiatan | PJ | Waktu | Anggaran\n1 | {} | {} | {} | {}"


def row(action: str, owner: str = "BPS", time: str = "Mei 2026", budget: str = "Rp 300 juta") -> str:
    """A table of one row with this action."""
    return ROW.format(action, owner, time, budget)


@pytest.mark.parametrize(
    "cell",
    [
        "Pembangunan embung desa: / - Survei lokasi / - Penyusunan desain",
        "Pembangunan embung desa / - Survei lokasi / - Penyusunan desain",
        "Pembangunan embung desa: / 1. Survei lokasi / 2. Penyusunan desain",
    ],
)
def test_steps_below_what_is_to_be_done_are_one_action(cell: str) -> None:
    [found] = records(row(cell))
    assert found["action"] == "Pembangunan embung desa: Survei lokasi; Penyusunan desain"
    assert (found["number"], found["locator"], found["budget_text"]) == ("1", "table 1, row 2", "Rp 300 juta")


def test_things_below_a_line_are_no_actions() -> None:
    assert actions(row("Pelatihan aplikasi bagi: / - guru SD / - guru SMP", budget="")) == [
        "Pelatihan aplikasi bagi: guru SD; guru SMP"
    ]


def test_bullets_beside_one_sum_are_one_action() -> None:
    assert actions(row("- Membuat peta risiko / - Memasang rambu")) == ["Membuat peta risiko; Memasang rambu"]


@pytest.mark.parametrize(
    ("cell", "beside"),
    [
        ("- Membuat peta risiko / - Memasang rambu", {"budget": ""}),
        ("- Membuat peta risiko / - Memasang rambu", {"owner": "BNPB / BPS"}),
        ("- Membuat peta risiko / - Memasang rambu", {"budget": "- Rp 1 juta / - Rp 2 juta"}),
        ("1. Membuat peta risiko / 2. Memasang rambu", {}),
        ("Data bencana: / - Membuat peta risiko / - Memasang rambu", {}),
        ("Penguatan data: / - Membuat peta risiko / - Memasang rambu", {"budget": ""}),
        ("Penguatan data: / - Membuat peta risiko (BNPB; Mei) / - Memasang rambu", {}),
    ],
)
def test_points_that_stand_for_themselves_are_several(cell: str, beside: dict[str, str]) -> None:
    assert [a.removesuffix(" (BNPB; Mei)") for a in actions(row(cell, **beside))][-2:] == [
        "Membuat peta risiko",
        "Memasang rambu",
    ]


def test_a_sum_for_several_actions_is_counted_once() -> None:
    first, second = records(row("1. Membuat peta risiko / 2. Memasang rambu"))
    assert (first["budget_text"], first.get("remarks")) == ("Rp 300 juta", None)
    assert (second.get("budget_text"), second["remarks"]) == (None, "Anggaran: Rp 300 juta")
    own = records(row("1. Membuat peta / 2. Memasang rambu", budget="1. Rp 1 juta / 2. Rp 2 juta"))
    assert [r["budget_text"] for r in own] == ["Rp 1 juta", "Rp 2 juta"]


def test_of_several_sums_in_a_cell_the_total_counts() -> None:
    [found] = records(row("Melatih kader", budget="Honor: Rp 10 juta / Konsumsi: Rp 5 juta / Jumlah: Rp 15 juta"))
    assert found["budget_text"] == "Jumlah: Rp 15 juta"
    assert found["remarks"] == "Honor: Rp 10 juta; Konsumsi: Rp 5 juta"


def test_a_fund_for_several_actions_is_that_of_each() -> None:
    found = records(row("1. Membuat peta / 2. Memasang rambu", budget="APBN"))
    assert [r["fund_text"] for r in found] == ["APBN", "APBN"]
    found = records(row("1. Membuat peta / 2. Memasang rambu", budget="Rp 3 juta (APBN)"))
    assert [r.get("budget_text") for r in found] == ["Rp 3 juta (APBN)", None]
    assert [bool(r["fund_text"]) for r in found] == [True, True]
    found = records(row("1. Membuat peta / 2. Memasang rambu", budget="DIPA masing2"))
    assert [r["fund_text"] for r in found] == ["DIPA masing2", "DIPA masing2"]


def test_numbers_of_several_levels_are_no_part_of_the_action() -> None:
    found = records("Keluaran | Kegiatan | PJ\n1. Jalan | 1.1 Meratakan jalan / 1.2 Membangun gorong-gorong | BPS")
    assert [(r["number"], r["action"]) for r in found] == [
        ("1.1", "Meratakan jalan"),
        ("1.2", "Membangun gorong-gorong"),
    ]
    [alone] = records("No | Kegiatan | PJ\n1 | 1.1 Meratakan jalan | BPS")
    assert (alone["number"], alone["action"], alone["locator"]) == ("1.1", "Meratakan jalan", "table 1, row 2")
    assert actions("No | Kegiatan | PJ\n1 | 1.5 ha lahan ditanami | BPS") == ["1.5 ha lahan ditanami"]
