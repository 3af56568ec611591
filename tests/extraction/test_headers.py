"""Where headers lie."""

import pytest

from tasks.extraction.grid import grid_of
from tasks.extraction.headers import HeaderRows, find_header
from tasks.extraction.vocabulary import vocabulary
from tests.builders import table
from tests.extraction.helpers import records

WORDS = vocabulary()


def header(text: str, row: int = 0) -> HeaderRows | None:
    return find_header(grid_of(table(text)), row, WORDS)


def test_one_row() -> None:
    found = header("No | Kegiatan | PJ\n1 | Menyusun | BPS")
    assert found is not None
    assert (found.first, found.last) == (0, 0)
    assert found.paths == (("No",), ("Kegiatan",), ("PJ",))


def test_merged_cells_give_paths() -> None:
    found = header("""
No | Kegiatan | Waktu | <       | PJ
^  | ^        | Mulai | Selesai | ^
1  | Menyusun | Mei   | Juni    | BPS
""")
    assert found is not None
    assert found.last == 1
    assert found.paths[2:4] == (("Waktu", "Mulai"), ("Waktu", "Selesai"))


def test_a_second_row_without_merges() -> None:
    found = header("""
No | Kegiatan | Penanggung Jawab |        | Waktu
   |          | Pusat            | Daerah |
1  | Menyusun | BPS              | Dinas  | Mei
""")
    assert found is not None
    assert found.last == 1
    assert found.paths[3] == ("Penanggung Jawab", "Daerah")


def test_three_rows_of_months_and_weeks() -> None:
    found = header("""
No | Kegiatan | Jadwal | <      | <     | <
^  | ^        | Maret  | <      | April | <
^  | ^        | 1      | 2      | 1     | 2
1  | Menyusun | x      |        |       | x
""")
    assert found is not None
    assert found.last == 2
    assert found.paths[5] == ("Jadwal", "April", "2")


@pytest.mark.parametrize(
    "text",
    [
        "1 | Menyusun pedoman | BPS | Mei 2026",
        "RENCANA KERJA | | |",
        "Pusat Statistik | Budi",
        "Catatan: kegiatan pusat dibiayai APBN | <",
    ],
)
def test_rows_that_are_no_header(text: str) -> None:
    assert header(text) is None


def test_below_data_only_an_unmistakable_row_is_a_header() -> None:
    grid = grid_of(table("Pelatihan bagi guru | Kegiatan di daerah | 2026\nNo | Kegiatan | Waktu"))
    assert find_header(grid, 0, WORDS, known=True) is None
    assert find_header(grid, 1, WORDS, known=True) is not None


def test_a_repeated_header_is_known_again() -> None:
    grid = grid_of(table("No | Kegiatan | PJ\n1 | Menyusun | BPS\nNO. | KEGIATAN | P.J.\n2 | Melatih | BPS"))
    found = find_header(grid, 0, WORDS)
    assert found is not None
    assert [found.repeated(grid, r) for r in range(4)] == [True, False, False, False]
    again = grid_of(table("No | Kegiatan | PJ\nNo | KEGIATAN | PJ"))
    assert found.repeated(again, 1)


def test_months_beside_one_known_word_are_enough() -> None:
    assert header("Kegiatan | Jan | Feb | Mar\nMenata | v |  |") is not None
    assert header("Menata data | Mei | Juni") is None


def test_first_letters_of_months_belong_to_a_header() -> None:
    months = " | ".join("JFMAMJJASOND")
    marked = " | ".join(["x", "x", *[""] * 10])
    found = records(
        f"No | Activity | Lead agency | {months} | Cost\n1 | Survey nurseries | BPS | {marked} | 12000", "en"
    )
    assert [(r["action"], r["owners_text"]) for r in found] == [("Survey nurseries", "BPS")]
    assert found[0]["period_text"].startswith("Januari")


def test_questions_for_different_things_head_a_table() -> None:
    assert header("Apa yang harus ada | Siapa yang urus | Kapan harus ada\nGudang beku | KKP | Mei 2026") is not None
    assert header("Siapa yang mau | Siapa yang urus | Siapa yang bantu\nA | B | C") is None


def test_a_check_list_of_questions_leaves_out_what_is_ticked() -> None:
    found = records("""
Cek | Apa yang harus siap | Siapa | Sampai kapan
☑ | Rapat awal | Kemensos | 31 Maret 2026
☐ | Posko layanan | BPS | 27 November 2026
""")
    assert [(r["action"], r["owners_text"], r["end_text"]) for r in found] == [
        ("Posko layanan", "BPS", "27 November 2026")
    ]
