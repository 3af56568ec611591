"""Words of a picture, recognised by tesseract where it is installed.

The program gets the picture through its standard input and answers on its standard output; no file, no shell.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal

Segmentation = Literal["page", "block", "nothing"]

PROGRAM: Final = "tesseract"
_WANTED: Final = ("ind", "eng")
_LIST_SECONDS: Final = 10.0
_SEGMENTATIONS: Final[dict[Segmentation, str]] = {"page": "3", "block": "6", "nothing": "10"}
_TURN: Final = re.compile(r"^Rotate: (\d+)", re.MULTILINE)
_TURN_SURETY: Final = re.compile(r"^Orientation confidence: ([\d.]+)", re.MULTILINE)
_LEAST_SURE: Final = 2.0


class RecognitionError(Exception):
    """The program gave no answer: it failed, or there was no time left."""


def installed() -> bool:
    """Whether there is a tesseract that knows a language of ours."""
    return bool(languages())


def find_program() -> str | None:
    """The path of the program: in PATH, else where it installs itself on Windows, which puts it into no PATH."""
    return shutil.which(PROGRAM) or next((str(place) for place in _places() if place.is_file()), None)


def _places() -> Sequence[Path]:
    if sys.platform == "win32":
        folders = [Path(os.environ.get(name, "")) for name in ("ProgramW6432", "ProgramFiles", "LOCALAPPDATA")]
        return [folder / below / "Tesseract-OCR" / "tesseract.exe" for folder in folders for below in ("", "Programs")]
    return ()


@cache
def languages() -> tuple[str, ...]:
    """The installed ones of Indonesian and English."""
    program = find_program()
    if program is None:
        return ()
    try:
        done = subprocess.run(  # noqa: S603  our own words
            [program, "--list-langs"], capture_output=True, timeout=_LIST_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    known = done.stdout.decode("utf-8", "replace").split()
    return tuple(language for language in _WANTED if language in known)


def recognise(picture: bytes, kind: str, seconds: float, segmentation: Segmentation = "page", dpi: int = 0) -> bytes:
    """What tesseract says of a picture, as `kind` ("tsv", "pdf"). Raises RecognitionError.

    A "block" is read line by line, with one language alone, which is surer of single digits; "nothing" takes all for
    one letter, which is quick, and gives the picture as a PDF.
    """
    program = find_program()
    if program is None or seconds <= 0:
        raise RecognitionError
    known = "+".join(languages() if segmentation == "page" else languages()[:1])
    command = [program, "stdin", "stdout", "-l", known, "--psm", _SEGMENTATIONS[segmentation]]
    if dpi:
        command += ["-c", f"user_defined_dpi={dpi}"]
    return _said([*command, kind], picture, seconds)


def quarter_turns(picture: bytes, seconds: float) -> int:
    """How many quarter turns with the clock set a picture of text upright; 0 if the program cannot tell."""
    program = find_program()
    if program is None or seconds <= 0:
        return 0
    try:
        said = _said([program, "stdin", "stdout", "--psm", "0"], picture, seconds).decode("utf-8", "replace")
    except RecognitionError:
        return 0
    turn, sure = _TURN.search(said), _TURN_SURETY.search(said)
    return int(turn[1]) // 90 % 4 if turn and sure and float(sure[1]) >= _LEAST_SURE else 0


def _said(command: list[str], picture: bytes, seconds: float) -> bytes:
    """What the program answers. Raises RecognitionError."""
    # More threads cost more time than they save while other files are read beside this one.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603  a picture goes in, words come out
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RecognitionError from error
    if done.returncode:
        raise RecognitionError
    return done.stdout
