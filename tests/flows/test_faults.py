"""Runs that are killed or find the disk full at any moment: nothing is lost, the next is as if nothing had been."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

import pytest

from tests.flows.fakes import content
from tests.flows.forked import Command, command
from tests.flows.test_decisions import WORKBOOK, answer

TABLE: Final = "No,Kegiatan,Penanggung Jawab,Waktu,Ketergantungan\n"
MODULE: Final = "1,Menyusun modul literasi digital,Pustekkom,Maret 2017,\n"
REST: Final = (
    "2,Pelatihan literasi digital bagi pustakawan,LPMP Bali,April 2017,\n"
    "3,Lomba bercerita,LPMP Bali,Juni 2017,setelah no. 2\n"
)
OTHER: Final = "Kegiatan,Penanggung Jawab,Waktu\nMenyusun modul literasi digital SD,Pustekkom,Maret 2017\n"
ADDED: Final = "4,Uji coba siaran radio,BPMR Yogyakarta,Agustus 2017,setelah no. 1\n"
KILLS: Final = 20
BY_CLOCK: Final = 6


@dataclass(frozen=True)
class Case:
    """A plan with a decision whose inputs have changed since. new: what an undisturbed run makes of it.

    steps: the changes on the disk of that run; seconds: how long it took.
    """

    command: Command
    inputs: Path
    before: Path
    new: dict[str, bytes]
    steps: tuple[str, ...]
    seconds: float

    def words(self, out: Path) -> tuple[str, ...]:
        return "build", str(self.inputs), "--out", str(out), "--direct"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    top = tmp_path_factory.mktemp("faults")
    inputs, before, new = top / "rapat", top / "before" / "hasil", top / "new" / "hasil"
    first = inputs / "documents" / "k1" / "usulan.csv"
    for path, text in ((first, TABLE + MODULE + REST), (inputs / "documents" / "k2" / "usulan.csv", OTHER)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (inputs / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    words = ("build", str(inputs), "--direct", "--out")
    with command(top, *words, str(top / "warm")) as renja:
        assert renja.run(*words, str(before)).code == 0
        answer(before / WORKBOOK, "beda")
        assert renja.run(*words, str(before)).code == 0
        first.write_text(TABLE + MODULE.replace("digital", "digital yang menarik") + REST + ADDED, encoding="utf-8")
        shutil.copytree(before, new)
        began = monotonic()
        undisturbed = renja.run(*words, str(new))
        assert undisturbed.code == 0
        yield Case(renja, inputs, before, content(new), undisturbed.steps, monotonic() - began)


@pytest.fixture
def out(case: Case, tmp_path: Path) -> Path:
    """The plan as it was before the inputs changed."""
    return shutil.copytree(case.before, tmp_path / "hasil")


def memory(out: Path) -> tuple[str, set[str], set[str], set[int]]:
    """What SQLite says of the memory; bindings, decisions and versions in it."""
    with closing(sqlite3.connect(out / ".renja" / "memory.db")) as database:
        (verdict,) = database.execute("PRAGMA integrity_check").fetchone()
        bound = {"=".join(row) for row in database.execute("SELECT fingerprint, item_id FROM binding")}
        decided = {told for (told,) in database.execute("SELECT told FROM audit")}
        return verdict, bound, decided, {n for (n,) in database.execute("SELECT number FROM version WHERE issued")}


def whole(case: Case, out: Path) -> None:
    """The earlier plan or the new one stands there, or the journal by which the new one is completed."""
    assert (out / ".renja" / "journal.json").is_file() or content(out) in (content(case.before), case.new)
    _, bound, decided, versions = memory(case.before)
    now = memory(out)
    assert now[0] == "ok"
    assert now[1] >= bound
    assert now[2] >= decided
    assert now[3] >= versions


def completed(case: Case, out: Path) -> None:
    assert case.command.run(*case.words(out)).code == 0
    assert content(out) == case.new
    whole(case, out)
    assert not list((out / ".renja").glob("*.damaged*"))


def steps(case: Case, number: int) -> list[int]:
    """So many changes, spread over the run from its first to its last; which exactly is drawn."""
    draw, width = random.Random(number), len(case.steps) / number  # noqa: S311
    return [1 + min(int(width * (place + draw.random())), len(case.steps) - 1) for place in range(number)]


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_run_that_is_killed_loses_nothing_and_the_next_is_as_if_it_had_not_been(
    case: Case, out: Path, kill: int
) -> None:
    if kill < BY_CLOCK:
        seconds = random.Random(kill).uniform(0.02, 1.0) * case.seconds  # noqa: S311
        assert case.command.run(*case.words(out), seconds=seconds).code in (-9, 0)
    else:
        step = steps(case, KILLS - BY_CLOCK)[kill - BY_CLOCK]
        assert case.command.run(*case.words(out), step=step).code == -9
    whole(case, out)
    completed(case, out)


def test_the_moments_lie_in_all_that_a_run_does(case: Case) -> None:
    killed = [case.steps[step - 1] for step in steps(case, KILLS - BY_CLOCK)]
    assert any("/staging/" in step and step.startswith("open") for step in killed)
    assert any(step.startswith(("INSERT", "UPDATE", "DELETE", "COMMIT")) for step in killed)
    assert any("/staging/" in step and step.startswith("os.rename") for step in killed)


@pytest.mark.parametrize("part", ["/cache/", "/staging/", "journal.json", "run.json"])
def test_a_full_disk_is_told_in_one_sentence_and_the_next_run_completes(case: Case, out: Path, part: str) -> None:
    full = next(n for n, step in enumerate(case.steps, 1) if step.startswith("open") and part in step)
    ended = case.command.run(*case.words(out), full=full)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        f"Tidak ada ruang lagi untuk menulis {out}. Kosongkan ruang lalu jalankan lagi; hasil sebelumnya tetap utuh.\n"
    )
    whole(case, out)
    completed(case, out)
