"""`renja whatif` says what slips if an item is moved, for whom; a wrong word is answered in one sentence."""

from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.fakes import content

Said = pytest.CaptureFixture[str]


@pytest.fixture
def out(tmp_path: Path, capsys: Said) -> Path:
    """A plan of three actions, one after the other."""
    folder = tmp_path / "rapat"
    folder.mkdir()
    (folder / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    (folder / "usulan.csv").write_text(
        "No,Kegiatan,Penanggung Jawab,Waktu,Ketergantungan\n"
        "1,Menyusun pedoman kurasi konten,Pustekkom,Maret 2017,\n"
        "2,Melatih kurator daerah,LPMP Bali,April 2017,setelah no. 1\n"
        "3,Lomba bercerita,Dinas Pendidikan Provinsi Bali,Juni 2017,setelah no. 2\n",
        encoding="utf-8",
    )
    assert main(["build", str(folder), "--out", str(tmp_path / "hasil"), "--direct"]) == 0
    capsys.readouterr()
    return tmp_path / "hasil"


def moved(capsys: Said, *words: str | Path) -> tuple[int, list[str], str]:
    code = main(["whatif", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err


@pytest.mark.parametrize("move", [["3"], ["+3"], ["3 bulan"], ["3", "months"], ["2017-06"], ["Juni", "2017"], ["June"]])
def test_what_slips_is_told_with_months_and_owners_and_nothing_is_written(
    out: Path, capsys: Said, move: list[str]
) -> None:
    before = content(out)
    code, (head, slip, total, caution), _ = moved(capsys, out, "A1", *move)
    assert code == 0
    assert "selesai Juni 2017, bukan Maret 2017: 3 bulan lebih lambat" in head
    assert slip.startswith("  A.2 (RK-")
    assert "(LPMP Bali): dari April 2017 menjadi Juni 2017, 2 bulan lebih lambat" in slip
    assert total == "Yang ikut bergeser: 1 kegiatan; instansi yang terkena: 1."
    assert "diusulkan" in caution
    assert content(out) == before


def test_an_earlier_move_ends_where_what_it_waits_for_ends(out: Path, capsys: Said) -> None:
    code, said, _ = moved(capsys, out, "A.2", "-3", "--lang", "en")
    assert code == 0
    assert "ends in March 2017 and not in April 2017: 1 month earlier" in said[0]
    assert said[1].startswith("It cannot be sooner")
    assert said[2] == "No other action slips."


def test_an_item_may_be_named_by_its_id_and_stay(out: Path, capsys: Said) -> None:
    _, (head, *_), _ = moved(capsys, out, "A.3", "0")
    item = head[head.index("RK-") : head.index(")")]
    assert moved(capsys, out, item.lower(), "0")[1][0] == head
    assert "tetap selesai Juni 2017" in head


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["A.9", "2"], "Tidak ada kegiatan 'A.9' dalam rencana."),
        (["A.1", "segera"], "'segera' bukan pergeseran"),
        (["A.1", "2017-13"], "'2017-13' bukan pergeseran"),
        (["A.1", "9999-01"], "'9999-01' bukan pergeseran"),
        (["A.1", "--besok"], "'--besok' bukan pergeseran"),
        (["A.1"], "renja whatif outputs/rakor-tik-2017 B.3 2"),
    ],
)
def test_wrong_words_are_answered_in_one_line(out: Path, capsys: Said, words: list[str], sentence: str) -> None:
    code, said, complaint = moved(capsys, out, *words)
    assert (code, said) == (2, [])
    assert sentence in complaint
    assert len(complaint.splitlines()) == 1


def test_without_a_whole_plan_one_sentence_says_what_to_do(out: Path, tmp_path: Path, capsys: Said) -> None:
    code, _, complaint = moved(capsys, tmp_path, "A.1", "2")
    assert (code, complaint.startswith(f"Di {tmp_path} tidak ada rencana")) == (2, True)
    (out / "tables" / "links.csv").unlink()
    code, _, complaint = moved(capsys, out, "A.1", "2")
    assert (code, "jalankan build lagi" in complaint) == (2, True)
