"""Four reviewers' copies of the sample, every kind of edit, all accepted: the next plan has it and reads back empty.

What contradicts something else is left open; taking all answers back brings the plan back as it was.
"""

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from flows.cli import main
from tasks.model.proposals import Change
from tasks.rendering.word import package
from tests.rendering.test_validator import faults, needed
from tests.reviewing.conftest import ROOT
from tests.reviewing.edits import Desk, Expected
from tests.reviewing.kinds import KINDS, work
from tests.reviewing.more_kinds import MONTHS, MORE

DOCUMENTS = ("Rencana Kerja", "K1 ", "K3 ", "Pustekkom")
PLAN = "Rencana Kerja Terintegrasi.docx"
WORKBOOK = "usulan-perubahan.xlsx"
KEPT = ("items.csv", "records.csv", "accounting.csv", "conflicts.csv")
"""The tables without what tells of the last run: whose words have changed since, by which reviewer."""


@dataclass(frozen=True)
class Accepted:
    """The plan with all that was accepted; before: its tables without; expected: by reviewer."""

    out: Path
    before: dict[str, bytes]
    expected: list[Expected]
    open: set[str]


@pytest.fixture(scope="module")
def accepted(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Accepted:
    """The next run of the sample after everything was accepted that contradicts nothing."""
    folder = tmp_path_factory.mktemp("accepted")
    plan = folder / out.name
    shutil.copytree(out, plan)
    before, expected = tables(plan), []
    for number, name in enumerate(DOCUMENTS):
        document = next(file for file in sorted(out.rglob("*.docx")) if file.name.startswith(name))
        desk = Desk(document.read_bytes(), f"Penelaah {number}", 900 + number)
        expected += work(desk, len(KINDS) + len(MORE))
        target = folder / "kembali" / str(number) / document.name
        target.parent.mkdir(parents=True)
        target.write_bytes(desk.writer.saved())
    assert main(["review", str(plan), str(folder / "kembali")]) == 0
    shutil.copy(plan / WORKBOOK, folder)
    open_ = set(answered(plan / WORKBOOK, "terima"))
    build(plan)
    return Accepted(plan, before, expected, open_)


def build(plan: Path) -> None:
    assert main(["build", str(ROOT / "inputs" / "rakor-tik-2017"), "--out", str(plan), "--direct"]) == 0


def tables(plan: Path) -> dict[str, bytes]:
    return {name: (plan / "tables" / name).read_bytes() for name in KEPT}


def rows(plan: Path, name: str) -> list[dict[str, str]]:
    with (plan / "tables" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answered(workbook: Path, answer: str | None) -> Iterator[str]:
    """Answer all rows that contradict nothing; the items of the others."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column or 0 for cell in sheet[3]}
    for row in range(4, sheet.max_row + 1):
        if sheet.cell(row, heads["Bertentangan"]).value:
            yield str(sheet.cell(row, heads["Nomor"]).value).partition("(")[2].rstrip(")")
        else:
            sheet.cell(row, heads["Keputusan"]).value = answer
    data = io.BytesIO()
    book.save(data)
    workbook.write_bytes(data.getvalue())


def test_items_are_added_withdrawn_and_moved(accepted: Accepted) -> None:
    items = {row["item_id"]: row for row in rows(accepted.out, "items.csv")}
    told = [e for e in accepted.expected if e.item not in accepted.open]
    new = {e.new for e in told if e.change == Change.ROW_ADDED}
    assert new <= {row["action"] for row in items.values()}
    gone = {e.item for e in told if e.change == Change.ROW_DELETED}
    assert len(gone) >= 6
    owned = {row["item_id"] for row in rows(accepted.out, "records.csv")}
    back = gone & items.keys()  # other records of the work are left, or others are in charge of it
    assert back <= owned
    assert gone - items.keys()
    assert not (gone - items.keys()) & owned
    moved = [e.item for e in told if e.field == "group" and e.item in items]
    first = {row["item_id"]: row["group"] for row in reversed(rows(accepted.out, "records.csv"))}
    assert moved
    assert all(items[item]["group"] != first[item] for item in moved)


def test_corrections_and_answers_set_what_they_say(accepted: Accepted) -> None:
    """In the item; in the record alone that was shown, where the item speaks with the words of another one."""
    items = {row["item_id"]: row for row in rows(accepted.out, "items.csv")}
    said = [e for e in accepted.expected if e.parts and e.item in items and e.item not in accepted.open]
    assert len(said) >= 5
    ends: dict[str, set[str]] = {}
    for row in [*items.values(), *rows(accepted.out, "records.csv")]:
        ends.setdefault(row["item_id"], set()).add(row["end"][:7])
    assert [e for e in said if _month(e.parts[0][2]) not in ends[e.item]] == []
    assert sum(items[e.item]["end"][:7] == _month(e.parts[0][2]) for e in said) >= 5


def _month(words: str) -> str:
    month, year = words.split()
    return f"{year}-{MONTHS.index(month) + 1:02}"


def test_nothing_is_lost_and_every_record_has_its_item(accepted: Accepted) -> None:
    items = {row["item_id"] for row in rows(accepted.out, "items.csv")}
    records = rows(accepted.out, "records.csv")
    assert {row["item_id"] for row in records} == items
    account = rows(accepted.out, "accounting.csv")
    assert {name for row in account for name in row["record_id"].split("; ") if name} == {
        row["record_id"] for row in records
    }
    codes = [row["code"] for row in rows(accepted.out, "problems.csv")]
    assert codes.count("item-added") >= 8
    assert codes.count("proposal-applied") >= 30


def test_the_new_documents_read_back_as_empty(accepted: Accepted, capsys: pytest.CaptureFixture[str]) -> None:
    other = accepted.out.parent / "lain"
    shutil.copytree(accepted.out, other)
    (other / WORKBOOK).unlink()
    found = sorted(accepted.out.rglob("*.docx"))
    chosen = [file for n, file in enumerate(found) if n % 8 == 0 or file.parent.name == "kelompok"]
    capsys.readouterr()
    assert main(["review", str(other), str(accepted.out / PLAN), *map(str, chosen)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) >= 20
    assert {line.partition(": ")[2] for line in said} == {"tidak ada perubahan."}


@needed
def test_workbooks_redline_and_documents_are_valid(accepted: Accepted, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["diff", str(accepted.out)]) == 0
    report = Path(capsys.readouterr().out.splitlines()[-1])
    sheet = next((accepted.out / "kelompok").glob("K1*"))
    assert "w:ins" in package.read(report.read_bytes())["word/document.xml"].decode()
    workbook = accepted.out.parent / WORKBOOK  # as it was written, before another program saved it
    files = (report, sheet, workbook, accepted.out / "keputusan.xlsx", accepted.out / PLAN)
    assert {file.name: found for file in files if (found := faults(file))} == {}


def test_without_the_answers_the_plan_is_what_it_was(accepted: Accepted) -> None:
    undone = accepted.out.parent / "balik" / accepted.out.name
    shutil.copytree(accepted.out, undone)
    assert set(answered(undone / WORKBOOK, None)) == accepted.open
    build(undone)
    assert tables(undone) == accepted.before
