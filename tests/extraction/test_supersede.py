"""Versions of documents."""

import pytest

from tasks.extraction.supersede import superseded, version
from tests.builders import document
from tests.extraction.helpers import extracted

PLAN = "Kegiatan | PJ | Waktu\nMenyusun peta jalan | BPS | Mei\nMelatih relawan bencana | BPBD | Juni"
OTHER = "Siaran | Radio\nPagi hari | Kupang"


def older(*names: str, texts: tuple[str, ...] = ()) -> dict[str, str]:
    found = superseded([document(t, n) for n, t in zip(names, texts or (PLAN,) * len(names), strict=True)])
    return {old: s.newer for old, s in found.items()}


@pytest.mark.parametrize(
    "old, new",
    [
        ("Matriks.docx", "Matriks_rev2.docx"),
        ("Matriks_rev1.docx", "Matriks_rev2.docx"),
        ("Matriks rev 2.docx", "Matriks rev 10.docx"),
        ("Rumusan.docx", "Rumusan_FINAL.docx"),
        ("Rumusan final.docx", "Rumusan final revisi 2.docx"),
        ("RTL.docx", "RTL (1).docx"),
        ("RTL draft.docx", "RTL.docx"),
        ("RTL 2026-02-09.docx", "RTL 2026-02-11.docx"),
        ("RTL.docx", "RTL - koreksi.docx"),
        ("Plan.docx", "Plan v2.docx"),
        ("a/RTL.docx", "a/RTL fix.docx"),
        ("Matriks v1 (18 Mrt).docx", "Matriks v3 FIX (20 Mrt).docx"),
        ("RTL 9 Feb 2026.docx", "RTL 11 Feb 2026.docx"),
    ],
)
def test_the_newer_version_counts(old: str, new: str) -> None:
    assert older(old, new) == {old: new}
    assert older(new, old) == {old: new}


def test_three_versions_name_the_newest() -> None:
    assert older("RTL.docx", "RTL rev1.docx", "RTL rev2.docx") == {
        "RTL.docx": "RTL rev2.docx",
        "RTL rev1.docx": "RTL rev2.docx",
    }


@pytest.mark.parametrize(
    "names",
    [
        ("Notulen - koreksi LPMP.docx", "Matriks.docx"),
        ("a/RTL.docx", "b/RTL rev2.docx"),
        ("RTL 1.docx", "RTL 2.docx"),
        ("Kelompok 1.docx", "Kelompok 2.docx"),
    ],
)
def test_other_documents_supersede_nothing(names: tuple[str, str]) -> None:
    assert older(*names) == {}


def test_minutes_of_two_days_are_not_two_versions() -> None:
    first = "Kegiatan | PJ\nMenata arsip | BPS\nMelatih relawan | BPBD\nMemetakan sekolah | Dinas Pendidikan"
    second = "Kegiatan | PJ\nMenyusun peta jalan | BPS\nMelatih relawan | BPBD\nMembangun menara | Diskominfo"
    assert older("Notula (9 Feb).docx", "Notula (10 Feb).docx", texts=(first, second)) == {}
    assert older("Laporan TW I.docx", "Laporan TW II.docx") == {}


def test_names_alone_are_not_enough() -> None:
    assert older("Matriks.docx", "Matriks_rev2.docx", texts=(PLAN, OTHER)) == {}


def test_a_date_inside_decides_between_equal_names() -> None:
    first = f"Matriks, revisi 9 Februari 2026\n\n{PLAN}"
    second = f"Matriks, revisi 11 Februari 2026\n\n{PLAN}"
    assert older("Matriks.docx", "matriks.docx", texts=(second, first)) == {"matriks.docx": "Matriks.docx"}


def test_a_name_taken_apart() -> None:
    found = version("x/Matriks Kel 1_rev2 FINAL (3).docx")
    assert (found.stem, found.number, found.final, found.copy) == ("matriks kel 1", 2, 1, 3)
    assert version("Revitalisasi.docx").stem == "revitalisasi"


def test_nothing_is_taken_from_an_older_version() -> None:
    found = extracted(document(PLAN, "RTL.docx"), document(PLAN, "RTL rev2.docx"))
    assert set(found.raw["file"]) == {"RTL rev2.docx"}
    assert list(found.sources["status"]) == ["superseded", "read"]
    assert [(str(p.code), p.file) for p in found.problems] == [("file-superseded", "RTL.docx")]
    assert set(found.accounting[found.accounting["file"] == "RTL.docx"]["fate"]) == {"superseded"}
