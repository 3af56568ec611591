"""Words of a picture, recognised by tesseract where it is installed.

The program gets the picture through its standard input and answers on its standard output; no file, no shell.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from statistics import median
from typing import Final, NamedTuple

from tasks.reading.layout.page import ASCENT, DESCENT, Word

PROGRAM: Final = "tesseract"
_WANTED: Final = ("ind", "eng")
_LIST_SECONDS: Final = 10.0
_WORD_LEVEL: Final = "5"
_COLUMNS: Final = 12
_SURE: Final = 20.0
_CAPITAL: Final = 0.8
_TAIL: Final = 0.35


class _Box(NamedTuple):
    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class RecognitionError(Exception):
    """The program gave no answer: it failed, or there was no time left."""


def installed() -> bool:
    """Whether there is a tesseract that knows a language of ours."""
    return bool(_languages())


@cache
def _languages() -> str:
    """The installed ones of Indonesian and English, as tesseract wants them; "" without any."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603  our own words
            [program, "--list-langs"], capture_output=True, timeout=_LIST_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    known = done.stdout.decode("utf-8", "replace").split()
    return "+".join(language for language in _WANTED if language in known)


def recognise(picture: bytes, kind: str, seconds: float, *options: str) -> bytes:
    """What tesseract says of a picture, as `kind` ("tsv", "pdf"). Raises RecognitionError."""
    program = shutil.which(PROGRAM)
    if program is None or seconds <= 0:
        raise RecognitionError
    command = [program, "stdin", "stdout", "-l", _languages(), "--psm", "3", *options, kind]
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


def words_of(table: bytes, scale: float, slope: float = 0.0) -> list[Word]:
    """The words of a TSV answer. `scale` is how many points a pixel measures; y less `slope` times x is level.

    What tesseract itself hardly believes, and holds neither letter nor digit, is a speck or a piece of a line.
    """
    lines: dict[tuple[str, ...], list[_Box]] = {}
    for row in table.decode("utf-8", "replace").splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        if float(cells[10]) < _SURE and not any(map(str.isalnum, cells[11])):
            continue
        left, top, width, height = map(float, cells[6:10])
        x, y = left + slope * top, top - slope * (left + width / 2)
        lines.setdefault(tuple(cells[2:5]), []).append(
            _Box("".join(cells[11].split()), x * scale, y * scale, (x + width) * scale, (y + height) * scale)
        )
    return [word for line in lines.values() for word in _on_a_line(line)]


def _on_a_line(boxes: Sequence[_Box]) -> Iterator[Word]:
    """Words of one size on one base line: the boxes end where their letters do, with or without tails."""
    heights = sorted(box.bottom - box.top for box in boxes)
    size = max(heights[len(heights) * 3 // 4] / _CAPITAL, 1.0)
    base = median(box.bottom for box in boxes)
    for box in boxes:
        foot = base if abs(box.bottom - base) < _TAIL * size else box.bottom
        yield Word(box.text, box.x0, foot - ASCENT * size, box.x1, foot + DESCENT * size, size)
