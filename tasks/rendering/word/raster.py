"""SVG as PNG, for programs that know no SVG: drawn by resvg with a font that is installed beside it.

The same SVG gives the same bytes on every machine, for no font of the machine is asked; but for letters beyond Latin,
Greek and Cyrillic, which that font lacks.
"""

import json
import re
import struct
import sys
from functools import cache, lru_cache
from importlib.resources import files
from typing import IO

import resvg_py

_FAMILY = "Arimo"
_BEYOND = re.compile("[\u0530-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff\U00010000-\U0010ffff]")
_POINTS_AN_INCH = 72
_LENGTH = struct.Struct(">Q")
_LARGEST = 256 * 1024 * 1024  # bytes of a PNG; what is told to be longer is none of ours


@lru_cache(maxsize=32)
def png(svg: str, zoom: float) -> bytes:
    """The picture with `zoom` dots a point. Raises ValueError for what is no SVG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            dpi=_POINTS_AN_INCH,
            skip_system_fonts=not _BEYOND.search(svg),
            font_files=[_font()],
            font_family=_FAMILY,
            sans_serif_family=_FAMILY,
        )
    )


@cache
def _font() -> str:
    return str(files("fontpkg_arimo") / "files" / "Arimo[wght].ttf")


def serve() -> None:
    """Draws for another process until its words end: a line of JSON with SVG and zoom in, a PNG out, empty for none."""
    for line in sys.stdin.buffer:
        try:
            data = png(*json.loads(line))
        except ValueError:
            data = b""
        sys.stdout.buffer.write(_LENGTH.pack(len(data)) + data)
        sys.stdout.buffer.flush()


def received(pipe: IO[bytes]) -> bytes:
    """A PNG that such a process has drawn; empty if it has not, or is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length) if length <= _LARGEST else b""
    return data if len(data) == length else b""
