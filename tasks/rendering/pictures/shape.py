"""What pictures are drawn from, and what they are."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Box:
    """An action in a picture. `code` tells it from others; the rest is shown.

    title: its words, however long; owner: who leads it; level: the code of a Level, empty if nobody knows; time: its
    time in few words; start, end: its days, None where they are not stated.
    """

    code: str
    number: str
    title: str
    owner: str = ""
    level: str = ""
    time: str = ""
    start: date | None = None
    end: date | None = None
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """A dependency between the codes of two boxes: `after` waits for `before`.

    proposed: nobody has agreed to it yet; late: the dates of both do not allow it.
    """

    before: str
    after: str
    proposed: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Svg:
    """A picture: its SVG, its size on paper in points, what it shows in words, the codes of the boxes it shows."""

    text: str
    width: float
    height: float
    alt: str
    codes: tuple[str, ...] = ()
