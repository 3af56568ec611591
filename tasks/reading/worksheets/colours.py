"""The colours that workbooks refer to by number, and lighter or darker ones."""

import colorsys
import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def indexed_colours() -> Mapping[int, str]:
    """Six hex digits by number, before a workbook's own palette."""
    with (Path(__file__).parent / "indexed_colours.csv").open(encoding="utf-8", newline="") as lines:
        return {int(row["index"]): row["colour"] for row in csv.DictReader(lines)}


def visible(colour: str) -> str:
    """The colour, or nothing for white, which nobody tells from an empty cell."""
    return "" if colour == "FFFFFF" else colour


def tinted(colour: str, share: float) -> str:
    """A colour made lighter (share > 0) or darker (share < 0) by a share of its luminance, 18.8.19."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
