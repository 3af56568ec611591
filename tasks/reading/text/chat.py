"""Chats that people save as text: who wrote when, as WhatsApp exports it on either kind of telephone."""

import re
from typing import Final, Literal

_UNSEEN: Final = "[\u200e\u200f\u202a-\u202e]*"
_DATE: Final = r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}"
_TIME: Final = r"(?:pukul\s+|at\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[\s\u202f\xa0]?[AaPp]\.?[Mm]\.?)?"
_HEAD: Final = re.compile(
    rf"{_UNSEEN}(?:\[{_DATE},?\s+{_TIME}\]\s*|{_DATE},?\s+{_TIME}\s+[-–]\s+){_UNSEEN}(?P<sender>[^:\n]{{1,80}}:(?=\s|\Z))?"
)
_FEWEST: Final = 2
_TITLE_LINES: Final = 4


def head(text: str) -> Literal["", "message", "notice"]:
    """Whether a line begins a message of somebody, or says what happened in the group; "" for any other line."""
    found = _HEAD.match(text)
    if found is None:
        return ""
    return "message" if found["sender"] else "notice"


def is_chat(lines: list[str]) -> bool:
    """Whether a text is a chat: a message is among its first lines, and there are others."""
    heads = [n for n, text in enumerate(lines) if text and head(text)]
    return len(heads) >= _FEWEST and heads[0] < _TITLE_LINES
