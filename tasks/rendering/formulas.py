"""Texts that a spreadsheet would run as a formula."""

import re
from typing import Final

_TRIGGERS: Final = frozenset("=+-@\t\r＝＋－＠")
_HARMLESS: Final = re.compile(r"[+-]?\d+([.,]\d+)*|[-–]+")


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet takes a text for a formula once it is typed or imported; numbers and bare dashes are none.

    The signs are those of OWASP's page on CSV injection.
    """
    return text.lstrip(" \n")[:1] in _TRIGGERS and not _HARMLESS.fullmatch(text)
