"""Every benchmark in one run: `python -m tests.benchmarks [NAME ...]`, all of them or those that are named.

Peers are measured beside where `pip install -r tests/benchmarks/requirements-peers.txt` has brought them. What each
says and the points of its curve go into figures/, all of it together into FIGURES.md. All of them take about half an
hour, on a machine that does nothing else.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from tests.benchmarks.measure import ROOT
from tests.benchmarks.points import FILE, Point, points

_HERE = Path(__file__).parent
_FIGURES = _HERE / "figures"
_PEER = "--peer"
_PEERS = ("docxtpl", "duckdb", "splink", "matplotlib")
BENCHMARKS: Mapping[str, Sequence[Sequence[str]]] = {
    "reading_word": [()],
    "reading_sheet": [()],
    "reading_slides": [()],
    "reading_pdf": [()],
    "normalising": [()],
    "merging": [("10000", "100000", _PEER)],
    "merging_parts": [("100000",)],
    "synth_english": [("10000",)],
    "linking": [("10000", "100000")],
    "scheduling": [("10000", "100000")],
    "rendering": [("1000", "10000", _PEER)],
    "extracts": [("500", _PEER), ("5000",)],
    "page": [("2000", "10000")],
    "versions": [("10000", "100000")],
    "build": [("1000", "10000")],
    "again": [()],
    "load": [()],
    "open_data": [()],
    "serving": [()],
}
"""What each is called with, one call after the other: sizes beside a peer are those that the peer can bear."""


def main() -> None:
    """Run them, tell what they say as they say it, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], metavar="NAME")
    names = parser.parse_args().names or list(BENCHMARKS)
    missing = [peer for peer in _PEERS if find_spec(peer) is None]
    if missing:
        print(f"without peers and curves: {', '.join(missing)} not installed", flush=True)
    _FIGURES.mkdir(exist_ok=True)
    for name in names:
        put_down = _FIGURES / f"{name}.points"
        put_down.unlink(missing_ok=True)
        said = "".join(_said(name, not missing, put_down))
        (_FIGURES / f"{name}.txt").write_text(said, encoding="utf-8", newline="\n")
    if not missing:
        _write_page()


def _said(name: str, peers: bool, put_down: Path) -> Iterable[str]:
    for asked in BENCHMARKS[name]:
        words = [word for word in asked if peers or word != _PEER]
        print(f"== {name} {' '.join(words)}", flush=True)
        began = time.monotonic()
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *words]
        environment = {**os.environ, FILE: str(put_down)}
        ended = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        print(f"{ended.stdout}   ({time.monotonic() - began:.0f} s)", flush=True)
        yield ended.stdout


def _write_page() -> None:
    """FIGURES.md and the pictures in it, of all that was ever put down."""
    said = {name: _FIGURES / f"{name}.txt" for name in BENCHMARKS}
    texts = {name: file.read_text(encoding="utf-8").rstrip() for name, file in said.items() if file.exists()}
    pictures = _pictures(one for name in texts for one in points(_FIGURES / f"{name}.points"))
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    head = f"# Figures\n\nWritten by `python -m tests.benchmarks` ({machine}); README.md says what is measured.\n\n"
    curves = "".join(f"{picture}\n\n" for picture in pictures)
    page = head + curves + "\n".join(f"## {name}\n\n```\n{text}\n```\n" for name, text in texts.items())
    (_HERE / "FIGURES.md").write_text(page, encoding="utf-8", newline="\n")


def _pictures(found: Iterable[Point]) -> list[str]:
    from tests.benchmarks.curves import curve, file_name

    made = []
    for name, series in groupby(sorted(found, key=lambda p: p.curve), key=lambda p: p.curve):
        (_FIGURES / file_name(name)).write_bytes(curve(list(series)))
        made.append(f"![{name}](figures/{file_name(name)})")
    return made


if __name__ == "__main__":
    main()
