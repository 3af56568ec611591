"""A matrix of nine columns in Word: `python -m tests.benchmarks.rendering [rows …] [--peer]`.

Measured is the way from the rows in memory to the bytes of the file, checks included, in CPU seconds, the middle of
five runs; beside it, in turn and in one run, raw strings put into a zip file, which is the least that any program must
do, and with `--peer` (after `pip install -r tests/benchmarks/requirements-peers.txt`) docxtpl, which puts the same
words into the same template and checks nothing. Peak memory is that of a process of its own.
"""

import argparse
import io
import random
import statistics
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

import docx

from tasks.rendering.word import package
from tasks.rendering.word.compile import compile_template
from tasks.rendering.word.document import MAIN, fill
from tasks.rendering.word.properties import Properties
from tests.benchmarks.measure import cost
from tests.benchmarks.points import OWN, point

SIZES = (1_000, 10_000)
_RUNS = 5
_MEMORY = "memory"
_WORDS = (
    "menyusun", "pedoman", "pemanfaatan", "dan", "pemeliharaan", "perangkat", "bagi", "satuan", "pendidikan", "di",
    "daerah", "khusus", "R&D", "<terbuka>",
)  # fmt: skip
_ABOUT = Properties("Matriks", "", "", "id", date(2024, 2, 7))


@dataclass(frozen=True, slots=True)
class Step:
    """A row."""

    code: str
    action: str
    output: str
    owner: str
    supporters: str
    period: str
    budget: str
    source: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the template is given."""

    steps: tuple[Step, ...]


_COLUMNS = tuple(field.name for field in fields(Step))


def _template() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    table = document.add_table(4, len(_COLUMNS))
    for column, name in enumerate(_COLUMNS):
        table.cell(0, column).text = name
        table.cell(2, column).text = f"{{{{ step.{name} }}}}"
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for step in steps %}", "{%tr endfor %}"
    document.save(out)
    return out.getvalue()


_TEMPLATE = _template()


def matrix(rows: int, seed: int = 7) -> Matrix:
    """So many rows, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  reproducible, not secret
    lengths = (12, 6, 3, 3, 2, 1, 1, 4)
    return Matrix(
        tuple(Step(f"A.{n + 1}", *(" ".join(chance.choices(_WORDS, k=k)) for k in lengths)) for n in range(rows))
    )


def own(what: Matrix) -> bytes:
    """The file as Renja makes it."""
    return fill(compile_template(_TEMPLATE, "matriks.docx", "id", Matrix), what, _ABOUT)


def raw(what: Matrix) -> bytes:
    """The same rows as strings in a zip file, nothing else asked."""
    parts, head, row, rest = _around()
    pieces = row.split("\0")
    rows = "".join(
        "".join(a + b for a, b in zip(pieces, [*(escape(getattr(step, c)) for c in _COLUMNS), ""], strict=True))
        for step in what.steps
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        archive.writestr(MAIN, head + rows + rest)
    return out.getvalue()


@cache
def _around() -> tuple[dict[str, bytes], str, str, str]:
    """The other parts; what stands before the second row, that row with its words cut out, and what follows."""
    parts = package.read(own(Matrix((Step(*_COLUMNS),))))
    document = parts.pop(MAIN).decode()
    start = document.index("<w:tr>", document.index("<w:tr>") + 1)
    end = document.index("</w:tr>", start) + len("</w:tr>")
    row = document[start:end]
    for name in _COLUMNS:
        row = row.replace(f">{name}<", ">\0<")
    return parts, document[:start], row, document[end:]


def peer(what: Matrix) -> bytes:
    """The file as docxtpl makes it."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    document, out = DocxTemplate(io.BytesIO(_TEMPLATE)), io.BytesIO()
    document.render({"steps": what.steps}, Environment(autoescape=True))
    document.save(out)
    return out.getvalue()


def _seconds(make: Callable[[Matrix], bytes], what: Matrix) -> float:
    start = time.process_time()
    make(what)
    return time.process_time() - start


def main() -> None:
    """Prints CPU seconds for each size, the ratios, the growth and the peak memory."""
    words = argparse.ArgumentParser()
    words.add_argument("rows", type=int, nargs="*", default=SIZES)
    words.add_argument("--peer", action="store_true")
    words.add_argument(f"--{_MEMORY}", type=int, help="make a file of so many rows, nothing else")
    chosen = words.parse_args()
    if chosen.memory:
        own(matrix(chosen.memory))
        return
    # First of all: what a process has taken counts for those that it starts.
    peaks = [cost("-m", "tests.benchmarks.rendering", f"--{_MEMORY}", str(rows)).memory for rows in chosen.rows]
    first = 0.0
    _around()
    for rows, peak in zip(chosen.rows, peaks, strict=True):
        what = matrix(rows)
        makers = [own, raw, *([peer] if chosen.peer else [])]
        rounds = [[_seconds(make, what) for make in makers] for _ in range(_RUNS)]
        mine, bare, *others = (statistics.median(column) for column in zip(*rounds, strict=True))
        for engine, taken in zip((OWN, "raw strings", "docxtpl"), (mine, bare, *others), strict=False):
            point("a matrix in Word (rows of nine cells)", rows, taken, engine)
        first = first or mine
        beside = "".join(f"; docxtpl {theirs:.2f} s, ratio {theirs / mine:.1f}" for theirs in others)
        growth = f"growth {mine / first:.1f}, peak {peak:.0f} MiB"
        print(f"{rows:6d} rows: {mine:.3f} s, {mine / bare:.2f} × raw ({bare:.3f} s); {growth}{beside}")


if __name__ == "__main__":
    main()
