"""Every benchmark in one run: `python -m tests.benchmarks [NAME ...]`, all of them or those that are named.

Peers are measured beside where `pip install -r tests/benchmarks/requirements-peers.txt` has brought them. What all
benchmarks say goes into FIGURES.md beside this module, their growth curves into curves/; with names nothing is written.
Takes about twenty minutes, on a machine that does nothing else.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

from tests.benchmarks.measure import ROOT
from tests.benchmarks.points import FILE, Point, points

_HERE = Path(__file__).parent
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
}
"""What each is called with, one call after the other: sizes beside a peer are those that the peer can bear."""


def main() -> None:
    """Run them, tell what they say as they say it, and write it down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], metavar="NAME")
    named = parser.parse_args().names
    missing = [peer for peer in _PEERS if find_spec(peer) is None]
    if missing:
        print(f"without peers and curves: {', '.join(missing)} not installed", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        put_down = Path(folder) / "points"
        said = {name: "".join(_said(name, not missing, put_down)) for name in named or BENCHMARKS}
        found = list(points(put_down))
    if named:
        return
    pictures = [] if missing else _pictures(found)
    (_HERE / "FIGURES.md").write_text(_page(said, pictures), encoding="utf-8", newline="\n")


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


def _pictures(found: Iterable[Point]) -> list[str]:
    from tests.benchmarks.curves import curve, file_name

    folder = _HERE / "curves"
    folder.mkdir(exist_ok=True)
    made = []
    for name, series in groupby(sorted(found, key=lambda p: p.curve), key=lambda p: p.curve):
        (folder / file_name(name)).write_bytes(curve(list(series)))
        made.append(f"![{name}](curves/{file_name(name)})")
    return made


def _page(said: Mapping[str, str], pictures: Iterable[str]) -> str:
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    head = f"# Figures\n\nWritten by `python -m tests.benchmarks` ({machine}); what is measured says README.md.\n\n"
    curves = "".join(f"{picture}\n\n" for picture in pictures)
    return head + curves + "\n".join(f"## {name}\n\n```\n{text.rstrip()}\n```\n" for name, text in said.items())


if __name__ == "__main__":
    main()
