"""Two texts side by side: which words differ."""

import re
from difflib import SequenceMatcher
from typing import Final

from tasks.rendering.sheets.cells import Run

LONGEST: Final = 5
"""Words of a difference that are quoted."""

_WORD: Final = re.compile(r"\s*\S+\s*?(?=\s|$)")
_EDGE: Final = re.compile(r"^\W+|\W+$")


def marked(a: str, b: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of both texts, words that the other has not at that place marked; together each is its text."""
    mine, yours = _words(a), _words(b)
    left, right = [False] * len(mine), [False] * len(yours)
    for kind, i, j, m, n in _matcher(mine, yours).get_opcodes():
        if kind != "equal":
            left[i:j] = [True] * (j - i)
            right[m:n] = [True] * (n - m)
    return _runs(mine, left), _runs(yours, right)


def only(a: str, b: str) -> tuple[str, str]:
    """The first words that only one side has, of each; empty if there are none."""
    runs = marked(a, b)
    left, right = (next((_EDGE.sub("", run.text.strip()) for run in side if run.marked), "") for side in runs)
    return " ".join(left.split()[:LONGEST]), " ".join(right.split()[:LONGEST])


def _words(text: str) -> list[str]:
    return _WORD.findall(text.strip())


def _matcher(a: list[str], b: list[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, [*map(_bare, a)], [*map(_bare, b)], autojunk=False)


def _bare(word: str) -> str:
    return _EDGE.sub("", word.strip()).casefold() or word.strip()


def _runs(words: list[str], marks: list[bool]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for word, mark in zip(words, marks, strict=True):
        if runs and runs[-1].marked == mark:
            runs[-1] = Run(runs[-1].text + word, mark)
        else:
            runs.append(Run(word, mark))
    return tuple(runs)
