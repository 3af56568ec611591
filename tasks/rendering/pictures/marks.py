"""The marks of a timeline: levels by colour and letters, milestones, open ends, what lies beyond; and their signs."""

from collections.abc import Callable, Iterator

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures import svg
from tasks.rendering.pictures.palette import NAVY, RED, level_of, look

CHIP = 24.0
"""The room for the short name of a level."""


def chip(level: str, x: float, foot: float, speak: Catalogue) -> Iterator[str]:
    """The short name of a level on its colour."""
    if level:
        yield svg.rect(x, foot - 7.2, CHIP - 2, 9, look(level).full, corner=1.5)
        name = speak.text(f"level.short.{level_of(level)}")
        yield svg.label(name, x + CHIP / 2 - 1, foot, 6.5, "#FFFFFF", bold=True, anchor="middle")


def chip_sign(level: str, speak: Catalogue) -> Callable[[float, float], str]:
    """The sign of a level."""
    return lambda x, y: "".join(chip(level, x, y + 2.6, speak))


def diamond(x: float, y: float, fill: str, edge: str = "") -> str:
    """A deadline or milestone."""
    return svg.polygon(
        [(x, y - 4.4), (x + 4.4, y), (x, y + 4.4), (x - 4.4, y)], fill, edge or "#FFFFFF", 1.4 if edge else 0.7
    )


def diamond_sign(x: float, y: float) -> str:
    """The sign of a milestone."""
    return diamond(x + 10, y, NAVY)


def open_sign(x: float, y: float) -> str:
    """The sign of an open end."""
    return svg.polygon([(x + 7, y - 3.4), (x + 13, y), (x + 7, y + 3.4)], NAVY)


def bar_sign(x: float, y: float) -> str:
    """The sign of a critical action."""
    return svg.rect(x + 1, y - 3, 18, 6, NAVY, RED, 1.8, 1.2)


def beyond_sign(x: float, y: float) -> str:
    """The sign of what lies beyond the columns."""
    return svg.polygon([(x + 2, y), (x + 7, y - 4), (x + 7, y + 4)], NAVY) + svg.polygon(
        [(x + 18, y), (x + 13, y - 4), (x + 13, y + 4)], NAVY
    )


def today_sign(x: float, y: float) -> str:
    """The sign of the plan's day."""
    return svg.line([(x + 10, y - 5), (x + 10, y + 5)], RED, 0.9, dashed=True)
