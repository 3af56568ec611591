"""renja merge: one table in, the tables of a plan out, whatever the format and the words of the header."""

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from flows.cli import main
from tests.benchmarks.open_data import table
from tests.flows.fakes import content

ROWS = (
    ("Menyusun juknis pemanfaatan TIK", "Pustekkom", "", "Maret 2017", "Rp 50 juta"),
    ("Penyusunan petunjuk teknis pemanfaatan TIK", "Pustekkom Kemendikbud", "", "Maret 2017", "50.000.000"),
    ("Pelatihan operator sekolah", "Dinas Pendidikan Kota Ambon", "Kota Ambon", "triwulan II 2017", ""),
    ("Pelatihan operator sekolah", "Dinas Pendidikan Kota Palu", "Kota Palu", "triwulan II 2017", ""),
)
CONTRACT = ("action", "owners", "regions", "period_text", "budget")
INDONESIAN = ("Kegiatan", "Penanggung Jawab", "Lokasi", "Waktu Pelaksanaan", "Anggaran")
ENGLISH = ("Activity", "Responsible", "Location", "Timeline", "Budget")


def written(path: Path, header: Sequence[str], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as lines:
        csv.writer(lines, delimiter=delimiter).writerows([header, *ROWS])
    return path


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def merged(path: Path, folder: Path) -> dict[str, bytes]:
    assert main(["merge", str(path), "--out", str(folder)]) == 0
    return content(folder)


def test_words_as_written_become_merged_items_families_and_what_was_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = merged(written(tmp_path / "usul.csv", CONTRACT), tmp_path / "out")
    assert sorted(found) == sorted(
        f"{name}.csv" for name in ("records", "items", "links", "conflicts", "problems", "families", "questions")
    )
    items = rows(tmp_path / "out", "items")
    assert [item["record_ids"] for item in items] == ["R1; R2", "R3", "R4"]
    assert (items[0]["start"], items[0]["end"], items[0]["budget"]) == ("2017-03-01", "2017-03-31", "50000000")
    assert [record["locator"] for record in rows(tmp_path / "out", "records")] == [f"row {n}" for n in (2, 3, 4, 5)]
    (family,) = rows(tmp_path / "out", "families")
    assert family["item_ids"].split("; ") == [item["item_id"] for item in items[1:]]
    said = capsys.readouterr().out.splitlines()
    assert said[-2].startswith("4 baris menjadi 3 kegiatan; 1 rumpun")
    assert said[-1] == str(tmp_path / "out" / "items.csv")


@pytest.mark.parametrize("header", [INDONESIAN, ENGLISH])
def test_headers_of_documents_are_understood(tmp_path: Path, header: Sequence[str]) -> None:
    (tmp_path / "a").mkdir()
    first = merged(written(tmp_path / "usul.csv", CONTRACT), tmp_path / "a" / "out")
    other = merged(written(tmp_path / "usul.csv", header, ";", "cp1252"), tmp_path / "b")
    assert other == first


def test_parquet_and_workbooks_give_what_csv_gives(tmp_path: Path) -> None:
    first = merged(written(tmp_path / "usul", CONTRACT), tmp_path / "csv")
    pd.DataFrame(ROWS, columns=list(CONTRACT)).to_parquet(tmp_path / "usul")
    parquet = merged(tmp_path / "usul", tmp_path / "parquet")
    assert parquet["items.csv"] == first["items.csv"]
    assert [r["locator"] for r in rows(tmp_path / "parquet", "records")] == [f"row {n}" for n in (1, 2, 3, 4)]
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (INDONESIAN, *ROWS):
        book.active.append(row)
    book.save(tmp_path / "usul.xlsx")
    assert merged(tmp_path / "usul.xlsx", tmp_path / "xlsx")["items.csv"] == first["items.csv"]
    assert rows(tmp_path / "xlsx", "records")[0]["locator"] == "sheet 'Sheet', row 2"


def test_what_is_missing_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "usul.csv", ("Kegiatan", "Lokasi", "Waktu", "Anggaran", "?"))
    assert main(["merge", str(path), "--out", str(tmp_path / "out")]) == 1
    assert "tidak mempunyai kolom owners; yang ada: Kegiatan, Lokasi" in capsys.readouterr().err
    assert main(["merge", str(tmp_path / "tiada.csv"), "--out", str(tmp_path / "out")]) == 1
    assert "berkasnya tidak ada" in capsys.readouterr().err
    (tmp_path / "usul.parquet").write_bytes(b"PAR1 and nothing else")
    assert main(["merge", str(tmp_path / "usul.parquet"), "--out", str(tmp_path / "out")]) == 1
    assert "Traceback" not in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["merge", str(tmp_path / "usul.parquet"), "--out", str(tmp_path / "out")]) == 1
    assert "python3 -m pip --python .venv install pyarrow" in capsys.readouterr().err
    assert main(["merge"]) == 2
    assert "renja merge kegiatan.csv" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_two_thousand_rows_are_merged_as_they_belong_together(tmp_path: Path) -> None:
    table(2000, "7", tmp_path / "items.csv", keep="cluster")
    merged(tmp_path / "items.csv", tmp_path / "out")
    with (tmp_path / "items.csv").open(encoding="utf-8", newline="") as lines:
        truth = [row["cluster"] for row in csv.DictReader(lines)]
    found = [row["item_id"] for row in rows(tmp_path / "out", "records")]
    right, made, true = pairs(zip(found, truth, strict=True)), pairs(found), pairs(truth)
    assert right / made > 0.99
    assert right / true > 0.85


def pairs(groups: object) -> int:
    assert isinstance(groups, zip | list)
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())
