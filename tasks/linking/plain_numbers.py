"""Numbers as printed beside items, in a form in which people's ways of writing them agree."""

import re

_PADDED = re.compile(r"(?P<mark>\d*[a-z]+(?:\d+[-./])?)[-./]?0*(?P<own>\d+)")
_LETTERED = re.compile(r"(\d+)[-.]([a-z])")


def number(printed: str) -> str:
    """A printed number in its plain form: "8." and "(8)" are "8"."""
    return printed.strip(" .()[]:").casefold()


def plain(own: str) -> str:
    """A number without marks and noughts that people leave out: "ee-06" is "ee6", "a.4" is "a4", "2.a" is "2a"."""
    padded = _PADDED.fullmatch(own)
    if padded:
        return f"{padded['mark']}{padded['own']}"
    lettered = _LETTERED.fullmatch(own)
    return f"{lettered[1]}{lettered[2]}" if lettered else own
