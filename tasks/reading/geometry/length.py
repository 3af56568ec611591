"""Lengths as XML writes them, in English Metric Units."""

import re
from typing import Final

_UNITS: Final = {"mm": 36_000.0, "cm": 360_000.0, "in": 914_400.0, "pt": 12_700.0, "pc": 152_400.0, "pi": 152_400.0}
_MEASURE: Final = re.compile(r"(-?\d{1,12}(?:\.\d{1,12})?)(mm|cm|in|pt|pc|pi)")
_WHOLE: Final = re.compile(r"-?\d{1,15}")


def length(words: str | None) -> float:
    """A coordinate: a whole number of EMU, or a number with a unit (ISO/IEC 29500-1, 20.1.10.16); 0 if neither."""
    if not words:
        return 0
    if _WHOLE.fullmatch(words):
        return int(words)
    found = _MEASURE.fullmatch(words)
    return float(found[1]) * _UNITS[found[2]] if found else 0
