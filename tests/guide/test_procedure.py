"""The procedure of one page is gone through as it stands there: every command, in its order."""

import csv
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from flows.cli import main
from tests.guide.meeting import made
from tests.guide.story import PLAN, accept, cell, reviewed
from tests.guide.test_text import ROOT, STEPS
from tests.reviewing.word_xml import Writer

OUT = Path("outputs/rakor-2018")
PROPOSALS = OUT / "usulan-perubahan.xlsx"
RETURNED = Path("kembali")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Renja of one's own, in which one works."""
    monkeypatch.setattr("flows.settings.PROJECT", tmp_path)
    monkeypatch.setattr("flows.commands.new_meeting.PROJECT", tmp_path)
    monkeypatch.setenv("RENJA_TEMPLATES", str(ROOT / "templates"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def meanwhile(project: Path) -> Iterator[list[str]]:
    """What people do between the commands; each time the options for the next one."""
    yield []  # new
    handed_in = sorted((made(project / "handed-in") / "documents").iterdir())
    homes = sorted((project / "inputs" / "rakor-2018" / "documents").iterdir())
    for home, group in zip([*homes, homes[-1]], handed_in, strict=True):
        shutil.copytree(group, home, dirs_exist_ok=True)
    yield []  # check
    yield ["--direct"]  # build
    RETURNED.mkdir()
    sheet = next((OUT / "kelompok").glob("K1*.docx"))
    leader = Writer(sheet.read_bytes(), "Ketua kelompok")
    leader.insert(None, cell(leader, "Mengirim buku cerita", "Koreksi"), "Waktu: Juli 2018")
    (RETURNED / sheet.name).write_bytes(leader.saved())
    yield []  # review
    accept(PROPOSALS)
    yield ["--direct"]  # build
    reviewed(OUT / f"{PLAN}.docx", RETURNED)
    yield []  # review
    accept(PROPOSALS)
    yield ["--direct"]  # build
    while True:  # history, diff, export
        yield []


def test_it_leads_to_the_plan_to_be_signed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for step, options in zip(STEPS, meanwhile(project), strict=False):
        assert main([*shlex.split(step), *options]) == 0, step
    report = Path(next(line for line in capsys.readouterr().out.splitlines() if line.endswith("1 ke 3.docx")))
    changes = [[one.text for one in row.cells] for row in docx.Document(str(report)).tables[0].rows]
    assert [what for _, what, _ in changes[1:]] == [
        "mundur 1 bulan: Juni 2018 → Juli 2018", "mundur 1 bulan: Mei 2018 → Juni 2018", "tidak ada lagi",
    ]  # fmt: skip
    with (OUT / "tables" / "items.csv").open(encoding="utf-8", newline="") as file:
        ends = {row["action"][:20]: row["end"] for row in csv.DictReader(file)}
    assert ends["Bimbingan teknis bag"] == "2018-06-30"
    assert (project / "rakor-2018.zip").is_file()
