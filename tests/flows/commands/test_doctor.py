"""What the look at the computer finds, and what it advises."""

import json
import socket
from datetime import date
from pathlib import Path

import pytest

from flows.commands.doctor import checks, system
from flows.commands.doctor.checks import Finding
from flows.commands.doctor.report import install, lines, sound
from flows.settings import Settings
from tasks.rendering.catalogue import LANGUAGES, load
from tests.flows.newcomer import Newcomer


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newcomer:
    return Newcomer(tmp_path, monkeypatch, capsys)


def test_the_command_says_it_in_lines_and_for_scripts(user: Newcomer) -> None:
    told = user.run("doctor")
    assert told.out[0].startswith("[baik] Python 3.")
    assert told.code == (0 if "dapat disusun di komputer ini" in told.out[-1] and "belum" not in told.out[-1] else 1)
    found = json.loads(user.run("doctor", "--json").out[0])
    assert found["exit"] == told.code
    assert {"python", "packages", "writable"} <= {check["check"] for check in found["checks"]}


def test_whatever_a_check_can_find_has_a_sentence_in_both_languages() -> None:
    """Every key that stands in the code is in both catalogues, and the other way round."""
    code = Path(checks.__file__).read_text(encoding="utf-8")
    for language in LANGUAGES:
        keys = {key.removeprefix("doctor.") for key in load(language)._sentences if key.startswith("doctor.")}
        of_checks = {k for k in keys if not k.startswith(("state.", "install")) and k not in {"sound", "unsound"}}
        assert [key for key in sorted(of_checks) if f'"{key}"' not in code] == []


@pytest.mark.parametrize("found, state", [((3, 10, 4), "bad"), ((3, 11, 0), "ok"), ((3, 14, 1), "ok")])
def test_python(found: tuple[int, ...], state: str) -> None:
    assert checks._python(found).state == state


@pytest.mark.parametrize(
    "folder, service",
    [
        ("C/Users/Ani/OneDrive/Renja/outputs", "OneDrive"),
        ("C/Users/Ani/OneDrive - Kementerian PPN/outputs", "OneDrive"),
        ("home/ani/Dropbox (Kantor)/outputs", "Dropbox"),
        ("G/My Drive/outputs", "Google Drive"),
        ("Users/ani/Library/CloudStorage/GoogleDrive-ani@x.id/outputs", "Google Drive"),
        ("home/ani/Dropboxes/outputs", ""),
        ("home/ani/Documents/Renja/outputs", ""),
    ],
)
def test_folders_that_a_service_synchronises(folder: str, service: str) -> None:
    assert system.service(Path(folder)) == service
    (found,) = checks._place(Path(folder), windows=False)
    assert found.state == ("hint" if service else "ok")


def test_a_long_path_is_told_on_windows_alone() -> None:
    deep = Path("C/" + "x" * 130)
    assert [found.key for found in checks._place(deep, windows=True)] == ["doctor.not-synced", "doctor.long-path"]
    assert len(list(checks._place(deep, windows=False))) == 1


def test_a_clock_before_the_program_was_written() -> None:
    assert checks._clock(date(2001, 1, 1)).state == "hint"
    assert checks._clock(date(2400, 1, 1)).state == "ok"


@pytest.mark.parametrize("encoding, state", [("utf-8", "ok"), ("UTF8", "ok"), ("cp1252", "hint"), ("", "hint")])
def test_a_window_that_does_not_know_all_letters(encoding: str, state: str) -> None:
    assert checks._console(encoding).state == state


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    assert checks._writable(tmp_path / "berkas" / "outputs").state == "bad"
    assert checks._writable(tmp_path / "outputs").state == "ok"


def test_too_little_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_ROOM_MIB", 10**9)
    assert checks._room(tmp_path / "outputs").state == "bad"


def test_another_program_where_the_server_should_be() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{other.getsockname()[1]}/api"
        assert checks._server(url).key == "doctor.server-none"
        other.listen()
        assert checks._server(url).key == "doctor.server-strange"


def test_a_shared_memory_out_of_reach() -> None:
    found = checks._memory(Settings(memory_url="postgresql://ani:rahasia@127.0.0.1:9/renja"))
    assert found.state == "bad"
    assert "rahasia" not in str(found)


MISSING = (Finding("doctor.libreoffice-missing", "hint", program="LibreOffice"),
           Finding("doctor.tesseract-missing", "hint", program="Tesseract"))  # fmt: skip


@pytest.mark.parametrize(
    "by, line",
    [
        ("apt", "sudo apt install libreoffice-writer libreoffice-impress tesseract-ocr tesseract-ocr-ind"),
        ("brew", "brew install libreoffice tesseract tesseract-lang"),
        ("winget", "winget install --exact TheDocumentFoundation.LibreOffice UB-Mannheim.TesseractOCR"),
    ],
)
def test_one_line_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch, by: str, line: str) -> None:
    monkeypatch.setattr(system, "installer", lambda: by)
    assert install(MISSING) == line
    said = list(lines(MISSING, load("id"), every=False))
    assert said[-2] == f"Pasang yang kurang dengan satu baris: {line}"
    assert sound(MISSING)


def test_without_an_installer_the_places_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "installer", lambda: "")
    assert "https://www.libreoffice.org" in list(lines(MISSING, load("en"), every=False))[-2]


def test_only_what_is_bad_stops_a_plan() -> None:
    bad = Finding("doctor.no-room", "bad", (("free", "1"), ("needed", "500")))
    assert not sound([*MISSING, bad])
    assert list(lines([bad], load("id"), every=True))[-1].startswith("Rencana belum dapat disusun")
