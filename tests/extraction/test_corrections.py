"""Rows that a later one replaces."""

from tests.builders import document
from tests.extraction.helpers import extracted

OLD = """
No | Kegiatan                        | PJ
1  | Memasang alat pada kapal besar  | BPS
2  | Menyusun pedoman                | BPS
"""
NEW = """
No | Kegiatan                        | PJ  | Perubahan
1  | Memasang alat pada kapal kecil  | BPS | {}
"""


def results(words: str, action: str = "Memasang alat pada kapal kecil") -> list[str]:
    new = NEW.format(words).replace("Memasang alat pada kapal kecil", action)
    found = extracted(document(OLD, "matriks.docx"), document(new, "ralat.docx"))
    return list(found.raw["action"])


def test_a_row_that_another_replaces_is_superseded() -> None:
    found = extracted(document(OLD, "matriks.docx"), document(NEW.format("Menggantikan butir 1"), "ralat.docx"))
    assert list(found.raw["action"]) == ["Menyusun pedoman", "Memasang alat pada kapal kecil"]
    row = found.accounting[(found.accounting.file == "matriks.docx") & (found.accounting.locator == "table 1, row 2")]
    assert row[["fate", "record_id", "reason"]].to_numpy().tolist() == [["superseded", "", "@extraction.replaced"]]


def test_only_the_number_that_is_named_and_only_what_is_alike() -> None:
    assert "Memasang alat pada kapal besar" in results("Menggantikan butir 2")
    assert "Memasang alat pada kapal besar" in results("Menggantikan butir 1", "Membentuk koperasi desa")
    assert "Memasang alat pada kapal besar" in results("Lihat butir 1")
    assert "Memasang alat pada kapal besar" not in results("replaces item 1")
