"""The titles above a place, outermost first: of the document, the sheet, the table, its groups of rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tasks.extraction.phrases import holds
from tasks.extraction.texts import Line, blank, tidy
from tasks.normalising.periods import find_periods

_DAY = re.compile(r"\d{1,2}\D")
SEPARATOR = " › "
_LONGEST = 150  # letters of a title; what is longer is text


@dataclass(frozen=True, slots=True)
class Trail:
    """`titles` above the table; `groups` within it, each with the kind of its label, outer ones first."""

    titles: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()

    def titled(self, text: str) -> "Trail":
        """With one more title; those of the meeting itself, its place and day say nothing of the actions."""
        return self if not telling(text) else replace(self, titles=(*self.titles, tidy(text)))

    def below(self, line: Line, stacked: bool = False) -> "Trail":
        """In a group of rows with this title: a group with the same kind of label ends, and those within it.

        stacked: nothing stands between this title and the one before, so that both hold, whatever their kinds.
        """
        kind = _kind(line)
        last = self.groups[-1][0] if self.groups else ""
        outer = self.groups if stacked and last == kind else self.groups[: self._place(kind)]
        return replace(self, groups=(*outer, (kind, line.raw)))

    def fixed(self) -> "Trail":
        """For a table below: all titles so far stand above it, none of them is a group of its rows."""
        return Trail((*self.titles, *(g for _, g in self.groups)))

    def fits(self, line: Line) -> bool:
        """Whether a line is worth keeping as a title."""
        return telling(line.raw)

    def restarted(self, lines: Iterable[Line]) -> "Trail":
        """At a new header: only the groups whose titles came after the last record are left."""
        fresh = replace(self, groups=())
        for line in lines:
            fresh = fresh.below(line, stacked=True)
        return fresh

    def text(self, *inner: str) -> str:
        """All titles as one text, `inner` ones last."""
        words = [*self.titles, *(g for _, g in self.groups), *(tidy(i) for i in inner if not blank(i))]
        return SEPARATOR.join(dict.fromkeys(words))

    def _place(self, kind: str) -> int:
        return next((i for i, (k, _) in enumerate(self.groups) if k == kind), len(self.groups))


def telling(text: str) -> bool:
    """Whether a title says what the actions below are about."""
    return (
        0 < len(text) <= _LONGEST
        and not holds("meeting", text)
        and not any(_DAY.match(p.text) for p in find_periods(text))
    )


def _kind(line: Line) -> str:
    label = line.label
    if not label:
        return "capitals" if line.raw.isupper() else "plain"
    if label.isdigit():
        return "number"
    if label.isalpha():
        return (
            "roman" if label.strip("IVX") == "" and label not in {"C", "D"} else "upper" if label.isupper() else "lower"
        )
    return "dash"
