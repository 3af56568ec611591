"""A plan whose memory is damaged or gone: what can be recovered is, and people are told."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.test_decisions import FIRST, WORKBOOK, answer, folder, out, rows, table, write

__all__ = ["folder", "out"]
Said = pytest.CaptureFixture[str]


def garbage(own: Path) -> None:
    (own / "memory.db").write_bytes(b"garbage " * 999)


def garbage_and_no_copy(own: Path) -> None:
    garbage(own)
    (own / "memory.db.backup").unlink()


def gone(own: Path) -> None:
    shutil.rmtree(own)


@pytest.mark.parametrize(
    "damage, said, versions",
    [
        (garbage, "rusak dan disisihkan sebagai memory.db.damaged; isinya dipulihkan dari salinannya", 3),
        (garbage_and_no_copy, "rusak dan disisihkan sebagai memory.db.damaged; isinya dipulihkan dari rencana", 2),
        (gone, "tidak ada lagi atau tertinggal dari rencana di folder ini; isinya dipulihkan dari rencana", 2),
    ],
)
def test_ids_and_decisions_are_kept_and_it_is_told_once(
    folder: Path, out: Path, capsys: Said, damage: Callable[[Path], None], said: str, versions: int
) -> None:
    words = ["build", str(folder), "--out", str(out), "--direct"]
    assert main(words) == 0
    answer(out / WORKBOOK, "beda")
    assert main(words) == 0
    sound = out.with_name("sound")
    shutil.copytree(out, sound)
    damage(out / ".renja")
    write(folder, {"k1": FIRST.replace("modul literasi digital", "modul literasi digital yang menarik")})
    capsys.readouterr()
    assert main(words) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.count("Ingatan rencana") == 1
    assert said in told.out
    assert main(["build", str(folder), "--out", str(sound), "--direct"]) == 0
    assert table(out, "records") == table(sound, "records")
    assert table(out, "items") == table(sound, "items")
    assert rows(out / WORKBOOK, 0) == []
    assert rows(out / WORKBOOK, 1) == rows(sound / WORKBOOK, 1)
    with closing(sqlite3.connect(out / ".renja" / "memory.db")) as memory:
        found = [number for (number,) in memory.execute("SELECT number FROM version ORDER BY number")]
    assert found == list(range(4 - versions, 4))
    capsys.readouterr()
    (out / "plan.json").unlink()
    assert main(words) == 0
    assert "Ingatan rencana" not in capsys.readouterr().out


def test_where_nothing_is_left_to_recover_it_is_told(folder: Path, out: Path, capsys: Said) -> None:
    words = ["build", str(folder), "--out", str(out), "--direct"]
    assert main(words) == 0
    garbage_and_no_copy(out / ".renja")
    (out / "plan.json").write_text("{}")
    capsys.readouterr()
    assert main(words) == 0
    assert "isinya tidak dapat dipulihkan" in capsys.readouterr().out


def test_a_command_that_only_reads_names_the_one_that_recovers(folder: Path, out: Path, capsys: Said) -> None:
    assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0
    garbage(out / ".renja")
    capsys.readouterr()
    assert main(["history", str(out)]) == 1
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert "memory.db, rusak. Jalankan 'renja build'" in said.err
    assert not (out / ".renja" / "memory.db.damaged").exists()
