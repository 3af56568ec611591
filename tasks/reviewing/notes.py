"""Notes in brackets with which reviewers propose other words: "(usul: Juli 2017)", "[proposed: LPMP Bali]"."""

import csv
import re
from functools import cache
from pathlib import Path

from tasks.reviewing.words import bare


def note_in(text: str) -> tuple[str, str]:
    """The words that a note proposes and the text without it; the first are empty if there is no note."""
    match = _pattern().search(text)
    if match is None:
        return "", text
    rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
    return (match[1] or match[2]).strip(), rest


def new_note(old: str, new: str) -> tuple[str, str]:
    """The same of the new text of a cell; a note that the old one had already is none."""
    note, rest = note_in(new)
    return ("", new) if note and bare(note) == bare(note_in(old)[0]) else (note, rest)


@cache
def _pattern() -> re.Pattern[str]:
    with (Path(__file__).parent / "note_words.csv").open(encoding="utf-8", newline="") as rows:
        words = "|".join(re.escape(row["word"]) for row in csv.DictReader(rows))
    round_, square = r"((?:[^()]|\([^()]*\))+)", r"([^\[\]]+)"
    return re.compile(rf"\(\s*(?:{words})\s*[:=]\s*{round_}\)|\[\s*(?:{words})\s*[:=]\s*{square}\]", re.IGNORECASE)
