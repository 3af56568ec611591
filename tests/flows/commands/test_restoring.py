"""`renja export` as a backup, `renja restore` as the way back: whole plans, nothing newer lost without a word."""

import json
import os
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from flows.cli import main
from flows.folder import publish
from flows.folder.output import opened
from flows.folder.remembering import place_of
from flows.make import Job, Made, Request, make
from flows.settings import Settings
from flows.watch import Watch
from tasks.memory.database import reading, writing
from tasks.memory.issued import store
from tasks.memory.schema import METADATA
from tasks.memory.versions.store import issued
from tasks.model.mark import Issued
from tests.flows.fakes import MAIN, content
from tests.memory.plans import plan

Said = pytest.CaptureFixture[str]
Build = Callable[[str], Path]
DOCUMENT: Final = Issued("RJ-000000-11111111-P", MAIN, b"<a/>")
_NUMBERS: Final = count()


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def name() -> str:
    return f"rakor {next(_NUMBERS)}"


@pytest.fixture(params=["file", "server"])
def own(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A memory beside each plan, or on a server; for the command too."""
    url = request.getfixturevalue("postgres") if request.param == "server" else ""
    monkeypatch.setenv("RENJA_MEMORY_URL", url)
    return Settings(memory_url=url)


@pytest.fixture
def build(tmp_path: Path, own: Settings, name: str) -> Build:
    """Make a version of a plan whose only item says this."""
    inputs = tmp_path / "rapat"
    inputs.mkdir()

    def build(action: str) -> Path:
        out = tmp_path / "asal" / name
        (inputs / "a.txt").write_text(action, encoding="utf-8")
        make(Request(inputs, out, "id"), own, engine(action), Watch())
        with writing(place_of(out, own)) as scope:
            store.remember(scope, 1, [DOCUMENT])
        return out

    return build


def engine(action: str) -> Callable[[Job], Made]:
    def run(job: Job) -> Made:
        job.work.write(MAIN, action.encode())
        job.work.write("tables/items.csv", action.encode())
        return Made(plan({"item_id": "RK-AAAAA", "action": action}), "direct")

    return run


def versions(out: Path, own: Settings) -> list[int]:
    with reading(place_of(out, own)) as scope:
        assert scope is not None
        return [version.number for version in issued(scope)]


def forgotten(out: Path, own: Settings) -> None:
    """A server of a new machine knows nothing of any plan."""
    place = place_of(out, own)
    if place.shared:
        with writing(place) as scope:
            for table in METADATA.sorted_tables:
                scope.connection.execute(table.delete())


def test_a_plan_is_put_back_on_another_machine_with_all_it_remembers(
    build: Build, own: Settings, tmp_path: Path, capsys: Said
) -> None:
    build("Menyusun pedoman")
    out = build("Menyusun panduan")
    (out / "catatan.txt").write_text("penting")
    assert main(["export", str(out), str(tmp_path / "a.zip")]) == 0
    forgotten(out, own)
    target = tmp_path / "baru" / out.name
    assert main(["restore", str(tmp_path / "a.zip"), str(target.parent)]) == 0
    assert content(target) == content(out)
    assert json.loads((target / "run.json").read_text()) == json.loads((out / "run.json").read_text())
    assert versions(target, own) == [1, 2]
    with reading(place_of(target, own)) as scope:
        assert scope is not None
        assert store.recall(scope, DOCUMENT.mark) == [DOCUMENT]


def test_what_is_newer_here_is_lost_only_if_somebody_says_so(
    build: Build, own: Settings, tmp_path: Path, capsys: Said
) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    assert main(["export", str(out), str(packed)]) == 0
    build("Menyusun panduan")
    before = content(out)
    capsys.readouterr()
    assert main(["restore", str(packed), str(out.parent)]) == 1
    assert "2 (" in capsys.readouterr().err
    assert (content(out), versions(out, own)) == (before, [1, 2])
    assert main(["restore", str(packed), str(out.parent), "--replace"]) == 0
    assert (content(out)[MAIN], versions(out, own)) == (b"Menyusun pedoman", [1])
    assert main(["restore", str(packed), str(out.parent)]) == 0
    build("Menyusun modul")
    assert versions(out, own) == [1, 2]


@pytest.mark.parametrize("own", ["file"], indirect=True)
def test_what_people_edited_since_stays_beside_what_is_put_back(build: Build, tmp_path: Path, capsys: Said) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    (out / "catatan.txt").write_text("penting")
    assert main(["export", str(out), str(packed)]) == 0
    (out / MAIN).write_text("disunting")
    (out / "catatan.txt").unlink()
    capsys.readouterr()
    assert main(["restore", str(packed), str(out.parent)]) == 0
    assert "suntingan" in capsys.readouterr().out
    aside = MAIN.replace(".docx", " (suntingan).docx")
    assert (content(out)[MAIN], content(out)[aside]) == (b"Menyusun pedoman", b"disunting")
    build("Menyusun panduan")
    assert content(out)["catatan.txt"] == b"penting"


def test_while_a_run_is_under_way_what_was_there_before_is_saved(
    own: Settings, build: Build, tmp_path: Path, capsys: Said
) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"

    def meanwhile(job: Job) -> Made:
        made = engine("Menyusun panduan")(job)
        assert main(["export", str(out), str(packed)]) == 0
        return made

    (tmp_path / "rapat" / "a.txt").write_text("lain")
    make(Request(tmp_path / "rapat", out, "id"), own, meanwhile, Watch())
    assert versions(out, own) == [1, 2]
    forgotten(out, own)
    target = tmp_path / "baru" / out.name
    assert main(["restore", str(packed), str(target.parent)]) == 0
    assert (content(target)[MAIN], versions(target, own)) == (b"Menyusun pedoman", [1])


def test_documents_that_are_put_in_place_meanwhile_are_waited_for(
    build: Build, own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    read = Path.read_bytes
    calls: list[Path] = []

    def reading_meanwhile(path: Path) -> bytes:
        data = read(path)
        if path.name == MAIN and not calls:
            calls.append(path)
            build("Menyusun panduan")
        return data

    monkeypatch.setattr("flows.commands.handover._PAUSE", 0)
    monkeypatch.setattr(Path, "read_bytes", reading_meanwhile)
    assert main(["export", str(out), str(packed)]) == 0
    monkeypatch.undo()
    with zipfile.ZipFile(packed) as archive:
        saved = {member: archive.read(member) for member in archive.namelist()}
    assert [saved[f"{out.name}/{member}"] for member in (MAIN, "tables/items.csv")] == [b"Menyusun panduan"] * 2


@pytest.mark.parametrize("moment", ["flows.commands.restoring.take_back", "flows.folder.publish.write_json"])
def test_a_restoration_that_is_killed_leaves_what_was_there(
    build: Build, own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    assert main(["export", str(out), str(packed)]) == 0
    build("Menyusun panduan")
    before = content(out)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(moment, killed)
        with pytest.raises(Killed):
            main(["restore", str(packed), str(out.parent), "--replace"])
    with opened(out):
        pass
    assert content(out) == before
    if moment == "flows.commands.restoring.take_back" or not own.memory_url:
        assert versions(out, own) == [1, 2]


@pytest.mark.parametrize("moves", range(3))
def test_from_then_on_it_is_completed_by_whoever_opens_the_folder(
    build: Build, own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    assert main(["export", str(out), str(packed)]) == 0
    build("Menyusun panduan")
    replaced, left = Path.replace, [moves]

    def killed(path: Path, target: Path) -> Path:
        if publish.pending(out):
            left[0] -= 1
            if left[0] < 0:
                raise Killed
        return replaced(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(Killed):
            main(["restore", str(packed), str(out.parent), "--replace"])
    with opened(out):
        pass
    assert content(out) == {MAIN: b"Menyusun pedoman", "tables/items.csv": b"Menyusun pedoman"}
    assert versions(out, own) == [1]


def test_all_plans_are_saved_those_of_the_server_too(
    build: Build, own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    forgotten(tmp_path, own)
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    folder = tmp_path / "asal" if not own.memory_url else tmp_path / "kosong"
    monkeypatch.setattr("flows.commands.handover.default_out", lambda inputs: folder / inputs.name)
    assert main(["export", "--all", str(packed)]) == 0
    assert out.name in capsys.readouterr().out.splitlines()[0]
    forgotten(out, own)
    assert main(["restore", str(packed), str(tmp_path / "baru")]) == 0
    assert versions(tmp_path / "baru" / out.name, own) == [1]
    assert (tmp_path / "baru" / out.name / MAIN).is_file() is not bool(own.memory_url)


@pytest.mark.parametrize("own", ["file"], indirect=True)
@pytest.mark.parametrize("case", ["none", "text", "cut off", "altered", "other", "above", "memory"])
def test_a_file_that_cannot_be_read_changes_nothing(case: str, build: Build, tmp_path: Path, capsys: Said) -> None:
    out, packed = build("Menyusun pedoman"), tmp_path / "a.zip"
    assert main(["export", str(out), str(packed)]) == 0
    data = packed.read_bytes()
    if case == "none":
        packed.unlink()
    elif case == "text":
        packed.write_text("bukan zip")
    elif case == "cut off":
        packed.write_bytes(data[: len(data) // 2])
    elif case == "altered":
        place = data.index(b"Menyusun")
        packed.write_bytes(data[:place] + b"X" + data[place + 1 :])
    else:
        names = {"other": "foto.jpg", "above": "x/../../y", "memory": f"{out.name}/.renja/memory.db"}
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(names[case], b"x" * 100)
    before = content(tmp_path / "asal")
    capsys.readouterr()
    assert main(["restore", str(packed), str(out.parent), "--replace"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert content(tmp_path / "asal") == before
    assert not (tmp_path / "y").exists()


@pytest.mark.parametrize("own", ["file"], indirect=True)
def test_an_export_that_fails_leaves_no_half_file(build: Build, tmp_path: Path, capsys: Said) -> None:
    out = build("Menyusun pedoman")
    (tmp_path / "x").mkdir()
    assert main(["export", str(out), str(tmp_path / "x")]) == 1
    assert os.listdir(tmp_path / "x") == []  # noqa: PTH208
    assert not (tmp_path / "x.part").exists()
    assert main(["export", str(out)]) == main(["export", "--all"]) == main(["restore"]) == 2
