"""`renja serve` and the forms in Prefect's web page."""

import json
import sys
from pathlib import Path

import docx
import pytest

from flows.cli import main
from flows.folder.output import busy as busy_folder
from flows.folder.output import opened
from flows.serve import _nothing_left
from flows.servers.server import answer
from tests.flows.fakes import MAIN


def words_of(document: Path) -> str:
    """The paragraphs of a Word file."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(document)).paragraphs)


def test_only_a_server_on_this_computer_can_be_started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", "http://192.0.2.1:4200/api")
    assert main(["serve", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("The server at http://192.0.2.1:4200/api is not on this computer")


@pytest.mark.prefect
def test_a_server_that_is_running_already_is_told(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RENJA_SERVER_URL", server)
    assert main(["serve"]) == 0
    assert capsys.readouterr().out == f"Server sudah berjalan di {server.removesuffix('/api')}.\n"


@pytest.mark.prefect
@pytest.mark.filterwarnings("default")
def test_the_form_makes_a_plan_and_tells_in_one_sentence_why_it_cannot(
    server: str, rapat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

    from flows.web.deployment import build
    from flows.web.forms import BuildForm

    monkeypatch.setattr("flows.web.deployment.default_out", lambda folder: tmp_path / "plans" / folder.name)
    monkeypatch.setenv("PREFECT_API_URL", server)
    out = tmp_path / "plans" / "rapat"
    with temporary_settings({PREFECT_API_URL: server, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        made = build(BuildForm(folder=f'"{rapat}"', leave_out=["Kata pengantar"]), return_state=True)
        with opened(out):
            busy = build(BuildForm(folder=str(rapat)), return_state=True)
        failed = build(BuildForm(folder=str(tmp_path / "none")), return_state=True)
        (out / "run.json").unlink()
        late = build.with_options(timeout_seconds=0.3)(BuildForm(folder=str(rapat)), return_state=True)
    assert made.is_completed()
    assert str(made.message).endswith(f" {out / MAIN}")
    assert "Kata Pengantar" not in words_of(out / MAIN)
    assert busy.is_cancelled()
    assert (busy.name, str(busy.message)) == (
        "Sedang disusun orang lain",
        f"Rencana di folder {out} sedang diproses oleh jalannya program yang lain. "
        "Tunggu sampai selesai lalu jalankan lagi.",
    )
    assert failed.is_failed()
    assert str(failed.message).startswith(f"Folder {tmp_path / 'none'} tidak ditemukan")
    assert (late.name, str(late.message).split(";")[0]) == (
        "TimedOut",
        "Dihentikan karena belum selesai setelah 60 menit",
    )
    assert (out / MAIN).is_file()
    assert not busy_folder(out)
    shown = {one["key"]: one["data"] for one in answer(f"{server}/artifacts/filter", {})}
    assert "Dibaca: 3 berkas" in shown["rapat-ringkasan"]
    assert MAIN in shown["rapat-dokumen"]
    assert json.loads(shown["rapat-masalah"])[0]["Tingkat"]


@pytest.mark.prefect
def test_the_forms_ask_in_the_users_language() -> None:
    from flows.web.forms import BuildForm, ReviewForm

    titles = {
        form: [field["title"] for field in form.model_json_schema()["properties"].values()]
        for form in (BuildForm, ReviewForm)
    }
    assert titles[BuildForm] == [
        "Folder berkas rapat", "Bahasa dokumen", "Menurut keadaan tanggal", "Bagian yang ditiadakan",
    ]  # fmt: skip
    assert titles[ReviewForm] == ["Folder hasil rencana", "Berkas yang kembali", "Bahasa dokumen"]
    assert BuildForm(folder="x", leave_out=["BAB V Koordinasi", "Kata pengantar"]).chapters_left_out() == (
        "foreword", "coordination",
    )  # fmt: skip


def test_what_is_left_half_made_is_cleared_away_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    class Left:
        def __init__(self) -> None:
            self.own = self  # only the collector finds it

        def __del__(self) -> None:
            raise RuntimeError("half made")

    before = sys.unraisablehook
    with _nothing_left():
        Left()
    assert capsys.readouterr().err == ""
    assert sys.unraisablehook is before
