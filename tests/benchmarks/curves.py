"""Growth curves as pictures: seconds by size, both in powers of ten, beside the line of what grows with the size."""

import io
import re
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.figure import Figure

from tests.benchmarks.points import OWN, Point

_WIDTH, _HEIGHT = 5.2, 3.4  # inches
_COLOURS = ("#0b5394", "#b45f06", "#6a329f", "#38761d")


def curve(points: Sequence[Point]) -> bytes:
    """The SVG of the points of one curve; the same points give the same bytes."""
    mpl.rcParams.update({"svg.hashsalt": "renja", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9})
    figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
    axes = figure.subplots()
    engines = sorted({p.engine for p in points}, key=lambda engine: (engine != OWN, engine))
    for engine, colour in zip(engines, _COLOURS, strict=False):
        series = sorted((p.size, p.seconds) for p in points if p.engine == engine)
        axes.plot(*zip(*series, strict=True), marker="o", color=colour, label=engine)
    first = min((p for p in points if p.engine == OWN), key=lambda p: p.size)
    last = max(p.size for p in points)
    axes.plot(
        [first.size, last], [first.seconds, first.seconds * last / first.size], "--", color="#999999", label="linear"
    )
    axes.set(xscale="log", yscale="log", title=points[0].curve, ylabel="CPU s")
    axes.grid(visible=True, color="#dddddd", linewidth=0.5)
    axes.legend(frameon=False)
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def file_name(name: str) -> str:
    """Of the picture of a curve."""
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold())) + ".svg"
