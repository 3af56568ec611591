"""What tesseract says of how a picture lies."""

import shutil
from pathlib import Path

import pytest

from tasks.reading.programs.tesseract import quarter_turns


def answering(folder: Path, words: str) -> str:
    """A program in place of tesseract."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\ncat > /dev/null\n{words}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


@pytest.mark.parametrize(
    ("words", "turns"),
    [
        ("printf 'Page number: 0\\nRotate: 90\\nOrientation confidence: 23.03\\n'", 1),
        ("printf 'Page number: 0\\nRotate: 270\\nOrientation confidence: 4.1\\n'", 3),
        ("printf 'Page number: 0\\nRotate: 180\\nOrientation confidence: 0.40\\n'", 0),
        ("printf 'Too few characters'", 0),
        ("exit 1", 0),
    ],
)
def test_how_a_picture_lies(words: str, turns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = answering(tmp_path, words)
    monkeypatch.setattr(shutil, "which", lambda name: program)
    assert quarter_turns(b"P5 1 1 255\n0", 10) == turns


def test_without_the_program_nothing_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert quarter_turns(b"P5 1 1 255\n0", 10) == 0
