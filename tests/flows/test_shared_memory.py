"""Several people whose plans share one memory on a server: the second goes on where the first stopped."""

import csv
import zipfile
from pathlib import Path

import pytest

from flows.cli import main
from flows.make import Job, Made, Request, make
from flows.settings import Settings
from flows.watch import Watch
from tasks.model.errors import OutputError, PlanBusyError
from tests.flows import test_decisions as decisions
from tests.flows.fakes import MAIN, content, engine
from tests.flows.test_review import filled

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rapat"
    folder.mkdir()
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    write(folder, "1,Menyusun pedoman kurasi konten,Pustekkom")
    return folder


def write(folder: Path, row: str) -> None:
    (folder / "usulan.csv").write_text(f"No,Kegiatan,Penanggung Jawab\n{row}\n", encoding="utf-8")


def ids(out: Path) -> list[str]:
    with (out / "tables" / "items.csv").open(encoding="utf-8", newline="") as rows:
        return [row["item_id"] for row in csv.DictReader(rows)]


def test_a_colleague_goes_on_in_a_folder_of_the_same_name(
    postgres: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("RENJA_MEMORY_URL", postgres)
    mine, theirs = tmp_path / "mine" / "rakor bersama", tmp_path / "theirs" / "rakor bersama"
    assert main(["build", str(folder), "--out", str(mine), "--direct"]) == 0
    assert not (mine / ".renja" / "memory.db").exists()
    write(folder, "4,Menyusun pedoman kurasi konten digital,Pustekkom")
    assert main(["build", str(folder), "--out", str(theirs), "--direct"]) == 0
    assert ids(theirs) == ids(mine)
    capsys.readouterr()
    assert main(["history", str(mine)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_run_elsewhere_is_waited_for(postgres: str, folder: Path, tmp_path: Path) -> None:
    own = Settings(memory_url=postgres)

    def meanwhile(job: Job) -> Made:
        with pytest.raises(PlanBusyError):
            make(Request(folder, tmp_path / "b" / "rakor ramai", "id"), own, engine({MAIN: b""}), Watch())
        return engine({MAIN: b""})(job)

    make(Request(folder, tmp_path / "a" / "rakor ramai", "id"), own, meanwhile, Watch())


def test_a_server_out_of_reach_leaves_the_plan_as_it_was(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    away = Settings(memory_url=f"postgresql://ani:rahasia@/renja?unix_sock={tmp_path}/none")
    with pytest.raises(OutputError, match="memory-unavailable"):
        make(Request(folder, out, "id"), away, engine({MAIN: b"plan"}), Watch())
    assert not (out / MAIN).exists()


def test_a_colleague_reviews_on_a_machine_where_the_plan_was_never_made(
    postgres: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("RENJA_MEMORY_URL", postgres)
    mine, theirs = tmp_path / "mine" / "rakor telaah", tmp_path / "theirs" / "rakor telaah"
    assert main(["review", str(theirs), str(mine / MAIN)]) == 2
    assert not theirs.exists()
    assert main(["build", str(folder), "--out", str(mine), "--direct"]) == 0
    assert [path.name for path in (mine / ".renja").glob("*.db")] == []
    capsys.readouterr()
    assert main(["review", str(theirs), str(mine / MAIN)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{MAIN}: tidak ada perubahan."]
    copy = tmp_path / "ani.docx"
    _reworded(mine / MAIN, copy, "Menyusun pedoman", "Merevisi pedoman")
    assert main(["review", str(theirs), str(copy)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(theirs / "usulan-perubahan.xlsx")
    filled(theirs / "usulan-perubahan.xlsx", "terima")
    for out in (theirs, mine):
        assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0
        assert b"Merevisi pedoman" in content(out)["tables/items.csv"]
    assert not (mine / "usulan-perubahan.xlsx").exists()
    assert main(["review", str(mine), str(copy)]) == 0
    filled(mine / "usulan-perubahan.xlsx", None)
    for out in (mine, theirs):
        assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0
        assert b"Menyusun pedoman" in content(out)["tables/items.csv"]


def test_what_a_colleague_decided_holds_here_although_nothing_changed_here(
    postgres: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("RENJA_MEMORY_URL", postgres)
    mine, theirs = tmp_path / "mine" / "rakor putusan", tmp_path / "theirs" / "rakor putusan"
    decisions.write(folder, {"k1": decisions.FIRST, "k2": decisions.SECOND})
    (folder / "usulan.csv").unlink()
    for out in (mine, theirs):
        assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0
        assert len(ids(out)) == 2
    decisions.answer(theirs / decisions.WORKBOOK, "sama")
    for out in (theirs, mine):
        assert main(["build", str(folder), "--out", str(out), "--direct"]) == 0
        assert len(ids(out)) == 1
    assert content(mine)["tables/items.csv"] == content(theirs)["tables/items.csv"]
    assert decisions.rows(mine / decisions.WORKBOOK, 0) == []
    capsys.readouterr()
    assert main(["build", str(folder), "--out", str(mine), "--direct"]) == 0
    assert "tidak ada yang berubah" in capsys.readouterr().out.lower()


def _reworded(issued: Path, copy: Path, old: str, new: str) -> None:
    """A copy in which words of the matrix are exchanged once."""
    with zipfile.ZipFile(issued) as parts, zipfile.ZipFile(copy, "w") as file:
        for part in parts.namelist():
            before, mark, matrix = parts.read(part).decode("latin-1").partition('w:name="RK_')
            file.writestr(part, (before + mark + matrix.replace(old, new, 1)).encode("latin-1"))
