"""SVG as PNG, for programs that know no SVG: drawn by resvg with a font that is installed beside it.

The same SVG gives the same bytes on every machine, for no font of the machine is asked; but for letters beyond Latin,
Greek and Cyrillic, which that font lacks.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

import resvg_py

_FAMILY = "Arimo"
_BEYOND = re.compile("[\u0530-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff\U00010000-\U0010ffff]")
_POINTS_AN_INCH = 72


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
