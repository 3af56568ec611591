"""What a re-run costs after one document was edited: `python -m tests.benchmarks.again [FOLDER]`.

FOLDER is a meeting in inputs/. Of a copy of it, one Word document after the other gets a word more in its longest
paragraph; before and after each edit the plan is made with --direct, once into a fresh folder and once into that of the
plan before. Printed are seconds of both, and their ratio.
"""

import shutil
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median

import docx
from docx.text.paragraph import Paragraph

from tests.benchmarks.build import build
from tests.benchmarks.measure import ROOT

_RUNS = 5


def _edit(file: Path) -> None:
    document = docx.Document(str(file))
    paragraphs = [Paragraph(element, document) for element in document.element.body.xpath(".//w:p")]
    max(paragraphs, key=lambda paragraph: len(paragraph.text)).add_run(" segera")
    document.save(str(file))


def main(name: str) -> None:
    """Print a line an edit, and the medians."""
    ratios: dict[str, list[float]] = {"cpu": [], "wall": []}
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        shutil.copytree(ROOT / "inputs" / name, inputs)
        kept = Path(folder) / "kept"
        build(inputs, kept)
        for run, file in enumerate(islice(sorted(inputs.rglob("*.docx")), _RUNS)):
            _edit(file)
            again = build(inputs, kept)
            whole = build(inputs, Path(folder) / f"fresh-{run}")
            ratios["cpu"].append(again.cpu / whole.cpu)
            ratios["wall"].append(again.wall / whole.wall)
            print(
                f"whole {whole.cpu:5.1f} CPU s, {whole.wall:5.1f} s; again {again.cpu:5.1f} CPU s, {again.wall:5.1f} s;"
                f" {again.cpu / whole.cpu:4.0%} and {again.wall / whole.wall:4.0%}   {file.name}"
            )
    print(f"median {median(ratios['cpu']):.0%} of the CPU seconds, {median(ratios['wall']):.0%} of the time")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "rakor-tik-2017")
