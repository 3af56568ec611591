"""mulai.bat and mulai.sh: what a double click does; Python itself is replaced by a note of how it was called."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

BATCH = ROOT / "mulai.bat"
SHELL = ROOT / "mulai.sh"
NOTE = """#!/bin/sh
[ "$1" = -c ] && exit {fits}
printf '%s|' "$@" >> "{log}"
printf '%s\\n' "$(pwd)" >> "{log}"
[ "$2" != build ] || exit {built}
"""


def test_the_batch_file_is_as_windows_wants_it() -> None:
    data = BATCH.read_bytes()
    assert data.isascii()
    assert data.count(b"\r\n") == data.count(b"\n") > 50
    words = data.decode()
    labels = set(re.findall(r"^:(\w+)", words, re.MULTILINE))
    assert labels == set(re.findall(r"(?:goto|call) :?(\w+)", words)) - {"EOF"}
    assert "*.bat text eol=crlf" in (ROOT / ".gitattributes").read_text()


def test_the_shell_script_may_be_run() -> None:
    assert b"\r" not in SHELL.read_bytes()
    assert os.access(SHELL, os.X_OK)


@pytest.mark.skipif(os.name == "nt", reason="Windows has the batch file")
@pytest.mark.parametrize("place", ["Renja", "Renja & kawan (1) 'baru'"])
@pytest.mark.parametrize("folder", ["rapat", "Rapat & (uji) '17 $HOME"])
def test_a_folder_is_handed_on_whatever_it_is_called(tmp_path: Path, place: str, folder: str) -> None:
    done, log = _run(tmp_path, place, folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Selesai" in done.stdout
    home = tmp_path / place
    assert log == [f"mulai.py|{word}|{tmp_path / folder}|{home}" for word in ("build", "open")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has the batch file")
def test_without_a_folder_the_sample_is_made(tmp_path: Path) -> None:
    _, log = _run(tmp_path, "Renja")
    assert log[0].startswith("mulai.py|build|inputs/rakor-tik-2017|")


@pytest.mark.skipif(os.name == "nt", reason="Windows has the batch file")
def test_a_plan_that_was_not_made_is_not_opened(tmp_path: Path) -> None:
    done, log = _run(tmp_path, "Renja", "rapat", built=1)
    assert (done.returncode, len(log)) == (1, 1)
    assert "Rencana belum jadi" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has the batch file")
def test_without_a_python_that_is_new_enough_it_says_where_to_get_one(tmp_path: Path) -> None:
    done, log = _run(tmp_path, "Renja", "rapat", fits=1)
    assert (done.returncode, log, done.stderr) == (1, [], "")
    assert "python.org" in done.stdout


def _run(
    folder: Path, place: str, *words: str, fits: int = 0, built: int = 0
) -> tuple["subprocess.CompletedProcess[str]", list[str]]:
    """The script, copied to a place of its own, called from beside it; what it ran, a line each."""
    (folder / place).mkdir()
    shutil.copy(SHELL, folder / place)
    programs, log = folder / "bin", folder / "calls.log"
    programs.mkdir()
    for name in ("python3", "python", *(f"python3.{minor}" for minor in range(11, 15))):
        (programs / name).write_text(NOTE.format(fits=fits, built=built, log=log))
        (programs / name).chmod(0o755)
    done = subprocess.run(
        [f"./{place}/mulai.sh", *words], cwd=folder, env={"PATH": f"{programs}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done, log.read_text().splitlines() if log.exists() else []
