"""Chats that people save as text: who wrote when, as programs for telephones export it."""

import re
from typing import Final, Literal

_UNSEEN: Final = "[\u200e\u200f\u202a-\u202e]*"
_MONTH: Final = r"[^\W\d_]{3,9}\.?"
_DATE: Final = (
    rf"(?:[^\W\d_]{{3,9}},?\s+)?(?:\d{{1,4}}[/.\-]\d{{1,2}}[/.\-]\d{{2,4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{2,4}}"
    rf"|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
)
_TIME: Final = r"(?:(?:pukul|jam|at)\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_WHEN: Final = rf"{_DATE}(?:,|\s+-)?\s+{_TIME}"
_SENDER: Final = r"[^:\n]{1,80}:(?=\s|\Z)"
_HEAD: Final = re.compile(
    rf"{_UNSEEN}(?:\[{_WHEN}\]\s*|{_WHEN}\s+[-–]\s+|{_WHEN}:?\s+(?={_SENDER})){_UNSEEN}(?P<sender>{_SENDER})?"
    rf"|{_UNSEEN}\d{{1,2}}:\d{{2}}\t(?P<name>[^\t\n]{{1,80}}\t)"
)
_FEWEST: Final = 2
_TITLE_LINES: Final = 4


def head(text: str) -> Literal["", "message", "notice"]:
    """Whether a line begins a message of somebody, or says what happened in the group; "" for any other line."""
    found = _HEAD.match(text)
    if found is None:
        return ""
    return "message" if found["sender"] or found["name"] else "notice"


def is_chat(lines: list[str]) -> bool:
    """Whether a text is a chat: a message is among its first lines, and there are others."""
    heads = [n for n, text in enumerate(lines) if text and head(text)]
    return len(heads) >= _FEWEST and heads[0] < _TITLE_LINES
