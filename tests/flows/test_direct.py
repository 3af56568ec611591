"""Whole runs over real documents, without Prefect."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from flows.cli import main
from flows.servers.server import free_port
from tasks.rendering.group_sheets import SHEET_TEMPLATE
from tasks.rendering.render import TEMPLATES
from tasks.rendering.word import package
from tests.flows.fakes import MAIN, content

HEAVY = ("pandas", "prefect", "networkx", "lxml", "rich.progress")


def modules_after(*words: str) -> list[str]:
    """Which of the large modules are loaded when this command is over, in a process of its own."""
    code = f"import sys; from flows.cli import main; main({list(words)!r}); print(*({{*{HEAVY}}} & {{*sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return sorted(done.stdout.splitlines()[-1].split())


def test_the_documents_of_a_meeting_become_a_plan(
    rapat: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(rapat), "--out", str(tmp_path / "out"), "--direct"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Dibaca: 3 berkas; 0 digantikan versi yang lebih baru; 1 tidak terbaca."
    assert said[-1] == str(tmp_path / "out" / MAIN)
    words = "\n".join(cell.text for t in docx.Document(said[-1]).tables for row in t.rows for cell in row.cells)
    assert "Menyusun juknis pemanfaatan TIK" in words
    assert "Uji coba siaran radio" in words
    files = content(tmp_path / "out")
    assert {"plan.json", "tables/items.csv", "tables/problems.csv"} <= set(files)
    assert [name for name in files if name.startswith("kelompok/")] == [
        "kelompok/K1 kel 1.docx",
        "kelompok/K2 kel 2.docx",
    ]
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (record["mode"], record["as_of"], record["figures"]["records"]) == ("direct", "2017-02-11", 5)


def test_each_group_gets_a_sheet_of_what_was_read_from_its_files(rapat: Path, tmp_path: Path) -> None:
    main(["build", str(rapat), "--out", str(tmp_path / "out"), "--direct", "--lang", "en"])
    sheets = sorted((tmp_path / "out" / "groups").iterdir())
    assert [path.name for path in sheets] == ["K1 kel 1.docx", "K2 kel 2.docx"]
    words = [
        "\n".join(cell.text for t in docx.Document(str(path)).tables for row in t.rows for cell in row.cells)
        for path in sheets
    ]
    assert "Menyusun juknis pemanfaatan TIK" in words[0]
    assert "Uji coba siaran radio" not in words[0]
    assert "usulan.csv" in words[1]
    assert "foto.jpg" in words[1]
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert "groups/K1 kel 1.docx" in record["outputs"]


def test_a_sheet_that_a_group_has_filled_in_is_kept(rapat: Path, tmp_path: Path) -> None:
    words = ["build", str(rapat), "--out", str(tmp_path / "out"), "--direct"]
    main(words)
    sheet = tmp_path / "out" / "kelompok" / "K1 kel 1.docx"
    sheet.write_bytes(b"filled in")
    (rapat / "documents" / "kel 1" / "lagi.csv").write_text("Kegiatan,Waktu\nMenyusun modul,Mei 2017\n")
    main(words)
    assert (sheet.parent / "K1 kel 1 (suntingan).docx").read_bytes() == b"filled in"
    assert sheet.read_bytes().startswith(b"PK")


def test_a_changed_template_of_the_sheets_makes_a_new_run(
    rapat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    monkeypatch.setenv("RENJA_TEMPLATES", str(tmp_path / "templates"))
    words = ["build", str(rapat), "--out", str(tmp_path / "out"), "--direct"]
    main(words)
    main(words)
    assert "Tidak ada yang berubah" in capsys.readouterr().out
    template = tmp_path / "templates" / "id" / SHEET_TEMPLATE
    parts = package.read(template.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Terima kasih atas", b"Salam, terima kasih atas")
    template.write_bytes(package.write(parts))
    main(words)
    assert "Tidak ada yang berubah" not in capsys.readouterr().out
    sheet = docx.Document(str(tmp_path / "out" / "kelompok" / "K1 kel 1.docx"))
    assert any(p.text.startswith("Salam, terima kasih") for p in sheet.paragraphs)


def test_the_same_documents_give_the_same_bytes(rapat: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        main(["build", str(rapat), "--out", str(tmp_path / name), "--direct"])
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_only_a_changed_document_is_read_again(rapat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tasks.model.blocks import Document
    from tasks.model.meeting import Source
    from tasks.reading.process.pool import ReaderPool

    read: list[str] = []
    reading = ReaderPool.read

    def seen(self: ReaderPool, source: Source) -> Document:
        read.append(source.file)
        return reading(self, source)

    monkeypatch.setattr(ReaderPool, "read", seen)
    words = ["build", str(rapat), "--out", str(tmp_path / "out"), "--direct"]
    main(words)
    assert len(read) == 4
    read.clear()
    with (rapat / "documents" / "kel 2" / "usulan.csv").open("a", encoding="utf-8") as lines:
        lines.write("Lomba konten,Pustekkom,September 2017\n")
    main(words)
    assert read == ["kel 2/usulan.csv"]


def test_documents_without_an_action_build_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rapat").mkdir()
    (tmp_path / "rapat" / "daftar.csv").write_text("Nama,Alamat\nA,B\n")
    assert main(["build", str(tmp_path / "rapat"), "--out", str(tmp_path / "out"), "--direct"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Tidak ada satu pun kegiatan yang terbaca dari 1 berkas")


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rapat").mkdir()
    assert main(["build", str(tmp_path / "rapat"), "--out", str(tmp_path / "out"), "--direct"]) == 1
    assert capsys.readouterr().err.startswith(f"Folder {tmp_path / 'rapat'} tidak berisi dokumen")


def test_check_says_what_is_understood_of_each_file_and_writes_nothing(
    rapat: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert main(["check", str(rapat)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "kel 1/Matriks.docx: dibaca, format docx, 2 usulan kegiatan" in said
    assert said[said.index("kel 2/foto.jpg: tidak terbaca, format image, 0 usulan kegiatan") + 1].startswith("    ")
    assert said[-1] == "Jumlah: 5 usulan kegiatan dari 4 berkas."
    assert sorted(tmp_path.rglob("*")) == before


def test_starting_loads_nothing_large() -> None:
    assert modules_after("build") == []


def test_neither_pandas_nor_prefect_is_loaded_if_nothing_has_changed(rapat: Path, tmp_path: Path) -> None:
    words = ("build", str(rapat), "--out", str(tmp_path / "out"))
    assert "prefect" not in modules_after(*words, "--direct")
    assert modules_after(*words) == []


def test_check_needs_no_prefect(rapat: Path) -> None:
    assert "prefect" not in modules_after("check", str(rapat))


def test_without_prefect_the_plan_is_made_all_the_same_and_the_reason_told(
    rapat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("no folder")
    monkeypatch.setenv("RENJA_PREFECT_HOME", str(tmp_path / "home" / "prefect"))
    monkeypatch.setenv("RENJA_SERVER_URL", f"http://127.0.0.1:{free_port()}/api")
    assert main(["build", str(rapat), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[2].startswith("Prefect tidak dapat dijalankan (foldernya tidak dapat ditulisi)")
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["mode"] == "direct"
