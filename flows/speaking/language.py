"""Which language a run speaks: --lang, else meeting.yaml, else the setting (Indonesian by default).

It must be known before anything else is looked at, so that even a broken meeting.yaml or a wrong option is answered
in the right language; hence one line is searched for, and the file is not parsed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("id", "en")
_LINE: Final = re.compile(r"^language\s*:\s*[\"']?(id|en)\b", re.MULTILINE)


def asked_for(arguments: Sequence[str]) -> str:
    """The language that --lang names among the words of a command line; empty if none or an unknown one."""
    words = [*arguments, ""]
    for word, following in pairwise(words):
        value = following if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if value in LANGUAGES:
            return value
    return ""


def of_meeting(folder: Path) -> str:
    """The language that meeting.yaml in this folder names; empty if there is no such file or line."""
    try:
        text = (folder / "meeting.yaml").read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
    line = _LINE.search(text)
    return line[1] if line else ""


def spoken(arguments: Sequence[str], default: str) -> str:
    """The language of a command line: the one asked for, else that of the meeting among its words, else `default`."""
    folders = [Path(word) for word in arguments if word and not word.startswith("-")]
    return asked_for(arguments) or next(filter(None, map(of_meeting, folders)), "") or default
