"""The command line: sentences in the right language, exit codes, and never a trace."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from flows.commands.program import program
from flows.commands.session import Session
from flows.make import Job, Made
from flows.settings import Settings
from flows.speaking.voice import OPTIONS
from tasks.model.errors import TemplateError
from tasks.model.problem import Code, problem
from tasks.rendering.catalogue import load
from tests.flows.fakes import MAIN, engine

Engine = Callable[[Job], Made]
Run = Callable[..., tuple[int, list[str], list[str]]]

FOUND = (
    problem(Code.FILE_SUPERSEDED, "a.docx", newer="b.docx", reason="rev2"),
    problem(Code.OWNER_MISSING, "a.docx", "table 2, row 5", item="RK-1", action="Menyusun SOP"),
    problem(Code.DEPENDENCY_CYCLE, ring="RK-1 → RK-2 → RK-1", weakest="RK-1 → RK-2"),
)


def _commands() -> list[str]:
    from typer.main import get_command

    renja: Any = get_command(program(Session(Settings(), load("id"))))
    return sorted(renja.commands)


COMMANDS = _commands()


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """An inputs folder with one document."""
    folder = tmp_path / "rapat kerja"
    folder.mkdir()
    (folder / "a.csv").write_text("Kegiatan\nMenyusun SOP\n")
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command with an engine in place of the pipeline: exit code, lines of output, lines of complaint."""

    def running(*words: str | Path, by: Engine | None = None) -> tuple[int, list[str], list[str]]:
        monkeypatch.setattr("flows.modes.engine", lambda direct: by or engine({MAIN: b"plan"}, *FOUND))
        code = main([*map(str, words)])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()

    return running


def test_a_build_ends_with_its_summary_and_the_path_of_the_plan(run: Run, meeting: Path, tmp_path: Path) -> None:
    code, said, complaints = run("build", meeting, "--out", tmp_path / "out")
    assert (code, complaints) == (0, [])
    assert said == [
        "Dibaca: 1 berkas; 1 digantikan versi yang lebih baru; 0 tidak terbaca.",
        "Rencana: 1 kegiatan dari 1 usulan kegiatan, dengan 0 keterkaitan.",
        "Perlu diperhatikan: 1 kesalahan, 1 peringatan, 1 keterangan; "
        "semuanya ada dalam rencana dan di tables/problems.csv.",
        "  Saling menunggu: RK-1 → RK-2 → RK-1. Putuskan satu keterkaitan; yang buktinya paling lemah ialah "
        "RK-1 → RK-2.",
        '  a.docx, tabel 2, baris 5: RK-1: belum ada penanggung jawab untuk "Menyusun SOP". Tetapkan instansinya.',
        str(tmp_path / "out" / MAIN),
    ]


def test_a_second_build_says_in_one_sentence_that_nothing_changed(run: Run, meeting: Path, tmp_path: Path) -> None:
    run("build", meeting, "--out", tmp_path / "out")
    code, said, _ = run("build", meeting, "--out", tmp_path / "out")
    assert code == 0
    assert said == [
        "Tidak ada yang berubah sejak rencana terakhir, jadi rencana itu tetap berlaku.",
        str(tmp_path / "out" / MAIN),
    ]


def test_the_language_is_that_of_the_option_or_of_the_meeting(run: Run, meeting: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "none"
    assert run("build", nowhere)[2][0].startswith("Folder ")
    assert run("build", nowhere, "--lang", "en")[2][0].startswith("The folder ")
    (meeting / "meeting.yaml").write_text("language: en\nyear: [\n")
    assert run("build", meeting)[2][0].startswith("meeting.yaml, line ")


@pytest.mark.parametrize(
    "words, sentence",
    [
        ([], "Pemakaian: renja"),
        (["bild", "x"], "Perintah 'bild' tidak ada; mungkin maksudnya 'build'"),
        (["build"], "Sebutkan folder berkas rapat"),
        (["build", "C:\\Rapat", "2017"], "Ada kata yang berlebih"),
        (["build", "x", "--speed"], "Pilihan --speed tidak dikenal"),
        (["build", "x", "--out"], "Pilihan --out tidak ditulis dengan benar"),
        (["build", "x", "--lang", "fr"], "Bahasa 'fr' tidak tersedia"),
        (["build", "x", "--as-of", "besok"], "'besok' bukan tanggal"),
        (["build", "x", "--direct=yes"], "Pilihan --direct tidak ditulis dengan benar"),
        (["check"], "Sebutkan folder berkas rapat"),
        (["serve", "x"], "Ada kata yang berlebih"),
    ],
)
def test_wrong_usage_is_told_in_the_users_language(run: Run, words: list[str], sentence: str) -> None:
    code, said, complaints = run(*words)
    assert (code, said) == (2, [])
    assert complaints[0].startswith(sentence)
    assert words == [] or len(complaints) == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_help_of_a_command_names_each_of_its_options(run: Run, command: str, language: str) -> None:
    from typer.main import get_command

    code, said, _ = run(command, "--lang", language, "--help")
    assert code == 0
    renja: Any = get_command(program(Session(Settings(), load(language))))
    parameters = renja.commands[command].params
    options = {option for parameter in parameters for option in parameter.opts if option.startswith("--")}
    assert {word for line in said for word in line.split() if word.startswith("--")} == options | {"--help"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_help_names_every_command_and_what_all_of_them_take(language: str) -> None:
    help_text = load(language).text("flows.help")
    assert [command for command in COMMANDS if f" {command} " not in help_text] == []
    assert [option for option in OPTIONS if option not in help_text] == []


def test_results_do_not_go_among_the_documents(run: Run, meeting: Path) -> None:
    code, _, complaints = run("build", meeting, "--out", meeting / "hasil")
    assert code == 2
    assert "karena di situ letak berkas kelompok" in complaints[0]


def test_an_error_of_the_run_is_one_sentence_with_its_file(run: Run, meeting: Path, tmp_path: Path) -> None:
    def failing(_: Job) -> Made:
        raise TemplateError(problem(Code.TEMPLATE_BROKEN, template="rencana-kerja.docx", cause="tanda {% if"))

    code, said, complaints = run("build", meeting, "--out", tmp_path / "out", by=failing)
    assert (code, said, len(complaints)) == (1, [], 1)
    assert "rencana-kerja.docx tidak dapat dipakai: tanda {% if" in complaints[0]


def test_an_unforeseen_error_is_one_sentence_and_its_trace_is_in_the_log(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    def broken(_: Job) -> Made:
        raise ZeroDivisionError("deep inside")

    code, said, complaints = run("build", meeting, "--out", tmp_path / "out", by=broken)
    log = tmp_path / "out" / ".renja" / "renja.log"
    assert (code, said, len(complaints)) == (1, [], 1)
    assert "ZeroDivisionError" in complaints[0]
    assert str(log) in complaints[0]
    assert "deep inside" in log.read_text(encoding="utf-8")


def test_debug_shows_the_trace(run: Run, meeting: Path, tmp_path: Path) -> None:
    def broken(_: Job) -> Made:
        raise ZeroDivisionError("deep inside")

    _, _, complaints = run("build", meeting, "--out", tmp_path / "out", "--debug", by=broken)
    assert complaints[1] == "Traceback (most recent call last):"


def test_ctrl_c_is_one_sentence_and_leaves_nothing_half_done(run: Run, meeting: Path, tmp_path: Path) -> None:
    def stopped(job: Job) -> Made:
        job.work.write(MAIN, b"half")
        raise KeyboardInterrupt

    code, said, complaints = run("build", meeting, "--out", tmp_path / "out", by=stopped)
    assert (code, said) == (130, [])
    assert complaints == ["Dihentikan. Hasil sebelumnya tetap utuh; jalankan lagi kapan saja."]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [".renja"]


def test_a_second_run_of_the_same_plan_is_told_so(run: Run, meeting: Path, tmp_path: Path) -> None:
    inner: list[int] = []

    def during(job: Job) -> Made:
        inner.append(run("build", meeting, "--out", tmp_path / "out")[0])
        return engine({MAIN: b"plan"})(job)

    assert run("build", meeting, "--out", tmp_path / "out", by=during)[0] == 0
    assert inner == [1]


def test_notes_of_the_run_stand_before_the_problems_of_the_plan(run: Run, meeting: Path, tmp_path: Path) -> None:
    note = problem(Code.PREFECT_UNAVAILABLE, cause="@flows.prefect.time-out")
    by = engine({"Integrated Work Plan.docx": b"plan"}, notes=(note,))
    _, said, _ = run("build", meeting, "--out", tmp_path / "out", "--lang", "en", by=by)
    assert said[2].startswith("Prefect could not start (its server did not answer)")
    assert said[3] == "No problem was found."


def test_a_setting_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RENJA_WORKERS", "many")
    code, _, complaints = run("build", tmp_path)
    assert code == 2
    assert complaints == [
        "Pengaturan workers tidak dapat dipakai. Perbaiki nilainya di renja.toml atau pada variabel RENJA_... "
        "lalu jalankan lagi."
    ]


def test_a_console_that_knows_no_unicode_gets_question_marks(meeting: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "flows.cli", "build", str(tmp_path / "→")]
    done = subprocess.run(words, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 1
    assert b"tidak ditemukan" in done.stderr
    assert b"Traceback" not in done.stderr
