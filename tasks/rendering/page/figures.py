"""The summary of the page: figures that lead on, and the plan by level, group, programme and funds."""

from collections.abc import Sequence
from typing import Final

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.page.shape import Breakdown, Figure, Part
from tasks.rendering.page.statuses import STATUSES
from tasks.rendering.view.shape_figures import Share, Summary

_TARGETS: Final = (
    ("items", "items", ""), ("institutions", "items", ""), ("regions", "items", ""), ("links", "links", ""),
    ("critical", "items", "critical"), ("infeasible", "decide", ""), ("missing", "decide", ""),
    ("to_settle", "decide", ""), ("files_read", "sources", ""),
)  # fmt: skip
"""Figures of the summary, the part of the page that shows more, and the status that this shows alone."""


def figure_views(summary: Summary, speak: Catalogue) -> tuple[Figure, ...]:
    """The figures by which the plan is told in a glance."""
    return tuple(
        Figure(getattr(summary, name), speak.text(f"page.figure.{name}"), target, _value(status))
        for name, target, status in _TARGETS
    )


def _value(status: str) -> str:
    return str(STATUSES.index(status)) if status else ""


def breakdown_views(summary: Summary, speak: Catalogue) -> tuple[Breakdown, ...]:
    """The plan by level, working group, programme and source of funds; nothing is counted twice."""
    told = {
        "levels": summary.levels,
        "groups": summary.working_groups,
        "programmes": summary.programmes,
        "funds": summary.funds,
    }
    return tuple(Breakdown(speak.text(f"page.by.{name}"), _parts(shares)) for name, shares in told.items() if shares)


def _parts(shares: Sequence[Share]) -> tuple[Part, ...]:
    counts = [_count(share.items) for share in shares]
    longest = max(counts)
    return tuple(
        Part(share.name, share.items, share.budget, round(100 * count / longest) if longest else 0)
        for share, count in zip(shares, counts, strict=True)
    )


def _count(shown: str) -> int:
    return int("".join(filter(str.isdigit, shown)))
