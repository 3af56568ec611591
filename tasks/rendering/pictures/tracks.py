"""Room side by side: places between two, and numbers for what must not lie upon each other."""

from collections.abc import Mapping


def spread(count: int, first: float, last: float) -> list[float]:
    """So many places between two, evenly."""
    return [first + (last - first) * (n + 1) / (count + 1) for n in range(count)]


def side_by_side(spans: Mapping[str, tuple[float, float]], apart: float) -> dict[str, int]:
    """A number from 0 for every span, so that those of one number do not meet."""
    ends: list[float] = []
    out: dict[str, int] = {}
    for key in sorted(spans, key=lambda key: (spans[key], key)):
        low, high = spans[key]
        free = next((n for n, end in enumerate(ends) if end + apart < low), len(ends))
        ends[free:] = [high, *ends[free + 1 :]]
        out[key] = free
    return out
