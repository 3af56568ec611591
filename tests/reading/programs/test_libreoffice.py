"""LibreOffice as a servant: nothing of it stays, it follows no links, and it may be missing."""

import socket
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import tasks.reading.programs.libreoffice as module
from tasks.model.problem import Code
from tasks.reading.programs.libreoffice import ConversionError, convert, find_program
from tasks.reading.read import read_file
from tests.reading.packages import PATHOLOGIES, source

FOLDER = PATHOLOGIES / "legacy"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that nobody else uses."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def script(folder: Path, words: str) -> str:
    """A program in place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def test_two_at_once_and_nothing_stays(libreoffice: str, empty: Path) -> None:
    names = ("D02_vmerge", "D03_header2")
    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(lambda name: convert((FOLDER / f"{name}.doc").read_bytes(), "doc", "docx"), names))
    assert [data[:2] for data in made] == [b"PK", b"PK"]
    assert list(empty.iterdir()) == []


def test_a_file_that_it_cannot_open_is_an_error(libreoffice: str) -> None:
    with pytest.raises(ConversionError):
        convert(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc", "docx")


def test_links_to_other_machines_are_not_followed(libreoffice: str) -> None:
    """A picture that lies on the web: whoever opens the document tells its author so, unless links are off."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1]).encode()
        data = (FOLDER / "L01_link.doc").read_bytes()
        address = b"http://127.0.0.1:18765/x.png"
        assert address in data
        linked = data.replace(address, (b"http://127.0.0.1:" + port + b"/x.png").ljust(len(address)))
        assert convert(linked, "doc", "docx").startswith(b"PK")
        server.settimeout(0.0)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_machine_without_it(no_libreoffice: None) -> None:
    with pytest.raises(ConversionError):
        convert(b"x", "doc", "docx")


def test_without_it_a_document_is_read_in_part(no_libreoffice: None) -> None:
    document = read_file(source(FOLDER / "D02_vmerge.doc"))
    assert [found.code for found in document.problems] == [Code.READ_IN_PART]
    assert document.format == "doc"
    assert document.blocks


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("words", ["exit 0", "exit 1", "sleep 60 & sleep 60"])
def test_a_servant_that_fails_or_sleeps(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: Path
) -> None:
    program = script(tmp_path, words)
    monkeypatch.setattr(module, "find_program", lambda: program)
    monkeypatch.setattr(module, "_SECONDS", 0.3)
    with pytest.raises(ConversionError):
        convert(b"x", "doc", "docx")
    assert [path.name for path in empty.iterdir()] == ["soffice"]


def test_its_place_on_each_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "LibreOffice 5" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_program() == str(program)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("shutil.which", lambda name: f"/opt/{name}")
    assert find_program() == "/opt/soffice"
