"""Older messages that a mail program leaves below the new one: kept, and marked as quoted."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from tasks.model.blocks import Block, ListItem, Paragraph
from tasks.reading.text.builder import QUOTED

_LONGEST: Final = 300
_HEADERS: Final = 5  # lines below "From:" among which the others of its kind must stand
_FEWEST_HEADERS: Final = 2


def with_quoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a message, those of older messages in the style "quoted".

    They begin where a line says who wrote it ("Pada … menulis:"), calls it the original message, or heads it like a
    letter ("Dari: …" above "Dikirim: …" and "Kepada: …"). A forwarded message is the matter itself, not quoted.
    """
    lines = [_line(block) for block in blocks]
    start = next((n for n in range(len(lines)) if _begins(lines, n)), len(lines))
    return [*blocks[:start], *(_quoted(block) for block in blocks[start:])]


def _line(block: Block) -> str:
    """The words of a running text in lower case; empty for other blocks and long ones."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return ""
    return " ".join(block.text.replace("*", "").lower().split())


def _quoted(block: Block) -> Block:
    return replace(block, style=QUOTED) if isinstance(block, Paragraph | ListItem) else block


def _begins(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    if not line:
        return False
    bare = line.strip("-_ ")
    if bare in _words()["original"]:
        return True
    if line.endswith(_words()["wrote"]):
        return line[0].isalpha() and any(c.isdigit() for c in " ".join([*lines[max(at - 1, 0) : at], line]))
    return line.startswith(_words()["from"]) and _is_head(lines, at) and not _is_forwarded(lines, at)


def _is_head(lines: Sequence[str], at: int) -> bool:
    below = lines[at + 1 : at + 1 + _HEADERS]
    return sum(line.startswith(_words()["header"]) for line in below) >= _FEWEST_HEADERS


def _is_forwarded(lines: Sequence[str], at: int) -> bool:
    above = [line.strip("-_ :") for line in lines[max(at - 2, 0) : at]]
    return any(line.endswith(_words()["forwarded"]) for line in above)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    with (Path(__file__).parent / "words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["kind"], []).append(row["words"])
    return {kind: tuple(words) for kind, words in found.items()}
