"""`renja history`, `renja diff` and `renja export`: looking back on a plan, and going on with it elsewhere."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.fakes import content

Said = pytest.CaptureFixture[str]
Build = Callable[..., None]
FIRST = ["1,Menyusun pedoman kurasi konten,Pustekkom,Maret 2017", "2,Lomba bercerita,LPMP Bali,Juni 2017"]
THEN = ["1,Menyusun pedoman kurasi konten digital,Pustekkom,Mei 2017", "2,Survei jaringan,LPMP Bali,Juni 2017"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rapat"
    folder.mkdir()
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    return folder


@pytest.fixture
def build(folder: Path, tmp_path: Path, capsys: Said) -> Build:
    """Builds a plan of these rows in the folder `hasil`, or in another."""

    def build(rows: list[str], out: str = "hasil") -> None:
        lines = ["No,Kegiatan,Penanggung Jawab,Waktu", *rows]
        (folder / "usulan.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert main(["build", str(folder), "--out", str(tmp_path / out), "--direct"]) == 0
        capsys.readouterr()

    return build


def said(capsys: Said, *words: str | Path) -> tuple[int, list[str], list[str]]:
    code = main([*map(str, words)])
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err.splitlines()


def items(out: Path) -> dict[str, str]:
    """Action by id."""
    lines = (out / "tables" / "items.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {cells[0]: cells[2] for cells in (line.split(",") for line in lines)}


def test_the_versions_of_a_plan_and_what_changed_between_them(build: Build, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "hasil"
    build(FIRST)
    code, told, _ = said(capsys, "history", out)
    assert (code, len(told)) == (0, 1)
    assert said(capsys, "diff", out)[0] == 2
    build(THEN)
    _, told, _ = said(capsys, "history", out)
    assert [line.split(",")[0] for line in told] == ["Versi 1", "Versi 2"]
    assert told[1].endswith("1 baru, 1 gugur, 1 bergeser, 1 rumusan.")
    code, told, _ = said(capsys, "diff", out)
    assert code == 0
    assert told[-1] == str(out / "Perubahan versi 1 ke 2.docx")
    assert (out / "Perubahan versi 1 ke 2.docx").is_file()
    assert [line.split(": ")[1].split(" [")[0] for line in told[:-1]] == [
        "rumusan", "mundur 2 bulan", "baru", "tidak ada lagi",
    ]  # fmt: skip
    assert all(line.endswith("[berkas berubah: usulan.csv]") for line in told[:-1])
    assert said(capsys, "diff", out, "1", "2")[1] == told
    assert said(capsys, "diff", out, "1")[1] == told
    assert said(capsys, "diff", out, "2", "1", "--lang", "en")[1][0].split(": ")[1] == "wording"


def test_a_run_without_a_change_adds_no_version(build: Build, folder: Path, tmp_path: Path, capsys: Said) -> None:
    build(FIRST)
    (folder / "meeting.yaml").write_text("name: Rapat Besar\nyear: 2017\n", encoding="utf-8")
    build(FIRST)
    assert len(said(capsys, "history", tmp_path / "hasil")[1]) == 1


def test_a_report_that_is_open_elsewhere_stays(build: Build, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "hasil"
    build(FIRST)
    build(THEN)
    (out / ".~lock.Perubahan versi 1 ke 2.docx#").touch()
    code, _, complaint = said(capsys, "diff", out)
    assert code == 2
    assert "Perubahan versi 1 ke 2.docx" in complaint[0]


def test_a_colleague_goes_on_with_what_was_handed_over(
    build: Build, folder: Path, tmp_path: Path, capsys: Said
) -> None:
    out, packed = tmp_path / "hasil", tmp_path / "hasil.zip"
    build(FIRST)
    build(THEN)
    code, told, _ = said(capsys, "export", out, packed)
    assert (code, told[-1]) == (0, str(packed))
    elsewhere = tmp_path / "elsewhere"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(elsewhere)
    assert content(elsewhere / "hasil") == content(out)
    assert said(capsys, "history", elsewhere / "hasil")[1] == said(capsys, "history", out)[1]
    later = [THEN[1], THEN[0].replace("digital", "digital sekolah")]
    build(later, "elsewhere/hasil")
    build(later)
    assert items(elsewhere / "hasil") == items(out)
    assert len(said(capsys, "history", elsewhere / "hasil")[1]) == 3


def test_the_same_plan_is_handed_over_in_the_same_bytes_and_does_not_hold_itself(
    build: Build, tmp_path: Path, capsys: Said
) -> None:
    build(FIRST)
    packed = tmp_path / "hasil" / "serah.zip"
    data = []
    for _ in range(2):
        assert said(capsys, "export", tmp_path / "hasil", packed)[0] == 0
        data.append(packed.read_bytes())
    assert data[0] == data[1]


@pytest.mark.parametrize("words", [["history"], ["diff"], ["export"], ["diff", "x", "y", "z"], ["export", "x"]])
def test_missing_words_are_told_in_one_sentence(words: list[str], capsys: Said) -> None:
    code, _, complaint = said(capsys, *words)
    assert (code, len(complaint)) == (2, 1)


@pytest.mark.parametrize("words", [["history"], ["diff"], ["export", "a.zip"]])
def test_a_folder_without_a_plan_is_told(words: list[str], tmp_path: Path, capsys: Said) -> None:
    code, _, complaint = said(capsys, words[0], tmp_path, *words[1:])
    assert (code, len(complaint)) == (2, 1)
    assert list(tmp_path.iterdir()) == []
