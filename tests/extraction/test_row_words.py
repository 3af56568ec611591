"""What a row repeats from the one above."""

import pytest

from tests.extraction.helpers import records


@pytest.mark.parametrize(
    ("head", "mark", "owner"),
    [
        ("No | Activity | Lead agency | When", "SDA", "SDA"),
        ("No | Activity | Lead agency | When", "s.d.a.", "NCPB"),
        ("No | Activity | Lead agency | When", "ditto", "NCPB"),
        ("No | Kegiatan | Penanggung jawab | Waktu", "SDA", "NCPB"),
        ("No | Kegiatan | Penanggung jawab | Waktu", "sda", "NCPB"),
    ],
)
def test_capitals_are_a_name_where_the_table_is_english(head: str, mark: str, owner: str) -> None:
    found = records(f"{head}\n1 | Melatih juru ukur | NCPB | 2026\n2 | Menyusun peta | {mark} | 2026")
    assert found[1]["owners_text"] == owner


def test_a_code_that_serves_as_the_number_is_no_remark() -> None:
    [found] = records("Ref | Activity | Lead | When\nPH1 | Train surveyors | BPS | May 2026")
    assert (found["number"], "remarks" in found) == ("PH1", False)
    [both] = records("No | Kode | Kegiatan | PJ | Waktu\n1 | A-7 | Menata arsip | BPS | Mei 2026")
    assert (both["number"], both["remarks"]) == ("1", "Kode: A-7")
