"""Places across a page at which words begin or end line after line: the edges of columns, however narrow the gap."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from tasks.reading.layout.lines import Line
from tasks.reading.layout.page import Word

_STEPS_A_POINT: Final = 2
_LEAST: Final = 4
_SHARE: Final = 0.25
_CROSSED: Final = 0.2
_MOST: Final = 60
_APART: Final = 0.06
_Pair = tuple[Word, Word]


class Alignment:
    """Where words of neighbouring columns begin (`starts`) and end (`ends`), in half points.

    Words that were drawn together are of one column: "Triwulan 1" and "Triwulan 2" below it are no two.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        pairs = [(a, b) for line in lines for a, b in zip(line.words, line.words[1:], strict=False)]
        apart = [(a, b) for a, b in pairs if a.run != b.run and b.x0 - a.x1 > _APART * b.size]
        self.starts = _places(lines, apart, lambda pair: pair[1].x0)
        self.ends = _places(lines, apart, lambda pair: pair[0].x1)

    def parts(self, before: Word, word: Word) -> bool:
        """Whether a column begins or ends between two words."""
        if before.run == word.run or word.x0 - before.x1 <= _APART * word.size:
            return False
        return _step(word.x0) in self.starts or _step(before.x1) in self.ends


def _step(x: float) -> int:
    return round(x * _STEPS_A_POINT)


def _places(lines: Sequence[Line], pairs: Sequence[_Pair], edge: Callable[[_Pair], float]) -> frozenset[int]:
    """Steps at which enough lines have an edge, and over which hardly any word runs."""
    counts = Counter(_step(edge(pair)) for pair in pairs)
    least = max(_LEAST, _SHARE * len(lines))
    wide = {step: sum(counts[near] for near in (step - 1, step, step + 1)) for step in counts}
    often = sorted((step for step, count in wide.items() if count >= least), key=lambda step: (-wide[step], step))
    found: set[int] = set()
    for step in often[:_MOST]:
        if _crossed(lines, step / _STEPS_A_POINT) <= _CROSSED * wide[step]:
            found.update((step - 1, step, step + 1))
    return frozenset(found)


def _crossed(lines: Sequence[Line], x: float) -> int:
    """How many lines have a word that runs over a place."""
    return sum(line.x0 < x - 1 and any(w.x0 < x - 1 and w.x1 > x + 1 for w in line.words) for line in lines)
