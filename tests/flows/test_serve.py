"""`renja serve` and the form in Prefect's web page."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE, STDOUT

import pytest

from flows.cli import main
from flows.serve import _nothing_left
from flows.server import answer, free_port
from tests.flows.fakes import MAIN


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

    from flows.deployment import Form, build

    monkeypatch.setattr("flows.deployment.default_out", lambda folder: tmp_path / "plans" / folder.name)
    with temporary_settings({PREFECT_API_URL: server, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        made = build(Form(folder=str(rapat)), return_state=True)
        failed = build(Form(folder=str(tmp_path / "none")), return_state=True)
    assert made.is_completed()
    assert made.message == str(tmp_path / "plans" / "rapat" / MAIN)
    assert (tmp_path / "plans" / "rapat" / MAIN).is_file()
    assert failed.is_failed()
    assert str(failed.message).startswith(f"Folder {tmp_path / 'none'} tidak ditemukan")


@pytest.mark.prefect
@pytest.mark.skipif(os.name == "nt", reason="a test cannot press Ctrl+C there")
def test_serve_offers_the_form_until_ctrl_c(prefect_home: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}/api"
    places = {"RENJA_SERVER_URL": url, "RENJA_PREFECT_HOME": str(prefect_home), "PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "-m", "flows.cli", "serve"]
    with subprocess.Popen(words, stdout=PIPE, stderr=STDOUT, text=True, env={**os.environ, **places}) as process:
        assert process.stdout
        said = [process.stdout.readline(), process.stdout.readline()]
        forms: list[dict[str, str]] = []
        while not forms and process.poll() is None:
            forms = answer(f"{url}/deployments/filter", {})
        process.send_signal(signal.SIGINT)
        said += process.stdout.readlines()
    assert [form["name"] for form in forms] == ["renja"]
    assert said[1].startswith(f"Server siap. Buka {url.removesuffix('/api')} di peramban")
    assert said[2:] == ["Server dihentikan.\n"]
    assert process.returncode == 0


@pytest.mark.prefect
def test_the_form_asks_in_the_users_language() -> None:
    from flows.deployment import Form

    schema = Form.model_json_schema()
    assert schema["title"] == "Rencana kerja"
    assert [field["title"] for field in schema["properties"].values()] == [
        "Folder berkas rapat",
        "Bahasa dokumen",
        "Menurut keadaan tanggal",
    ]


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
