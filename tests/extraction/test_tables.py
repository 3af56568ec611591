"""Kinds of tables that give no records."""

from dataclasses import replace

import pytest

from tasks.model.blocks import Document
from tests.builders import table
from tests.extraction.helpers import codes, extracted, fates


def test_hidden_sheets_are_left_out() -> None:
    hidden = replace(table("Kegiatan | PJ\nMenata data | BPS\n |", "sheet 'draf', row {}", "draf"), hidden=True)
    found = extracted(Document("a.xlsx", "xlsx", (hidden,)))
    assert found.raw.empty
    assert list(found.accounting["fate"]) == ["remark", "remark", "empty"]
    assert found.accounting["reason"][0] == "@extraction.hidden-sheet"


def test_a_summary_is_a_total() -> None:
    found = fates("REKAPITULASI | <\nProvinsi | Jumlah biaya (Rp)\nJawa Barat | 550000")
    assert set(found.values()) == {("total", "summary")}
    assert codes("REKAPITULASI | <\nProvinsi | Jumlah biaya (Rp)\nJawa Barat | 550000") == ["records-none"]


@pytest.mark.parametrize(
    "text",
    ["Rekap biaya (miliar) |\nJalan | 198.5\nDermaga | 87.75\nBandara | 101.2", "Jalan | 19\nDermaga | 8\nTotal | 27"],
)
def test_numbers_beside_labels_are_a_summary_by_their_title_or_total(text: str) -> None:
    assert set(fates(text).values()) == {("total", "summary")}
    assert codes(text) == ["records-none"]


def test_abbreviations() -> None:
    text = "USO | Universal Service Obligation\nNOC | Network Operation Center\nDRC | Disaster Recovery Center"
    assert set(fates(text).values()) == {("remark", "abbreviations")}


def test_signatures() -> None:
    assert set(fates("Mengetahui, | Depok, 10 Februari\nKetua | Notulis").values()) == {("remark", "signature")}


def test_signatures_under_titles_that_look_like_headers() -> None:
    text = "Kepala Dinas | Direktur Utama\nBudi, M.Si | Sari\nWakil dinas sosial provinsi | Notulis\n Made | Nur, S.Kom"
    assert set(fates(text).values()) == {("remark", "signature")}
    assert codes(text) == ["records-none"]
    assert codes("Ketua | Waktu\nRapat | Mei\nSurvei | Juni") == ["table-not-understood", "records-none"]


def test_a_list_of_contacts() -> None:
    text = "Posko | Telepon\nPosko Ambon | (0911) 000119\nPosko Ende | 0381-000118"
    assert set(fates(text).values()) == {("remark", "attendance")}
    assert codes(text) == ["records-none"]


def test_people_present() -> None:
    found = fates("No | Nama | Instansi | Tanda Tangan\n1 | Budi | BPS |")
    assert found["table 1, row 2"] == ("remark", "attendance")
    assert codes("No | Nama | Instansi | Tanda Tangan\n1 | Budi | BPS |") == ["records-none"]


def test_a_table_that_nobody_understands_is_named() -> None:
    text = "kertas | 10 rim | 40\ntinta | 2 botol | 90\npena | 5 buah | 3"
    assert "table-not-understood" in codes(text)
    assert fates(text)["table 1, row 1"] == ("not understood", "no-header")
