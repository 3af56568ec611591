"""A picture of the guide, with the words that it shows beside it: these tell whether it is still true."""

import re
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageChops, ImageOps

PICTURES: Final = Path(__file__).with_name("pictures")
RENEW: Final = "python -m tests.guide"
_COLOURS: Final = 48
_EDGE: Final = "#b0b0b0"
_ABOVE_FOOT: Final = 0.93
_COARSE: Final = (48, 48)
_ALIKE: Final = 0.03
_PASSING: Final = (
    (re.compile(r"\b\d{1,3}\s?%"), "…%"),
    (re.compile(r"\bRJ-[0-9A-Z-]+"), "RJ-…"),
    (re.compile(r"\bHalaman \d+ dari \d+"), "Halaman …"),
    (re.compile(r"\b\d{1,2} \w+ \d{4} \d\d:\d\d"), "…"),
    (re.compile(r"\b\d{4}/\d\d/\d\d \d\d:\d\d:\d\d [AP]M|\b\w{3} \d+\w\w, \d{4} at \d\d:\d\d [AP]M"), "…"),
    (re.compile(r"^\d+s$|^\d+ Task runs$", re.MULTILINE), "…"),
)
"""What differs from one state of the program, or one day, to the next, and shows a reader nothing."""


@dataclass(frozen=True)
class Picture:
    """What a person sees and reads there."""

    name: str
    image: Image.Image
    words: str

    def save(self, folder: Path) -> None:
        """Write both files."""
        folder.mkdir(exist_ok=True)
        few = self.image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(folder / f"{self.name}.png", optimize=True)
        (folder / f"{self.name}.txt").write_text(self.words, encoding="utf-8")


def pictured(name: str, image: Image.Image, words: str, width: int, trimmed: bool = False) -> Picture:
    """A picture this wide; trimmed: without the foot of the page and empty paper."""
    image = image.convert("RGB")
    if trimmed:
        image = image.crop((0, 0, image.width, round(image.height * _ABOVE_FOOT)))
        image = image.crop(_inked(image))
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    return Picture(name, ImageOps.expand(image, 1, _EDGE), lasting(words))


def _inked(image: Image.Image, margin: int = 24) -> tuple[int, int, int, int]:
    blank = Image.new("RGB", image.size, image.getpixel((0, 0)))
    left, top, right, bottom = ImageChops.difference(image, blank).getbbox() or (0, 0, *image.size)
    right, bottom = min(right + margin, image.width), min(bottom + margin, image.height)
    return max(left - margin, 0), max(top - margin, 0), right, bottom


def lasting(words: str) -> str:
    """The words line by line, without needless blanks and what passes."""
    for pattern, sign in _PASSING:
        words = pattern.sub(sign, words)
    return "".join(f"{line}\n" for line in (" ".join(line.split()) for line in words.splitlines()) if line)


def unlikeness(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart when looked at from afar: 0 (alike) to 1 (black and white)."""
    seen = [np.asarray(image.convert("L").resize(_COARSE, Image.Resampling.BOX), float) for image in (one, other)]
    return float(np.abs(seen[0] - seen[1]).mean() / 255)


def changed(picture: Picture) -> str:
    """What makes the kept picture a false one, and how to renew it; nothing if it is still true."""
    words = (PICTURES / f"{picture.name}.txt").read_text(encoding="utf-8").split()
    if words != picture.words.split():
        told = "\n".join(unified_diff(words, picture.words.split(), "kept", "now", lineterm="", n=2))
        return f"{picture.name}: other words than in the guide; look and renew with `{RENEW}`\n{told}"
    far = unlikeness(Image.open(PICTURES / f"{picture.name}.png"), picture.image)
    return f"{picture.name}: looks otherwise ({far:.3f}); look and renew with `{RENEW}`" if far > _ALIKE else ""
