"""`renja explain` says how an item came about, and answers a wrong name with the nearest ones."""

from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.test_decisions import FIRST, SECOND, WORKBOOK, Build, action, answer, build, folder, out

__all__ = ["build", "folder", "out"]
SAME = "Penyusunan modul literasi digital,Pustekkom,Maret 2017"

Said = pytest.CaptureFixture[str]


def explained(capsys: Said, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["explain", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def plan(build: Build, folder: Path) -> dict[str, dict[str, str]]:
    """The records of a plan whose first action two groups have."""
    path = folder / "documents" / "k4" / "usulan.csv"
    path.parent.mkdir()
    path.write_text(f"Kegiatan,Penanggung Jawab,Waktu\n{SAME}\n", encoding="utf-8")
    return build()


def test_sources_reasons_and_questions_are_told(plan: dict[str, dict[str, str]], out: Path, capsys: Said) -> None:
    item = plan[action(FIRST)]["item_id"]
    code, said, _ = explained(capsys, item.lower(), "--out", str(out))
    assert code == 0
    assert "k1/usulan.csv, baris 2" in said
    assert "k4/usulan.csv, baris 2" in said
    assert "digabung dengan nomor 1: objek sama" in said
    assert "bit; peluang" in said
    assert "Pertanyaan yang masih terbuka" in said
    assert action(SECOND) in said


def test_a_number_as_printed_will_do_and_the_veto_is_named_in_the_language_asked_for(
    plan: dict[str, dict[str, str]], build: Build, folder: Path, out: Path, capsys: Said
) -> None:
    path = folder / "documents" / "k3" / "usulan.csv"
    path.write_text("Kegiatan,Penanggung Jawab,Waktu\nPelatihan modul literasi digital,Pustekkom,Maret 2017\n")
    build()
    code, said, _ = explained(capsys, "a1", "--out", str(out), "--lang", "en")
    assert code == 0
    assert "“Pelatihan modul literasi digital”: the act differs" in said


def test_a_decision_is_told_as_such(plan: dict[str, dict[str, str]], build: Build, out: Path, capsys: Said) -> None:
    answer(out / WORKBOOK, "sama", Oleh="Budi")
    item = build()[action(SECOND)]["item_id"]
    _, said, _ = explained(capsys, item, "--out", str(out))
    assert "karena keputusan (Budi" in said
    assert "Tidak ada pertanyaan terbuka" in said


def test_an_unknown_item_is_answered_with_the_nearest_in_one_sentence(
    plan: dict[str, dict[str, str]], out: Path, capsys: Said
) -> None:
    item = plan[action(FIRST)]["item_id"]
    code, said, complaint = explained(capsys, item[:-1] + "Z", "--out", str(out))
    assert (code, said) == (2, "")
    assert item in complaint
    assert len(complaint.splitlines()) == 1


def test_without_a_plan_or_an_item_one_sentence_says_what_to_do(tmp_path: Path, capsys: Said) -> None:
    code, _, complaint = explained(capsys, "A.1", "--out", str(tmp_path))
    assert code == 2
    assert complaint.startswith(f"Di {tmp_path} tidak ada rencana.")
    code, _, complaint = explained(capsys)
    assert code == 2
    assert "renja explain B.3" in complaint
