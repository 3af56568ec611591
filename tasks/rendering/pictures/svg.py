"""SVG as text: the few shapes that pictures need, numbers in tenths, words escaped.

Kept to what every reader of SVG draws alike, Word's too: no style sheets, no markers, no patterns, no clipping.
"""

from collections.abc import Iterable, Sequence

from tasks.rendering.xml_text import xml_text

FAMILY = "Arial, Arimo, Liberation Sans, Helvetica, sans-serif"
INK = "#1A1A1A"
_ROUND = 3.0
Point = tuple[float, float]


def number(value: float) -> str:
    """A length in tenths of a point."""
    return f"{value:.1f}".removesuffix(".0")


def document(width: float, height: float, title: str, body: Iterable[str]) -> str:
    """A whole picture on white; its size is that on paper, in points."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}pt" height="{h}pt" viewBox="0 0 {w} {h}">'
        f"<title>{xml_text(title)}</title>"
        f'<rect width="{w}" height="{h}" fill="#FFFFFF"/><g font-family="{FAMILY}">{"".join(body)}</g></svg>'
    )


def rect(
    x: float, y: float, width: float, height: float, fill: str, stroke: str = "", line: float = 0.0, corner: float = 0.0
) -> str:
    """A rectangle."""
    edge = f' stroke="{stroke}" stroke-width="{number(line)}"' if stroke else ""
    round_ = f' rx="{number(corner)}"' if corner else ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {place} fill="{fill}"{edge}{round_}/>'


def label(
    text: str,
    x: float,
    y: float,
    size: float,
    fill: str = INK,
    bold: bool = False,
    anchor: str = "",
    turn: bool = False,
) -> str:
    """A line of words, its foot at y; `anchor`: middle or end; `turn`: written upwards."""
    weight = ' font-weight="700"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor else ""
    turned = f' transform="rotate(-90 {number(x)} {number(y)})"' if turn else ""
    place = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}" fill="{fill}"'
    return f"<text {place}{weight}{side}{turned}>{xml_text(text)}</text>" if text else ""


def line(points: Sequence[Point], stroke: str, thick: float, dashed: bool = False) -> str:
    """A line through these points, its corners rounded."""
    dash = ' stroke-dasharray="3 2"' if dashed else ""
    return f'<path d="{_path(points)}" fill="none" stroke="{stroke}" stroke-width="{number(thick)}"{dash}/>'


def polygon(points: Iterable[Point], fill: str, stroke: str = "", thick: float = 0.0) -> str:
    """A filled shape."""
    edge = f' stroke="{stroke}" stroke-width="{number(thick)}"' if stroke else ""
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"{edge}/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    """A filled circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"/>'


def head(tip: Point, fill: str) -> str:
    """The head of an arrow that points to the right."""
    x, y = tip
    return polygon([(x, y), (x - 5, y - 2.6), (x - 5, y + 2.6)], fill)


def titled(title: str, body: Iterable[str]) -> str:
    """Shapes of which a reader is told the whole title, shortened or not."""
    return f"<g><title>{xml_text(title)}</title>{''.join(body)}</g>"


def _path(points: Sequence[Point]) -> str:
    bare = [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]
    out = [f"M{_at(bare[0])}"]
    for before, corner, after in zip(bare, bare[1:], bare[2:], strict=False):
        out += [f"L{_at(_towards(corner, before))}", f"Q{_at(corner)} {_at(_towards(corner, after))}"]
    return "".join([*out, f"L{_at(bare[-1])}"])


def _towards(corner: Point, other: Point) -> Point:
    """The point a little way from a corner, at most half way to the other."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    part = min(_ROUND / length, 0.5) if length else 0.0
    return corner[0] + dx * part, corner[1] + dy * part


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
