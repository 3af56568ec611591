"""The pipeline as a flow, on a server of this session and on the embedded one."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from flows.cli import main
from flows.servers.server import answer, free_port
from tests.flows.fakes import content

pytestmark = [pytest.mark.prefect, pytest.mark.filterwarnings("default")]

LATER = ["Mengambil kegiatan", "Membakukan waktu, anggaran, dan instansi", "Menggabungkan", "Menghubungkan",
         "Menjadwalkan", "Menulis dokumen"]  # fmt: skip
FILES = ["kel 1/Matriks.docx", "kel 2/RTL.xlsx", "kel 2/foto.jpg", "kel 2/usulan.csv"]


def task_runs(server: str, flow_run: str) -> list[tuple[str, str]]:
    """Name and state of every task run on record for the flow run of this name, by name."""
    question = {"flow_runs": {"name": {"any_": [flow_run]}}, "limit": 200}
    runs: list[dict[str, Any]] = answer(f"{server}/task_runs/filter", question)
    return sorted((run["name"], (run["state"] or {"name": ""})["name"]) for run in runs)


def ended(server: str, flow_run: str, number: int) -> list[tuple[str, str]]:
    """The same, once so many are there and all have ended."""
    for _ in range(200):
        runs = task_runs(server, flow_run)
        if len(runs) == number and all(state in {"Completed", "Cached", "Failed"} for _, state in runs):
            return runs
        sleep(0.05)
    return runs


def test_after_a_change_one_document_is_read_and_the_rest_comes_from_the_cache(
    rapat: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    words = ["build", str(rapat), "--out", str(tmp_path / "plan")]
    assert main(words) == 0
    read = [(f"Membaca {file}", "Completed") for file in FILES]
    assert ended(server, "plan", 10) == sorted([*read, *((name, "Completed") for name in LATER)])

    with (rapat / "documents" / "kel 2" / "usulan.csv").open("a", encoding="utf-8") as lines:
        lines.write("Lomba konten,Pustekkom,September 2017\n")
    assert main(words) == 0
    again = ended(server, "plan", 20)
    assert [name for name, state in again if state == "Cached"] == [f"Membaca {file}" for file in FILES[:-1]]
    assert again.count((f"Membaca {FILES[-1]}", "Completed")) == 2
    assert json.loads((tmp_path / "plan" / "run.json").read_text(encoding="utf-8"))["mode"] == "server"
    assert capsys.readouterr().err == ""


def test_a_document_lost_from_the_store_is_read_again(
    rapat: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    words = ["build", str(rapat), "--out", str(tmp_path / "lost")]
    main(words)
    before = content(tmp_path / "lost")
    for kept in (tmp_path / "lost" / ".renja" / "cache").glob("*.json"):
        kept.unlink()
    (tmp_path / "lost" / "run.json").unlink()
    assert main(words) == 0
    assert [state for _, state in ended(server, "lost", 20)] == ["Completed"] * 20
    assert content(tmp_path / "lost") == before


def test_all_three_ways_give_the_same_bytes_and_leave_their_records(
    rapat: Path, tmp_path: Path, server: str, prefect_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["build", str(rapat), "--out", str(tmp_path / "direct"), "--direct"])
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    main(["build", str(rapat), "--out", str(tmp_path / "server")])
    nobody = f"http://127.0.0.1:{free_port()}/api"
    words = [sys.executable, "-m", "flows.cli", "build", str(rapat), "--out", str(tmp_path / "embedded")]
    places = {"RENJA_SERVER_URL": nobody, "RENJA_PREFECT_HOME": str(prefect_home)}
    done = subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ, **places})

    assert done.stderr == ""
    modes = [
        json.loads((tmp_path / m / "run.json").read_text(encoding="utf-8"))["mode"]
        for m in ("direct", "server", "embedded")
    ]
    assert modes == ["direct", "server", "embedded"]
    assert content(tmp_path / "server") == content(tmp_path / "direct")
    assert content(tmp_path / "embedded") == content(tmp_path / "direct")
    assert len(task_runs(server, "embedded")) == 10
    assert {state for _, state in task_runs(server, "embedded")} == {"Completed"}


def test_a_file_that_cannot_be_opened_holds_up_nothing(
    rapat: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (rapat / "documents" / "hilang.docx").symlink_to(tmp_path / "nowhere.docx")
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    assert main(["build", str(rapat), "--out", str(tmp_path / "rapat {final}")]) == 0
    runs = ended(server, "rapat {final}", 11)
    assert ("Membaca hilang.docx", "Failed") in runs
    assert [state for _, state in runs].count("Completed") == 10
    assert json.loads((tmp_path / "rapat {final}" / "run.json").read_text(encoding="utf-8"))["mode"] == "server"
    assert "hilang.docx: Tidak dapat dibaca" in capsys.readouterr().out


def test_a_run_that_fails_in_a_stage_is_one_sentence(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    (tmp_path / "rapat").mkdir()
    (tmp_path / "rapat" / "daftar.csv").write_text("Nama,Alamat\nA,B\n")
    assert main(["build", str(tmp_path / "rapat"), "--out", str(tmp_path / "none")]) == 1
    said = capsys.readouterr()
    sentence, cause = said.err.splitlines()
    assert said.out == ""
    assert cause.startswith("  ")
    assert "daftar.csv" in cause
    assert "Traceback" not in sentence + cause
    assert said.err.startswith("Tidak ada satu pun kegiatan yang terbaca dari 1 berkas")
