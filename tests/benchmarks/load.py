"""A national round in one run: `python -m tests.benchmarks.load [RECORDS] [INSTITUTIONS]`, by default 5,000 and 550.

As many regional governments as wanted, each office of one of them, lead the actions of a meeting of CSV files; every
office gets its extract. Printed are the seconds that the build takes with --direct, and the most memory that all its
processes held at one time (resident, sampled five times a second).
"""

import csv
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from tasks.normalising.reference import rows
from tests.benchmarks.measure import ROOT
from tests.benchmarks.meetings import HEADER, meeting

_OFFICES = ("Dinas Kesehatan", "Bappeda", "Inspektorat")
_OWNER = HEADER.index("Penanggung Jawab")
_VINTAGE = "2017"
_PAUSE = 0.2


def owners(count: int) -> list[str]:
    """So many offices of provinces and districts."""
    regions = list(dict.fromkeys(row["name"] for row in rows("regions") if row["vintage"] == _VINTAGE))
    named = (f"{office} {region}" for office in _OFFICES for region in regions)
    return list(islice(named, count))


def load(folder: Path, records: int, institutions: int) -> Path:
    """The folder of a meeting with so many records, led in turn by so many institutions."""
    whose = cycle(owners(institutions))
    for path in sorted(meeting(folder, records).rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            head, *body = csv.reader(lines)
        for row in body:
            row[_OWNER] = next(whose)
        with path.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([head, *body])
    return folder


def resident(session: int) -> float:
    """MiB that the processes of a session hold together."""
    kib = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
            belongs = (status.parent / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[3] == str(session)
        except (OSError, ValueError):  # gone meanwhile
            continue
        kib += int(fields.get("VmRSS", "0 kB").split()[0]) if belongs else 0
    return kib / 1024


def main(records: int, institutions: int) -> None:
    """Print what one run takes."""
    with tempfile.TemporaryDirectory() as name:
        inputs, out = load(Path(name) / "meeting", records, institutions), Path(name) / "out"
        command = [sys.executable, "-m", "flows.cli", "build", str(inputs), "--out", str(out), "--direct"]
        began, peak = time.monotonic(), 0.0
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(_PAUSE)
        seconds = time.monotonic() - began
        extracts = len(list((out / "instansi").rglob("*.docx")))
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}")
    print(f"{records:,} records, {extracts} extracts: {seconds:.0f} s, at most {peak:.0f} MiB")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [5_000, 550][len(given) :]))
